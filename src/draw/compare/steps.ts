import type { Context } from '../context.ts';
import type { Lane } from '../lanes/lane.ts';
import { markAt } from '../marks.ts';
import { arrowAfter } from '../nodes.ts';
import { type Piece, stack } from '../piece.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import { noBreak } from '../wording.ts';
import { isShown, type ShownStep } from './shown.ts';
import { short, verdictBadge } from './signs.ts';

/** What became of a step, what it was called and what it is called now. */
export const comparedSteps: Lane = {
  key: 'steps',
  holds: 'text',
  step: (step, context) => (isShown(step) ? head(step, context) : undefined),
};

function head(step: ShownStep, context: Context): Piece {
  const { theme } = context;
  const { before, after, verdict } = step.compared;
  const old = before.map(({ title }) => title);
  const isRenamed = after !== undefined && old.length > 0 && (old.length > 1 || old[0] !== after.title);
  const style = styles.stepTitle(after ? theme.text : theme.muted);
  const title = [
    ...(isRenamed ? formerNames(old, context) : []),
    paragraph(context, 'name', step.title, style, { most: 4, doc: step.doc }),
  ];
  const each = persons(step, context).map((text, index) =>
    paragraph(context, `each-${index}`, text, styles.caption(theme.muted), { most: 2 }),
  );
  const became = stack([verdictBadge(context, step.compared), ...each], 2);
  return stack([became, marked(context, step.id, stack(title, 1), verdict !== 'gone')], 6);
}

/** What it was called: a few names each on its own line, as one may have a comma; many after each other. */
function formerNames(names: readonly string[], context: Context): Piece[] {
  const { theme, strings } = context;
  const lines = names.length > 4 ? [strings.list([...names])] : names;
  return lines.map((line, index) => {
    const text = index < lines.length - 1 ? line : `${line}${noBreak}${arrowAfter(line)}`;
    return paragraph(context, `before-${index}`, text, styles.small(theme.faint), { most: 4 });
  });
}

/** Whose feelings changed by how much, where that differs. */
function persons({ compared: { moods } }: ShownStep, context: Context): string[] {
  if (new Set(moods.map(({ change }) => change)).size < 2) return [];
  const titles = new Map(context.personas.map(({ name, title }) => [name, title]));
  return moods.map(({ persona = '', change }) => `${titles.get(persona) ?? persona} ${short(context, change)}`);
}

function marked(context: Context, id: string, piece: Piece, isMarked: boolean): Piece {
  if (!isMarked) return piece;
  return {
    need: piece.need,
    lay(x, y, width) {
      const { height, nodes } = piece.lay(x, y, width);
      return { height, nodes: [...nodes, ...markAt(context, id, x - 9, y + 9)] };
    },
  };
}
