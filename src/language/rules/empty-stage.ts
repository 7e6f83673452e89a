import { english, say, short } from '../message.ts';
import { journeysOf } from '../names/facts.ts';
import { childrenOf, type Node, nameSpan, titleOf } from '../tree/node.ts';
import { insertBehind, toWrite } from './edits.ts';
import type { Rule } from './rule.ts';

export const emptyStage: Rule = {
  code: 'empty-stage',
  severity: 'warning',
  finds: 'a stage with no step',
  why: 'A stage is a claim that something happens to the customer there. Without a step it shows how we divide our work and not what she goes through.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  step form\n    feels -1\nstage Wait\n',
    right: 'journey "Order"\nstage Request\n  step form\n    feels -1\nstage Wait\n  step wait\n    feels -1\n',
  },
  fix: 'Inserts a step with the cursor in its name.',
  reach: 'stage',
  *check({ document, tongue = english }) {
    for (const journey of journeysOf(document)) {
      for (const stage of childrenOf(journey, 'stage').filter(isEmpty)) {
        const edit = insertBehind(document, stage, [`step ${toWrite(1, tongue('what the customer does'))}`], true);
        yield {
          node: stage,
          ...nameSpan(stage),
          message: say('Nothing happens at the stage “{0}” yet. Write `step` and a name for each moment.', short(titleOf(stage))),
          fixes: [{ title: say('Insert a step'), edits: [edit], preferred: true }],
        };
      }
    }
  },
};

/** Whether a stage that has a name holds no step, and nothing that wants one. */
function isEmpty(stage: Node): boolean {
  return !stage.implied && titleOf(stage).trim() !== '' && !childrenOf(stage, 'step').length;
}
