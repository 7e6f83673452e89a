import { describe, expect, test } from 'vitest';
import { leftBehind, places } from '../soak/memory.ts';

/** A text that is kept, with its tree, takes some hundred times as much. In so few texts the engine's own growth is not yet over. */
const most = 20_000;

describe('a server forgets what is closed', { timeout: 300_000 }, () => {
  test.each(places.map((place, seed) => [place, seed] as const))('texts %s', async (_, seed) => {
    expect((await leftBehind(seed, 160, 10)).slope).toBeLessThan(most);
  });
});
