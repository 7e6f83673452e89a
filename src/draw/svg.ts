import { familiesWith } from './fonts.ts';
import { hash } from './hash.ts';
import type { Scene, SceneNode } from './scene.ts';

/** A font to carry inside the file: the data of a WOFF2, WOFF, TrueType or OpenType file as base64. */
export interface EmbeddedFont {
  weight: number;
  style: 'normal' | 'italic';
  format: 'woff2' | 'woff' | 'truetype' | 'opentype';
  base64: string;
}

export interface SvgOptions {
  fonts?: EmbeddedFont[];
  /** A style sheet for this picture; `root` is what CSS finds it by among others in one page. */
  style?: (root: string) => string;
  /** Nothing is drawn behind the picture. */
  transparent?: boolean;
}

const types = { woff2: 'font/woff2', woff: 'font/woff', truetype: 'font/ttf', opentype: 'font/otf' };

/**
 * A scene as one SVG file that stands alone, with real text. Its ids are its own, so that several files can be put into one page: two maps, two views of
 * one map, one view in two themes.
 */
export function toSvg(scene: Scene, { fonts = [], style, transparent = false }: SvgOptions = {}): string {
  const own = ownPrefix(scene, style !== undefined);
  // Of its own name, so that a page with the picture in it keeps its fonts, and other pictures theirs.
  const family = `Inter ${own.slice(0, -1)}`;
  const sheet = fontFaces(fonts, family) + (style?.(`#${own}svg`) ?? '');
  const attrs = {
    xmlns: 'http://www.w3.org/2000/svg',
    ...(scene.regions.some(({ children }) => hasPicture(children)) ? { 'xmlns:xlink': 'http://www.w3.org/1999/xlink' } : {}),
    ...(style ? { id: `${own}svg` } : {}),
    width: scene.width,
    height: scene.height,
    viewBox: `0 0 ${scene.width} ${scene.height}`,
  };
  // All text inherits these. Precise text is as wide at every zoom, and as it was measured.
  const textAttributes = {
    'font-family': familiesWith(scene.font, fonts.length > 0 ? family : undefined),
    'text-rendering': 'geometricPrecision',
  };
  const out: string[] = [`<svg${attributes({ ...attrs, role: 'img', 'aria-labelledby': `${own}title ${own}desc`, ...textAttributes })}>`];
  out.push(`<title id="${own}title">${escapeText(scene.title)}</title><desc id="${own}desc">${escapeText(scene.description)}</desc>`);
  if (sheet !== '') out.push(`<style>${sheet}</style>`);
  if (!transparent) out.push(`<rect${attributes({ width: scene.width, height: scene.height, fill: scene.background })}/>`);
  for (const region of (transparent ? withoutGround(scene) : scene).regions) {
    out.push(`<g${attributes({ transform: `translate(${region.x} ${region.y})` })}>`);
    for (const child of region.children) write(child, out, own);
    out.push('</g>');
  }
  out.push('</svg>\n');
  return out.join('');
}

/** A scene without what keeps its regions that are pinned from showing what scrolls below them. */
export function withoutGround(scene: Scene): Scene {
  const isGround = ({ tag, key, attrs }: SceneNode) => tag === 'rect' && key === 'ground' && attrs.fill === scene.background;
  return {
    ...scene,
    regions: scene.regions.map((region) => ({ ...region, children: region.children.filter((child) => !isGround(child)) })),
  };
}

/** Letters that join the next one. */
const joining = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}]/u;

/** What ends a line of text. To Inkscape the next line goes on where this one ends, and their letters would be joined. */
function endOf(lines: readonly SceneNode[], at: number): string {
  const { tag, text = '' } = lines[at] ?? {};
  return tag === 'tspan' && at + 1 < lines.length && joining.test(text.slice(-1)) ? '\u200c' : '';
}

/** @param end - What follows its text. */
function write(node: SceneNode, out: string[], own: string, end = ''): void {
  const open = `<${node.tag}${attributes(node.attrs, own)}`;
  if (node.text === undefined && !node.children?.length) {
    out.push(`${open}/>`);
    return;
  }
  out.push(`${open}>`);
  if (node.text !== undefined) out.push(escapeText(node.text), end);
  const { children = [] } = node;
  for (const [at, child] of children.entries()) write(child, out, own, node.tag === 'text' ? endOf(children, at) : '');
  out.push(`</${node.tag}>`);
}

function hasPicture(nodes: readonly SceneNode[]): boolean {
  return nodes.some(({ tag, children = [] }) => tag === 'image' || hasPicture(children));
}

/** Attributes as text, with `own` before each id and before what refers to one. */
function attributes(attrs: Record<string, string | number>, own = ''): string {
  let text = '';
  for (const name in attrs) {
    const value = attrs[name];
    if (typeof value !== 'string') {
      text += ` ${name}="${value}"`;
      continue;
    }
    // Inkscape before 1.3 knows no other.
    const written = name === 'href' ? 'xlink:href' : name;
    const unique = name === 'id' ? own + value : value.startsWith('url(#') ? `url(#${own}${value.slice(5)}` : value;
    text += ` ${written}="${escapeText(unique)}"`;
  }
  return text;
}

/** What tells one picture from another: two that have it in common look the same. */
function ownPrefix({ title, description, width, height, background, regions }: Scene, isStyled: boolean): string {
  const looks = [
    title,
    description,
    width,
    height,
    background,
    ...regions.map(({ key, y }) => `${key} ${y}`),
    ...(isStyled ? ['styled'] : []),
  ];
  return `p${hash(looks.join('\n'))}-`;
}

const special: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

/** Text as XML takes it: what XML forbids (control characters, halves of letters) is gone. */
function escapeText(text: string): string {
  if (/^[\u0020!#-%'-;=\u003f-\ud7ff]*$/.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffd-\uffff]/gu, (letter) => (letter === '\n' || letter === '\t' ? letter : ''))
    .replace(/[&<>"\n]/g, (letter) => special[letter] ?? letter);
}

/** Fonts as rules of a style sheet, by the name of a family. */
export function fontFaces(fonts: readonly EmbeddedFont[], family: string): string {
  return fonts.map((font) => fontFace(font, family)).join('');
}

function fontFace({ weight, style, format, base64 }: EmbeddedFont, family: string): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(data:${types[format]};base64,${base64}) format("${format}")}`;
}
