import { durationText } from '../../language/names/time.ts';
import type { Duration } from '../../map/model.ts';
import type { Change } from '../../map/written.ts';
import type { Context } from '../context.ts';
import type { Lane } from '../lanes/lane.ts';
import { type Piece, stack, stackOf } from '../piece.ts';
import { styles } from '../styles.ts';
import { paragraph } from '../text.ts';
import { isShown } from './shown.ts';
import { remark } from './signs.ts';

/** What a step takes and what one waits, before and after. */
export const comparedTime: Lane = {
  key: 'time',
  holds: 'text',
  step(step, context) {
    if (!isShown(step)) return undefined;
    const { takes, waits } = step.compared;
    return stackOf([...(takes ? [span(context, 'takes', takes)] : []), ...(waits ? [span(context, 'waits', waits)] : [])], 6);
  },
};

function span(context: Context, key: 'takes' | 'waits', { before, after }: Change<Duration>): Piece {
  const { strings, theme } = context;
  const said = paragraph(context, key, strings.compare[key](before?.text, after?.text), styles.small(theme.muted), { most: 4 });
  if (!before || !after || before.minutes === after.minutes) return said;
  const isLess = after.minutes < before.minutes;
  const by = durationText(Math.abs(after.minutes - before.minutes));
  const text = isLess ? strings.compare.less(by) : strings.compare.more(by);
  return stack([said, remark(context, `${key}-by`, isLess ? 'down' : 'up', text, isLess ? theme.met : theme.unmet)], 1);
}
