import type { SceneNode } from './scene.ts';

type Attrs = Record<string, string | number | undefined>;

/** A number as the picture keeps it: two decimals at most. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}

/** A node. Numbers are rounded, absent attributes left out. */
export function node(tag: SceneNode['tag'], key: string, attrs: Attrs, children?: SceneNode[]): SceneNode {
  const kept: Record<string, string | number> = {};
  for (const name in attrs) {
    const value = attrs[name];
    if (value !== undefined) kept[name] = typeof value === 'number' ? round(value) : value;
  }
  return children && children.length > 0 ? { tag, key, attrs: kept, children } : { tag, key, attrs: kept };
}

export function group(key: string, attrs: Attrs, children: SceneNode[]): SceneNode {
  return node('g', key, attrs, children);
}

/** A group moved to a place. */
export function moved(key: string, x: number, y: number, children: SceneNode[], attrs: Attrs = {}): SceneNode {
  return group(key, { ...attrs, transform: `translate(${round(x)} ${round(y)})` }, children);
}

export function rect(key: string, x: number, y: number, width: number, height: number, attrs: Attrs): SceneNode {
  return node('rect', key, { x, y, width, height, ...attrs });
}

/** A rectangle that is not seen and can be hit. */
export function hitArea(x: number, y: number, width: number, height: number): SceneNode {
  return rect('hit', x, y, width, height, { fill: 'none', 'pointer-events': 'all' });
}

export function path(key: string, d: string, attrs: Attrs): SceneNode {
  return node('path', key, { d, ...attrs });
}

export function circle(key: string, cx: number, cy: number, r: number, attrs: Attrs): SceneNode {
  return node('circle', key, { cx, cy, r, ...attrs });
}

/** What a pointer that rests on the parent is shown. */
export function hover(text: string): SceneNode {
  return { tag: 'title', key: 'title', attrs: {}, text };
}

/** One line of text; `y` is its baseline. */
export function label(key: string, x: number, y: number, text: string, attrs: Attrs): SceneNode {
  if (!isRightToLeft(text)) return { ...node('text', key, { x, y, ...attrs }), text };
  return { ...node('text', key, { x, y, ...attrs, ...rightToLeft(attrs['text-anchor']) }), text: signed(text) };
}

/** Right-to-left text whose numbers have their signs at the left, where they would be put at the right. */
export function signed(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])[−+-](?=\d)/gu, '\u200e$&');
}

/** The first letter with a direction is an Arabic or Hebrew one (or of a script near them). */
export function isRightToLeft(text: string): boolean {
  return /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text);
}

/** An arrow from a text to what follows it. */
export function arrowAfter(text: string): string {
  return isRightToLeft(text) ? '←' : '→';
}

/** How right-to-left text looks. Its scripts have no italics, and Inkscape takes letters of another font for those that it slants. */
export const leftwardLook: Attrs = { direction: 'rtl', 'font-style': undefined };

/** Right-to-left text that starts where its neighbours do: with that direction its left edge is its end. */
export function rightToLeft(anchor: string | number | undefined): Attrs {
  return { ...leftwardLook, 'text-anchor': anchor === undefined || anchor === 'start' ? 'end' : anchor === 'end' ? 'start' : anchor };
}
