import type { Region, Scene } from '../../draw/scene.ts';
import type { Theme } from '../../draw/themes.ts';
import type { ViewName } from '../../language/names/settings.ts';
import { pair } from '../pair.ts';
import type { ShownReply } from './model.ts';
import { shareRegions } from './share.ts';
import type { Point } from './zoom.ts';

/** Draws a map, with a header no wider than so many of the scene's pixels, and some stages folded; nothing for a picture in which none can be. */
export type Draw = (shown: ShownReply, theme: Theme, width: number, view: ViewName, folded: readonly string[] | undefined) => Scene;

/** The picture as it is drawn now, and which of its steps is framed. */
export class Board {
  readonly #draw: Draw;
  scene: Scene | undefined;
  /** The reply that it shows. */
  shown: ShownReply | undefined;
  /** Id of the framed step. */
  framed: string | undefined;

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  /** Draws anew, keeping of the last picture whatever is equal. A frame stays on its step, also while that is renamed. */
  paint(...what: Parameters<Draw>): Scene {
    const old = this.scene;
    const [shown] = what;
    const fresh = this.#draw(...what);
    const scene = old === undefined ? fresh : shared(old, fresh);
    this.framed = pair(columnIds(old), this.framed, columnIds(scene));
    this.scene = scene;
    this.shown = shown;
    return scene;
  }

  /** Takes in a reply while no picture is to be seen. */
  hold(shown: ShownReply): void {
    this.shown = shown;
  }

  clear(): void {
    this.scene = undefined;
    this.shown = undefined;
  }

  /** Frames a step, or none. One that is not drawn yet leaves the frame where it is; it is framed when it is there. */
  frame(step: string | undefined): void {
    if (step === undefined || this.column(step) !== undefined) this.framed = step;
  }

  /** Where a step stands. */
  column(step: string | undefined): Scene['columns'][number] | undefined {
    return this.scene?.columns.find(({ id }) => id === step);
  }
}

/**
 * How far the thing at a point of one picture was moved by drawing it again, because what stands above it grew or shrank.
 *
 * @param point in the old picture's pixels
 */
export function shiftAt(before: Scene, after: Scene, point: Point): Point {
  const region = before.regions.findLast(
    ({ x, y, width, height, pin }) => pin === undefined && point.x >= x && point.x < x + width && point.y >= y && point.y < y + height,
  );
  const same = after.regions.find(({ key }) => key === region?.key);
  return region === undefined || same === undefined ? { x: 0, y: 0 } : { x: same.x - region.x, y: same.y - region.y };
}

/** A fresh scene with all that it has in common with an old one. */
function shared(old: Scene, fresh: Scene): Scene {
  const titles = (scene: Scene) => (scene.titles ? [scene.titles] : []);
  const [strip] = shareRegions(titles(old), titles(fresh)) as Region[];
  return { ...fresh, regions: shareRegions(old.regions, fresh.regions) as Region[], ...(strip ? { titles: strip } : {}) };
}

function columnIds(scene: Scene | undefined): string[] {
  return scene?.columns.map(({ id }) => id) ?? [];
}
