import type { ComparedOpportunity } from '../../map/written.ts';
import { card } from '../card.ts';
import type { Context } from '../context.ts';
import type { Lane } from '../lanes/lane.ts';
import { weighed } from '../lanes/opportunities.ts';
import { element } from '../marks.ts';
import { type Piece, stack } from '../piece.ts';
import { shelf } from '../shelf.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import { isShown } from './shown.ts';
import { goneLook, keyed, remark } from './signs.ts';

/** What could be better: what is done, what is still to be done, what is new and what is no longer thought of. */
export const comparedOpportunities: Lane = {
  key: 'opportunities',
  holds: 'cards',
  step(step, context) {
    if (!isShown(step)) return undefined;
    return shelf(step.compared.opportunities.map((each) => chance(context, each)));
  },
};

const signs = { done: 'check', kept: 'level', new: 'plus', gone: 'minus' } as const;

function chance(context: Context, { before, after, status }: ComparedOpportunity): Piece {
  const { strings, theme } = context;
  const { compare } = strings;
  const shown = after ?? before;
  if (!shown) return stack([], 0);
  const isGone = status === 'gone';
  const said = { done: compare.carriedOut, kept: compare.open, new: compare.verdicts.new, gone: compare.verdicts.gone }[status];
  const parts = [
    paragraph(context, 'text', shown.text, styles.body(isGone ? theme.muted : theme.opportunity.text), { most: 8 }),
    ...((shown.impact || shown.effort) && !isGone ? [weighed(context, shown)] : []),
    remark(context, 'status', signs[status], said, isGone ? theme.icon : theme.opportunity.dots),
  ];
  const piece = card(stack(parts, 5), isGone ? goneLook(context) : theme.opportunity);
  return after ? element(context, after.id, piece, 'corner') : keyed(shown.id, piece);
}
