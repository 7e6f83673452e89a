import type { JourneyMap, Stage, Step } from '../map/model.ts';
import { Cells, type Changes } from './cells.ts';
import type { Context } from './context.ts';
import { stageHead } from './heads.ts';
import type { Piece } from './piece.ts';
import { page } from './styles.ts';

/** A step's column, or the empty one of a stage without a step; x from the first column's left edge. */
export interface Column {
  step: { what: Step; cells: Cells } | undefined;
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

/** Puts every stage and step of a map on columns. Cells that still hold are taken from the last drawing; all that are in use come back. */
export function placeStages(
  map: JourneyMap,
  context: Context,
  known: KnownCells,
  changes: Changes,
): { stages: PlacedStage[]; cells: KnownCells } {
  const used: KnownCells = new Map();
  const cellsOf = (kind: 'stage' | 'step', what: Step | Stage): Cells => {
    const key = `${kind} ${what.id}`;
    const last = known.get(key);
    const cells = last?.holdsFor(what, changes) ? last : makeCells(what, context);
    used.set(key, cells);
    return cells;
  };
  let x = 0;
  let heads = 0;
  const stages = map.stages.map((stage): PlacedStage => {
    const { steps, ...own } = stage;
    const cells = cellsOf('stage', { ...own, steps: [] });
    const head = stage.implicit ? undefined : stageHead(stage, heads++, context);
    const stepCells = steps.map((step) => cellsOf('step', step));
    const widths = columnWidths(
      stepCells.map(({ need }) => need),
      Math.max(head?.need ?? 0, cells.need),
    );
    const from = x;
    const columns = widths.map((width, index): Column => {
      const at = stepCells[index];
      const column = { step: at && { what: at.what as Step, cells: at }, x, width };
      x += width;
      return column;
    });
    return { stage, cells, head, columns, x: from, width: x - from };
  });
  return { stages, cells: used };
}

function makeCells(what: Step | Stage, context: Context): Cells {
  const pieces = context.lanes.flatMap((lane) => {
    if (lane === 'feels') return [];
    const piece = 'next' in what ? lane.step?.(what, context) : lane.stage?.(what, context);
    return piece ? [{ lane, piece }] : [];
  });
  return new Cells(what, pieces);
}

/** As wide as their longest words ask, within limits; wider where the stage's own words do. A stage without a step has one empty column. */
function columnWidths(needs: number[], stageNeed: number): number[] {
  const widths = (needs.length === 0 ? [0] : needs).map((need) => Math.ceil(Math.max(page.column, Math.min(page.widestColumn, need))));
  const missing = stageNeed - widths.reduce((sum, width) => sum + width, 0);
  if (missing <= 0) return widths;
  return widths.map((width) => Math.max(width, Math.min(page.widestColumn, Math.ceil(width + missing / widths.length))));
}
