import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { formatSafely } from '../language/formatted.ts';
import { carelessly, splice } from '../language/mangled.ts';
import type { Soak } from './soak.ts';

const root = join(import.meta.dirname, '../..');
const files = ['samples', 'test/maps', 'test/corpus'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.journey'))
    .map((file) => join(folder, file)),
);

/** All maps of the project, those of the corpus among them, by their paths. */
export const maps: ReadonlyMap<string, string> = new Map(files.sort().map((file) => [file, readFileSync(join(root, file), 'utf8')]));

const some = fc.tuple(fc.constantFrom(...maps.values()), fc.double({ min: 0, max: 0.9, noNaN: true })).map(([text, at]) => {
  const start = Math.floor(at * text.length);
  return text.slice(start, start + 1500);
});
const careless = fc
  .tuple(some, fc.array(fc.nat(999), { minLength: 20, maxLength: 200 }))
  .map(([text, numbers]) => carelessly(text, numbers));
const changed = (texts: fc.Arbitrary<string>, least: number): fc.Arbitrary<string> =>
  fc.tuple(texts, fc.array(splice, { minLength: least, maxLength: 8 })).map(([text, all]) => all.reduce((so, change) => change(so), text));

/** Statements that share lines, with quotation marks gone: blanks and line breaks decide how such a text is read. */
const run = fc.tuple(some, fc.array(fc.nat(99), { minLength: 20, maxLength: 100 })).map(([text, numbers]) => {
  let at = 0;
  const next = (): number => numbers[at++ % numbers.length] as number;
  return text.replace(/\n *|["“”„«»「」]/g, (mark) => {
    if (mark.startsWith('\n')) return next() < 35 ? ' '.repeat(1 + (next() % 9)) : mark;
    return next() < 15 ? '' : mark;
  });
});

const kinds: readonly fc.Arbitrary<string>[] = [
  careless,
  changed(some, 1),
  changed(careless, 0),
  run,
  changed(run, 1),
  fc.string({ unit: 'binary', maxLength: 300 }),
];
const each = 25;

const soak: Soak = {
  name: 'laid out, any text says the same, keeps its comments and what could not be read, and stays so',
  full: 1000,
  small: 12,
  async run(seed) {
    for (const texts of kinds) fc.assert(fc.property(texts, formatsSafely), { numRuns: each, seed });
    return undefined;
  },
};
export default soak;

function formatsSafely(text: string): void {
  formatSafely(text);
}
