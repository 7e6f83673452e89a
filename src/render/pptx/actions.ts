import { by, weighed } from '../../exchange/cells.ts';
import { addressOf } from '../../language/names/addresses.ts';
import type { Action, Level, Stage, Step } from '../../map/model.ts';
import { begin, type Making, numbered, wide } from './deck.ts';
import { cell, headOf, heightOf, type Line, largest, type Paged, Pages, putTable } from './grid.ts';
import { page } from './look.ts';
import { type Cell, cellInset, type Slide } from './slide.ts';
import { type Paragraph, paragraph, type Run } from './text.ts';

const sizes = [13, 12, 11.5, 11, 10.5];
/** What, action, who, by when, status, ticket. */
const widths = widthsOf(280, 230, 112, 90, 88, 90);
/** What, and what could be done about it: nothing is done, so nobody does it at any time. */
const widthsOfChances = widthsOf(280, 610);

function widthsOf(...shares: number[]): number[] {
  return shares.map((each) => (each * wide) / shares.reduce((sum, other) => sum + other, 0));
}

/** Something to do something about. */
interface Item {
  text(size: number): Paragraph[];
  fill: string;
  actions: readonly Action[];
  /** What could be done where nothing is. */
  chances: readonly string[];
  /** What the notes say of it. */
  notes: string[];
}

/** Pains, then opportunities, each with what is done about it, the gravest first; and actions that stand alone. */
export function actionSlides(making: Making): Slide[] {
  const { map, strings, theme, telling } = making;
  const all = map.stages.flatMap((stage) => stage.steps.map((step) => ({ stage, step })));
  const pains = all
    .flatMap(({ stage, step }) => step.pains.map((pain) => ({ stage, step, pain })))
    .sort((a, b) => rank(b.pain.severity) - rank(a.pain.severity))
    .map(({ stage, step, pain }): Item => {
      const weight = pain.severity && strings.severity(pain.severity);
      return item(
        making,
        by(pain.persona, pain.text, telling),
        weight,
        { colour: theme.mood.bad.text, fill: theme.pain.fill },
        stage,
        step,
        pain.actions,
        step.opportunities.map((each) => each.text),
      );
    });
  const chances = all
    .flatMap(({ stage, step }) => step.opportunities.map((chance) => ({ stage, step, chance })))
    .sort((a, b) => rank(b.chance.impact) - rank(a.chance.impact) || rank(a.chance.effort) - rank(b.chance.effort))
    .map(({ stage, step, chance }): Item => {
      const weight = strings.facts([...weighed(chance, strings), chance.owner?.title]) || undefined;
      return item(
        making,
        chance.text,
        weight,
        { colour: theme.opportunity.dots, fill: theme.opportunity.fill },
        stage,
        step,
        chance.actions,
      );
    });
  const others = all
    .filter(({ step }) => step.actions.length > 0)
    .map(
      ({ stage, step }): Item =>
        item(making, step.title, undefined, { colour: theme.text, fill: theme.panel.fill }, stage, undefined, step.actions),
    );
  return [
    ...slidesOf(making, strings.deck.pains, strings.lanes.pains.label, pains, theme.mood.bad.text),
    ...slidesOf(making, strings.deck.opportunities, strings.lanes.opportunities.label, chances, theme.opportunity.dots),
    ...slidesOf(making, strings.deck.otherActions, strings.deck.step, others, theme.muted),
  ];
}

/** What nobody weighed comes last. */
function rank(level: Level | undefined): number {
  return level === undefined ? 0 : { low: 1, medium: 2, high: 3 }[level];
}

function item(
  { strings, theme }: Making,
  text: string,
  weight: string | undefined,
  { colour, fill }: { colour: string; fill: string },
  stage: Stage,
  step: Step | undefined,
  actions: readonly Action[],
  chances: readonly string[] = [],
): Item {
  const where = [stage.implicit ? '' : stage.title, step?.title ?? ''].filter((each) => each.trim() !== '').join(' › ');
  const shown = (size: number): Paragraph[] => [
    paragraph(text, size, { bold: true }),
    ...(weight === undefined ? [] : [paragraph(weight, size - 0.5, { bold: true, colour, above: 1 })]),
    ...(where === '' ? [] : [paragraph(where, size - 1, { colour: theme.muted, above: 1 })]),
  ];
  const told = actions.map(
    ({ text: what, owner, due, status, ticket }) =>
      `– ${strings.facts([what, owner?.title, due && strings.due(due), status && strings.status[status], ticket])}`,
  );
  return { text: shown, fill, actions, chances, notes: [strings.facts([text, weight, where]), ...told] };
}

function slidesOf(making: Making, title: string, label: string, items: readonly Item[], colour: string): Slide[] {
  if (items.length === 0) return [];
  const { top } = begin(making, title, { colour });
  const columns = items.every(({ actions }) => actions.length === 0) ? widthsOfChances : widths;
  const { head, pages } = largest(making, columns, sizes, (size) => pagesAt(making, label, items, columns, page.footer - 6 - top, size));
  return pages.map(({ lines, notes }, index) => {
    const { slide, top: from } = begin(making, numbered(title, index, pages.length), { colour });
    putTable(making, slide, from, { lines: [head, ...lines], widths: columns, name: title, alt: title });
    slide.notes = notes;
    return slide;
  });
}

function pagesAt(making: Making, label: string, items: readonly Item[], columns: readonly number[], height: number, size: number): Paged {
  const { deck } = making.strings;
  const head = headOf(making, [label, deck.action, deck.who, deck.due, deck.status, deck.ticket].slice(0, columns.length), size);
  const room = height - heightOf(head, columns, making);
  const pages = new Pages(room);
  for (const each of items) {
    for (const [index, lines] of blocksOf(making, each, columns, room, size).entries()) {
      const own = lines.reduce((sum, line) => sum + heightOf(line, columns, making), 0);
      const needed = Math.max(own, spanHeight(making, lines, columns));
      const { page: to, isNew } = pages.take(needed);
      to.lines.push(...padded(lines, needed - own));
      if (index === 0 || isNew) to.notes.push(...each.notes);
    }
  }
  return { head, pages: pages.all };
}

/** The rows of one item, its own cell beside those of its actions; several groups of them where it has more than one slide holds. */
function blocksOf(
  making: Making,
  { text, fill, actions, chances }: Item,
  columns: readonly number[],
  room: number,
  size: number,
): Line[][] {
  const { set, strings, theme } = making;
  const limit = room - 2 * cellInset.down - 2;
  const own = set.shortened(text(size), (columns[0] ?? 0) - 2 * cellInset.across, limit);
  const none =
    chances.length === 0
      ? [paragraph(strings.deck.noAction, size, { italic: true, colour: theme.muted })]
      : chances.map(
          (each, index): Paragraph => ({
            runs: [{ text: `${strings.deck.opportunity}\u00a0 `, bold: true, colour: theme.opportunity.dots }, { text: each }],
            size,
            above: index === 0 ? 0 : 2,
          }),
        );
  const [, ...others] = columns;
  const rest = others.reduce((sum, each) => sum + each, 0) - 2 * cellInset.across;
  const all = { text: set.shortened(none, rest, limit), ...(others.length > 1 ? { across: others.length } : {}) };
  const alone = [all, ...others.slice(1).map(() => ({ text: [], covered: 'row' as const }))];
  const rows = actions.length === 0 ? [alone] : actions.map((each) => actionCells(making, each, limit, size));
  const blocks: Line[][] = [];
  let block: Line[] = [];
  let used = 0;
  for (const cells of rows) {
    const height = heightOf({ cells: [cell(), ...cells] }, columns, making);
    if (block.length > 0 && used + height > room) {
      blocks.push(block);
      block = [];
      used = 0;
    }
    block.push({ cells: [{ text: [], fill, covered: 'column' }, ...cells] });
    used += height;
  }
  blocks.push(block);
  return blocks.map((lines) =>
    lines.map((line, index) => (index > 0 ? line : { ...line, cells: [{ text: own, fill, down: lines.length }, ...line.cells.slice(1)] })),
  );
}

/** How high the cell is that stands beside several rows. */
function spanHeight({ set }: Making, lines: readonly Line[], columns: readonly number[]): number {
  const [first] = lines;
  const [own] = first?.cells ?? [];
  return own ? set.height(own.text, (columns[0] ?? 0) - 2 * cellInset.across) + 2 * cellInset.down + 1 : 0;
}

/** Rows made higher at the last one, so that what stands beside them has its room. */
function padded(lines: readonly Line[], more: number): Line[] {
  return more <= 0 ? [...lines] : lines.map((line, index) => (index < lines.length - 1 ? line : { ...line, more }));
}

function actionCells(
  { strings, theme, set }: Making,
  { text, owner, due, status, ticket }: Action,
  limit: number,
  size: number,
): Omit<Cell, 'top' | 'bottom'>[] {
  const isDropped = status === 'dropped';
  const cells: Paragraph[][] = [
    [paragraph(text, size, isDropped ? { colour: theme.muted } : {})],
    owner ? [paragraph(owner.title, size)] : [],
    due ? [paragraph(strings.date(due), size)] : [],
    status ? [paragraph(strings.status[status], size, { colour: status === 'done' ? theme.mood.good.text : theme.text })] : [],
    ticket ? [{ runs: [ticketRun(ticket)], size }] : [],
  ];
  return cells.map((each, index) => cell(...set.shortened(each, (widths[index + 1] ?? 0) - 2 * cellInset.across, limit)));
}

/** A ticket that is an address is shown by its end. */
function ticketRun(ticket: string): Run {
  const link = addressOf(ticket);
  if (link === undefined) return { text: ticket };
  const { pathname, hostname } = new URL(link);
  const end = pathname.split('/').filter(Boolean).at(-1);
  return { text: end ? decodeSafely(end) : hostname, link };
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
