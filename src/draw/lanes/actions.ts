import type { Action } from '../../map/model.ts';
import type { Context } from '../context.ts';
import { icon } from '../icons.ts';
import { element } from '../marks.ts';
import { led, type Piece, stack } from '../piece.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';

/** What is done about it: an arrow, the text, and below it how far it is, by when, the ticket and who does it. */
export function action(context: Context, what: Action, colour: string): Piece {
  const { strings, theme } = context;
  const text = paragraph(context, 'text', what.text, styles.small(colour), { most: 6 });
  const facts = [what.status && strings.status[what.status], what.due && strings.due(what.due), what.ticket, what.owner?.title];
  const lines = facts.some(Boolean) ? [text, paragraph(context, 'facts', strings.facts(facts), styles.caption(theme.muted))] : [text];
  return element(
    context,
    what.id,
    led(stack(lines, 1), 18, (x, y) => [icon('arrow', 'arrow', x - 1, y + 2, colour, 13)]),
    'gutter',
  );
}
