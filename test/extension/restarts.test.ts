import { describe, expect, it } from 'vitest';
import { Restarts } from '../../src/extension/restarts.ts';

const minute = 60_000;

describe('Restarts', () => {
  it('forgives four ends within three minutes', () => {
    const restarts = new Restarts();
    expect([0, 1, 2, 3, 4].map((second) => restarts.again(second * 1000))).toEqual([true, true, true, true, false]);
  });

  it('forgets ends that are long ago', () => {
    const restarts = new Restarts();
    for (let hour = 0; hour < 20; hour++) expect(restarts.again(hour * 60 * minute)).toBe(true);
  });

  it('begins anew after a start by hand', () => {
    const restarts = new Restarts();
    for (let i = 0; i < 5; i++) restarts.again(i);
    restarts.forget();
    expect(restarts.again(6)).toBe(true);
  });
});
