import { type Face, faces } from '../../draw/fonts.ts';
import type { Scene, SceneNode } from '../../draw/index.ts';
import { base64 } from '../base64.ts';
import { faceOf } from '../fonts/letters.ts';
import { nearestOf } from '../fonts/nearest.ts';
import type { MachineFont } from '../job.ts';
import { type LetterFont, openFont } from './letters.ts';
import { type SetGlyph, setLine } from './line.ts';

/** The fonts of a picture. */
export interface PictureFonts {
  ours: ReadonlyMap<Face, Uint8Array>;
  machine: readonly MachineFont[];
  /** The family of the house among them. */
  family: string | undefined;
}

/**
 * A scene whose texts are drawn as lines where they need more than one font, or go from right to left. What makes dots of an SVG takes one font for a
 * whole line, knows no text from right to left but inside one from left to right, and draws no letters that are pictures.
 *
 * @param isPlain - Whether the first font has all letters of a text.
 */
export function withDrawnWords(scene: Scene, fonts: PictureFonts, isPlain: (text: string) => boolean): Scene {
  const shelf = new Shelf(fonts);
  const drawn = (node: SceneNode): SceneNode => {
    if (node.tag === 'text' && (node.attrs.direction === 'rtl' || !linesOf(node).every(({ text }) => isPlain(text))))
      return drawnText(node, shelf);
    return node.children ? { ...node, children: node.children.map(drawn) } : node;
  };
  return { ...scene, regions: scene.regions.map((region) => ({ ...region, children: region.children.map(drawn) })) };
}

/** Fonts in the order in which they are asked for a letter, opened when they are first needed. */
class Shelf {
  readonly #fonts: PictureFonts;
  readonly #opened = new Map<Uint8Array, LetterFont | undefined>();
  readonly #byFace = new Map<Face, LetterFont[]>();

  constructor(fonts: PictureFonts) {
    this.#fonts = fonts;
  }

  of(face: Face): LetterFont[] {
    const known = this.#byFace.get(face);
    if (known) return known;
    const { ours, machine, family } = this.#fonts;
    const families = Map.groupBy(machine, (font) => font.family);
    const nearest = (name: string) => nearestOf(families.get(name) ?? [], faces[face]);
    const own = family === undefined ? undefined : nearest(family);
    const others = [...families.keys()].filter((name) => name !== family).map(nearest);
    const ourFace = ours.get(face) ?? ours.get('regular');
    const fonts = [
      own && this.#open(own.data, own.weight),
      ourFace && this.#open(ourFace, faces[face].weight),
      ...others.map((font) => font && this.#open(font.data, font.weight)),
    ].filter((font) => font !== undefined);
    this.#byFace.set(face, fonts);
    return fonts;
  }

  #open(data: Uint8Array, weight: number): LetterFont | undefined {
    if (!this.#opened.has(data)) this.#opened.set(data, openFont(data, weight));
    return this.#opened.get(data);
  }
}

interface Line {
  text: string;
  x: number;
  y: number;
}

function linesOf({ text, attrs, children = [] }: SceneNode): Line[] {
  const line = (words: string, at: SceneNode['attrs']) => ({
    text: words,
    x: Number(at.x ?? attrs.x ?? 0),
    y: Number(at.y ?? attrs.y ?? 0),
  });
  const spans = children.filter(({ tag }) => tag === 'tspan').map((span) => line(span.text ?? '', span.attrs));
  return text === undefined ? spans : [line(text, attrs), ...spans];
}

function drawnText(node: SceneNode, shelf: Shelf): SceneNode {
  const { attrs } = node;
  const face = faceOf(Number(attrs['font-weight'] ?? 400), String(attrs['font-style'] ?? 'normal'));
  const [size, isLeftward] = [Number(attrs['font-size'] ?? 16), attrs.direction === 'rtl'];
  const fonts = shelf.of(face);
  const children = linesOf(node).flatMap(({ text, x, y }, index) => {
    const { width, glyphs } = setLine(text, fonts, isLeftward);
    const from = x - width * size * before(attrs['text-anchor'], isLeftward);
    return drawnLine(glyphs, { x: from, y, size, fill: String(attrs.fill ?? '#000000'), weight: faces[face].weight }, `${index}`);
  });
  return { tag: 'g', key: node.key, attrs: {}, children };
}

/** Which part of a line stands left of its point. */
function before(anchor: string | number | undefined, isLeftward: boolean): number {
  if (anchor === 'middle') return 0.5;
  return (anchor === 'end') === isLeftward ? 0 : 1;
}

interface Look {
  x: number;
  y: number;
  size: number;
  fill: string;
  weight: number;
}

function drawnLine(glyphs: readonly SetGlyph[], { x, y, size, fill, weight }: Look, key: string): SceneNode[] {
  const shapes = { plain: '', bolder: '' };
  const coloured: SceneNode[] = [];
  for (const [index, { font, glyph, picture, x: aside, y: down }] of glyphs.entries()) {
    const [left, base, scale] = [x + aside * size, y + down * size, size / font.unitsPerEm];
    const outline = (of: SetGlyph['glyph']) =>
      of.id === 0 ? emptyBox(left, base, of.advanceWidth * scale, size) : of.path.transform(scale, 0, 0, -scale, left, base).toSVG();
    const name = `${key}-${index}`;
    if (picture) {
      const box = {
        x: left + picture.left * size,
        y: base - picture.top * size,
        width: picture.width * size,
        height: picture.height * size,
      };
      coloured.push({ tag: 'image', key: name, attrs: { ...box, href: `data:image/png;base64,${base64(picture.png)}` } });
    } else if (glyph.layers?.length) {
      for (const [at, { glyph: layer, color }] of glyph.layers.entries()) {
        const ink = `rgb(${color.red},${color.green},${color.blue})`;
        coloured.push({ tag: 'path', key: `${name}-${at}`, attrs: { d: outline(layer), fill: ink, 'fill-opacity': color.alpha / 255 } });
      }
    } else shapes[weight >= 600 && font.weight < 550 ? 'bolder' : 'plain'] += outline(glyph);
  }
  const plain: SceneNode[] = shapes.plain === '' ? [] : [{ tag: 'path', key: `${key}-plain`, attrs: { d: shapes.plain, fill } }];
  // A font that has no bold letters has them drawn with a wider pen, as browsers do.
  const pen = { stroke: fill, 'stroke-width': size / 28, 'stroke-linejoin': 'round' };
  const bolder: SceneNode[] =
    shapes.bolder === '' ? [] : [{ tag: 'path', key: `${key}-bolder`, attrs: { d: shapes.bolder, fill, ...pen } }];
  return [...plain, ...bolder, ...coloured];
}

/** What stands for a letter that no font has: a frame, as browsers draw it. */
function emptyBox(left: number, base: number, width: number, size: number): string {
  const [pen, wide, high] = [size / 14, Math.max(width, size / 2) * 0.84, size * 0.72];
  const [across, down] = [wide - pen * 2, high - pen * 2];
  return `M${left + wide * 0.09} ${base}h${wide}v${-high}h${-wide}zm${pen} ${-pen}v${-down}h${across}v${down}z`;
}
