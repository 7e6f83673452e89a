import type { Scene } from '../../draw/scene.ts';
import { type Box, union } from './geometry.ts';

/** Finds the drawn elements of the map in the page. An element may be drawn in several nodes; each carries its id. */

export interface Drawn {
  id: string;
  /** Round what is its own, in the scene's pixels, where it stands when nothing is scrolled. */
  box: Box;
  /** It keeps in sight by itself at these edges. */
  top: boolean;
  left: boolean;
}

/** The id of the element at a place of the page. */
export function idAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<SVGElement>('[data-id]')?.dataset.id : undefined;
}

/** All ids, in the order of the picture's nodes. */
export function idsIn(view: Element): string[] {
  return [...new Set([...view.querySelectorAll<SVGElement>('[data-id]')].map((node) => node.dataset.id as string))];
}

/** The box round an element in each region that draws it, in the region's own pixels. */
export function boxesOf(view: Element, id: string, scale: number): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const region of regionsOf(view)) {
    const box = union(boxesIn(region, `[data-id="${CSS.escape(id)}"]`, scale).map(([, each]) => each));
    if (box !== undefined) boxes.set(region.dataset.region as string, box);
  }
  return boxes;
}

/** Every element that can be seen. */
export function allDrawn(view: Element, scene: Scene, scale: number): Drawn[] {
  const found = new Map<string, Drawn>();
  for (const region of regionsOf(view)) {
    const { x, y } = scene.regions.find(({ key }) => key === region.dataset.region) ?? { x: 0, y: 0 };
    const has = (name: string) => region.classList.contains(name);
    const pins = { top: has('top'), left: has('left') || has('steady') };
    for (const [id, box] of boxesIn(region, '[data-id]', scale, ownParts)) {
      const placed = { ...box, x: box.x + x, y: box.y + y };
      const before = found.get(id);
      found.set(id, before === undefined ? { id, box: placed, ...pins } : { ...before, box: union([before.box, placed]) as Box });
    }
  }
  return [...found.values()];
}

/** What a screen reader is told of an element: its texts, piece by piece. */
export function spokenOf(view: Element, id: string): string {
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
): [id: string, box: Box][] {
  const corner = region.getBoundingClientRect();
  return [...region.querySelectorAll<SVGElement>(selector)].flatMap((node): [string, Box][] => {
    const boxes = measured(node).map((each) => {
      const { left, top, width, height } = each.getBoundingClientRect();
      return { x: (left - corner.left) / scale, y: (top - corner.top) / scale, width: width / scale, height: height / scale };
    });
    const box = union(boxes.filter(({ width, height }) => width > 0 && height > 0));
    return box === undefined ? [] : [[node.dataset.id as string, box]];
  });
}

function itself(node: Element): Element[] {
  return [node];
}

/** What is drawn of an element itself, without the elements within it: of a step, whose column holds all there is in it, the name. */
function ownParts(node: Element): Element[] {
  const parts = [...node.querySelectorAll('text, path, circle, rect:not([fill="none"])')].filter(
    (part) => part.closest('[data-id]') === node,
  );
  return parts.length > 0 ? parts : [node];
}
