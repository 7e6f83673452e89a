import { emu, fillOf, type Look, page } from './look.ts';
import type { Paragraph } from './text.ts';
import { paragraphsOf } from './words.ts';
import { type Attrs, el, tree, type Xml } from './xml.ts';

/** A place on a slide, in points from its top left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Stroke {
  colour: string;
  width: number;
  /** As Office names patterns of lines. */
  dash?: 'dash' | 'sysDot' | 'sysDash' | 'lgDash' | 'dashDot';
  round?: boolean;
  /** Instead of the one colour: colours from top to bottom of the shape. */
  stops?: readonly { at: number; colour: string }[];
}

/** Lines of a shape of its own: its commands are absolute, in points from the shape's top left corner. */
export interface Way {
  d: readonly { to: 'M' | 'L' | 'C' | 'Z'; points: readonly { x: number; y: number }[] }[];
  filled: boolean;
  stroked: boolean;
}

export interface ShapeOptions {
  /** In the list of what lies on a slide. */
  name: string;
  form?: 'rect' | 'ellipse' | 'diamond' | 'line' | 'roundRect' | { ways: readonly Way[] };
  /** Of a `roundRect`, in points. */
  radius?: number;
  fill?: string;
  stroke?: Stroke;
  text?: readonly Paragraph[];
  /** Where text stands in its box: at the top without it. */
  anchor?: 'middle' | 'bottom';
  /** Its text stands on one line, whatever its width. */
  onOneLine?: boolean;
  /** From the edges to the text, in points: at the sides, above and below. */
  inset?: readonly [across: number, down: number];
  /** For those who do not see it. A shape without it and without text is an ornament. */
  alt?: string;
  /** It stands in the title's place of the layout. */
  placeholder?: 'title';
}

/** A cell of a table. */
export interface Cell {
  text: readonly Paragraph[];
  fill?: string;
  /** Cells that it takes, with those after it in its row, or below it. */
  across?: number;
  down?: number;
  /** Another one reaches over it. */
  covered?: 'row' | 'column';
  anchor?: 'middle';
  /** The lines at its top and bottom. */
  top?: Stroke;
  bottom?: Stroke;
}

export interface Row {
  height: number;
  cells: readonly Cell[];
}

export const cellInset = { across: 6, down: 4 };

/** A picture as PowerPoint takes it. */
export interface Picture {
  type: 'png' | 'jpeg';
  bytes: Uint8Array<ArrayBuffer>;
  /** In pixels. */
  width: number;
  height: number;
}

/** One slide: shapes in reading order, which is the order of painting too. */
export class Slide {
  readonly look: Look;
  readonly title: string;
  /** What its notes say. */
  notes: string[] = [];
  readonly pictures: Picture[] = [];
  private readonly links: string[] = [];
  private shapes: Xml[] = [];
  private ids = 1;

  constructor(look: Look, title: string) {
    this.look = look;
    this.title = title;
  }

  /** Adds a shape, with or without text. */
  shape(box: Box, options: ShapeOptions): void {
    const { form = 'rect', text, placeholder, name, alt } = options;
    const isTextOnly = text !== undefined && options.fill === undefined && options.stroke === undefined;
    const nonVisual = el(
      'p:nvSpPr',
      {},
      this.named(name, alt, text === undefined),
      el('p:cNvSpPr', isTextOnly && !placeholder ? { txBox: true } : {}, placeholder ? el('a:spLocks', { noGrp: true }) : ''),
      el('p:nvPr', {}, placeholder ? el('p:ph', { type: placeholder }) : ''),
    );
    const visual = el(
      'p:spPr',
      {},
      this.place(box, 'a:xfrm', form === 'line' && this.look.leftward),
      placeholder ? '' : this.geometry(form, box, options.radius),
      placeholder ? '' : fillOf(options.fill ?? 'none', this.look.palette),
      placeholder ? '' : this.line(options.stroke),
    );
    this.shapes.push(el('p:sp', {}, nonVisual, visual, text === undefined ? '' : this.body(text, options)));
  }

  /** Adds what is drawn as one thing that can be moved and is read as a whole. */
  group(box: Box, name: string, alt: string | undefined, draw: () => void): void {
    const outside = this.shapes;
    this.shapes = [];
    const own = this.named(name, alt, false);
    draw();
    const inside = this.shapes;
    this.shapes = outside;
    if (inside.length === 0) return;
    const [off, ext] = this.corners(box);
    const places = [el('a:off', off), el('a:ext', ext), el('a:chOff', off), el('a:chExt', ext)];
    this.shapes.push(
      el(
        'p:grpSp',
        {},
        el('p:nvGrpSpPr', {}, own, el('p:cNvGrpSpPr'), el('p:nvPr')),
        el('p:grpSpPr', {}, el('a:xfrm', {}, ...places)),
        ...inside,
      ),
    );
  }

  /** Adds a picture, cut to the proportions of its box from all sides alike, and to an ellipse where it is to be round. */
  picture(box: Box, picture: Picture, name: string, alt: string, round = false): void {
    const index = this.pictures.push(picture);
    const nonVisual = el(
      'p:nvPicPr',
      {},
      this.named(name, alt, false),
      el('p:cNvPicPr', {}, el('a:picLocks', { noChangeAspect: true })),
      el('p:nvPr'),
    );
    const proportion = picture.width / picture.height / (box.width / box.height);
    const off = (share: number) => Math.round(50000 * Math.max(0, 1 - share));
    const [across, down] = [off(1 / proportion), off(proportion)];
    const cut = across + down > 0 ? el('a:srcRect', { l: across, t: down, r: across, b: down }) : '';
    const fill = el('p:blipFill', {}, el('a:blip', { 'r:embed': `rIdImage${index}` }), cut, el('a:stretch', {}, el('a:fillRect')));
    const visual = el('p:spPr', {}, this.place(box, 'a:xfrm'), this.geometry(round ? 'ellipse' : 'rect', box));
    this.shapes.push(el('p:pic', {}, nonVisual, fill, visual));
  }

  /** Adds a table; its first row and column name what the others hold. `widths` are those of its columns. */
  table(box: Box, widths: readonly number[], rows: readonly Row[], name: string, alt: string): void {
    const nonVisual = el(
      'p:nvGraphicFramePr',
      {},
      this.named(name, alt, false),
      el('p:cNvGraphicFramePr', {}, el('a:graphicFrameLocks', { noGrp: true })),
      el('p:nvPr'),
    );
    const inOrder = <Value>(list: readonly Value[]): readonly Value[] => (this.look.leftward ? list.toReversed() : list);
    const grid = el('a:tblGrid', {}, ...inOrder(widths).map((width) => el('a:gridCol', { w: emu(width) })));
    const body = rows.map(({ height, cells }) =>
      el('a:tr', { h: emu(height) }, ...inOrder(this.spread(cells)).map((cell) => this.cell(cell))),
    );
    const table = el(
      'a:tbl',
      {},
      el('a:tblPr', { firstRow: true, firstCol: !this.look.leftward, lastCol: this.look.leftward }),
      grid,
      ...body,
    );
    const graphic = el('a:graphic', {}, el('a:graphicData', { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' }, table));
    this.shapes.push(el('p:graphicFrame', {}, nonVisual, this.place(box, 'p:xfrm'), graphic));
  }

  /** The slide's tree of shapes, with more after them. */
  tree(...more: readonly Xml[]): Xml {
    return tree([...this.shapes, ...more]);
  }

  /** What the slide's links lead to, in the order of their ids, `rIdLink1` …. */
  get addresses(): readonly string[] {
    return this.links;
  }

  /** An id that no other shape of the slide has. */
  id(): number {
    this.ids += 1;
    return this.ids;
  }

  /** Cells that reach over others are mirrored by their far end. */
  private spread(cells: readonly Cell[]): readonly Cell[] {
    if (!this.look.leftward) return cells;
    const turned = [...cells];
    for (const [index, cell] of cells.entries()) {
      const across = cell.across ?? 1;
      if (across === 1) continue;
      const covered = turned[index + across - 1];
      if (!covered) continue;
      turned[index + across - 1] = cell;
      turned[index] = covered;
    }
    return turned;
  }

  private named(name: string, alt: string | undefined, isOrnament: boolean): Xml {
    const decorative = el(
      'a:ext',
      { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' },
      el('adec:decorative', { 'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative', val: true }),
    );
    return el(
      'p:cNvPr',
      { id: this.id(), name, descr: alt },
      alt === '' || (isOrnament && alt === undefined) ? el('a:extLst', {}, decorative) : '',
    );
  }

  private corners({ x, y, width, height }: Box): [Attrs, Attrs] {
    const left = this.look.leftward ? page.width - x - width : x;
    return [
      { x: emu(left), y: emu(y) },
      { cx: Math.max(0, emu(width)), cy: Math.max(0, emu(height)) },
    ];
  }

  private place(box: Box, tag: 'a:xfrm' | 'p:xfrm', flipped = false): Xml {
    const [off, ext] = this.corners(box);
    return el(tag, flipped ? { flipH: true } : {}, el('a:off', off), el('a:ext', ext));
  }

  private geometry(form: NonNullable<ShapeOptions['form']>, { width, height }: Box, radius = 0): Xml {
    if (typeof form === 'object') return this.freeform(form.ways, width, height);
    const share = Math.round(50000 * Math.min(1, (2 * radius) / Math.max(1, Math.min(width, height))));
    const guides = form === 'roundRect' ? el('a:gd', { name: 'adj', fmla: `val ${share}` }) : '';
    return el('a:prstGeom', { prst: form }, el('a:avLst', {}, guides));
  }

  private freeform(ways: readonly Way[], width: number, height: number): Xml {
    const across = (x: number) => emu(this.look.leftward ? width - x : x);
    const point = ({ x, y }: { x: number; y: number }) => el('a:pt', { x: across(x), y: emu(y) });
    const tags = { M: 'a:moveTo', L: 'a:lnTo', C: 'a:cubicBezTo', Z: 'a:close' } as const;
    const paths = ways.map(({ d, filled, stroked }) =>
      el(
        'a:path',
        { w: emu(width), h: emu(height), ...(filled ? {} : { fill: 'none' }), ...(stroked ? {} : { stroke: false }) },
        ...d.map(({ to, points }) => el(tags[to], {}, ...points.map(point))),
      ),
    );
    const rect = el('a:rect', { l: '0', t: '0', r: 'r', b: 'b' });
    return el('a:custGeom', {}, el('a:avLst'), el('a:gdLst'), el('a:ahLst'), el('a:cxnLst'), rect, el('a:pathLst', {}, ...paths));
  }

  private line(stroke: Stroke | undefined, tag = 'a:ln'): Xml {
    if (!stroke) return el(tag, {}, el('a:noFill'));
    const { colour, width, dash, round, stops } = stroke;
    const stop = (each: { at: number; colour: string }) =>
      el('a:gs', { pos: Math.round(each.at * 100000) }, el('a:srgbClr', { val: each.colour.slice(1).toUpperCase() }));
    const paint = stops
      ? el('a:gradFill', { rotWithShape: true }, el('a:gsLst', {}, ...stops.map(stop)), el('a:lin', { ang: 5400000, scaled: false }))
      : fillOf(colour, this.look.palette);
    const attrs = { w: emu(width), ...(round ? { cap: 'rnd' } : {}) };
    return el(tag, attrs, paint, dash ? el('a:prstDash', { val: dash }) : '', round ? el('a:round') : '');
  }

  private body(text: readonly Paragraph[], { anchor, inset = [0, 0], placeholder, onOneLine }: ShapeOptions): Xml {
    const [across, down] = inset;
    const sides = { lIns: emu(across), tIns: emu(down), rIns: emu(across), bIns: emu(down) };
    const stands = anchor === 'middle' ? 'ctr' : anchor === 'bottom' ? 'b' : 't';
    const attrs = placeholder ? {} : { wrap: onOneLine ? 'none' : 'square', ...sides, rtlCol: this.look.leftward, anchor: stands };
    return el('p:txBody', {}, el('a:bodyPr', attrs, el('a:noAutofit')), el('a:lstStyle'), ...this.paragraphs(text));
  }

  private cell({ text, fill, across, down, covered, anchor, top, bottom }: Cell): Xml {
    const span = {
      ...(down && down > 1 ? { rowSpan: down } : {}),
      ...(across && across > 1 ? { gridSpan: across } : {}),
      ...(covered === 'row' ? { hMerge: true } : covered === 'column' ? { vMerge: true } : {}),
    };
    const sides = { marL: emu(cellInset.across), marR: emu(cellInset.across), marT: emu(cellInset.down), marB: emu(cellInset.down) };
    const borders = [this.line(undefined, 'a:lnL'), this.line(undefined, 'a:lnR'), this.line(top, 'a:lnT'), this.line(bottom, 'a:lnB')];
    const look = el('a:tcPr', { ...sides, anchor: anchor ? 'ctr' : 't' }, ...borders, fillOf(fill ?? 'none', this.look.palette));
    return el('a:tc', span, el('a:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), ...this.paragraphs(text)), look);
  }

  private linked(address: string): string {
    const known = this.links.indexOf(address);
    return `rIdLink${known >= 0 ? known + 1 : this.links.push(address)}`;
  }

  private paragraphs(list: readonly Paragraph[]): Xml[] {
    return paragraphsOf(list, this.look, (address) => this.linked(address));
  }
}
