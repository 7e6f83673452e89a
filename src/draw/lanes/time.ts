import type { JourneyMap, Step } from '../../map/model.ts';
import type { Context, Time } from '../context.ts';
import { circle, node, rect } from '../nodes.ts';
import { type Piece, stack } from '../piece.ts';
import type { SceneNode } from '../scene.ts';
import { page, styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import type { Lane } from './lane.ts';

/** The line's height in its cell, and what is drawn on it. */
const line = 7;
const bar = { from: 10, height: 6, least: 8, gap: 4 };
const belowLine = 8;

/** A line through all columns: when each step begins, and bars for how long it takes and how long one waits. */
export const time: Lane = {
  key: 'time',
  holds: 'text',
  step(step, context) {
    return context.time && onLine(step, context.time.longest, context);
  },
};

/** The time of a map as a whole; nothing where no step says when or how long. */
export function timeOf(map: JourneyMap): Time | undefined {
  const steps = map.stages.flatMap((stage) => stage.steps);
  if (!steps.some(({ at, takes, waits }) => at !== undefined || takes || waits)) return undefined;
  const longest = Math.max(1, ...steps.flatMap(({ takes, waits }) => [takes?.minutes ?? 0, waits?.minutes ?? 0]));
  return { longest, total: map.figures.time };
}

function onLine(step: Step, longest: number, context: Context): Piece {
  const { theme, strings } = context;
  const style = styles.caption(theme.muted);
  const words = stack(
    [
      ...(step.at === undefined ? [] : [paragraph(context, 'at', step.at, styles.badge(theme.text), { most: 3 })]),
      ...(step.takes ? [paragraph(context, 'takes', strings.takes(step.takes.text), style)] : []),
      ...(step.waits ? [paragraph(context, 'waits', strings.waits(step.waits.text), styles.caption(theme.silence.text))] : []),
    ],
    0,
  );
  const isKnown = step.at !== undefined || step.takes !== undefined || step.waits !== undefined;
  return {
    need: words.need,
    lay(x, y, width) {
      const laid = words.lay(x, y + line + belowLine, width);
      const nodes: SceneNode[] = [
        node('line', 'line', {
          x1: x - page.textInset,
          x2: x + width + page.textEnd,
          y1: y + line,
          y2: y + line,
          stroke: theme.panel.divider,
          'stroke-width': 2,
        }),
        ...bars(step, longest, x, y, width, context),
        ...(isKnown ? [circle('dot', x + 4, y + line, 4, { fill: theme.background, stroke: theme.icon, 'stroke-width': 1.6 })] : []),
        ...laid.nodes,
      ];
      return { height: line + belowLine + laid.height, nodes };
    },
  };
}

/**
 * How long it takes as a whole bar, how long one waits as one that is only outlined. Their lengths grow with the logarithm of the time, as a journey
 * has minutes and months on one line.
 */
function bars(step: Step, longest: number, x: number, y: number, width: number, { theme }: Context): SceneNode[] {
  const both = (step.takes ? 1 : 0) + (step.waits ? 1 : 0);
  const room = (width - bar.from - bar.gap * both) / Math.max(1, both);
  const length = (minutes: number) => bar.least + (room - bar.least) * (Math.log1p(minutes) / Math.log1p(longest));
  const top = y + line - bar.height / 2;
  const takes = step.takes ? length(step.takes.minutes) : 0;
  const nodes: SceneNode[] = [];
  if (step.takes) nodes.push(rect('takes-bar', x + bar.from, top, takes, bar.height, { rx: bar.height / 2, fill: theme.icon }));
  if (step.waits) {
    const from = x + bar.from + (step.takes ? takes + bar.gap : 0);
    nodes.push(
      rect('waits-bar', from, top, length(step.waits.minutes), bar.height, {
        rx: bar.height / 2,
        fill: theme.background,
        stroke: theme.silence.stroke,
        'stroke-width': 1.4,
        'stroke-dasharray': '4 3',
      }),
    );
  }
  return nodes;
}
