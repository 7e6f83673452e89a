import { nameKey } from './folder.ts';

/** The names under which a step of a map that improves another is found there: its own, and those of the steps that it replaces; each once. */
export function namesBefore(name: string, replaced: readonly string[]): string[] {
  const byKey = new Map([name, ...replaced].map((each) => [nameKey(each), each]));
  return [...byKey].flatMap(([key, each]) => (key ? each : []));
}

/** A feeling, of somebody where a persona is named. */
export interface Felt {
  persona?: string | undefined;
  /** −2 … +2; what lies outside counts as the nearest end. */
  score: number;
}

/** A feeling with the one that it is compared with, and how much better it is. */
export interface FeelingChange<Before extends Felt, After extends Felt> {
  before: Before;
  after: After;
  change: number;
}

/**
 * How the feelings at a step compare with those at the steps that it stands for: each with the worst of the same persona there, for no step shall
 * feel worse than all that it replaces. Where the two have no persona in common, with the worst of whoever was there. A feeling with which
 * nothing can be compared is left out.
 */
export function feelingChanges<Before extends Felt, After extends Felt>(
  before: readonly Before[],
  after: readonly After[],
): FeelingChange<Before, After>[] {
  const who = ({ persona }: Felt) => nameKey(persona ?? '');
  const score = (felt: Felt) => Math.max(-2, Math.min(2, felt.score));
  const inCommon = after.some((felt) => before.some((other) => who(other) === who(felt)));
  return after.flatMap((felt) => {
    const others = inCommon ? before.filter((other) => who(other) === who(felt)) : before;
    const worst = others.toSorted((a, b) => score(a) - score(b))[0];
    return worst ? [{ before: worst, after: felt, change: score(felt) - score(worst) }] : [];
  });
}
