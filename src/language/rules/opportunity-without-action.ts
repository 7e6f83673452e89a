import { english, say, short } from '../message.ts';
import { isInPlace } from '../names/facts.ts';
import { childrenOf, nameSpan, ofKind, textOf } from '../tree/node.ts';
import { insertBelow, teamChoice, toWrite } from './edits.ts';
import type { Rule } from './rule.ts';

export const opportunityWithoutAction: Rule = {
  code: 'opportunity-without-action',
  severity: 'info',
  finds: 'an opportunity of high impact with no `action`',
  why: 'An idea that everybody likes and nobody takes up is the most frequent end of a map. An action with an owner and a date is what leaves the room.',
  example: {
    wrong:
      'team Desk\njourney "Order"\nstage Request\n  step form\n    feels -1 "lost"\n    opportunity "One form that asks what you need" impact high\n',
    right:
      'team Desk\njourney "Order"\nstage Request\n  step form\n    feels -1 "lost"\n    opportunity "One form that asks what you need" impact high\n      action "Merge the forms" owner Desk\n',
  },
  fix: 'Inserts `action` with the cursor in its text and a choice of the declared teams.',
  needsFolder: true,
  reach: 'stage',
  *check({ document, folder, tongue = english }) {
    for (const node of ofKind(document.nodes, 'opportunity')) {
      if (!isInPlace(node) || textOf(node, 'impact') !== 'high') continue;
      const text = textOf(node, 'text')?.trim();
      if (!text || childrenOf(node, 'action').length) continue;
      const owner = teamChoice(2, folder);
      const action = `action ${toWrite(1, tongue('what is done about it'))}${owner ? ` owner ${owner}` : ''}`;
      yield {
        node,
        ...nameSpan(node),
        message: say('“{0}” would bring much. Say what is done about it: `action "…"`.', short(text)),
        fixes: [{ title: say('Insert `{0}`', 'action'), edits: [insertBelow(document, node, [action], true)], preferred: true }],
      };
    }
  },
};
