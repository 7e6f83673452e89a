import type { Moment } from '../../map/model.ts';
import type { Change } from '../../map/written.ts';
import type { Context } from '../context.ts';
import type { Lane } from '../lanes/lane.ts';
import { element } from '../marks.ts';
import { arrowAfter, path } from '../nodes.ts';
import { led, type Piece, stack, stackOf } from '../piece.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import { isShown } from './shown.ts';
import { keyed, remark } from './signs.ts';

/** Key moments: which are still there, which are new and which are no more. */
export const comparedMoments: Lane = {
  key: 'moments',
  holds: 'text',
  step(step, context) {
    if (!isShown(step)) return undefined;
    return stackOf(
      step.compared.moments.map((each) => moment(context, each)),
      7,
    );
  },
};

/** A diamond, hollow where the moment is no more, why it is one, and what became of it. Its findings stand at the curve where that is drawn. */
function moment(context: Context, { before, after }: Change<Moment>): Piece {
  const { strings, theme, lanes } = context;
  const shown = after ?? before;
  if (!shown) return stack([], 0);
  const words = ({ text = '', kind }: Moment) => (text.trim() === '' ? strings.moment[kind] : text);
  const said = words(shown);
  const old = before && after && words(before) !== said ? words(before) : undefined;
  const { verdicts, open } = strings.compare;
  const became = after ? (before ? open : verdicts.new) : verdicts.gone;
  const sign = after ? (before ? 'level' : 'plus') : 'minus';
  const { fill } = theme.moment[shown.kind];
  const look = after ? { fill } : { fill: 'none', stroke: fill, 'stroke-width': 1.3 };
  const parts = [
    ...(old === undefined ? [] : [paragraph(context, 'before', `${old} ${arrowAfter(old)}`, styles.caption(theme.faint), { most: 4 })]),
    paragraph(context, 'text', said, styles.small(theme.muted), { most: 8 }),
    remark(
      context,
      'status',
      sign,
      strings.facts([became, said === strings.moment[shown.kind] ? '' : strings.moment[shown.kind]]),
      theme.icon,
    ),
  ];
  const piece = led(stack(parts, 1), 18, (x, y) => [path('sign', `M${x + 5} ${y + 3}l5.5 5.5l-5.5 5.5l-5.5-5.5z`, look)]);
  const atCurve = lanes.includes('feels');
  // What says nothing of its own has its one place at the curve.
  if (!after || (atCurve && !after.text?.trim())) return keyed(shown.id, piece);
  return element(atCurve ? { ...context, marks: {} } : context, after.id, piece, 'gutter');
}
