import type { SceneNode } from '../../draw/scene.ts';
import { faceOf } from '../fonts/letters.ts';
import type { Pdf, PdfImage } from './document.ts';
import { circleAt, heightOf, outlineOf, rectangle, type Segment } from './path.ts';
import type { Setter } from './text.ts';

/** Where a picture lies on a page: so many points to a pixel, from the page's top left corner. */
export interface Placement {
  scale: number;
  x: number;
  y: number;
}

/** What of a picture is drawn, from top to bottom, in pixels of the picture. */
export interface Window {
  top: number;
  bottom: number;
}

/** A rectangle on the page, in points. */
export interface PageBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Attrs = SceneNode['attrs'];

/** Draws nodes of a scene on the page in work, in the operators of a PDF's content. */
export class Painter {
  private readonly pdf: Pdf;
  private readonly setter: Setter;
  private readonly images: ReadonlyMap<string, PdfImage>;
  private readonly linked: ReadonlySet<string>;
  private out: string[] = [];
  /** What the page was last told, by operators. */
  private told = new Map<string, string>();
  private placement: Placement = { scale: 1, x: 0, y: 0 };
  private window: Window = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };
  private readonly defs = new Map<string, SceneNode>();
  private gradients = new Map<string, PDFKit.PDFGradient>();
  /** Where on the page text of elements stands that lead somewhere, by their ids. */
  links = new Map<string, PageBox>();

  /** @param linked - Ids of the elements that lead somewhere. */
  constructor(pdf: Pdf, setter: Setter, images: ReadonlyMap<string, PdfImage>, linked: ReadonlySet<string>) {
    this.pdf = pdf;
    this.setter = setter;
    this.images = images;
    this.linked = linked;
  }

  /** Begins a page, with a ground of one colour. */
  begin(width: number, height: number, ground: string): void {
    this.pdf.page(width, height);
    this.links = new Map();
    this.gradients = new Map();
    this.told = new Map();
    this.pdf.artifact(() => {
      this.fill(ground);
      this.out.push(`0 0 ${round(width)} ${round(height)} re f`);
      this.flush();
    });
  }

  /** Draws what `draw` does at a place, with what lies within a window only. */
  at(placement: Placement, window: Window | undefined, width: number, draw: () => void): void {
    this.placement = placement;
    const { scale, x, y } = placement;
    this.out.push('q', `${round(scale, 5)} 0 0 ${round(scale, 5)} ${round(x)} ${round(y)} cm`);
    const before = this.told;
    this.told = new Map(before);
    if (window) {
      this.out.push(`0 ${round(window.top)} ${round(width)} ${round(window.bottom - window.top)} re W n`);
      this.window = window;
    }
    this.flush();
    draw();
    this.out.push('Q');
    this.flush();
    this.told = before;
    this.window = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };
  }

  /** Draws nodes, moved by so many pixels. */
  nodes(nodes: readonly SceneNode[], dx: number, dy: number): void {
    for (const node of nodes) this.node(node, dx, dy, undefined);
    this.flush();
  }

  private node(node: SceneNode, dx: number, dy: number, link: string | undefined): void {
    const { tag, attrs, children = [] } = node;
    switch (tag) {
      case 'g': {
        const [, x = '0', y = '0', scale] = /^translate\((\S+) (\S+)\)(?: scale\((\S+)\))?/.exec(String(attrs.transform ?? '')) ?? [];
        const id = attrs['data-id'];
        const own = typeof id === 'string' && this.linked.has(id) ? id : link;
        const [left, top] = [dx + Number(x), dy + Number(y)];
        if (scale === undefined) for (const child of children) this.node(child, left, top, own);
        else
          this.scaled(left, top, Number(scale), () => {
            for (const child of children) this.node(child, 0, 0, own);
          });
        break;
      }
      case 'rect':
        this.shape(
          rectangle(number(attrs.x) + dx, number(attrs.y) + dy, number(attrs.width), number(attrs.height), number(attrs.rx)),
          attrs,
        );
        break;
      case 'circle':
        this.shape(circleAt(number(attrs.cx) + dx, number(attrs.cy) + dy, number(attrs.r)), attrs);
        break;
      case 'line':
        this.shape(
          [
            ['M', number(attrs.x1) + dx, number(attrs.y1) + dy],
            ['L', number(attrs.x2) + dx, number(attrs.y2) + dy],
          ],
          { ...attrs, fill: 'none' },
        );
        break;
      case 'path':
        this.path(attrs, dx, dy);
        break;
      case 'text':
        this.text(node, dx, dy, link);
        break;
      case 'image':
        this.image(attrs, dx, dy);
        break;
      case 'defs':
        for (const child of children) this.defs.set(`url(#${child.attrs.id})`, child);
        break;
      default:
    }
  }

  /** Draws what `draw` does in a system of its own: its origin at a place, so many pixels to each of its own. */
  private scaled(left: number, top: number, by: number, draw: () => void): void {
    const { placement, window, told } = this;
    this.out.push('q', `${round(by, 5)} 0 0 ${round(by, 5)} ${round(left)} ${round(top)} cm`);
    this.placement = { scale: placement.scale * by, x: placement.x + left * placement.scale, y: placement.y + top * placement.scale };
    this.window = { top: (window.top - top) / by, bottom: (window.bottom - top) / by };
    this.told = new Map(told);
    draw();
    this.out.push('Q');
    [this.placement, this.window, this.told] = [placement, window, told];
  }

  private path(attrs: Attrs, dx: number, dy: number): void {
    const [, x = '0', y = '0', across = '1', down = across] =
      /^translate\((\S+) (\S+)\)(?: scale\(([^\s)]+)(?: ([^\s)]+))?\))?$/.exec(String(attrs.transform ?? '')) ?? [];
    const [sx, sy] = [Number(across), Number(down)];
    const [left, top] = [dx + Number(x), dy + Number(y)];
    const placed = outlineOf(String(attrs.d ?? '')).map(
      ([command, ...numbers]) =>
        [command, ...numbers.map((each, index) => (index % 2 === 0 ? left + each * sx : top + each * sy))] as unknown as Segment,
    );
    const width = attrs['stroke-width'];
    this.shape(placed, width === undefined || sy === 1 ? attrs : { ...attrs, 'stroke-width': number(width) * sy }, dx, dy);
  }

  private shape(segments: Segment[], attrs: Attrs, dx = 0, dy = 0): void {
    const fill = String(attrs.fill ?? '#000000');
    const stroke = String(attrs.stroke ?? 'none');
    const [filled, stroked] = [fill !== 'none', stroke !== 'none'];
    if (!filled && !stroked) return;
    const width = stroked ? number(attrs['stroke-width'] ?? 1) : 0;
    const { top, bottom } = heightOf(segments);
    if (bottom + width / 2 <= this.window.top || top - width / 2 >= this.window.bottom) return;
    if (filled) this.fill(fill);
    if (stroked) this.stroke(stroke, width, attrs, dx, dy);
    for (const [command, ...numbers] of segments) {
      const operator = { M: 'm', L: 'l', C: 'c', Z: 'h' }[command];
      this.out.push([...numbers.map((each) => round(each)), operator].join(' '));
    }
    this.out.push(filled ? (stroked ? 'B' : 'f') : 'S');
  }

  private stroke(colour: string, width: number, attrs: Attrs, dx: number, dy: number): void {
    const gradient = this.defs.get(colour);
    if (gradient) this.gradient(colour, gradient, dx, dy);
    else this.tell('RG', rgb(colour));
    this.tell('w', round(width));
    this.tell('J', { butt: '0', round: '1', square: '2' }[String(attrs['stroke-linecap'] ?? 'butt')] ?? '0');
    this.tell('j', { miter: '0', round: '1', bevel: '2' }[String(attrs['stroke-linejoin'] ?? 'miter')] ?? '0');
    this.tell('d', `[${String(attrs['stroke-dasharray'] ?? '')}] 0`);
  }

  private gradient(colour: string, { attrs, children = [] }: SceneNode, dx: number, dy: number): void {
    const { scale, x, y } = this.placement;
    const at = `${colour} ${dx} ${dy} ${scale} ${x} ${y}`;
    let made = this.gradients.get(at);
    if (!made) {
      made = this.pdf.doc.linearGradient(number(attrs.x1), number(attrs.y1), number(attrs.x2), number(attrs.y2));
      for (const stop of children) made.stop(number(stop.attrs.offset), String(stop.attrs['stop-color']));
      placed(made).setTransform(scale, 0, 0, scale, x + dx * scale, y + dy * scale);
      this.gradients.set(at, made);
    }
    this.flush();
    placed(made).apply(true);
    this.told.set('RG', at);
  }

  private fill(colour: string): void {
    this.tell('rg', rgb(colour));
  }

  /** Says a part of the graphics state where it is another than before. */
  private tell(operator: string, value: string): void {
    if (this.told.get(operator) === value) return;
    this.told.set(operator, value);
    this.out.push(`${value} ${operator}`);
  }

  private text(node: SceneNode, dx: number, dy: number, link: string | undefined): void {
    const { attrs, text, children = [] } = node;
    const spans = children.filter(({ tag }) => tag === 'tspan');
    const lines =
      text === undefined ? spans.map((span) => ({ text: span.text ?? '', attrs: { ...attrs, ...span.attrs } })) : [{ text, attrs }];
    for (const line of lines) this.line(line.text, line.attrs, dx, dy, link);
  }

  private line(text: string, attrs: Attrs, dx: number, dy: number, link: string | undefined): void {
    const size = number(attrs['font-size']);
    const y = number(attrs.y) + dy;
    if (text === '' || y <= this.window.top || y - size * 0.7 >= this.window.bottom) return;
    const face = faceOf(Number(attrs['font-weight'] ?? 400), String(attrs['font-style'] ?? 'normal'));
    const line = this.setter.set(text, face, attrs.direction === 'rtl');
    const width = line.width * size;
    const anchor = String(attrs['text-anchor'] ?? 'start');
    const toEnd = attrs.direction === 'rtl' ? { start: 1, middle: 0.5, end: 0 } : { start: 0, middle: 0.5, end: 1 };
    const x = number(attrs.x) + dx - width * (toEnd[anchor as keyof typeof toEnd] ?? 0);
    this.fill(String(attrs.fill ?? '#000000'));
    if (line.actual !== undefined) this.out.push(`/Span<</ActualText<${utf16(line.actual)}>>>BDC`);
    this.out.push('BT');
    for (const { font, x: aside, rise, operands, isBolder } of line.pieces) {
      this.pdf.use(font);
      this.tell('Tf', `/${font.id} ${round(size)}`);
      // As browsers draw them: with a wider pen.
      if (isBolder) {
        this.stroke(String(attrs.fill ?? '#000000'), size / 28, { 'stroke-linejoin': 'round' }, dx, dy);
        this.out.push('2 Tr');
      }
      this.out.push(`1 0 0 -1 ${round(x + aside * size)} ${round(y - rise * size)} Tm`, `[${operands}]TJ`);
      if (isBolder) this.out.push('0 Tr');
    }
    this.out.push('ET');
    if (line.actual !== undefined) this.out.push('EMC');
    if (link !== undefined) this.mark(link, { x, y: y - size, width, height: size * 1.3 });
  }

  private mark(link: string, box: PageBox): void {
    const { scale, x, y } = this.placement;
    const [left, top] = [x + box.x * scale, y + box.y * scale];
    const [right, bottom] = [left + box.width * scale, top + box.height * scale];
    const last = this.links.get(link);
    const [x0, y0] = [Math.min(left, last?.x ?? left), Math.min(top, last?.y ?? top)];
    const [x1, y1] = [Math.max(right, last ? last.x + last.width : right), Math.max(bottom, last ? last.y + last.height : bottom)];
    this.links.set(link, { x: x0, y: y0, width: x1 - x0, height: y1 - y0 });
  }

  private image(attrs: Attrs, dx: number, dy: number): void {
    const image = this.images.get(String(attrs.href));
    if (!image) return;
    const box = { x: number(attrs.x) + dx, y: number(attrs.y) + dy, width: number(attrs.width), height: number(attrs.height) };
    if (box.y + box.height <= this.window.top || box.y >= this.window.bottom) return;
    const [align = 'xMidYMid', meet = 'meet'] = String(attrs.preserveAspectRatio ?? '').split(' ');
    const turned = (image.orientation ?? 1) > 4;
    const [own, high] = turned ? [image.height, image.width] : [image.width, image.height];
    const fit = [box.width / own, box.height / high];
    const factor = meet === 'slice' ? Math.max(...fit) : Math.min(...fit);
    const [width, height] = [own * factor, high * factor];
    const share = (name: string) => (name === 'Min' ? 0 : name === 'Max' ? 1 : 0.5);
    const x = box.x + (box.width - width) * share(align.slice(1, 4));
    const y = box.y + (box.height - height) * share(align.slice(5, 8));
    const clip = this.defs.get(String(attrs['clip-path']))?.children?.[0]?.attrs;
    const edge = clip
      ? circleAt(number(clip.cx) + dx, number(clip.cy) + dy, number(clip.r))
      : rectangle(box.x, box.y, box.width, box.height, 0);
    this.out.push('q');
    for (const [command, ...numbers] of edge) {
      const operator = { M: 'm', L: 'l', C: 'c', Z: 'h' }[command];
      this.out.push([...numbers.map((each) => round(each)), operator].join(' '));
    }
    this.out.push('W n');
    this.flush();
    this.pdf.doc.image(image as unknown as string, x, y, { width, height });
    this.out.push('Q');
  }

  private flush(): void {
    if (this.out.length === 0) return;
    this.pdf.draw(this.out.join('\n'));
    this.out = [];
  }
}

/** What pdfkit's types do not tell of a gradient. */
function placed(gradient: PDFKit.PDFGradient): { setTransform(...matrix: number[]): void; apply(stroke: boolean): void } {
  return gradient as unknown as ReturnType<typeof placed>;
}

function number(value: string | number | undefined): number {
  return value === undefined ? 0 : Number(value);
}

function round(value: number, digits = 2): string {
  return String(Number(value.toFixed(digits)) || 0);
}

/** `#rrggbb` as a PDF has it. */
function rgb(colour: string): string {
  const whole = /^#[\da-f]{3}$/i.test(colour) ? colour.replace(/[\da-f]/gi, '$&$&') : colour;
  return [1, 3, 5].map((at) => round(Number.parseInt(whole.slice(at, at + 2), 16) / 255, 3)).join(' ');
}

function utf16(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0'));
  return `feff${units.join('')}`;
}
