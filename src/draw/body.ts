import type { PlacedStage } from './columns.ts';
import type { Context } from './context.ts';
import type { FeelLane } from './feel/lane.ts';
import { curveRegion, feelGround } from './feel/region.ts';
import { headsRow } from './heads.ts';
import { feelScale, laneLabel } from './lane-labels.ts';
import type { RowKey } from './lanes/lane.ts';
import { moved, node, rect } from './nodes.ts';
import { feelPad, layRows, type Row, type Tops } from './rows.ts';
import type { Region, SceneNode } from './scene.ts';
import { page } from './styles.ts';
import type { PlacedColumn, Plan } from './views/plan.ts';
import { type Ways, waysBetween } from './ways/lane.ts';

const aboveHeads = 12;
const belowHeads = 8;

/** The lanes' place on the page. */
interface Body {
  y: number;
  columnsWidth: number;
  right: number;
}

/** The stages' chevrons, pinned at the top, and the corner beside them. Nothing where no stage is named. */
export function headRegions(stages: PlacedStage[], { y, columnsWidth }: Body, context: Context): Region[] {
  const shown = stages.flatMap(({ stage, cells, head, x, width }, index) =>
    head ? [{ stage, cells, piece: head, x, width, first: index + context.headsBefore === 0 }] : [],
  );
  if (shown.length === 0) return [];
  const row = headsRow(shown, aboveHeads, context);
  const named = laneLabel({ key: 'stages' }, aboveHeads + 14, context);
  const height = aboveHeads + Math.max(row.height, named.height + 14) + belowHeads;
  const ground = (width: number) => rect('ground', 0, 0, width, height, { fill: context.theme.background });
  return [
    { key: 'heads', pin: 'top', x: page.columnsAt, y, width: columnsWidth, height, children: [ground(columnsWidth), ...row.nodes] },
    { key: 'corner', pin: 'corner', x: 0, y, width: page.columnsAt, height, children: [ground(page.columnsAt), ...named.nodes] },
  ];
}

/**
 * The lanes: their lines, the stages with their steps, the curves over them, and the labels at the left. `kept` gives nodes that are made each time as
 * those of the last time where they say the same.
 */
export function bodyRegions(
  stages: PlacedStage[],
  feel: { lane: FeelLane; gradient: string } | undefined,
  { y, columnsWidth, right }: Body,
  context: Context,
  over: Plan['over'],
  kept: (where: string, nodes: SceneNode[]) => SceneNode[],
): { regions: Region[]; height: number; titlesTop: number | undefined } {
  const blocks = stages.map(({ cells, width, columns }) => ({
    cells,
    width,
    steps: columns.flatMap(({ step, fold, width: wide }) => {
      const shown = step ?? fold;
      return shown ? [{ cells: shown.cells, width: wide }] : [];
    }),
  }));
  const ways = waysOf(stages, context);
  const { rows, tops, height } = layRows(blocks, feel?.lane, ways?.height ?? 0, context);
  const edges = [...edgesOf(rows), ...(rows.length === 0 || rows.at(-1)?.lane.bare ? [] : [{ key: 'last', y: height - 1 }])];
  const lines = [...edges.map((edge) => rule(edge.key, page.columnsAt, right, edge.y, context)), ...namedLines(rows, right, context)];
  const labels = [
    rect('ground', 0, 0, page.columnsAt, height, { fill: context.theme.background }),
    // A little over the edge, so that no seam shows at any zoom.
    ...edges.map((edge) => rule(`line:${edge.key}`, page.margin, page.columnsAt + 1, edge.y, context)),
    ...rows.flatMap((row) => laneLabel(row.lane, row.labelTop, context).nodes),
  ];
  const regions: Region[] = [{ key: 'lanes', x: 0, y, width: right, height, children: lines }];
  for (const [index, placed] of stages.entries()) {
    const children = stageNodes(placed, tops[index] as Tops, height);
    regions.push({ key: `stage:${placed.stage.id}`, x: page.columnsAt + placed.x, y, width: placed.width, height, children });
  }
  const waysTop = tops[0]?.ofSteps.get('flow');
  if (ways && waysTop !== undefined) {
    const children = [moved('ways', 0, 0, kept('ways', ways.nodes))];
    regions.push({ key: 'ways', x: page.columnsAt, y: y + waysTop, width: columnsWidth, height: ways.height, children });
  }
  const feelRow = rows.find((row) => row.key === 'feels');
  if (feel && feelRow) {
    const zero = feelRow.top + feelPad - feel.lane.top;
    lines.push(...feelGround(feel.lane, zero, right - page.columnsAt, context.theme));
    labels.push(...feelScale(feel.lane, zero, feelRow.labelTop, context));
    regions.push(curveRegion(feel.lane, y + feelRow.top + feelPad, columnsWidth, feel.gradient, context.theme));
  }
  const overlaid = kept('over', over?.(placedColumns(stages, tops), context) ?? []);
  if (overlaid.length > 0) regions.push({ key: 'over', x: page.columnsAt, y, width: columnsWidth, height, children: overlaid });
  regions.push({ key: 'labels', pin: 'left', x: 0, y, width: page.columnsAt, height, children: labels });
  return { regions, height, titlesTop: rows.find((row) => row.key === 'steps')?.labelTop };
}

/** Where rows are parted by a line: not beside one that has a name, and not between rows that stand close together. */
function edgesOf(rows: Row[]): { key: string; y: number }[] {
  return rows.flatMap(({ key, lane, top }, index) => {
    const last = rows[index - 1]?.lane;
    return last === undefined || lane.bare || last.bare || (lane.close && last.close) ? [] : [{ key, y: top }];
  });
}

/** The lines across all columns that have a name at their left. */
function namedLines(rows: Row[], right: number, { theme }: Context): SceneNode[] {
  return rows.flatMap(({ key, lane: { bare }, top, height }) => {
    if (bare === undefined || bare === 'name') return [];
    const y = Math.round(top + height / 2);
    const look = { stroke: theme.text, 'stroke-width': bare.strength, 'stroke-dasharray': bare.dash, 'stroke-linecap': 'round' };
    return [node('line', key, { x1: page.columnsAt + 2, x2: right, y1: y, y2: y, ...look })];
  });
}

/** The columns with their cells where `layRows` put them. */
function placedColumns(stages: PlacedStage[], tops: Tops[]): PlacedColumn[] {
  return stages.flatMap(({ columns }, index) =>
    columns.flatMap(({ step, x, width }) => {
      if (!step || !('next' in step.what)) return [];
      const cell = (row: RowKey) => {
        const laid = step.cells.lay(width).get(row);
        return laid && { ...laid, top: tops[index]?.ofSteps.get(row) ?? 0 };
      };
      return [{ step: step.what, x, width, cell }];
    }),
  );
}

/** The arrows between steps, where the lane that holds them is drawn. */
function waysOf(stages: PlacedStage[], context: Context): Ways | undefined {
  if (!context.lanes.some((lane) => lane !== 'feels' && lane.key === 'flow')) return undefined;
  const columns = stages.flatMap((stage) =>
    stage.columns.flatMap(({ step, x, width }) =>
      step ? [{ step: step.what, x, width, words: step.cells.lay(width).get('flow')?.height ?? 0 }] : [],
    ),
  );
  return waysBetween(columns, context);
}

function stageNodes({ cells, columns, x }: PlacedStage, { ofSteps, ofStage }: Tops, height: number): SceneNode[] {
  const at = [height, ...ofSteps.values()].join(' ');
  const nodes = columns.flatMap(({ step, fold, x: left }) => {
    const shown = step ?? fold;
    return shown ? [shown.cells.drawStep(left - x, height, ofSteps, at)] : [];
  });
  return cells.empty ? nodes : [...nodes, cells.drawStage(ofStage, [...ofStage.values()].join(' '))];
}

function rule(key: string, from: number, to: number, y: number, context: Context): SceneNode {
  return node('line', key, { x1: from, x2: to, y1: y + 0.5, y2: y + 0.5, stroke: context.theme.line, 'stroke-width': 1 });
}
