import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Later } from '../../src/extension/later.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs once, after it has been quiet', () => {
  const run = vi.fn();
  const later = new Later(50, run);
  later.soon();
  vi.advanceTimersByTime(40);
  later.soon();
  vi.advanceTimersByTime(40);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10);
  expect(run).toHaveBeenCalledTimes(1);
});

it('runs no more once disposed', () => {
  const run = vi.fn();
  const later = new Later(50, run);
  later.soon();
  later.dispose();
  vi.advanceTimersByTime(100);
  expect(run).not.toHaveBeenCalled();
});
