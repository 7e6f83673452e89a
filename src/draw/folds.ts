import type { Step } from '../map/model.ts';
import type { Context } from './context.ts';
import { markAt } from './marks.ts';
import { hitArea, hover, label, moved, rect } from './nodes.ts';
import type { Piece } from './piece.ts';
import type { SceneNode } from './scene.ts';
import { styles } from './styles.ts';
import { baseline, textAttrs } from './text.ts';

/** Steps beside one another that a view folds into one narrow column. */
export interface Fold {
  id: string;
  folded: Step[];
}

/** The steps of a stage in their order, those that are folded with their neighbours. */
export function foldRuns(steps: readonly Step[], folds: ((step: Step) => boolean) | undefined): (Step | Fold)[] {
  const runs: (Step | Fold)[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (!folds?.(step)) runs.push(step);
    else if (last && isFold(last)) last.folded.push(step);
    else runs.push({ id: `fold:${step.id}`, folded: [step] });
  }
  return runs;
}

export function isFold(what: object): what is Fold {
  return 'folded' in what;
}

const pitch = 18;
const narrowest = 60;
const wide = 140;
/** Of many, each has no less than this. */
const leastPitch = 7;

/** The column's width: room for a dot per step, within limits. */
export function foldWidth({ folded }: Fold): number {
  return Math.max(narrowest, Math.min(wide, folded.length * pitch), folded.length * leastPitch);
}

/** Each step's share of the column: what is clicked there is that step. The names of all are under the pointer, with an arrow at its own. */
export function foldSlices({ folded }: Fold, width: number, height: number): SceneNode[] {
  const each = width / folded.length;
  return folded.map((step, index) => {
    const names = folded.map(({ title }, at) => (at === index && folded.length > 1 ? `→ ${title}` : title)).join('\n');
    return moved(step.id, each * index, 0, [hover(names), hitArea(0, 0, each, height)], { 'data-id': step.id });
  });
}

const sides = 9;
const high = 20;

/** How many steps are folded, in the middle of the column, with all that was found in them. */
export function foldCount(fold: Fold, context: Context): Piece {
  const { theme, strings, measure } = context;
  const style = styles.badge(theme.muted);
  const text = strings.folded(fold.folded.length);
  const width = measure(text, style.size, style.face) + sides * 2;
  return {
    need: width,
    lay(x, y, room) {
      const left = x + (room - width) / 2;
      const marks = markAt({ ...context, marks: { [fold.id]: found(fold, context) } }, fold.id, left + width - 1, y);
      const nodes = [
        rect('ground', left + 0.5, y - 0.5, width - 1, high - 1, {
          rx: high / 2 - 0.5,
          fill: theme.card.fill,
          stroke: theme.panel.divider,
        }),
        label('count', left + width / 2, y - 1 + baseline(style.size, high), text, { ...textAttrs(style), 'text-anchor': 'middle' }),
        ...marks.map((mark) => ({ ...mark, attrs: { ...mark.attrs, 'pointer-events': 'auto' } })),
      ];
      return { height: high, nodes: [moved(fold.id, 0, 0, nodes)] };
    },
  };
}

function found({ folded }: Fold, { marks }: Context) {
  return idsIn(folded).flatMap((id) => marks[id] ?? []);
}

/** Ids of a thing and of everything in it, without the steps of a stage, which have cells of their own. */
export function idsIn(what: object): string[] {
  const ids: string[] = [];
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      if (key === 'id' && typeof each === 'string') ids.push(each);
      else if (key !== 'steps') visit(each);
    }
  };
  visit(what);
  return ids;
}
