import { type Direction, type End, turned } from './geometry.ts';

/** Room for the names of lanes with what is left free at the sides, and for a step, in pixels. */
const least = { names: 175, step: 140 };
const mostSteps = 6;

/** The part of the page that shows the table: what can be read there, and how keys go through it. */
export class Reader {
  readonly #root: HTMLElement;

  /** @param root - Holds the table while it is shown. */
  constructor(root: HTMLElement) {
    this.#root = root;
  }

  get #view(): HTMLElement | undefined {
    return this.#root.querySelector<HTMLElement>('.reader') ?? undefined;
  }

  get hasFocus(): boolean {
    return this.#view?.contains(document.activeElement) ?? false;
  }

  focus(): void {
    this.#view?.focus();
  }

  /** All ids, in reading order. */
  get ids(): string[] {
    return [...new Set(this.#lines.map((line) => line.dataset.id as string))];
  }

  get top(): number {
    return this.#view?.scrollTop ?? 0;
  }

  set top(top: number) {
    if (this.#view !== undefined) this.#view.scrollTop = top;
  }

  /** Brings an element to where it can be seen, by the shortest way. */
  show(id: string | undefined): void {
    this.#lineOf(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  }

  /** Whether an element can be seen as a whole. */
  sees(id: string): boolean {
    const [line, view] = [this.#lineOf(id)?.getBoundingClientRect(), this.#view?.getBoundingClientRect()];
    return line !== undefined && view !== undefined && line.top >= view.top && line.bottom <= view.bottom;
  }

  /** What the table says of an element, where it first says something of it. */
  wordsOf(id: string): string {
    return this.#lineOf(id)?.textContent.trim() ?? '';
  }

  has(id: string): boolean {
    return this.#lineOf(id) !== undefined;
  }

  /**
   * Puts the focus on the line to which a key leads: left and right along the row, up and down within the column and from one to the next table or list.
   *
   * @param selected - Where to begin while no line has the focus.
   * @returns the id of what it says, or nothing where that way lies no line.
   */
  go(way: Direction | End, selected: string | undefined): string | undefined {
    const lines = this.#lines;
    const focused = document.activeElement;
    const at = lines.find((line) => line === focused);
    const to = at === undefined ? (this.#lineOf(selected) ?? lines[0]) : next(lines, at, this.#isLeftward ? turned(way) : way);
    to?.focus();
    return to?.dataset.id;
  }

  get #isLeftward(): boolean {
    return this.#view?.querySelector('[dir="rtl"]') != null;
  }

  get #lines(): HTMLElement[] {
    return [...(this.#view?.querySelectorAll<HTMLElement>('[data-id]') ?? [])];
  }

  #lineOf(id: string | undefined): HTMLElement | undefined {
    return id === undefined ? undefined : (this.#view?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? undefined);
  }
}

/** How many steps stand beside one another in so many pixels. */
export function stepsWithin(width: number): number {
  return Math.max(1, Math.min(mostSteps, Math.floor((width - least.names) / least.step)));
}

function next(lines: readonly HTMLElement[], at: HTMLElement, way: Direction | End): HTMLElement | undefined {
  const cell = at.closest<HTMLTableCellElement>('td, th');
  if (way === 'up' || way === 'down') {
    const ahead = way === 'down' ? 1 : -1;
    return (cell && alongColumn(at, cell, ahead)) ?? beyond(lines, at, cell, ahead);
  }
  if (cell === null) return undefined;
  const row = [...(cell.parentElement as HTMLTableRowElement).cells].filter((each) => linesIn(each).length > 0);
  const place = row.indexOf(cell);
  const to = { left: row[place - 1], right: row[place + 1], first: row[0], last: row.at(-1) }[way];
  return to === cell ? undefined : to && linesIn(to)[0];
}

/** The next line in the same column of a table. */
function alongColumn(at: HTMLElement, cell: HTMLTableCellElement, ahead: 1 | -1): HTMLElement | undefined {
  const own = linesIn(cell);
  const within = own[own.indexOf(at) + ahead];
  if (within !== undefined) return within;
  const rows = [...(cell.closest('table') as HTMLTableElement).rows];
  for (let row = rows.indexOf(cell.parentElement as HTMLTableRowElement) + ahead; rows[row] !== undefined; row += ahead) {
    const there = linesIn(rows[row]?.cells[cell.cellIndex]);
    if (there.length > 0) return there.at(ahead > 0 ? 0 : -1);
  }
  return undefined;
}

/** The next line outside of a table, or the next at all where there is none round it. */
function beyond(lines: readonly HTMLElement[], at: HTMLElement, cell: HTMLElement | null, ahead: 1 | -1): HTMLElement | undefined {
  const table = cell?.closest('table');
  let to = lines.indexOf(at) + ahead;
  while (table && lines[to] !== undefined && table.contains(lines[to] as Node)) to += ahead;
  return lines[to];
}

function linesIn(cell: HTMLElement | undefined): HTMLElement[] {
  return [...(cell?.querySelectorAll<HTMLElement>('[data-id]') ?? [])];
}
