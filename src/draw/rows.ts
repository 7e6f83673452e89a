import type { Cells } from './cells.ts';
import type { Context } from './context.ts';
import type { FeelLane } from './feel/lane.ts';
import { laneLabel } from './lane-labels.ts';
import type { Lane, RowKey } from './lanes/lane.ts';

/** A lane with its place, from the top of all lanes. */
export interface Row {
  key: RowKey;
  lane: Pick<Lane, 'key' | 'label' | 'bare' | 'close'>;
  top: number;
  height: number;
  /** Where the first line of the label begins. */
  labelTop: number;
}

/** Where in each row a stage's own cells begin, and those of its steps below them. */
export interface Tops {
  ofStage: Map<RowKey, number>;
  ofSteps: Map<RowKey, number>;
}

/** From the feel lane's edges to its band. */
export const feelPad = 8;
const padTop = 15;
const padBottom = 19;
/** Above and below the name of a line across all columns, and in rows that stand close together. */
const padLine = 9;
const padClose = 5;
/** The first row stands further from what is above it, because no line parts them. */
const firstTop = 22;
/** From a stage's own cell in a lane to those of its steps. */
const stageGap = 12;
/** From a card's edge to its first line, which the label stands beside. */
const cardTop = 10;

/** A stage's own cells and its steps' with the widths they have. */
export interface Block {
  cells: Cells;
  width: number;
  steps: { cells: Cells; width: number }[];
}

/**
 * The rows from top to bottom, each as high as the highest stage asks, and per stage where in them its cells begin.
 *
 * @param ways - How high the ways between steps are, words and all; 0 where none is drawn.
 */
export function layRows(
  blocks: Block[],
  feel: FeelLane | undefined,
  ways: number,
  context: Context,
): { rows: Row[]; tops: Tops[]; height: number } {
  const heights = blocks.map(({ cells, width, steps }) => {
    const ofSteps = new Map<RowKey, number>();
    for (const step of steps) {
      for (const [key, { height }] of step.cells.lay(step.width)) ofSteps.set(key, Math.max(ofSteps.get(key) ?? 0, height));
    }
    return { own: cells.lay(width), ofSteps };
  });
  const rows: Row[] = [];
  const tops = blocks.map((): Tops => ({ ofStage: new Map(), ofSteps: new Map() }));
  let y = 0;
  const add = (lane: Lane) => {
    const named = laneLabel(lane, 0, context).height;
    if (lane.bare) {
      const [above, below] = lane.bare === 'name' ? [padTop, padClose] : [padLine, padLine];
      rows.push({ key: lane.key, lane, top: y, height: Math.ceil(above + named + below), labelTop: y + above });
      y += Math.ceil(above + named + below);
      return;
    }
    const [padAbove, padBelow] = lane.close ? [padClose, padClose] : [padTop, padBottom];
    const labels = y + (rows.length === 0 ? firstTop : padAbove);
    const top = labels + (lane.above ?? 0);
    let content = 0;
    for (const [index, { own, ofSteps }] of heights.entries()) {
      const [stageHeight, stepHeight] = [own.get(lane.key)?.height ?? 0, ofSteps.get(lane.key) ?? 0];
      const above = stageHeight > 0 && stepHeight > 0 ? stageHeight + stageGap : stageHeight;
      tops[index]?.ofStage.set(lane.key, top);
      tops[index]?.ofSteps.set(lane.key, top + above);
      content = Math.max(content, above + stepHeight);
    }
    if (lane.key === 'flow') content = Math.max(content, ways);
    if (content === 0) return;
    const labelTop = labels + (lane.holds === 'cards' && !lane.close ? cardTop : 0);
    const bottom = Math.max(top + content, labelTop + named) + padBelow;
    rows.push({ key: lane.key, lane, top: y, height: bottom - y, labelTop });
    y = bottom;
  };
  for (const lane of context.lanes) {
    if (lane !== 'feels') add(lane);
    else if (feel) {
      const height = Math.ceil(feel.bottom - feel.top) + feelPad * 2;
      rows.push({ key: 'feels', lane: { key: 'feels' }, top: y, height, labelTop: y + feelPad + 8 });
      y += height;
    }
  }
  return { rows, tops, height: Math.ceil(y) + 1 };
}
