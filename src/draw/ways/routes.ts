/** A way between two columns, by their indices. */
export interface Route {
  key: string;
  from: number;
  to: number;
  /** Not a way to go but two things at the same time: neither end has an arrowhead. */
  beside?: boolean;
  /** Under which condition. */
  when?: string;
}

/** A route with its track, counted from the top, and where its two ends leave their columns: steps to the right of the column's middle. */
export interface Routed extends Route {
  track: number;
  fromPort: number;
  toPort: number;
}

/**
 * Gives each route a track of its own among those it runs beside. Short ways run above long ones and their ends stand inside those of the
 * long ones, so that one within another never crosses it, and two that only overlap cross once, which on one side of the steps is the least
 * there can be.
 */
export function routed(routes: readonly Route[]): Routed[] {
  const byLength = routes.toSorted((a, b) => span(a) - span(b) || left(a) - left(b) || a.from - b.from);
  const ports = portsOf(byLength);
  const tracked: Routed[] = [];
  for (const route of byLength) {
    const below = tracked.filter((other) => left(other) < right(route) && right(other) > left(route)).map(({ track }) => track);
    const ends = ports.get(route);
    tracked.push({ ...route, track: Math.max(-1, ...below) + 1, fromPort: ends?.from ?? 0, toPort: ends?.to ?? 0 });
  }
  return tracked;
}

/** The ends at each column from left to right: what comes from the left, the shortest first; then what goes to the right, the longest first. */
function portsOf(byLength: readonly Route[]): Map<Route, { from: number; to: number }> {
  const ports = new Map(byLength.map((route) => [route, { from: 0, to: 0 }]));
  const columns = new Set(byLength.flatMap(({ from, to }) => [from, to]));
  for (const column of columns) {
    const leftwards = byLength.filter((route) => right(route) === column);
    const rightwards = byLength.filter((route) => left(route) === column);
    const ends = [...leftwards, ...rightwards.toReversed()];
    for (const [index, route] of ends.entries()) {
      const at = ports.get(route);
      if (at) at[route.from === column ? 'from' : 'to'] = index - (ends.length - 1) / 2;
    }
  }
  return ports;
}

function left({ from, to }: Route): number {
  return Math.min(from, to);
}

function right({ from, to }: Route): number {
  return Math.max(from, to);
}

function span(route: Route): number {
  return right(route) - left(route);
}
