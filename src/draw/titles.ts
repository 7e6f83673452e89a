import type { Step } from '../map/model.ts';
import type { Column } from './columns.ts';
import type { Context } from './context.ts';
import type { Fold } from './folds.ts';
import { node, rect } from './nodes.ts';
import type { Region, SceneNode } from './scene.ts';
import { page, styles } from './styles.ts';
import { paragraph } from './text.ts';

const above = 5;
const below = 8;

/**
 * The titles of the steps on one line each, shortened to their columns; `y` is the top of the steps' own titles, `width` that of all columns. One that stays
 * as it was is the same node as before.
 */
export function stepTitles(columns: Column[], { x, y, width }: { x: number; y: number; width: number }, context: Context): Region {
  const { theme } = context;
  const height = above + styles.stepTitle(theme.text).leading + below;
  const titles = columns.flatMap(({ step, fold, x: left, width: wide }) => {
    const at = `${left} ${wide}`;
    if (fold) return fold.cells.keep('title', at, () => foldTitle(fold.what, left, wide, context));
    return step ? step.cells.keep('title', at, () => stepTitle(step.what, left, wide, context)) : [];
  });
  const edge = node('line', 'edge', { x1: 0, x2: width, y1: height - 0.5, y2: height - 0.5, stroke: theme.line, 'stroke-width': 1 });
  return {
    key: 'titles',
    pin: 'top',
    x,
    y: y - above,
    width,
    height,
    children: [rect('ground', 0, 0, width, height, { fill: theme.background }), edge, ...titles],
  };
}

function foldTitle({ id, folded }: Fold, left: number, wide: number, context: Context): SceneNode[] {
  const count = paragraph(context, id, context.strings.folded(folded.length), styles.badge(context.theme.muted), {
    most: 1,
    anchor: 'middle',
    doc: folded.map(({ title }) => title).join('\n'),
  });
  return count.lay(left, above, wide).nodes;
}

function stepTitle(step: Step, left: number, wide: number, context: Context): SceneNode[] {
  const words = paragraph(context, step.id, 'next' in step ? step.title : '', styles.stepTitle(context.theme.text), { most: 1 });
  return words.lay(left + page.textInset, above, wide - page.textInset - page.textEnd).nodes;
}
