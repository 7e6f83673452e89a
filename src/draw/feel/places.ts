import type { Spot } from './curve.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * What is already taken on a plane. Boxes lie in strips by their x, so that asking costs the same in a long map; in each four numbers stand for a box: left,
 * top, right and bottom. A long curve is tens of thousands of them.
 */
export class Space {
  private readonly strips: number[][] = [];

  add({ x, y, width, height }: Box): void {
    this.take(x, y, x + width, y + height);
  }

  /** A line through points: each piece takes a box round it, `room` wider on all sides. */
  addLine(points: Spot[], room: number): void {
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1] as Spot, points[i] as Spot];
      this.take(Math.min(a.x, b.x) - room, Math.min(a.y, b.y) - room, Math.max(a.x, b.x) + room, Math.max(a.y, b.y) + room);
    }
  }

  private take(left: number, top: number, right: number, bottom: number): void {
    const last = stripAt(right);
    for (let strip = stripAt(left); strip <= last; strip++) {
      const there = this.strips[strip];
      if (there) there.push(left, top, right, bottom);
      else this.strips[strip] = [left, top, right, bottom];
    }
  }

  /** Whether nothing is where a box would be, moved so far. */
  isFree({ x, y, width, height }: Box, by: Spot = origin): boolean {
    const [left, top] = [x + by.x, y + by.y];
    const [right, bottom] = [left + width, top + height];
    const last = stripAt(right);
    for (let strip = stripAt(left); strip <= last; strip++) {
      const there = this.strips[strip] ?? nothing;
      for (let at = 0; at < there.length; at += 4) {
        const apart =
          left >= (there[at + 2] as number) ||
          (there[at] as number) >= right ||
          top >= (there[at + 3] as number) ||
          (there[at + 1] as number) >= bottom;
        if (!apart) return false;
      }
    }
    return true;
  }
}

const stripWidth = 96;
const origin: Spot = { x: 0, y: 0 };
const nothing: readonly number[] = [];

/** What lies left of the first column is in the first strip. */
function stripAt(x: number): number {
  return Math.max(0, Math.floor(x / stripWidth));
}

/** A way to put something beside an anchor: boxes round a point that moves away from it, up (−1) or down (1). */
export interface Way {
  boxes: Box[];
  dx: number;
  direction: -1 | 1;
  /** How far from the anchor the point begins. */
  start: number;
  /** How much worse this way is from the outset. */
  cost: number;
}

/** The room there is: nothing may lie outside `left` and `right`; above `top` and below `bottom` it may, at a price. */
export interface Bounds {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const stride = 3;
const farthest = 400;

/** Finds where something fits that crosses nothing, as near to its anchor as can be, takes the place and returns its point and way. */
export function findPlace(space: Space, anchor: Spot, ways: Way[], bounds: Bounds): { at: Spot; way: Way } {
  let best: { at: Spot; way: Way; cost: number } | undefined;
  for (const way of ways) {
    const x = anchor.x + way.dx;
    if (way.boxes.some((box) => x + box.x < bounds.left || x + box.x + box.width > bounds.right)) continue;
    for (let away = 0; away <= farthest; away += stride) {
      const at = { x, y: anchor.y + way.direction * (way.start + away) };
      const cost = way.cost + away + outside(way.boxes, at, bounds);
      if (best && cost >= best.cost) {
        if (way.cost + away >= best.cost) break;
        continue;
      }
      if (way.boxes.every((box) => space.isFree(box, at))) {
        best = { at, way, cost };
        break;
      }
    }
  }
  const found = best ?? fallback(anchor, ways);
  for (const box of found.way.boxes) space.add(shifted(box, found.at));
  return found;
}

/** Where nothing was free as far as one looked, the farthest place of the first way. */
function fallback(anchor: Spot, ways: Way[]): { at: Spot; way: Way } {
  const way = ways[0] ?? { boxes: [], dx: 0, direction: -1, start: 0, cost: 0 };
  return { at: { x: anchor.x, y: anchor.y + way.direction * (way.start + farthest) }, way };
}

export function shifted(box: Box, by: Spot): Box {
  return { x: box.x + by.x, y: box.y + by.y, width: box.width, height: box.height };
}

/** What it costs to leave the band, and a little for text across its middle line. */
export function outside(boxes: Box[], at: Spot, bounds: Bounds): number {
  let cost = 0;
  for (const box of boxes) {
    const [top, bottom] = [at.y + box.y, at.y + box.y + box.height];
    cost += Math.max(0, bounds.top - top, bottom - bounds.bottom) * 2;
    if (top < 1 && bottom > -1) cost += 12;
  }
  return cost;
}
