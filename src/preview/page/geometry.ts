import type { Point, Size } from './zoom.ts';

/** Plain arithmetic on rectangles. */

export interface Box extends Point, Size {}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The smallest box round all of them; nothing for no boxes. */
export function union(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/**
 * Where to scroll so that a box is in sight, by the shortest way.
 *
 * @param scroll offset now
 * @param view size of what can be seen
 * @param covered how much of the view's left and top is hidden behind labels and heads
 * @param box in the scrolled content's own coordinates
 * @param margin room to leave beside it
 */
export function scrollToShow(scroll: Point, view: Size, covered: Point, box: Box, margin: number): Point {
  return {
    x: along(scroll.x, view.width, covered.x, box.x, box.width, margin),
    y: along(scroll.y, view.height, covered.y, box.y, box.height, margin),
  };
}

function along(scroll: number, view: number, covered: number, start: number, length: number, margin: number): number {
  const from = scroll + covered;
  const to = scroll + view;
  if (start >= from && start + length <= to) return scroll;
  // What is longer than the room for it stays if any of it can be seen, and is else shown from its start.
  if (length + 2 * margin > view - covered)
    return start < to - margin && start + length > from + margin ? scroll : start - covered - margin;
  return start < from ? Math.max(0, start - covered - margin) : start + length + margin - view;
}

/**
 * The box to go to from another with an arrow key: the nearest one that way, rather straight ahead than aside.
 *
 * @returns its place in `boxes`, or nothing where that way lies none
 */
export function neighbour(boxes: readonly Box[], from: Box, direction: Direction): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, box] of boxes.entries()) {
    const distance = distanceTo(from, box, direction);
    if (distance < least) {
      least = distance;
      best = index;
    }
  }
  return best;
}

/** What is not straight ahead comes after all that is. */
const notStraight = 1e6;

/** How far to a box that way, in pixels with a toll for going aside; infinite where it does not lie that way. */
function distanceTo(from: Box, to: Box, direction: Direction): number {
  const level = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const ahead = level ? middle(to.x, to.width) - middle(from.x, from.width) : middle(to.y, to.height) - middle(from.y, from.height);
  const way = ahead * sign;
  if (way < 1) return Number.POSITIVE_INFINITY;
  const aside = level ? gap(from.y, from.height, to.y, to.height) : gap(from.x, from.width, to.x, to.width);
  if (aside === 0) return way;
  // Far aside is not that way at all: from the last step of a row, right leads nowhere.
  return aside > way * 2 ? Number.POSITIVE_INFINITY : notStraight + way + 4 * aside;
}

function middle(start: number, length: number): number {
  return start + length / 2;
}

/** How far apart two spans are; nought where they overlap. */
function gap(a: number, aLength: number, b: number, bLength: number): number {
  return Math.max(0, b - (a + aLength), a - (b + bLength));
}
