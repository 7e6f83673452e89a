import type { JourneyMap, Mark, Stage, Step } from '../map/model.ts';
import { about } from './about.ts';
import { Cells } from './cells.ts';
import type { Context } from './context.ts';
import { equal } from './equal.ts';
import { type FeelColumn, type FeelLane, feelLane, hasFeelings } from './feel/lane.ts';
import { curveRegion, feelGround } from './feel/region.ts';
import { headsRow, stageHead } from './heads.ts';
import { header } from './header.ts';
import { feelScale, laneLabel } from './lane-labels.ts';
import { lanesAbove, lanesBelow } from './lanes/index.ts';
import type { Lane } from './lanes/lane.ts';
import { measure as tableMeasure, type Measure } from './measure.ts';
import { node, rect } from './nodes.ts';
import type { Piece } from './piece.ts';
import type { Region, Scene, SceneNode, StepColumn } from './scene.ts';
import { english, type LaneKey, type Strings } from './strings.ts';
import { page, styles } from './styles.ts';
import { paragraph } from './text.ts';
import type { Theme } from './themes.ts';

export interface DrawOptions {
  theme: Theme;
  /** Measures text; without it the table of the font's widths. */
  measure?: Measure;
  /** Findings by element id. Where they are given their number is one of the header's figures. */
  marks?: Record<string, Mark[]>;
  /** How wide the header may be, in pixels at 100 %: for a window that is narrower than the map. */
  width?: number;
  /** The picture's own words; English without it. */
  labels?: Strings;
  /** Put before ids inside the picture, where several stand in one page. */
  idPrefix?: string;
}

/** Draws a map. The same map and options give the same scene. */
export function drawMap(map: JourneyMap, options: DrawOptions): Scene {
  return new Drawing().draw(map, options);
}

const noMarks: Record<string, Mark[]> = {};
const gapBelowHeader = 12;
const aboveHeads = 12;
const belowHeads = 8;
const narrowest = 760;
const allLanes = [...lanesAbove, ...lanesBelow];

interface Row {
  key: LaneKey;
  top: number;
  height: number;
  /** Where the first line of the label begins. */
  labelTop: number;
}

interface Column {
  step: Step | undefined;
  x: number;
  width: number;
}

interface PlacedStage {
  stage: Stage;
  cells: Cells;
  head: Piece | undefined;
  steps: Cells[];
  columns: Column[];
  x: number;
  width: number;
}

/**
 * Draws one map again and again: what did not change since the last time is not laid out anew, and its nodes are the very same objects,
 * so that who compares two scenes can skip them. What it draws depends on nothing but what it is given.
 */
export class Drawing {
  private context: Context | undefined;
  private cells = new Map<string, Cells>();
  private feel: { columns: FeelColumn[]; gradient: string; lane: FeelLane } | undefined;

  draw(map: JourneyMap, options: DrawOptions): Scene {
    const context = this.contextFor(map, options);
    const stages = this.placeStages(map, context);
    const columnsWidth = stages.reduce((sum, stage) => sum + stage.width, 0);
    const right = Math.max(page.columnsAt + columnsWidth, page.margin + narrowest);
    const natural = right - page.margin;
    const headerWidth = options.width === undefined ? natural : Math.max(320, Math.min(natural, options.width - page.margin * 2));

    const findings = options.marks ? Object.values(options.marks).flat() : undefined;
    const head = header(map, context, headerWidth, findings);
    const regions: Region[] = [{ key: 'header', x: page.margin, y: 24, width: headerWidth, height: head.height, children: head.nodes }];
    let y = 24 + head.height + gapBelowHeader;

    const columns = stages.flatMap((stage) => stage.columns);
    const columnsOut: StepColumn[] = [];
    const fixed: Region[] = [];
    if (stages.length > 0) {
      const heads = this.heads(stages, columnsWidth, y, context);
      fixed.push(...heads.regions);
      y += heads.height;
      const body = this.body(map, stages, columns, { y, columnsWidth, right }, context, options.idPrefix ?? '');
      regions.push(...body.regions);
      for (const { step, x, width } of columns) {
        if (step) columnsOut.push({ id: step.id, x: page.columnsAt + x, y: y + 4, width, height: body.height });
      }
      y += body.height;
    }
    if (columnsOut.length === 0) {
      const invitation = emptyRegion(context, y, natural);
      regions.push(invitation);
      y += invitation.height;
    }
    regions.push(...fixed);
    const facts = about(map, context, headerWidth - 16);
    if (facts) {
      regions.push({ key: 'about', x: page.margin + 8, y: y + 28, width: headerWidth - 16, height: facts.height, children: facts.nodes });
      y += 28 + facts.height;
    }
    return {
      width: right + page.margin,
      height: Math.ceil(y + 20),
      background: context.theme.background,
      regions,
      columns: columnsOut,
      title: map.title,
      description: context.strings.description(map),
    };
  }

  /** What all is drawn with. Where that changes, everything is drawn anew. */
  private contextFor(map: JourneyMap, options: DrawOptions): Context {
    const measure = options.measure ?? tableMeasure;
    const strings = options.labels ?? english;
    const last = this.context;
    const same = last && last.measure === measure && last.theme === options.theme && last.strings === strings && equal(last.personas, map.personas);
    if (!same) {
      this.cells.clear();
      this.feel = undefined;
    }
    const titles = new Map(map.stages.flatMap((stage) => stage.steps.map((step) => [step.id, step.title])));
    this.context = { measure, theme: options.theme, strings, personas: same ? last.personas : map.personas, titles, marks: options.marks ?? noMarks };
    return this.context;
  }

  /** The cells of every stage and step, kept from the last time where they still hold, and how wide each column is. */
  private placeStages(map: JourneyMap, context: Context): PlacedStage[] {
    const kept = new Map<string, Cells>();
    const cellsOf = (what: Step | Stage, isStage: boolean): Cells => {
      const key = `${isStage ? 'stage' : 'step'} ${what.id}`;
      const last = this.cells.get(key);
      const cells = last?.holdsFor(what, context) ? last : makeCells(what, context);
      kept.set(key, cells);
      return cells;
    };
    let x = 0;
    let heads = 0;
    const placed = map.stages.map((stage): PlacedStage => {
      const cells = cellsOf(stage, true);
      const steps = stage.steps.map((step) => cellsOf(step, false));
      const head = stage.implicit ? undefined : stageHead(stage, heads++, context);
      const widths = columnWidths(steps.map((each) => each.need), Math.max(head?.need ?? 0, cells.need));
      const from = x;
      const columns = widths.map((width, index): Column => {
        const column = { step: stage.steps[index], x, width };
        x += width;
        return column;
      });
      return { stage, cells, head, steps, columns, x: from, width: x - from };
    });
    this.cells = kept;
    return placed;
  }

  /** The stages' chevrons, pinned at the top, and the corner beside them. Nothing where no stage is named. */
  private heads(stages: PlacedStage[], width: number, y: number, context: Context): { regions: Region[]; height: number } {
    const shown = stages.flatMap(({ stage, head, x, width: wide }, index) => (head ? [{ stage, piece: head, x, width: wide, first: index === 0 }] : []));
    if (shown.length === 0) return { regions: [], height: 0 };
    const row = headsRow(shown, aboveHeads, context);
    const named = laneLabel('stages', aboveHeads + 14, context);
    const height = aboveHeads + Math.max(row.height, named.height + 14) + belowHeads;
    const ground = (wide: number) => rect('ground', 0, 0, wide, height, { fill: context.theme.background });
    return {
      height,
      regions: [
        { key: 'heads', pin: 'top', x: page.columnsAt, y, width, height, children: [ground(width), ...row.nodes] },
        { key: 'corner', pin: 'corner', x: 0, y, width: page.columnsAt, height, children: [ground(page.columnsAt), ...named.nodes] },
      ],
    };
  }

  private body(
    map: JourneyMap,
    stages: PlacedStage[],
    columns: Column[],
    at: { y: number; columnsWidth: number; right: number },
    context: Context,
    idPrefix: string,
  ): { regions: Region[]; height: number } {
    const feeling = columns.some((column) => column.step && hasFeelings(column.step));
    const gradient = `${idPrefix}feel-${hash(map.id)}`;
    const feel = feeling ? this.feelings(columns, context, gradient) : undefined;
    const { rows, tops, stageTops, height } = layRows(stages, feel, context);

    const lines: SceneNode[] = [];
    const labels: SceneNode[] = [rect('ground', 0, 0, page.columnsAt, height, { fill: context.theme.background })];
    for (const [index, row] of rows.entries()) {
      if (index > 0) {
        lines.push(rule(row.key, page.columnsAt, at.right, row.top, context));
        labels.push(rule(`line:${row.key}`, page.margin, page.columnsAt, row.top, context));
      }
      labels.push(...laneLabel(row.key, row.labelTop, context).nodes);
    }
    lines.push(rule('last', page.columnsAt, at.right, height - 1, context));
    labels.push(rule('line:last', page.margin, page.columnsAt, height - 1, context));

    const regions: Region[] = [{ key: 'lanes', x: 0, y: at.y, width: at.right, height, children: lines }];
    const feelRow = rows.find((row) => row.key === 'feels');
    if (feel && feelRow) {
      const zero = feelRow.top + feelPad - feel.top;
      lines.push(...feelGround(feel, zero, at.columnsWidth, context.theme));
      labels.push(...feelScale(feel, zero, feelRow.labelTop, context));
    }
    for (const { stage, cells, steps, columns: own, x, width } of stages) {
      const children = steps.map((step, index) => step.draw((own[index]?.x ?? 0) - x, height, tops, true));
      if (cells.pieces.size > 0) children.push(cells.draw(0, 0, stageTops, false));
      regions.push({ key: `stage:${stage.id}`, x: page.columnsAt + x, y: at.y, width, height, children });
    }
    if (feel && feelRow) regions.push(curveRegion(feel, at.y + feelRow.top + feelPad, at.columnsWidth, gradient, context.theme));
    regions.push({ key: 'labels', pin: 'left', x: 0, y: at.y, width: page.columnsAt, height, children: labels });
    return { regions, height };
  }

  /** The curves, kept from the last time where neither feelings nor columns changed. */
  private feelings(columns: Column[], context: Context, gradient: string): FeelLane {
    const wanted = columns.flatMap(({ step, x, width }) => (step ? [{ step, x, width }] : []));
    const last = this.feel;
    const same =
      last !== undefined &&
      last.gradient === gradient &&
      last.columns.length === wanted.length &&
      wanted.every((column, index) => sameFeelings(column, last.columns[index])) &&
      !wanted.some(({ step }) => [...step.feelings, ...step.moments].some((each) => context.marks[each.id]));
    if (same) return last.lane;
    const lane = feelLane(wanted, context, gradient);
    const marked = wanted.some(({ step }) => [...step.feelings, ...step.moments].some((each) => context.marks[each.id]));
    this.feel = marked ? undefined : { columns: wanted, gradient, lane };
    return lane;
  }
}

/** From the feel lane's edges to its band. */
const feelPad = 8;
const padTop = 15;
const padBottom = 19;
/** From a stage's own line in a lane to the steps' cells below it. */
const stageGap = 12;
/** From a card's edge to its first line, which the label stands beside. */
const cardTop = 10;

function makeCells(what: Step | Stage, context: Context): Cells {
  const isStep = 'next' in what;
  return new Cells(
    what,
    context,
    allLanes.map((lane) => ({ lane, piece: isStep ? lane.step?.(what, context) : lane.stage?.(what, context) })),
  );
}

/** As wide as their longest words ask, within limits; wider where the stage's own words do. A stage without a step has one empty column. */
function columnWidths(needs: number[], stageNeed: number): number[] {
  const widths = (needs.length === 0 ? [0] : needs).map((need) => Math.ceil(Math.max(page.column, Math.min(page.widestColumn, need))));
  const missing = stageNeed - widths.reduce((sum, width) => sum + width, 0);
  if (missing <= 0) return widths;
  return widths.map((width) => Math.max(width, Math.min(page.widestColumn, Math.ceil(width + missing / widths.length))));
}

/** The rows from top to bottom, and where in them the cells of steps and of stages begin. */
function layRows(stages: PlacedStage[], feel: FeelLane | undefined, context: Context) {
  const rows: Row[] = [];
  const tops = new Map<LaneKey, number>();
  const stageTops = new Map<LaneKey, number>();
  let y = 0;
  const add = (lane: Lane) => {
    let [stepHeight, stageHeight] = [0, 0];
    for (const { cells, steps, columns, width } of stages) {
      for (const [index, step] of steps.entries()) {
        stepHeight = Math.max(stepHeight, step.lay(columns[index]?.width ?? 0, allLanes).get(lane.key)?.height ?? 0);
      }
      stageHeight = Math.max(stageHeight, cells.lay(width, allLanes).get(lane.key)?.height ?? 0);
    }
    if (stepHeight === 0 && stageHeight === 0) return;
    const pad = lane.key === 'steps' ? padTop + 7 : padTop;
    const both = stepHeight > 0 && stageHeight > 0 ? stageGap : 0;
    stageTops.set(lane.key, y + pad);
    tops.set(lane.key, y + pad + stageHeight + both);
    const labelHeight = laneLabel(lane.key, 0, context).height;
    const labelTop = y + pad + (lane.holds === 'cards' ? cardTop : 0);
    const height = Math.max(pad + stageHeight + both + stepHeight, labelTop - y + labelHeight) + padBottom;
    rows.push({ key: lane.key, top: y, height, labelTop });
    y += height;
  };
  for (const lane of lanesAbove) add(lane);
  if (feel) {
    const height = Math.ceil(feel.bottom - feel.top) + feelPad * 2;
    rows.push({ key: 'feels', top: y, height, labelTop: y + feelPad + 8 });
    y += height;
  }
  for (const lane of lanesBelow) add(lane);
  return { rows, tops, stageTops, height: Math.ceil(y) + 1 };
}

function rule(key: string, from: number, to: number, y: number, context: Context): SceneNode {
  return node('line', key, { x1: from, x2: to, y1: y + 0.5, y2: y + 0.5, stroke: context.theme.line, 'stroke-width': 1 });
}

function sameFeelings(a: FeelColumn, b: FeelColumn | undefined): boolean {
  return (
    b !== undefined &&
    a.x === b.x &&
    a.width === b.width &&
    a.step.hypothesis === b.step.hypothesis &&
    equal(a.step.feelings, b.step.feelings) &&
    equal(a.step.moments, b.step.moments) &&
    equal(a.step.absent, b.step.absent)
  );
}

/** Where there is no step: what to write. */
function emptyRegion(context: Context, y: number, width: number): Region {
  const style = styles.body(context.theme.muted);
  const laid = paragraph(context, 'text', context.strings.empty, style).lay(page.labelsAt - page.margin, 20, width - 16);
  return { key: 'empty', x: page.margin, y, width, height: laid.height + 40, children: laid.nodes };
}

/** A short name for an id, fit for an attribute. */
function hash(text: string): string {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  return (value >>> 0).toString(36);
}
