import type { ComparedPain } from '../../map/written.ts';
import { card } from '../card.ts';
import type { Context } from '../context.ts';
import type { Lane } from '../lanes/lane.ts';
import { wordsOf } from '../lanes/pains.ts';
import { element } from '../marks.ts';
import { type Piece, stack } from '../piece.ts';
import { shelf } from '../shelf.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import { isShown } from './shown.ts';
import { keyed, remark } from './signs.ts';

/** Difficulties: which are answered, which are still there, and which are new. */
export const comparedPains: Lane = {
  key: 'pains',
  holds: 'cards',
  step(step, context) {
    if (!isShown(step)) return undefined;
    return shelf(step.compared.pains.map((pain) => difficulty(context, pain)));
  },
};

function difficulty(context: Context, { before, after, status, done }: ComparedPain): Piece {
  const { strings, theme } = context;
  const { compare } = strings;
  const shown = after ?? before;
  if (!shown) return stack([], 0);
  const look = status === 'answered' ? theme.opportunity : theme.pain;
  const said = { answered: done ? compare.done : compare.answered, open: compare.open, new: compare.verdicts.new }[status];
  const sign = { answered: 'check', open: 'level', new: 'plus' } as const;
  const severity = shown.severity === undefined ? undefined : strings.severity(shown.severity);
  const parts = [
    paragraph(context, 'text', wordsOf(context, shown), styles.body(look.text), { most: 8 }),
    remark(
      context,
      'status',
      sign[status],
      strings.facts([said, severity]),
      status === 'answered' ? theme.opportunity.dots : theme.pain.bars,
    ),
  ];
  const piece = card(stack(parts, 5), look);
  return after ? element(context, after.id, piece, 'corner') : keyed(shown.id, piece);
}
