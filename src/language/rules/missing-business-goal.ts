import { english, say, short } from '../message.ts';
import { journeysOf } from '../names/facts.ts';
import { childrenOf, nameSpan, titleOf } from '../tree/node.ts';
import { insertBelow, insertBeside, toWrite } from './edits.ts';
import type { Rule } from './rule.ts';

export const missingBusinessGoal: Rule = {
  code: 'missing-business-goal',
  severity: 'info',
  finds: 'a stage without `business goal` where its siblings have one',
  why: 'A quote, a sale, a contact: what do we want at this moment? Where both goals stand side by side one sees where ours get in the customer’s way.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  business goal "Orders come in through the portal"\n  step form\nstage Wait\n  step wait\n',
    right:
      'journey "Order"\nstage Request\n  business goal "Orders come in through the portal"\n  step form\nstage Wait\n  business goal "No calls about open orders"\n  step wait\n',
  },
  fix: 'Inserts `business goal` with the cursor in its text.',
  *check({ document, tongue = english }) {
    for (const journey of journeysOf(document)) {
      const stages = childrenOf(journey, 'stage').filter((stage) => !stage.implied);
      if (!stages.some((stage) => childrenOf(stage, 'business goal').length)) continue;
      for (const stage of stages) {
        if (!titleOf(stage).trim() || childrenOf(stage, 'business goal').length) continue;
        const goal = childrenOf(stage, 'goal').findLast(({ misplaced }) => !misplaced);
        const statement = [`business goal ${toWrite(1, tongue('what we want'))}`];
        yield {
          node: stage,
          ...nameSpan(stage),
          message: say('What do we want at the stage “{0}”? Its neighbours say it: `business goal "…"`.', short(titleOf(stage))),
          fixes: [
            {
              title: say('Insert `business goal`'),
              edits: [goal ? insertBeside(document, goal, statement, true) : insertBelow(document, stage, statement, true)],
              preferred: true,
            },
          ],
        };
      }
    }
  },
};
