import type { Step } from '../../map/model.ts';
import type { Context } from '../context.ts';
import { element, gutter, markAt } from '../marks.ts';
import { type Piece, stack } from '../piece.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import type { Lane } from './lane.ts';
import { said } from './sayings.ts';

/** The step's name, who is not there, and what is done. */
export const steps: Lane = {
  key: 'steps',
  holds: 'text',
  step(step, context) {
    const doing = step.does.map((saying) => element(context, saying.id, said(context, saying, 'plain'), 'gutter'));
    return stack([head(step, context), ...doing], 3);
  },
};

function head(step: Step, context: Context): Piece {
  const { theme, strings } = context;
  const title = marked(context, step.id, paragraph(context, 'name', step.title, styles.stepTitle(theme.text), { most: 4, doc: step.doc }));
  const absent = step.absent.map((name) => context.personas.find((persona) => persona.name === name)?.title ?? name);
  const notes: Piece[] = [];
  if (absent.length > 0) notes.push(paragraph(context, 'absent', strings.absent(absent), styles.caption(theme.faint)));
  return stack([title, ...notes], 2);
}

/** The step itself is the column round it, so its findings stand with its name. */
function marked(context: Context, id: string, piece: Piece): Piece {
  return {
    need: piece.need,
    lay(x, y, width) {
      const laid = piece.lay(x, y, width);
      return { height: laid.height, nodes: [...laid.nodes, ...markAt(context, id, x - gutter, y + 9)] };
    },
  };
}
