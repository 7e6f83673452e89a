import { expect, test } from 'vitest';
import soak from '../soak/incremental.ts';
import { samples } from '../soak/samples.ts';
import { repeat } from '../soak/soak.ts';
import { make, meaning } from './any-text.ts';

/** Of the seed that a failure prints: `JOURNEY_SEED=… npx vitest run test/language/incremental`. */
const seed = Number(process.env.JOURNEY_SEED ?? Date.now() % 1e9);
const { text } = samples.find(({ path }) => path.endsWith('laptop/current.journey')) as { text: string };

test(`${soak.name} (seed ${seed})`, { timeout: 300_000 }, async () => {
  expect((await repeat(soak, soak.small, seed)).failures).toEqual([]);
});

test('a version before is left as it was', () => {
  const before = make(text);
  const meant = JSON.stringify(meaning(before));
  let last = before;
  for (let at = 0; at < text.length; at += 97) last = make(`${text.slice(0, at)}\nstage "In between" x\n${text.slice(at)}`, last.document);
  expect(JSON.stringify(meaning(before))).toBe(meant);
});

test('an edit reads anew only what it touches', () => {
  const before = make(text).document;
  const after = make(text.replace('Searches the intranet', 'Searches'), before).document;
  const kept = after.segments.filter((segment) => before.segments.includes(segment));
  expect(after.segments.length - kept.length).toBe(1);
});
