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

/** Something that the keys can go to. */
export interface Spot {
  box: Box;
  /** The lane it stands in. */
  row: string;
  /** Its place along the row: that of its step, or its left edge where it stands in no column. */
  place: number;
  /** The first and the last of the steps in whose columns it stands, counted from 0. */
  from: number;
  to: number;
}

/** The ends of a row. */
export type End = 'first' | 'last';

/** The way along the steps that a key asks for where the first one stands at the right. */
export function turned(direction: Direction | End): Direction | End {
  return direction === 'left' ? 'right' : direction === 'right' ? 'left' : direction;
}

/**
 * Where a key leads from a spot: left and right along its row, to the nearest spot of the next step that has one; up and down within
 * the step's column; first and last to the ends of the row.
 *
 * @returns its place in `spots`, or nothing where that way lies none
 */
export function neighbour(spots: readonly Spot[], at: Spot, direction: Direction | End): number | undefined {
  const down = (spot: Spot) => middle(spot.box.y, spot.box.height) - middle(at.box.y, at.box.height);
  if (direction === 'up' || direction === 'down') {
    const ahead = (spot: Spot) => down(spot) * (direction === 'down' ? 1 : -1);
    // Of several at one height the nearest sideways.
    const toll = (spot: Spot) => Math.abs(middle(spot.box.x, spot.box.width) - middle(at.box.x, at.box.width)) / 1e4;
    const column = spots.filter((spot) => spot.from <= at.to && spot.to >= at.from && ahead(spot) >= 1);
    return nearest(spots, column, (spot) => ahead(spot) + toll(spot));
  }
  const back = direction === 'left' || direction === 'first';
  const beyond = spots.filter(({ row, place }) => row === at.row && (back ? place < at.place : place > at.place));
  const places = beyond.map(({ place }) => place);
  const wanted = direction === 'left' || direction === 'last' ? Math.max(...places) : Math.min(...places);
  const there = beyond.filter(({ place }) => place === wanted);
  return nearest(spots, there, (spot) => Math.abs(down(spot)));
}

function nearest(spots: readonly Spot[], among: readonly Spot[], distance: (spot: Spot) => number): number | undefined {
  let best: Spot | undefined;
  for (const spot of among) if (best === undefined || distance(spot) < distance(best)) best = spot;
  return best && spots.indexOf(best);
}

function middle(start: number, length: number): number {
  return start + length / 2;
}
