import { english, say, short } from '../message.ts';
import { journeysOf } from '../names/facts.ts';
import { childrenOf, nameSpan, titleOf } from '../tree/node.ts';
import { insertBelow, toWrite } from './edits.ts';
import type { Rule } from './rule.ts';

export const missingGoal: Rule = {
  code: 'missing-goal',
  severity: 'warning',
  finds: 'a journey with no `goal`, or a stage without one where its siblings have one',
  why: 'What does the customer want from us at this moment? Without an answer a stage is ours and not hers, and nobody can tell whether it went well.',
  example: {
    wrong: 'persona Vera\njourney "Order" for Vera\nstage Request\n',
    right: 'persona Vera\njourney "Order" for Vera\n  goal "Back at work quickly"\nstage Request\n',
  },
  fix: 'Inserts `goal` with the cursor in its text.',
  *check({ document, tongue = english }) {
    for (const journey of journeysOf(document)) {
      const stages = childrenOf(journey, 'stage').filter((stage) => !stage.implied);
      const some = stages.some((stage) => childrenOf(stage, 'goal').length);
      for (const node of [journey, ...(some ? stages : [])]) {
        if (node.implied || !titleOf(node) || childrenOf(node, 'goal').length) continue;
        const message =
          node === journey
            ? say('What does the customer want of “{0}”? Say it: goal "…".', short(titleOf(node)))
            : say('What does the customer want at the stage “{0}”? Its neighbours say it: goal "…".', short(titleOf(node)));
        const edit = insertBelow(document, node, [`goal ${toWrite(1, tongue('what the customer wants'))}`], true);
        yield { node, ...nameSpan(node), message, fixes: [{ title: say('Insert `goal`'), edits: [edit], preferred: true }] };
      }
    }
  },
};
