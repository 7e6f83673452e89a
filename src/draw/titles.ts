import type { Column } from './columns.ts';
import type { Context } from './context.ts';
import { node, rect } from './nodes.ts';
import type { Region } from './scene.ts';
import { page, styles } from './styles.ts';
import { paragraph } from './text.ts';

const above = 5;
const below = 8;

/** The titles of the steps on one line each, shortened to their columns; `y` is the top of the steps' own titles, `width` that of all columns. */
export function stepTitles(columns: Column[], { x, y, width }: { x: number; y: number; width: number }, context: Context): Region {
  const { theme } = context;
  const style = styles.stepTitle(theme.text);
  const height = above + style.leading + below;
  const titles = columns.flatMap(({ step, fold, x: left, width: wide }) => {
    if (fold) {
      const count = paragraph(context, fold.what.id, context.strings.folded(fold.what.folded.length), styles.badge(theme.muted), {
        most: 1,
        anchor: 'middle',
        doc: fold.what.folded.map(({ title }) => title).join('\n'),
      });
      return count.lay(left, above, wide).nodes;
    }
    if (!step) return [];
    const { id, title } = step.what;
    const words = paragraph(context, id, 'next' in step.what ? title : '', style, { most: 1 });
    return words.lay(left + page.textInset, above, wide - page.textInset - page.textEnd).nodes;
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
