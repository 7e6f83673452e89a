/** The arithmetic of zooming. Scales are factors: 1 shows the picture's own pixels. */

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export type Fit = 'width' | 'all';

/** Where the buttons and keys stop on their way. */
const stops = [0.1, 0.15, 0.2, 0.25, 0.33, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];
const least = 0.1;
const most = 4;
/** What a fit may come to. */
const tiniest = 0.001;

/** Below this, the small text of a picture can no longer be read with ease. */
const readable = 0.6;

/**
 * A scale within bounds, at no more than a hundredth of a percent, so that the same gesture forth and back ends where it began.
 *
 * @param floor the lower bound
 */
export function clampScale(scale: number, floor = least): number {
  return Math.round(Math.min(most, Math.max(floor, scale)) * 1e4) / 1e4;
}

/** The next stop above or below. */
export function stepScale(scale: number, direction: 1 | -1): number {
  const beyond = (stop: number) => (direction > 0 ? stop > scale + 0.005 : stop < scale - 0.005);
  const next = direction > 0 ? stops.find(beyond) : stops.findLast(beyond);
  // A fit may be below all stops: there is nothing further out, and a step out must not be one in.
  return next ?? clampScale(scale, Math.min(scale, least));
}

/**
 * The scale after a turn of the wheel.
 *
 * @param delta the event's `deltaY`
 * @param mode its `deltaMode`: 0 pixels, 1 lines, 2 pages. A pinch comes as pixels, a few at a time.
 */
export function wheelScale(scale: number, delta: number, mode: number): number {
  const pixels = delta * (mode === 0 ? 1 : mode === 1 ? 16 : 100);
  // A notch of a mouse wheel is 100 pixels or more; a pinch sends about 5 to 10 and must feel as if it held the picture.
  const strength = Math.abs(pixels) >= 50 ? 0.0018 : 0.01;
  return clampScale(scale * Math.exp(-pixels * strength), Math.min(scale, least));
}

/** The scale while fingers that began at one are so many times as far apart. */
export function pinchScale(from: number, by: number): number {
  return clampScale(from * by, Math.min(from, least));
}

/** The scale that shows the whole width, or all of the picture, however small that makes it. */
export function fitScale(picture: Size, view: Size, fit: Fit): number {
  const width = view.width / picture.width;
  const scale = fit === 'width' ? width : Math.min(width, view.height / picture.height);
  // Rounded down: a picture that is a hair too wide would need a scroll bar, even one that is so by the rounding of a product alone.
  const step = Math.floor(scale * 1e4);
  return clampScale((picture.width * (step / 1e4) > view.width ? step - 1 : step) / 1e4, tiniest);
}

/**
 * How a picture is first shown: its whole width where that can be read, never enlarged; else at its own size, so that it can be read
 * and scrolled.
 */
export function firstScale(picture: Size, view: Size): { scale: number; fit: Fit | undefined } {
  const scale = fitScale(picture, view, 'width');
  if (scale >= 1 || scale < readable) return { scale: 1, fit: undefined };
  return { scale, fit: 'width' };
}

/**
 * Where to scroll so that the point of the picture under `held` stays under it.
 *
 * @param scroll offset before, in screen pixels
 * @param held a point of the view, from its top left corner
 * @param shift how far that point moved within the picture, in the picture's pixels
 */
export function scrollKeeping(scroll: Point, held: Point, from: number, to: number, shift: Point = { x: 0, y: 0 }): Point {
  return {
    x: ((scroll.x + held.x) / from + shift.x) * to - held.x,
    y: ((scroll.y + held.y) / from + shift.y) * to - held.y,
  };
}

/** `0.8` → `80 %`, `0.0634` → `6.3 %`. */
export function percent(scale: number): string {
  return `${scale < 0.0995 ? Math.round(scale * 1000) / 10 : Math.round(scale * 100)} %`;
}
