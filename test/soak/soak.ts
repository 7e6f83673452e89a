import { inspect } from 'node:util';

/** Runs that are repeated with many seeds: `npm run test:soak` does so in full, a small share of them is part of `npm test`. */

/** A kind of run. A file in this folder whose default export is one is found by `npm run test:soak`. */
export interface Soak {
  name: string;
  /** How many runs `npm run test:soak` makes. */
  full: number;
  /** How many `npm test` makes. */
  small: number;
  /**
   * Makes one run. Whatever is random in it comes from the seed alone. Throws where something does not hold.
   *
   * @returns Figures of this run by name. Of the numbers of all runs the largest is shown.
   */
  run(seed: number): Promise<Record<string, number> | undefined>;
  /** Figures that none may exceed. Only `npm run test:soak` looks at them: `npm test` depends on no clock. */
  limits?: Record<string, number>;
  /** Lets go of what the runs shared. */
  end?(): Promise<void>;
}

export interface Outcome {
  name: string;
  runs: number;
  /** The first seed; the others follow it. */
  seed: number;
  failures: { seed: number; why: string }[];
  figures: Record<string, number>;
  seconds: number;
}

/** Makes so many runs, one after the other. What is thrown where nobody catches it is a failure of the run in which it happens. */
export async function repeat(soak: Soak, runs: number, seed: number, told?: (done: number) => void): Promise<Outcome> {
  const started = performance.now();
  const outcome: Outcome = { name: soak.name, runs, seed, failures: [], figures: {}, seconds: 0 };
  let at = seed;
  const fail = (error: unknown): void => {
    outcome.failures.push({ seed: at, why: error instanceof Error ? inspect(error) : String(error) });
  };
  process.on('uncaughtException', fail).on('unhandledRejection', fail);
  try {
    for (; at < seed + runs; at++) {
      const figures = await soak.run(at).catch(fail);
      for (const [name, value] of Object.entries(figures ?? {})) outcome.figures[name] = Math.max(value, outcome.figures[name] ?? value);
      told?.(at - seed + 1);
    }
    await soak.end?.();
  } finally {
    process.off('uncaughtException', fail).off('unhandledRejection', fail);
  }
  outcome.seconds = (performance.now() - started) / 1000;
  return outcome;
}

/** Numbers that look random and are the same for the same seed. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0;
  }

  /** From 0 up to, and without, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, and without, this one. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** Whether something happens that does so in so many of a hundred cases. */
  percent(cases: number): boolean {
    return this.next() * 100 < cases;
  }
}
