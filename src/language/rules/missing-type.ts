import { say, short } from '../message.ts';
import { journeysOf } from '../names/facts.ts';
import { childrenOf, nameSpan, titleOf } from '../tree/node.ts';
import { choices, insertBelow } from './edits.ts';
import type { Rule } from './rule.ts';

export const missingType: Rule = {
  code: 'missing-type',
  severity: 'info',
  finds: 'a journey with no `type`',
  why: 'The same map says something else as it is and as it shall be. A reader who takes a wish for the state of things looks for the pain in the wrong place.',
  example: {
    wrong: 'persona Vera\njourney "Order" for Vera\n  goal "Back at work quickly"\n',
    right: 'persona Vera\njourney "Order" for Vera\n  type current\n  goal "Back at work quickly"\n',
  },
  fix: 'Inserts `type` with a choice of current, future and day; `future` comes first where the journey improves another.',
  *check({ document }) {
    for (const journey of journeysOf(document)) {
      if (journey.implied || !titleOf(journey).trim() || childrenOf(journey, 'type').length) continue;
      const types = childrenOf(journey, 'improves').length ? ['future', 'current', 'day'] : ['current', 'future', 'day'];
      yield {
        node: journey,
        ...nameSpan(journey),
        message: say(
          'Is “{0}” how it is, or how it shall be? Say it: `type current`, `type future`, or `type day` for a day in the life.',
          short(titleOf(journey)),
        ),
        fixes: [
          { title: say('Choose a type'), edits: [insertBelow(document, journey, [`type ${choices(1, types)}`], true)], preferred: true },
        ],
      };
    }
  },
};
