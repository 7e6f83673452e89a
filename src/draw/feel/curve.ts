import { curveBumpX, curveMonotoneX, line } from 'd3-shape';
import { round } from '../nodes.ts';

export interface Spot {
  x: number;
  y: number;
}

const smooth = line<Spot>()
  .x((spot) => spot.x)
  .y((spot) => spot.y)
  .curve(curveMonotoneX)
  .digits(2);
/** Of two spots, between which the other is a straight line. */
const between = line<Spot>(
  (spot) => spot.x,
  (spot) => spot.y,
)
  .curve(curveBumpX)
  .digits(2);

const perSpan = 11;

type Span = [Spot, Spot, Spot, Spot];

/** A smooth line through spots (in order of x) that never overshoots them, and points along it, close enough to test what lies on it. */
export function curveOf(spots: Spot[]): { d: string; points: Spot[] } {
  const d = (spots.length === 2 ? between : smooth)(spots) ?? '';
  return { d, points: pointsOf(d) };
}

/** Points along a path of straight lines and Bézier curves. */
export function pointsOf(d: string): Spot[] {
  const { start, spans } = spansOf(d);
  const points: Spot[] = start ? [start] : [];
  for (const span of spans) addSpan(points, span);
  return points;
}

/**
 * Cuts a curve at the edges of ranges of x, which are in order and do not overlap, and says of each piece whether it lies within one. Along the
 * curve x grows evenly, so that a share of the way is the same share of x.
 */
export function cutAt(d: string, ranges: readonly { from: number; to: number }[]): { d: string; within: boolean }[] {
  if (ranges.length === 0) return [{ d, within: false }];
  const edges = ranges.flatMap(({ from, to }) => [from, to]);
  const pieces: { d: string; within: boolean }[] = [];
  for (const span of spansOf(d).spans) {
    for (const part of split(span, edges)) {
      const middle = (part[0].x + part[3].x) / 2;
      const within = ranges.some(({ from, to }) => middle > from && middle < to);
      const last = pieces.at(-1);
      const way = `C${part.slice(1).map(at).join(',')}`;
      if (last?.within === within) last.d += way;
      else pieces.push({ d: `M${at(part[0])}${way}`, within });
    }
  }
  return pieces;
}

function at({ x, y }: Spot): string {
  return `${round(x)},${round(y)}`;
}

function split(span: Span, edges: readonly number[]): Span[] {
  const [{ x: from }, , , { x: to }] = span;
  const edge = edges.find((each) => each > from + 0.01 && each < to - 0.01);
  if (edge === undefined) return [span];
  const between = (a: Spot, b: Spot): Spot => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
  const t = (edge - from) / (to - from);
  const [a, b, c, d] = span;
  const [ab, bc, cd] = [between(a, b), between(b, c), between(c, d)];
  const [abc, bcd] = [between(ab, bc), between(bc, cd)];
  const middle = between(abc, bcd);
  return [[a, ab, abc, middle], ...split([middle, bcd, cd, d], edges)];
}

/** The pieces of a path, each with its start, two points that pull at it, and its end. */
function spansOf(d: string): { start: Spot | undefined; spans: Span[] } {
  const spans: Span[] = [];
  let start: Spot | undefined;
  let here: Spot = { x: 0, y: 0 };
  for (const [, command, numbers = ''] of d.matchAll(/([MLC])([^MLCZ]*)/g)) {
    const [x1 = 0, y1 = 0, x2 = x1, y2 = y1, x3 = x2, y3 = y2] = numbers.split(',').map(Number);
    const from = here;
    here = { x: x3, y: y3 };
    const third = (share: number): Spot => ({ x: from.x + (here.x - from.x) * share, y: from.y + (here.y - from.y) * share });
    if (command === 'M') start ??= here;
    else if (command === 'L') spans.push([from, third(1 / 3), third(2 / 3), here]);
    else spans.push([from, { x: x1, y: y1 }, { x: x2, y: y2 }, here]);
  }
  return { start, spans };
}

/** Points of a Bézier curve after its start. */
function addSpan(points: Spot[], [p, q, r, s]: Span): void {
  for (let step = 1; step <= perSpan; step++) {
    const t = step / perSpan;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    points.push({ x: a * p.x + b * q.x + c * r.x + d * s.x, y: a * p.y + b * q.y + c * r.y + d * s.y });
  }
}

/** The curve's height at a place, or nothing where it does not pass. */
export function heightAt(points: Spot[], x: number): number | undefined {
  let low = 0;
  let high = points.length - 1;
  if (high < 0 || x < (points[0]?.x ?? 0) || x > (points[high]?.x ?? 0)) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.x ?? 0) <= x) low = middle;
    else high = middle;
  }
  const [from, to] = [points[low], points[high]];
  if (!from || !to) return undefined;
  return to.x === from.x ? from.y : from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
}
