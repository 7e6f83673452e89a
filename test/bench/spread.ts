/** The middle of some measurements, and what nineteen of twenty do not pass. */
export interface Spread {
  median: number;
  p95: number;
}

/** The spread of measurements, in their own unit; not a number where there is none. */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    median: sorted[(sorted.length - 1) >> 1] ?? Number.NaN,
    p95: sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN,
  };
}
