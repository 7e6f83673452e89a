import { english, say, short } from '../message.ts';
import { isInPlace, journeysOf, stepsOf } from '../names/facts.ts';
import { childrenOf, nameSpan, textOf } from '../tree/node.ts';
import { insertBeside, toWrite } from './edits.ts';
import type { Rule } from './rule.ts';

export const unmetExpectation: Rule = {
  code: 'unmet-expectation',
  severity: 'warning',
  finds: '`expects … unmet` in a step with no pain and no opportunity',
  why: 'A disappointed expectation is worse than a missing service. The reader wants to know what it does to the customer, or what we could do about it.',
  example: {
    wrong: 'journey "Order"\nstage Wait\n  step wait\n    feels -1 "forgotten"\n    expects "A word when it leaves the house" unmet\n',
    right:
      'journey "Order"\nstage Wait\n  step wait\n    feels -1 "forgotten"\n    expects "A word when it leaves the house" unmet\n    pain "No news between order and delivery"\n',
  },
  fix: 'Inserts `pain`, or `opportunity`, with the cursor in its text.',
  reach: 'stage',
  *check({ document, tongue = english }) {
    for (const step of journeysOf(document).flatMap(stepsOf)) {
      if (childrenOf(step, 'pain').length || childrenOf(step, 'opportunity').length) continue;
      for (const node of childrenOf(step, 'expects')) {
        const text = textOf(node, 'text')?.trim();
        if (!text || textOf(node, 'met') !== 'unmet' || !isInPlace(node)) continue;
        const insert = (line: string) => [insertBeside(document, node, [line], true)];
        yield {
          node,
          ...nameSpan(node),
          message: say(
            '“{0}” does not come true, and the step says no more of it. Say what that does to the customer: `pain "…"`.',
            short(text),
          ),
          fixes: [
            {
              title: say('Insert `{0}`', 'pain'),
              edits: insert(`pain ${toWrite(1, tongue('what stands in the way'))}`),
              preferred: true,
            },
            { title: say('Insert `{0}`', 'opportunity'), edits: insert(`opportunity ${toWrite(1, tongue('what could be better'))}`) },
          ],
        };
      }
    }
  },
};
