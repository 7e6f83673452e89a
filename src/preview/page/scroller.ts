import type { Scene } from '../../draw/scene.ts';
import { type Box, scrollToShow } from './geometry.ts';
import type { Point, Size } from './zoom.ts';

/** Room left beside what is scrolled into sight, in screen pixels. */
const margin = 12;

/** Pinned heads and labels may take up to these parts of the view; beyond it they scroll along, so that something is left to see. */
const most = { x: 0.4, y: 0.6 };

/** The part of the page that scrolls over the picture. */
export class Scroller {
  readonly view: HTMLElement;

  constructor(view: HTMLElement) {
    this.view = view;
  }

  get size(): Size {
    return { width: this.view.clientWidth, height: this.view.clientHeight };
  }

  /** What of the picture stands at the view's corner. */
  get at(): Point {
    return { x: this.view.scrollLeft + this.#before, y: this.view.scrollTop };
  }

  set at({ x, y }: Point) {
    this.view.scrollTo({ left: x - this.#before, top: y, behavior: 'instant' });
  }

  /** How far one has scrolled from where the journey begins: at the left, or, where time runs leftward, at the right, and there below 0. */
  get way(): Point {
    return { x: this.view.scrollLeft, y: this.view.scrollTop };
  }

  set way({ x, y }: Point) {
    this.view.scrollTo({ left: x, top: y, behavior: 'instant' });
  }

  /** A browser counts from the right what is written from there. */
  get #before(): number {
    return this.view.classList.contains('leftward') ? this.view.scrollWidth - this.view.clientWidth : 0;
  }

  /** What of the picture is to be seen, in the scene's pixels. */
  sight(scale: number): Box {
    const [{ x, y }, { width, height }] = [this.at, this.size];
    return { x: x / scale, y: y / scale, width: width / scale, height: height / scale };
  }

  /** Calls back whenever the view has another size than before. */
  onResize(listener: () => void): void {
    let last = this.size;
    new ResizeObserver(() => {
      const size = this.size;
      if (size.width === last.width && size.height === last.height) return;
      last = size;
      listener();
    }).observe(this.view);
  }

  /** A point of the window, from the view's corner; its middle where there is none. */
  point(event?: { clientX: number; clientY: number }): Point {
    const { width, height } = this.size;
    if (event === undefined) return { x: width / 2, y: height / 2 };
    const { left, top } = this.view.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  /**
   * Shows the steps' titles at the top where one has scrolled past the steps themselves, and hides them elsewhere. A picture whose time runs
   * leftward is scrolled from its right edge.
   */
  passTitles(scene: Scene | undefined, scale: number): void {
    const { titles, regions, leftward = false } = scene ?? {};
    this.view.classList.toggle('leftward', leftward);
    const heads = regions?.find(({ pin }) => pin === 'top')?.height ?? 0;
    const past = titles !== undefined && this.at.y > (titles.y - heads) * scale;
    this.view.classList.toggle('past-steps', past);
  }

  /** Which edges can keep what is pinned to them; `left` is the right one where time runs leftward. */
  pins(scene: Scene, scale: number): { top: boolean; left: boolean } {
    const covered = coveredBy(scene, scale);
    return { top: covered.y <= this.size.height * most.y, left: covered.x <= this.size.width * most.x };
  }

  /**
   * Scrolls the shortest way that brings a box of the scene into sight.
   *
   * @param stuck edges at which it is pinned: there it is in sight, wherever its own place is
   */
  show(box: Box, scene: Scene, scale: number, stuck = { top: false, left: false }): void {
    const covered = coveredBy(scene, scale);
    const pins = this.pins(scene, scale);
    const now = this.at;
    const scaled = { x: box.x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale };
    const side = pins.left ? covered.x : 0;
    const room = { x: scene.leftward ? 0 : side, y: pins.top ? covered.y : 0 };
    const { width, height } = this.size;
    const to = scrollToShow(now, { width: scene.leftward ? width - side : width, height }, room, scaled, margin);
    this.at = { x: stuck.left ? now.x : to.x, y: stuck.top ? now.y : to.y };
  }

  /** The same for what is as high as the picture: unless none of it is in sight, it is brought there sideways only. */
  showSideways(box: Box, scene: Scene, scale: number): void {
    const top = this.at.y / scale;
    const seen = box.y < top + this.size.height / scale && box.y + box.height > top;
    this.show(box, scene, scale, { top: seen, left: false });
  }

  /** Whether at least half of a box's width is in sight. */
  seesSideways({ x, width }: Box, scene: Scene, scale: number): boolean {
    const side = this.pins(scene, scale).left ? coveredBy(scene, scale).x : 0;
    const from = this.at.x + (scene.leftward ? 0 : side);
    const to = this.at.x + this.size.width - (scene.leftward ? side : 0);
    return Math.min(x * scale + width * scale, to) - Math.max(x * scale, from) >= (width * scale) / 2;
  }
}

/** How much of the view's side and top pinned regions take, in screen pixels. */
function coveredBy(scene: Scene, scale: number): Point {
  const longest = (pin: 'left' | 'right' | 'top', length: 'width' | 'height') =>
    Math.max(0, ...scene.regions.filter((region) => region.pin === pin).map((region) => region[length]));
  const strip = scene.titles?.height ?? 0;
  return { x: longest(scene.leftward ? 'right' : 'left', 'width') * scale, y: (longest('top', 'height') + strip) * scale };
}
