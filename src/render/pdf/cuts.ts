import type { Region, Scene, SceneNode } from '../../draw/scene.ts';
import { heightOf, outlineOf } from './path.ts';

/** From a y to another, in pixels of a picture. */
interface Span {
  from: number;
  to: number;
}

/** Paths that are higher are lines from one row to another: they go on over the page. */
const highestSign = 60;
/** A page is cut at the end of a row where that leaves no more than this share of it empty, and between cards rather than in one. */
const leastFilled = { row: 0.5, card: 0.55 };

/**
 * Where a picture is cut that is higher than its pages: at the lines between rows, else between cards, else between lines of text; through a text never.
 *
 * @param room - How much of the picture the first page shows, and each one after it.
 * @returns From top to bottom, which stretch of the picture each page shows.
 */
export function windowsOf(scene: Scene, room: { first: number; next: number }): { top: number; bottom: number }[] {
  const end = lowestOf(scene);
  if (end <= room.first) return [{ top: 0, bottom: scene.height }];
  const rows = rowsOf(scene);
  const { cards, texts } = solidOf(scene);
  const besideCards = gapsBetween([...cards, ...texts], scene.height);
  const besideTexts = gapsBetween(texts, scene.height);
  const windows: { top: number; bottom: number }[] = [];
  let top = 0;
  while (end - top > (windows.length === 0 ? room.first : room.next)) {
    const here = windows.length === 0 ? room.first : room.next;
    const most = top + here;
    const bottom =
      rows.findLast((y) => y > top + here * leastFilled.row && y <= most) ??
      lastGap(besideCards, top + here * leastFilled.card, most) ??
      lastGap(besideTexts, top, most) ??
      most;
    windows.push({ top, bottom });
    top = bottom;
  }
  return [...windows, { top, bottom: scene.height }];
}

/** Where the lowest region ends, but for what signs mean: that stands at the foot of each page. */
export function lowestOf({ regions }: Scene): number {
  return Math.max(0, ...regions.filter(({ key }) => key !== 'legend').map(({ y, height }) => y + height));
}

/** The heights of the lines between rows. */
function rowsOf({ regions }: Scene): number[] {
  const labels = regions.find(({ key }) => key === 'labels');
  const lines = labels?.children.filter(({ key }) => key.startsWith('line:')) ?? [];
  return [...lines.map(({ attrs }) => Number(attrs.y1) + (labels?.y ?? 0)), ...(labels ? [labels.y + labels.height] : [])];
}

/** The last place within limits that nothing stands at, a little below what is above it. */
function lastGap(gaps: readonly Span[], from: number, to: number): number | undefined {
  const gap = gaps.findLast((each) => each.from <= to && each.to > from);
  if (!gap) return undefined;
  const y = Math.min(gap.from + 6, (gap.from + Math.min(gap.to, to)) / 2);
  return y > from ? y : undefined;
}

function gapsBetween(solid: readonly Span[], height: number): Span[] {
  const gaps: Span[] = [];
  let y = 0;
  for (const { from, to } of solid.toSorted((a, b) => a.from - b.from)) {
    if (from > y) gaps.push({ from: y, to: from });
    y = Math.max(y, to);
  }
  return y < height ? [...gaps, { from: y, to: height }] : gaps;
}

/** Where cards stand, and where texts, signs and pictures do. */
function solidOf({ regions }: Scene): { cards: Span[]; texts: Span[] } {
  const [cards, texts]: [Span[], Span[]] = [[], []];
  for (const region of regions.filter(({ key }) => key !== 'legend'))
    for (const child of region.children) collect(child, region.y, region, { cards, texts });
  return { cards, texts };
}

function collect(node: SceneNode, dy: number, region: Region, found: { cards: Span[]; texts: Span[] }): void {
  const { tag, attrs, children = [] } = node;
  const at = (name: string) => Number(attrs[name] ?? 0);
  const shift = /^translate\(\S+ (\S+)\)(?: scale\((?:\S+ )?([^\s)]+)\))?/.exec(String(attrs.transform ?? ''));
  const y = dy + Number(shift?.[1] ?? 0);
  if (tag === 'g') for (const child of children) collect(child, y, region, found);
  else if (tag === 'text') {
    const lines =
      node.text === undefined ? children.filter((child) => child.tag === 'tspan').map((child) => Number(child.attrs.y)) : [at('y')];
    for (const line of lines) found.texts.push({ from: dy + line - at('font-size'), to: dy + line + at('font-size') * 0.35 });
  } else if (tag === 'circle') found.texts.push({ from: dy + at('cy') - at('r') - 1, to: dy + at('cy') + at('r') + 1 });
  else if (tag === 'image') found.texts.push({ from: dy + at('y'), to: dy + at('y') + at('height') });
  else if (tag === 'path') {
    const { top, bottom } = heightOf(outlineOf(String(attrs.d ?? '')));
    const scale = Number(shift?.[2] ?? 1);
    if (bottom - top <= highestSign) found.texts.push({ from: y + top * scale - 1, to: y + bottom * scale + 1 });
  } else if (tag === 'rect' && attrs.rx !== undefined) {
    const span = { from: dy + at('y') - 2, to: dy + at('y') + at('height') + 2 };
    // A pill is a word with its ground; a card holds more.
    if (at('height') <= highestSign) found.texts.push(span);
    else if (at('height') < region.height - 2) found.cards.push(span);
  }
}
