import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut } from '../../src/language/read/cut.ts';
import { readPlain } from '../../src/language/read/plain-line.ts';
import { readWhole } from '../../src/language/read/segment.ts';
import { definitions } from '../../src/language/statements.ts';

const root = join(import.meta.dirname, '../..');
const seed = Number(process.env.JOURNEY_SEED ?? Date.now() % 1e9);

function segmentsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return cut(text).map((start, index, starts) => text.slice(start, starts[index + 1]));
}

function isReadAlike(segment: string): boolean {
  const plain = readPlain(segment);
  if (plain) expect([plain], segment).toEqual(readWhole(segment));
  return plain !== undefined;
}

// biome-ignore format: a list
const words = [
  'Vera', 'Paul', 'portal', 'call', 'nps', 'csat', 'Léa', 'is', 'and', 'or', 'und', 'of', 'per', 'to', 'by', 'if', 'on', 'at', 'all', 'no', 'glad', 'Lost',
  'high', 'Low', 'medium', 'met', 'unmet', 'external', 'extern', 'customer', 'web', 'Web', 'truth', 'irritant', 'done', 'planned', 'current', 'map', 'EUR', 'point',
  'days', 'step', 'absent', 'not', 'a_b', 'a-b', 'b-', 'x', 'with', 'severity:', 'owner:', 'name', 'title', 'photo', 'SD-412', 'Dec',
];
// biome-ignore format: a list
const others = [
  '"a text"', '"Vera"', '""', '"high"', '"5d"', '"3"', '"nps"', '"https://example.org/a"', '"a \\" b"', '"open', 'closed"', '“curly”', "'single'", '"a, b"', '"Ça va"',
  '0', '1', '-1', '+2', '-2', '7', '3/5', '3.2/5', '61%', '4.1', '1.400', '1400', '12', '-12', '5d', '10min', '2h', '2w', '6mo', '45s', '2-5d', '1h30min', '3x',
  '2026-10-01', '2026-13-01', '2026-02-30', '09:10', '9:10', '24:00', '25:10', '12k', '€38', '(high)', '[x]', '->', '=', ':', '/', '&', ',', ', ', ';', '.', '// note', '/* c */', '\n',
  '\n  ', '\t', '\u00a0', '🙂', '-', '+', 'Q3/2026', '1:', '1.', '"""long"""',
];
const keywords = definitions.map(({ word }) => word);
const parts = definitions.flatMap((definition) =>
  definition.parts.flatMap(({ word, also, takes }) => [word, ...(also ?? []), ...('of' in takes ? takes.of : [])].filter(Boolean)),
);
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  { weight: 5, arbitrary: fc.constantFrom(...others) },
  { weight: 1, arbitrary: fc.constantFrom(...keywords) },
  { weight: 3, arbitrary: fc.constantFrom(...parts) },
  { weight: 3, arbitrary: fc.constant('"a text"') },
);
/** A line as the table of the language has it, but for some of its pieces. */
const line = fc
  .record({
    definition: fc.constantFrom(...definitions),
    pieces: fc.array(piece, { maxLength: 7 }),
    blanks: fc.array(fc.constantFrom(' ', ' ', ' ', ' ', '  ', ''), { minLength: 8, maxLength: 8 }),
    before: fc.constantFrom('', '  ', '\n', '- ', '// c\n', '\t'),
    behind: fc.constantFrom('', '\n', '\r\n', '  \n\n', '\r', ' // c\n', '.'),
  })
  .map(
    ({ definition, pieces, blanks, before, behind }) =>
      before + definition.word + pieces.map((each, index) => `${blanks[index]}${each}`).join('') + behind,
  );
const example = fc
  .record({
    definition: fc.constantFrom(...definitions),
    at: fc.nat(12),
    count: fc.nat(1),
    put: fc.array(piece, { maxLength: 2 }),
  })
  .map(({ definition, at, count, put }) => {
    const pieces = definition.example.match(/"[^"]*"|\S+/g) ?? [];
    return pieces.toSpliced(at % (pieces.length + 1), count, ...put).join(' ');
  });

describe('a line that is written as the language has it is read like any other', () => {
  test.each(globSync('{samples,test}/**/*.journey', { cwd: root }))('%s', (file) => {
    for (const segment of segmentsOf(file)) isReadAlike(segment);
  });

  test('the example of each statement is such a line', () => {
    expect(definitions.filter(({ example }) => !isReadAlike(example)).map(({ example }) => example)).toEqual([]);
  });

  test.each([
    // A number in quotes is a name, and no number of a list.
    'stage "3" "Wait"',
    'pain high "a text"',
    'handoff from A to B "By hand" after 2d // why',
  ])('%s', (line) => {
    isReadAlike(line);
  });

  test.each([
    ['lines of any pieces', line],
    ['examples with something else in them', example],
  ])(`%s (seed ${seed})`, { timeout: 120_000 }, (_, lines) => {
    fc.assert(
      fc.property(lines, (text) => {
        isReadAlike(text);
      }),
      { seed, numRuns: 20_000 },
    );
  });
});
