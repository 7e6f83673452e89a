import { type Point, pinchScale } from './zoom.ts';

/** What a pinch does: it begins at the scale that is, and says at each move how much wider apart the fingers are, and where their middle is. */
export interface Pinched {
  scale(): number;
  zoom(scale: number, middle: { clientX: number; clientY: number }): void;
}

/** Zooms the picture in `view` by two fingers. What the browser would zoom instead is the window, its bar and all. */
export function onPinch(view: HTMLElement, { scale, zoom }: Pinched): void {
  let start: { apart: number; scale: number } | undefined;
  let next: (() => void) | undefined;
  const begin = ({ touches }: TouchEvent) => {
    start = touches.length === 2 ? { apart: apart(touches), scale: scale() } : undefined;
  };
  view.addEventListener('touchstart', begin, { passive: true });
  view.addEventListener('touchend', begin, { passive: true });
  view.addEventListener('touchcancel', begin, { passive: true });
  view.addEventListener(
    'touchmove',
    (event) => {
      if (start === undefined || event.touches.length !== 2) return;
      event.preventDefault();
      const { x, y } = middle(event.touches);
      const to = pinchScale(start.scale, apart(event.touches) / start.apart);
      // A picture is drawn once per frame, however often the fingers move.
      if (next === undefined) requestAnimationFrame(() => next?.());
      next = () => {
        next = undefined;
        zoom(to, { clientX: x, clientY: y });
      };
    },
    { passive: false },
  );
}

function points(touches: TouchList): [Point, Point] {
  const [a, b] = [...touches].map(({ clientX, clientY }) => ({ x: clientX, y: clientY }));
  const none = { x: 0, y: 0 };
  return [a ?? none, b ?? none];
}

function apart(touches: TouchList): number {
  const [a, b] = points(touches);
  return Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
}

function middle(touches: TouchList): Point {
  const [a, b] = points(touches);
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
