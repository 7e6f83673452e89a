import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/language/document.ts';
import { formatEdits } from '../../src/language/format/index.ts';
import { format, formatSafely } from './formatted.ts';
import { carelessly, splice } from './mangled.ts';

const root = join(import.meta.dirname, '../..');
const files = ['samples', 'test/maps', 'test/corpus'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.journey'))
    .map((file) => join(folder, file)),
);
const texts = new Map(files.sort().map((file) => [file, readFileSync(join(root, file), 'utf8')]));

/** Of the seed that a failure prints: `JOURNEY_SEED=… npx vitest run test/language/format-any`. */
const seed = Number(process.env.JOURNEY_SEED ?? Date.now() % 1e9);

describe('laid out, a file says the same, keeps its comments and what could not be read, and stays so', () => {
  test.each([...texts])('%s', (_, text) => {
    formatSafely(text);
    const withReturns = text.replace(/\r?\n/g, '\r\n');
    expect(formatSafely(withReturns), 'with CRLF').toBe(format(text).replace(/\n/g, '\r\n'));
  });
});

const some = fc.tuple(fc.constantFrom(...texts.values()), fc.double({ min: 0, max: 0.9, noNaN: true })).map(([text, at]) => {
  const start = Math.floor(at * text.length);
  return text.slice(start, start + 1500);
});

const careless = fc
  .tuple(some, fc.array(fc.nat(999), { minLength: 20, maxLength: 200 }))
  .map(([text, numbers]) => carelessly(text, numbers));
const spliced = fc
  .tuple(some, fc.array(splice, { minLength: 1, maxLength: 5 }))
  .map(([text, splices]) => splices.reduce((all, change) => change(all), text));

describe(`so does any text (seed ${seed})`, { timeout: 120_000 }, () => {
  test.each([
    ['a map written carelessly', careless, 300],
    ['a map with splices', spliced, 300],
    [
      'a map written carelessly, with splices',
      fc.tuple(careless, fc.array(splice)).map(([text, all]) => all.reduce((so, change) => change(so), text)),
      300,
    ],
    ['no map at all', fc.string({ unit: 'binary', maxLength: 300 }), 300],
  ])('%s', (_, texts, numRuns) => {
    fc.assert(
      fc.property(texts, (text) => {
        formatSafely(text);
      }),
      { numRuns, seed },
    );
  });
});

describe('a text of a megabyte is laid out in no more than a moment', { timeout: 20_000 }, () => {
  const much = (piece: string): string => piece.repeat(Math.ceil(1_000_000 / piece.length));
  test.each([
    ['statements on a line', `journey J stage S step a ${much('does "x" ')}`],
    ['statements with comments on a line', `journey J stage S step a ${much('does "x" /* c */ ')}`],
    ['a list', `journey J\n  channels ${much('"A", ')}B`],
    ['parts on a line', `journey J\nstage S\nstep a\n${much('touchpoint T via C owner O ')}`],
    ['comments', much('// why\n')],
    ['comments behind one another', `team A ${much('/* c */ ')}`],
    ['a text', `journey J\n  goal "${much('wo rd ')}"`],
    ['a long text', `journey J\n  goal """\n${much('  wo rd\n')}"""`],
    ['blank lines', `team A${much('\n \t')}`],
    ['lines that cannot be read', much('?? what is this\n')],
    ['one line that cannot be read', much('?? what is this ')],
    ['digits', `journey J\n  metric m ${much('1 400 ')}`],
    ['opening marks', much('/* " “ ')],
  ])('%s', (_, text) => {
    const start = performance.now();
    const document = readDocument('file:///maps/map.journey', 1, text);
    const read = performance.now();
    formatEdits(document);
    expect(performance.now() - read, `reading took ${Math.round(read - start)} ms`).toBeLessThan(4000);
  });
});
