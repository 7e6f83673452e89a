import { durationMinutes } from '../read/values.ts';
import { childrenOf, type Node, textOf } from '../tree/node.ts';
import { flowOf } from './flow.ts';

/** A step's time, in minutes. */
export interface TimeOfStep {
  step: Node;
  takes: number;
  waits: number;
  /** What had gone by since the journey began when this step began. */
  before: number;
}

/** The time of each step of a journey, in the order of the file. Steps alongside one another count once, the longest. */
export function timesOf(journey: Node): readonly TimeOfStep[] {
  const groups = new Map<number, number>();
  const own = flowOf(journey).map(({ step, together }) => {
    const [takes, waits] = [minutesIn(step, 'takes'), minutesIn(step, 'waits')];
    groups.set(together, Math.max(groups.get(together) ?? 0, takes + waits));
    return { step, together, takes, waits };
  });
  const before = new Map<number, number>();
  let total = 0;
  for (const [group, minutes] of groups) {
    before.set(group, total);
    total += minutes;
  }
  return own.map(({ step, together, takes, waits }) => ({ step, takes, waits, before: before.get(together) ?? 0 }));
}

function minutesIn(step: Node, kind: 'takes' | 'waits'): number {
  return childrenOf(step, kind).reduce((sum, node) => sum + (durationMinutes(textOf(node, 'duration') ?? '') ?? 0), 0);
}

/** In seconds. */
const units: readonly [string, number][] = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
];

/** Minutes as the language writes them, in the two largest units they have: `2d3h`; to the second where there are fewer than two. */
export function durationText(minutes: number): string {
  let rest = minutes < 2 ? Math.max(1, Math.round(minutes * 60)) : Math.round(minutes) * 60;
  const parts = units.flatMap(([unit, size]) => {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    return amount ? [`${amount}${unit}`] : [];
  });
  return parts.slice(0, 2).join('');
}
