import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { make, meaning } from './any-text.ts';

const root = join(import.meta.dirname, '../..');
const maps = ['samples/order-a-new-laptop/current.journey', 'test/maps/german.journey'].map((path) =>
  readFileSync(join(root, path), 'utf8'),
);

/** Of the seed that a failure prints: `JOURNEY_SEED=… npx vitest run test/language/incremental`. */
const seed = Number(process.env.JOURNEY_SEED ?? Date.now() % 1e9);

const typed = fc.oneof(
  fc.constantFrom('"', '"""', '/*', '*/', '//', '\n', '\r\n', '\r', '\ufeff', ',', ':', ' '),
  fc.constantFrom(
    'step new\n',
    'stage New\n',
    '\njourney "Second"\n',
    '\nteam T\n',
    'touchpoint X\n',
    'does "x"\n',
    'owner T',
    '/// doc\n',
    '// comment\n',
    '\n\n',
  ),
  fc.string({ maxLength: 8 }),
);

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(200)),
  text: fc.oneof(fc.constant(''), typed),
});

test(`reading on from the version before gives what a fresh reading gives (seed ${seed})`, { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.constantFrom(...maps), fc.array(edit, { minLength: 1, maxLength: 8, size: 'max' }), (map, edits) => {
      let text = map;
      let last = make(text);
      for (const { at, length, text: insert } of edits) {
        const start = Math.floor(at * text.length);
        text = text.slice(0, start) + insert + text.slice(start + length);
        last = make(text, last.document);
        expect(meaning(last)).toEqual(meaning(make(text)));
      }
    }),
    { numRuns: 50, seed },
  );
});

test('a version before is left as it was', () => {
  const [text] = maps as [string];
  const before = make(text);
  const meant = JSON.stringify(meaning(before));
  let last = before;
  for (let at = 0; at < text.length; at += 97) last = make(`${text.slice(0, at)}\nstage "In between" x\n${text.slice(at)}`, last.document);
  expect(JSON.stringify(meaning(before))).toBe(meant);
});

test('an edit reads anew only what it touches', () => {
  const [text] = maps as [string];
  const before = make(text).document;
  const after = make(text.replace('Searches the intranet', 'Searches'), before).document;
  const kept = after.segments.filter((segment) => before.segments.includes(segment));
  expect(after.segments.length - kept.length).toBe(1);
});
