import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { askAll, make } from './any-text.ts';

const root = join(import.meta.dirname, '../..');
const maps = ['samples/order-a-new-laptop/current.journey', 'samples/livraison-d-un-canape/canape.journey', 'test/maps/german.journey'].map(
  (path) => [path, readFileSync(join(root, path), 'utf8')] as const,
);
const [laptop, sofa, german] = maps.map(([, text]) => text) as [string, string, string];

/** Of the seed that a failure prints: `JOURNEY_SEED=… npx vitest run test/language/robustness`. */
const seed = Number(process.env.JOURNEY_SEED ?? Date.now() % 1e9);

/** Some offsets of a text: its ends, and a few between. */
function someOffsets(text: string, numbers: readonly number[]): number[] {
  return [0, text.length, ...numbers.map((number) => Math.floor(number * text.length))];
}

describe('a text that is being typed', { timeout: 120_000 }, () => {
  test.each([
    ['order-a-new-laptop', laptop, 1],
    ['livraison-d-un-canape', sofa, 17],
    ['german', german, 13],
  ])('every beginning of %s is read, asked and drawn', (_, text, stride) => {
    let before = make('');
    for (let end = 0; end <= text.length; end += stride) {
      before = make(text.slice(0, end), before.document);
      // All that an editor asks is asked at the end of each line and word, which is where it does.
      if (/\W/.test(text[end] ?? ' ')) askAll(before, [end]);
    }
  });
});

/** What is spliced into a map: marks that open or close something, characters that are none, ends of lines, whole statements. */
const splices = fc.oneof(
  fc.constantFrom(
    '"',
    '""',
    '"""',
    '“',
    '”',
    '„',
    '«',
    '»',
    '「',
    '」',
    '\\',
    '\\"',
    '{',
    '}',
    '/*',
    '*/',
    '//',
    '///',
    ',',
    ':',
    '，',
    '-',
    '−',
    '%',
  ),
  fc.constantFrom(
    '\0',
    '\ud800',
    '\udc00',
    '\ufeff',
    '\r\n',
    '\r',
    '\n',
    '\u2028',
    '\u0085',
    '\t',
    '\u00a0',
    '\u3000',
    '\u200b',
    '\u202e',
    '😀',
    'é',
    'e\u0301',
  ),
  fc.constantFrom(
    'step',
    'stage ',
    'journey',
    ' via ',
    ' owner ',
    'feels',
    'for ',
    'when',
    'leads to',
    'business',
    '\ntouchpoint ',
    '\npersona',
    '$1',
    `\${1|a|}`,
    '`',
    '<b>',
    '__proto__',
    'constructor',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ maxLength: 12 }),
);

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  text: fc.oneof(fc.constant(''), splices),
  duplicate: fc.boolean(),
});

function changed(
  text: string,
  { at, length, text: insert, duplicate }: { at: number; length: number; text: string; duplicate: boolean },
): string {
  const start = Math.floor(at * text.length);
  const gone = text.slice(start, start + length);
  return text.slice(0, start) + insert + (duplicate ? gone + gone : '') + text.slice(start + length);
}

/** A piece of a map, so that a run takes no longer than it must. */
const piece = fc.tuple(fc.constantFrom(laptop, sofa, german), fc.double({ min: 0, max: 0.8, noNaN: true })).map(([text, at]) => {
  const start = Math.floor(at * text.length);
  return text.slice(start, start + 1800);
});

describe(`any text (seed ${seed})`, { timeout: 120_000 }, () => {
  const offsets = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 6 });

  test('a map with splices is read, asked and drawn', () => {
    fc.assert(
      fc.property(piece, fc.array(change, { minLength: 1, maxLength: 5 }), offsets, (text, changes, at) => {
        const broken = changes.reduce(changed, text);
        askAll(make(broken), someOffsets(broken, at));
      }),
      { numRuns: 1000, seed },
    );
  });

  test('statements out of any words are read, asked and drawn', () => {
    const words = fc.constantFrom(
      ...[
        'persona',
        'team',
        'journey',
        'stage',
        'step',
        'touchpoint',
        'via',
        'owner',
        'for',
        'feels',
        '-1',
        '4/5',
        'does',
        '"a"',
        '"b',
        '“c”',
        'Vera',
        'X',
        ',',
        'leads',
        'to',
        'when',
        'if',
        'business',
        'goal',
        'metric',
        '61%',
        'target',
        'on',
        '2026-12-15',
        'handoff',
        'from',
        'after',
        '2d',
        'waits',
        'alongside',
        'replaces',
        'improves',
        'part',
        'of',
        'pain',
        'severity',
        'high',
        'action',
        'due',
        'external',
        '\n',
        '\n',
        '\n  ',
        '//',
        '/*',
        '*/',
        '"""',
        'absent',
        'listens',
        'promises',
        'type',
        'current',
      ],
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 60, size: 'max' }), offsets, (list, at) => {
        const text = list.join(' ');
        askAll(make(text), someOffsets(text, at));
      }),
      { numRuns: 1000, seed },
    );
  });

  test('noise is read, asked and drawn', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 100 })),
        offsets,
        (text, at) => {
          askAll(make(text), someOffsets(text, at));
        },
      ),
      { numRuns: 500, seed },
    );
  });
});
