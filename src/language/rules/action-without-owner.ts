import { english, say, short } from '../message.ts';
import { type Node, nameSpan, ofKind, textOf } from '../tree/node.ts';
import { appendTo, declare, teamChoice, written } from './edits.ts';
import type { FoundFix, Rule, RuleContext } from './rule.ts';

export const actionWithoutOwner: Rule = {
  code: 'action-without-owner',
  severity: 'info',
  finds: 'an action with neither `owner` nor `ticket`, and no owner of the opportunity above it',
  why: 'What everybody should do nobody does. With an owner or a ticket somebody can be asked how it stands.',
  example: {
    wrong:
      'team Desk\njourney "Order"\nstage Request\n  step form\n    feels -1 "lost"\n    pain "Three forms"\n      action "Merge the forms"\n',
    right:
      'team Desk\njourney "Order"\nstage Request\n  step form\n    feels -1 "lost"\n    pain "Three forms"\n      action "Merge the forms" owner Desk\n',
  },
  fix: 'Adds `owner` with a choice of the declared teams, or declares one.',
  needsFolder: true,
  reach: 'stage',
  *check(context) {
    for (const node of ofKind(context.document.nodes, 'action')) {
      const text = textOf(node, 'text')?.trim();
      const status = textOf(node, 'status');
      const isOpen = status !== 'done' && status !== 'dropped';
      const isHalfTyped = node.statement.problems.some(({ code }) => code === 'syntax');
      if (!text || !isOpen || isHalfTyped || isSaid(node, 'owner') || isSaid(node, 'ticket')) continue;
      if (node.parent && isSaid(node.parent, 'owner')) continue; // who owns the idea answers for what is done about it
      yield {
        node,
        ...nameSpan(node),
        message: say('Who takes care of “{0}”? Say it: `owner`, or `ticket` if it is tracked elsewhere.', short(text)),
        fixes: [fixFor(node, context)],
      };
    }
  },
};

/** Whether a part is given, be it with a value that could not be read. */
function isSaid({ statement: { items, words } }: Node, slot: 'owner' | 'ticket'): boolean {
  return Boolean(items[slot] ?? words?.[slot]);
}

function fixFor(node: Node, { document, folder, tongue = english }: RuleContext): FoundFix {
  const owner = teamChoice(1, folder);
  if (owner) return { title: say('Choose an owner'), edits: [appendTo(node, `owner ${owner}`, true)], preferred: true };
  const team = written(tongue('Our team'));
  return {
    title: say('Declare a team and make it the owner'),
    edits: [declare(document, `team ${team}`), appendTo(node, `owner ${team}`)],
    preferred: true,
    decides: true,
  };
}
