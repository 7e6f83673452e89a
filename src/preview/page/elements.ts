import type { Scene } from '../../draw/scene.ts';
import { fillNow } from './filling.ts';
import { type Box, type Spot, union } from './geometry.ts';

/** Finds the drawn elements of the map in the page. An element may be drawn in several nodes; each carries its id. */

export interface Drawn extends Spot {
  id: string;
  /** It keeps in sight by itself at these edges. */
  top: boolean;
  left: boolean;
}

/** The id of the element at a place of the page. */
export function idAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<SVGElement>('[data-id]')?.dataset.id : undefined;
}

/** The id of the stage that a click at a place of the page folds, or unfolds. */
export function foldAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<SVGElement>('[data-fold]')?.dataset.fold : undefined;
}

/** Whether a stage has a sign to fold it by. */
export function canFold(view: Element, stage: string): boolean {
  return view.querySelector(`[data-fold="${CSS.escape(stage)}"]`) !== null;
}

/** All ids, in the order of the picture's nodes. */
export function idsIn(view: Element): string[] {
  fillNow();
  return [...new Set([...view.querySelectorAll<SVGElement>('[data-id]')].map((node) => node.dataset.id as string))];
}

/** The box round an element in each region that draws it, in the region's own pixels. */
export function boxesOf(view: Element, id: string, scale: number): Map<string, Box> {
  fillNow();
  const boxes = new Map<string, Box>();
  for (const region of regionsOf(view)) {
    const box = union(boxesIn(region, `[data-id="${CSS.escape(id)}"]`, scale).map(([, each]) => each));
    if (box !== undefined) boxes.set(region.dataset.region as string, box);
  }
  return boxes;
}

/** Every element that can be seen, its box round what is its own, in the scene's pixels, where it stands when nothing is scrolled. */
export function allDrawn(view: Element, scene: Scene, scale: number): Drawn[] {
  fillNow();
  const found = new Map<string, Drawn>();
  for (const region of regionsOf(view)) {
    const key = region.dataset.region as string;
    const { x, y } = scene.regions.find((each) => each.key === key) ?? { x: 0, y: 0 };
    const has = (name: string) => region.classList.contains(name);
    const pins = { top: has('top'), left: has('left') || has('right') || has('steady') };
    for (const [id, box, node] of boxesIn(region, '[data-id]', scale, ownParts)) {
      const placed = { ...box, x: box.x + x, y: box.y + y };
      const row = laneOf(node) ?? key;
      const before = found.get(id);
      // What is drawn in two lanes stands in the first: a key moment where its text can be read.
      if (before !== undefined && before.row !== row) continue;
      const whole = before === undefined ? placed : (union([before.box, placed]) as Box);
      found.set(id, { id, row, box: whole, ...placeOf(scene, key, node, whole), ...pins });
    }
  }
  return [...found.values()];
}

function laneOf(node: Element): string | undefined {
  const lane = node.closest<SVGElement>('[data-lane]') ?? node.querySelector<SVGElement>(':scope > [data-lane]');
  return lane?.dataset.lane;
}

/** The step in which a node is drawn, else those over which its box stands. What is outside the lanes is in every column. */
function placeOf(scene: Scene, region: string, node: Element, box: Box): Pick<Spot, 'place' | 'from' | 'to'> {
  const last = scene.columns.length - 1;
  if (region === 'header' || region === 'about') return { place: scene.leftward ? -box.x - box.width : box.x, from: 0, to: last };
  const inside = stepOf(scene, node) ?? (region === 'curve' ? columnAt(scene, box.x + box.width / 2) : undefined);
  const ends = [box.x + 1, box.x + box.width - 1].map((x) => inside ?? columnAt(scene, x));
  const from = Math.min(...ends);
  return { place: from, from, to: Math.max(...ends) };
}

function stepOf(scene: Scene, node: Element): number | undefined {
  for (let at: Element | null = node; at instanceof SVGElement; at = at.parentElement) {
    const { id } = at.dataset;
    const index = id === undefined ? -1 : scene.columns.findIndex((column) => column.id === id);
    if (index >= 0) return index;
  }
  return undefined;
}

/** The column at a place, in the order of the steps: the last that begins before it, or the first. */
function columnAt({ columns, leftward }: Scene, x: number): number {
  const begun = columns.findLastIndex((column) => (leftward ? column.x + column.width >= x : column.x <= x));
  return Math.max(0, begun);
}

/** What a screen reader is told of an element: its texts, piece by piece. */
export function spokenOf(view: Element, id: string): string {
  fillNow();
  const pieces = view.querySelectorAll(`[data-id="${CSS.escape(id)}"] :is(tspan, text:not(:has(tspan)))`);
  return [...pieces].map((piece) => piece.textContent.trim()).join(' ');
}

function regionsOf(view: Element): NodeListOf<HTMLElement> {
  return view.querySelectorAll<HTMLElement>('[data-region]');
}

function boxesIn(
  region: HTMLElement,
  selector: string,
  scale: number,
  measured: (node: Element) => Element[] = itself,
): [id: string, box: Box, node: Element][] {
  const corner = region.getBoundingClientRect();
  return [...region.querySelectorAll<SVGElement>(selector)].flatMap((node): [string, Box, Element][] => {
    const boxes = measured(node).map((each) => {
      const { left, top, width, height } = each.getBoundingClientRect();
      return { x: (left - corner.left) / scale, y: (top - corner.top) / scale, width: width / scale, height: height / scale };
    });
    const box = union(boxes.filter(({ width, height }) => width > 0 && height > 0));
    return box === undefined ? [] : [[node.dataset.id as string, box, node]];
  });
}

function itself(node: Element): Element[] {
  return [node];
}

/** What is drawn of an element itself, without the elements within it: of a step, whose column holds all there is in it, the name. */
function ownParts(node: Element): Element[] {
  const named = node.querySelector(':scope > [data-lane]') ?? node;
  const parts = [...named.querySelectorAll('text, path, circle, rect:not([fill="none"])')].filter(
    (part) => part.closest('[data-id]') === node,
  );
  return parts.length > 0 ? parts : [node];
}
