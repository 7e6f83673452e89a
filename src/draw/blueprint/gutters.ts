/** A line on its way down or up between two columns: where it comes in and goes out, and on which side. */
export interface Riser {
  from: { y: number; side: 'left' | 'right' };
  to: { y: number; side: 'left' | 'right' };
}

/** A stretch along a row, between the gutters left of two columns. */
interface Run {
  from: number;
  to: number;
}

/** Gives each run a track, counted from the bottom, that no other is on beside it; the short ones first. */
export function tracksOf(runs: readonly Run[]): number[] {
  const tracks = runs.map(() => 0);
  const ordered = runs.map((_, index) => index).sort((a, b) => length(runs[a]) - length(runs[b]) || a - b);
  for (const [place, index] of ordered.entries()) {
    const beside = ordered.slice(0, place).filter((other) => meet(runs[index], runs[other]));
    tracks[index] = Math.max(-1, ...beside.map((other) => tracks[other] ?? 0)) + 1;
  }
  return tracks;
}

/** Gives each riser of a gutter a place, counted from the left, such that they cross as little as an order found step by step lets them. */
export function placesOf(risers: readonly Riser[]): number[] {
  const order: number[] = [];
  for (const [index, riser] of risers.entries()) {
    const costs = Array.from({ length: order.length + 1 }, (_, at) => {
      const before = order.slice(0, at).reduce((sum, other) => sum + crossings(risers[other], riser), 0);
      return before + order.slice(at).reduce((sum, other) => sum + crossings(riser, risers[other]), 0);
    });
    order.splice(costs.indexOf(Math.min(...costs)), 0, index);
  }
  const places = risers.map(() => 0);
  for (const [at, index] of order.entries()) {
    const beside = order.slice(0, at).filter((other) => overlap(risers[index], risers[other]));
    places[index] = Math.max(-1, ...beside.map((other) => places[other] ?? 0)) + 1;
  }
  return places;
}

function length(run: Run | undefined): number {
  return run ? run.to - run.from : 0;
}

function meet(a: Run | undefined, b: Run | undefined): boolean {
  return a !== undefined && b !== undefined && a.from <= b.to && b.from <= a.to;
}

/** How often two risers cross, one left of the other. */
function crossings(left: Riser | undefined, right: Riser | undefined): number {
  if (!left || !right) return 0;
  const outwards = [left.from, left.to].filter((end) => end.side === 'right' && within(end.y, right)).length;
  return outwards + [right.from, right.to].filter((end) => end.side === 'left' && within(end.y, left)).length;
}

const near = 3;

function within(y: number, { from, to }: Riser): boolean {
  return y > Math.min(from.y, to.y) - near && y < Math.max(from.y, to.y) + near;
}

function overlap(a: Riser | undefined, b: Riser | undefined): boolean {
  if (!a || !b) return false;
  return (
    Math.min(a.from.y, a.to.y) - near < Math.max(b.from.y, b.to.y) + near &&
    Math.min(b.from.y, b.to.y) - near < Math.max(a.from.y, a.to.y) + near
  );
}
