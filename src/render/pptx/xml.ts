import { tidy } from '../../draw/lines.ts';

/** XML as text. It is only ever made by `el` and `words`, which escape all that comes from a map. */
export type Xml = string;

export type Attrs = Record<string, string | number | boolean | undefined>;

/** An element. Attributes that are absent are left out; `true` and `false` are written as Office does, 1 and 0. */
export function el(name: string, attrs: Attrs = {}, ...children: readonly Xml[]): Xml {
  const written = Object.entries(attrs)
    .flatMap(([key, value]) =>
      value === undefined ? [] : [` ${key}="${words(typeof value === 'boolean' ? `${Number(value)}` : `${value}`)}"`],
    )
    .join('');
  const inside = children.join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** A text of a map as XML: without what XML forbids, and with nothing that would be read as markup. */
export function words(text: string): Xml {
  return tidy(text).replace(/[&<>"\n]/g, (sign) => entities[sign] ?? '');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

/** A text with its outer spaces, as runs of one paragraph have them. */
export function spacedWords(text: string): Xml {
  const [, before = '', inner = '', after = ''] = /^([ \u00a0]*)(.*?)([ \u00a0]*)$/s.exec(text) ?? [];
  return `${before}${words(inner)}${after}`;
}

/** A file of the package: what all begin with, and one element. */
export function file(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** The names that the elements of slides begin with. */
export const names = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const;

/** What lies on a slide, a layout or a master, in the order of painting. */
export function tree(shapes: readonly Xml[]): Xml {
  const places = [
    el('a:off', { x: 0, y: 0 }),
    el('a:ext', { cx: 0, cy: 0 }),
    el('a:chOff', { x: 0, y: 0 }),
    el('a:chExt', { cx: 0, cy: 0 }),
  ];
  return el(
    'p:spTree',
    {},
    el('p:nvGrpSpPr', {}, el('p:cNvPr', { id: 1, name: '' }), el('p:cNvGrpSpPr'), el('p:nvPr')),
    el('p:grpSpPr', {}, el('a:xfrm', {}, ...places)),
    ...shapes,
  );
}
