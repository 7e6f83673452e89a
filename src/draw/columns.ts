import type { Stage, Step } from '../map/model.ts';
import { Cells, type Changes } from './cells.ts';
import type { Context } from './context.ts';
import { type Fold, foldCount, foldRuns, foldWidth, isFold } from './folds.ts';
import { stageHead } from './heads.ts';
import type { Piece } from './piece.ts';
import { page } from './styles.ts';

/** A step's column, that of folded steps, or the empty one of a stage without a step; x from the first column's left edge. */
export interface Column {
  step: { what: Step; cells: Cells } | undefined;
  fold: { what: Fold; cells: Cells } | undefined;
  x: number;
  width: number;
}

/** A stage on its columns. */
export interface PlacedStage {
  stage: Stage;
  cells: Cells;
  /** Its chevron's words, where the stage has a name. */
  head: Piece | undefined;
  columns: Column[];
  x: number;
  width: number;
}

/** Cells of stages and steps by kind and id. */
export type KnownCells = Map<string, Cells>;

/**
 * Puts stages and their steps on columns; `folds` says which steps are folded. Few columns grow to the picture's least width between its margins, `least`, but none to more than `widest`. Cells that still
 * hold are taken from the last drawing; all that are in use come back.
 */
export function placeStages(
  drawn: readonly Stage[],
  context: Context,
  known: KnownCells,
  changes: Changes,
  { least, widest, folds }: { least: number; widest: number; folds: ((step: Step) => boolean) | undefined },
): { stages: PlacedStage[]; cells: KnownCells } {
  const used: KnownCells = new Map();
  const cellsOf = (kind: 'stage' | 'step', what: Step | Stage | Fold): Cells => {
    const key = `${kind} ${what.id}`;
    const last = known.get(key);
    const cells = last?.holdsFor(what, changes) ? last : makeCells(what, context);
    used.set(key, cells);
    return cells;
  };
  let heads = context.headsBefore;
  const measured = drawn.map((stage) => {
    const { steps, ...own } = stage;
    const cells = cellsOf('stage', { ...own, steps: [] });
    const place = heads;
    const head = stage.implicit ? undefined : cells.keep('head', `${place}`, () => stageHead(stage, place, context));
    if (head) heads++;
    const shown = foldRuns(steps, folds).map((what) => ({ what, cells: cellsOf('step', what) }));
    const widths = columnWidths(
      shown.map(({ what, cells: { need, wide } }) => (isFold(what) ? { fold: foldWidth(what) } : { need, wide })),
      Math.max(head?.need ?? 0, cells.need),
    );
    return { stage, cells, head, columns: widths.map((width, index) => ({ ...columnOf(shown[index]), width })) };
  });
  const all = measured.flatMap(({ columns }) => columns);
  const allFolded = all.every(({ fold }) => fold);
  const growing = allFolded ? all : all.filter(({ fold }) => !fold);
  const missing = missingOf(all, least);
  const grown = growing.length > 0 ? Math.floor(missing / growing.length) : 0;
  const last = growing.at(-1);
  let x = 0;
  const stages = measured.map(({ columns, ...stage }): PlacedStage => {
    const from = x;
    const placed = columns.map((column): Column => {
      const more = column === last ? missing - grown * (growing.length - 1) : grown;
      const width = column.fold ? column.width + (allFolded ? more : 0) : Math.max(column.width, Math.min(widest, column.width + more));
      x += width;
      return { ...column, x: x - width, width };
    });
    return { ...stage, columns: placed, x: from, width: x - from };
  });
  return { stages, cells: used };
}

/** What columns leave free of the picture's least width. */
function missingOf(columns: readonly Pick<Column, 'width'>[], least: number): number {
  return Math.max(0, least - page.columnsAt + page.margin - columns.reduce((sum, { width }) => sum + width, 0));
}

function columnOf(shown: { what: Step | Fold; cells: Cells } | undefined): Pick<Column, 'step' | 'fold'> {
  if (!shown) return { step: undefined, fold: undefined };
  const { what, cells } = shown;
  return isFold(what) ? { step: undefined, fold: { what, cells } } : { step: { what, cells }, fold: undefined };
}

function makeCells(what: Step | Stage | Fold, context: Context): Cells {
  if (isFold(what)) {
    const lane = context.lanes.find((each) => each !== 'feels');
    return new Cells(what, lane ? [{ lane, piece: foldCount(what, context) }] : []);
  }
  const pieces = context.lanes.flatMap((lane) => {
    if (lane === 'feels') return [];
    const piece = 'next' in what ? lane.step?.(what, context) : lane.stage?.(what, context);
    return piece ? [{ lane, piece }] : [];
  });
  return new Cells(what, pieces);
}

/** The least width of a stage that has nothing but folded steps. */
const foldedStage = 168;

/**
 * As wide as their longest words ask, within limits; wider where many cards stand beside each other, and where the stage's own words ask for it, folded
 * ones only where there are no others. A stage without a step has one empty column.
 */
function columnWidths(wanted: ({ need: number; wide: number } | { fold: number })[], stageNeed: number): number[] {
  const columns = wanted.length === 0 ? [{ need: 0, wide: 0 }] : wanted;
  const widths = columns.map((column) =>
    'fold' in column ? column.fold : Math.ceil(Math.max(page.column, Math.min(page.widestColumn, column.need), column.wide)),
  );
  const allFolded = columns.every((column) => 'fold' in column);
  const missing = Math.max(stageNeed, allFolded ? foldedStage : 0) - widths.reduce((sum, width) => sum + width, 0);
  if (missing <= 0) return widths;
  const growing = columns.filter((column) => allFolded || 'need' in column).length;
  return widths.map((width, index) => {
    const column = columns[index];
    if (!allFolded && column && 'fold' in column) return width;
    return Math.max(width, Math.min(page.widestColumn, Math.ceil(width + missing / growing)));
  });
}
