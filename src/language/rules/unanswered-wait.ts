import { english, say } from '../message.ts';
import { isInPlace, journeysOf, stepsOf } from '../names/facts.ts';
import { durationMinutes } from '../read/values.ts';
import { childrenOf, nameSpan, textOf } from '../tree/node.ts';
import { insertBeside, literal, toWrite } from './edits.ts';
import { optionOf, type Rule } from './rule.ts';

export const unansweredWait: Rule = {
  code: 'unanswered-wait',
  severity: 'warning',
  finds: 'a wait of a day or more in a step with neither a `touchpoint` nor a `silence`',
  why: 'Who waits and hears nothing begins to doubt, and calls. A long wait is either accompanied or a silence; the map should say which, because the silences are where trust is lost.',
  example: {
    wrong: 'journey "Order"\nstage Wait\n  step wait "Hear nothing"\n    waits 5d\n    feels -1 "forgotten"\n',
    right:
      'journey "Order"\nstage Wait\n  step wait "Hear nothing"\n    waits 5d\n    feels -1 "forgotten"\n    silence "No word after the order" lasts 5d\n',
  },
  fix: 'Inserts `silence`, as long as the wait, with the cursor in its text.',
  options: { hours: { default: 24, least: 1, about: 'from how many hours on a wait needs an answer' } },
  reach: 'stage',
  *check(context) {
    const tongue = context.tongue ?? english;
    const least = optionOf(context, unansweredWait, 'hours') * 60;
    for (const step of journeysOf(context.document).flatMap(stepsOf)) {
      const [wait] = childrenOf(step, 'waits');
      const duration = wait && textOf(wait, 'duration');
      if (!wait || duration === undefined || !isInPlace(wait) || (durationMinutes(duration) ?? 0) < least) continue;
      if (childrenOf(step, 'touchpoint').length || childrenOf(step, 'silence').length) continue;
      const silence = `silence ${toWrite(1, tongue('what the customer would like to hear'))} lasts ${literal(duration)}`;
      yield {
        node: wait,
        ...nameSpan(wait),
        message: say(
          'Does the customer hear anything during these {0}? If so, name the `touchpoint`; if not, say what is missing: `silence "…"`.',
          duration,
        ),
        fixes: [{ title: say('Insert `{0}`', 'silence'), edits: [insertBeside(context.document, wait, [silence], true)], preferred: true }],
      };
    }
  },
};
