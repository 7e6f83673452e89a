import { english, say, short } from '../message.ts';
import { journeysOf } from '../names/facts.ts';
import { hasParts } from '../names/uses.ts';
import { childrenOf, nameOf, nameSpan, titleOf } from '../tree/node.ts';
import { insertBehind, toWrite } from './edits.ts';
import type { Rule } from './rule.ts';

export const emptyJourney: Rule = {
  code: 'empty-journey',
  severity: 'info',
  finds: 'a journey with no stage, unless other journeys are `part of` it',
  why: 'Stages are the phases as the customer sees them, from the first contact to well after the delivery. They are the first thing to agree on, and all else hangs on them.',
  example: {
    wrong: 'persona Vera\njourney "Order" for Vera\n  goal "Back at work quickly"\n',
    right: 'persona Vera\njourney "Order" for Vera\n  goal "Back at work quickly"\n\nstage Request\n  step "Look for the form"\n',
  },
  fix: 'Inserts a stage and a step with the cursor in their names.',
  needsFolder: true,
  *check({ document, folder, tongue = english }) {
    for (const journey of journeysOf(document)) {
      if (journey.implied || !titleOf(journey).trim() || childrenOf(journey, 'stage').length) continue;
      if (hasParts(nameOf(journey), folder)) continue;
      const skeleton = [`stage ${toWrite(1, tongue('First stage'))}`, `  step ${toWrite(2, tongue('what the customer does'))}`];
      yield {
        node: journey,
        ...nameSpan(journey),
        message: say(
          '“{0}” has no stage yet. Write `stage` and a name for each phase, and `step` for what happens there.',
          short(titleOf(journey)),
        ),
        fixes: [{ title: say('Insert a stage and a step'), edits: [insertBehind(document, journey, skeleton, false)], preferred: true }],
      };
    }
  },
};
