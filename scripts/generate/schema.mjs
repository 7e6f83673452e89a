/** Writes schemas/, which complete and explain a `journey.json` in every tongue, from the table of settings and the rules. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectSchema } from '../../src/language/project/schema.ts';
import { tongueOf } from '../../src/server/tongues.ts';

const folder = join(import.meta.dirname, '../../schemas');

mkdirSync(folder, { recursive: true });
for (const [name, language] of [
  ['journey.schema.json', 'en'],
  ['journey.schema.fr.json', 'fr'],
]) {
  const text = `${JSON.stringify(projectSchema(tongueOf(language)), null, 2)}\n`;
  const path = join(folder, name);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}
