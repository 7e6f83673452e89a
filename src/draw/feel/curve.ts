import { curveMonotoneX, line } from 'd3-shape';

export interface Spot {
  x: number;
  y: number;
}

const smooth = line<Spot>()
  .x((spot) => spot.x)
  .y((spot) => spot.y)
  .curve(curveMonotoneX)
  .digits(2);

const perSpan = 11;

/** A smooth line through spots (in order of x) that never overshoots them, and points along it, close enough to test what lies on it. */
export function curveOf(spots: Spot[]): { d: string; points: Spot[] } {
  const d = smooth(spots) ?? '';
  const points: Spot[] = [];
  let [x0, y0] = [0, 0];
  for (const [, command, numbers = ''] of d.matchAll(/([MLC])([^MLCZ]*)/g)) {
    const at = numbers.split(',').map(Number);
    const [x1 = 0, y1 = 0, x2 = x1, y2 = y1, x3 = x2, y3 = y2] = at;
    if (command === 'M') points.push({ x: x1, y: y1 });
    else if (command === 'L')
      addSpan(points, [x0, x0 + (x1 - x0) / 3, x1 - (x1 - x0) / 3, x1], [y0, y0 + (y1 - y0) / 3, y1 - (y1 - y0) / 3, y1]);
    else addSpan(points, [x0, x1, x2, x3], [y0, y1, y2, y3]);
    [x0, y0] = [x3, y3];
  }
  return { d, points };
}

/** Points of a Bézier curve after its start. */
function addSpan(points: Spot[], x: [number, number, number, number], y: [number, number, number, number]): void {
  for (let step = 1; step <= perSpan; step++) {
    const t = step / perSpan;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    points.push({ x: a * x[0] + b * x[1] + c * x[2] + d * x[3], y: a * y[0] + b * y[1] + c * y[2] + d * y[3] });
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
