import type { Making } from './deck.ts';
import { wide } from './deck.ts';
import { page } from './look.ts';
import { type Cell, cellInset, type Row, type Slide, type Stroke } from './slide.ts';
import { type Paragraph, paragraph } from './text.ts';

/** A row of a table before its height is known. */
export interface Line {
  cells: readonly Omit<Cell, 'top' | 'bottom'>[];
  /** The line below it. */
  rule?: Stroke;
  /** Room below its text, in points. */
  more?: number;
}

/** The height that a row needs. Cells that reach over others are measured in the width of all of them. */
export function heightOf({ cells, more = 0 }: Line, widths: readonly number[], { set }: Making): number {
  const heights = cells.map(({ text, across = 1, down, covered }, index) => {
    if (covered || (down ?? 1) > 1) return 0;
    const width = widths.slice(index, index + across).reduce((sum, each) => sum + each, 0);
    return set.height(text, width - 2 * cellInset.across);
  });
  return Math.max(8, ...heights) + 2 * cellInset.down + 1 + more;
}

/** The height of lines of a table, one below the other. */
export function heightsOf(lines: readonly Line[], widths: readonly number[], making: Making): number[] {
  return lines.map((line) => heightOf(line, widths, making));
}

/** Whether no word of a table is broken. */
export function holdsWords(lines: readonly Line[], widths: readonly number[], { set }: Making): boolean {
  return lines.every(({ cells }) =>
    cells.every(({ text, across = 1 }, index) => across > 1 || set.holdsWords(text, (widths[index] ?? 0) - 2 * cellInset.across)),
  );
}

/** Lines shortened until they stand within a height: the highest one gives way first. */
export function shortenedTo(lines: readonly Line[], widths: readonly number[], height: number, making: Making): Line[] {
  const shown = [...lines];
  const heights = heightsOf(shown, widths, making);
  const sum = () => heights.reduce((all, each) => all + each, 0);
  for (let tries = 0; sum() > height && tries < 400; tries++) {
    const at = heights.indexOf(Math.max(...heights));
    const most = Math.max(12, (heights[at] ?? 0) - 2 * cellInset.down - 12);
    const line = shown[at];
    if (!line) break;
    const cells = line.cells.map((cell, index) => {
      const width = (widths[index] ?? 0) - 2 * cellInset.across;
      return cell.covered || (cell.across ?? 1) > 1 ? cell : { ...cell, text: making.set.shortened(cell.text, width, most) };
    });
    shown[at] = { ...line, cells };
    const now = heightOf({ cells }, widths, making);
    if (now >= (heights[at] ?? 0)) break;
    heights[at] = now;
  }
  return shown;
}

/** Puts lines on a slide as a table at the margin; how high it is. */
export function putTable(
  making: Making,
  slide: Slide,
  top: number,
  { lines, widths, name, alt }: { lines: readonly Line[]; widths: readonly number[]; name: string; alt: string },
): number {
  const heights = heightsOf(lines, widths, making);
  const usual: Stroke = { colour: making.theme.line, width: 0.75 };
  const rows = lines.map(({ cells, rule = usual }, index): Row => {
    const above = lines[index - 1]?.rule;
    const drawn = cells.map((cell): Cell => ({ ...cell, bottom: rule, ...(index === 0 ? {} : { top: above ?? usual }) }));
    return { height: heights[index] ?? 0, cells: drawn };
  });
  const height = heights.reduce((sum, each) => sum + each, 0);
  slide.table(
    {
      x: page.margin,
      y: top,
      width: Math.min(
        wide,
        widths.reduce((sum, each) => sum + each, 0),
      ),
      height,
    },
    widths,
    rows,
    name,
    alt,
  );
  return height;
}

/** A cell with nothing but text. */
export function cell(...text: readonly Paragraph[]): Omit<Cell, 'top' | 'bottom'> {
  return { text };
}

/** A long table cut into slides. */
export interface Paged {
  head: Line;
  pages: { lines: Line[]; notes: string[] }[];
}

/** The row of names that stands above a table on each of its slides. */
export function headOf({ theme }: Making, names: readonly string[], size: number): Line {
  const cells = names.map((name) => ({ text: [paragraph(name, size, { bold: true, colour: theme.muted })], fill: theme.panel.fill }));
  return { cells, rule: { colour: theme.icon, width: 1 } };
}

/** The slides of a long table while it is cut. */
export class Pages {
  readonly all: Paged['pages'] = [];
  readonly #room: number;
  #used = 0;

  /** `room` is that of a slide below the head, in points. */
  constructor(room: number) {
    this.#room = room;
  }

  /** The slide for what is so high: another one where it does not fit, together with so much that follows it. */
  take(height: number, following = 0): { page: Paged['pages'][number]; isNew: boolean } {
    const last = this.all.at(-1);
    const page = last && this.#used + height + following <= this.#room ? last : { lines: [], notes: [] };
    const isNew = page !== last;
    if (isNew) this.all.push(page);
    this.#used = (isNew ? 0 : this.#used) + height;
    return { page, isNew };
  }
}

/** A table in the largest size that takes no more slides than the smallest does and breaks no word of its head. `sizes` go from large to small. */
export function largest(making: Making, widths: readonly number[], sizes: readonly number[], at: (size: number) => Paged): Paged {
  const least = at(sizes.at(-1) ?? 10);
  for (const size of sizes.slice(0, -1)) {
    const paged = at(size);
    if (paged.pages.length <= least.pages.length && holdsWords([paged.head], widths, making)) return paged;
  }
  return least;
}
