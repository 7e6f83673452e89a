import { describe, expect, test } from 'vitest';
import foreign from '../soak/foreign.ts';
import mutated from '../soak/mutated.ts';
import prefixes from '../soak/prefixes.ts';
import renamed from '../soak/renamed.ts';
import { repeat } from '../soak/soak.ts';
import unicode from '../soak/unicode.ts';

/** Of the seed that a failure prints: `JOURNEY_SEED=… npx vitest run test/language/robustness`. */
const seed = Number(process.env.JOURNEY_SEED ?? Date.now() % 1e9);

describe(`no text is too odd (seed ${seed})`, { timeout: 300_000 }, () => {
  test.each([mutated, unicode, prefixes, foreign, renamed])('$name', async (soak) => {
    expect((await repeat(soak, soak.small, seed)).failures).toEqual([]);
  });
});
