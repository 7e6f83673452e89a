/** Writes schemas/journey.schema.json, which completes and explains a `journey.json`, from the table of settings and the rules. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectSchema } from '../../src/language/project/schema.ts';

const path = join(import.meta.dirname, '../../schemas/journey.schema.json');
const text = `${JSON.stringify(projectSchema(), null, 2)}\n`;

mkdirSync(dirname(path), { recursive: true });
if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
