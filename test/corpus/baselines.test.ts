import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { baselines, folder, namesOfBaselines } from './baselines.ts';

/*
 * What the samples lead to, to be read in diffs: a rule that changes shows here where it changes something. To write them anew:
 * `JOURNEY_BASELINES=write npx vitest run test/corpus/baselines`, then `git diff test/corpus/baselines`.
 */
const all = await baselines();
const names = all.map(({ name }) => name).sort();

if (process.env.JOURNEY_BASELINES === 'write') {
  mkdirSync(folder, { recursive: true });
  for (const name of namesOfBaselines()) if (!names.includes(name)) rmSync(join(folder, name));
  for (const { name, text } of all) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

test('every sample has its baselines, and no baseline is left of another', () => {
  expect(names.length).toBeGreaterThan(20);
  expect(namesOfBaselines()).toEqual(names);
});

test.each(all)('$name', ({ name, text }) => {
  expect(text, 'write them anew as the head of this file says, and read the diff').toBe(readFileSync(join(folder, name), 'utf8'));
});

test.each(all.filter(({ name }) => name.endsWith('.formatted.txt')))('$name is the sample itself', async ({ name, text }) => {
  const root = join(import.meta.dirname, '../..', name.startsWith('maps/') ? 'test' : 'samples');
  expect(text).toBe(readFileSync(join(root, name.replace('.formatted.txt', '.journey')), 'utf8'));
});
