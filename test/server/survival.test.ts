import { describe, expect, test } from 'vitest';
import files from '../soak/files.ts';
import fuzz from '../soak/fuzz.ts';
import processes from '../soak/fuzz-process.ts';
import races from '../soak/races.ts';
import { repeat } from '../soak/soak.ts';

/** Other seeds than those before are tried by `npm run test:soak`. */
const seed = 1;

describe.each([fuzz, processes, races, files])('$name', (soak) => {
  test('a small share of the runs', { timeout: 120_000 }, async () => {
    const { runs, failures } = await repeat(soak, soak.small, seed);
    expect(failures.map((failure) => `seed ${failure.seed}: ${failure.why}`)).toEqual([]);
    expect(runs).toBeGreaterThan(0);
  });
});
