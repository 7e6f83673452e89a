import { say, short } from '../message.ts';
import { isoDate } from '../read/values.ts';
import { inFile, type Node, ofKind, textOf } from '../tree/node.ts';
import { appendTo } from './edits.ts';
import type { FoundFix, Rule } from './rule.ts';

export const overdueAction: Rule = {
  code: 'overdue-action',
  severity: 'warning',
  finds: 'an action whose `due` date has passed and that is neither `done` nor `dropped`',
  why: 'A plan with dates that have passed tells the reader that nobody keeps it. Either it was done and the map is stale, or the customer still waits for it.',
  example: {
    wrong:
      'team Desk\njourney "Order"\nstage Request\n  step form\n    feels -1 "lost"\n    opportunity "One form"\n      action "Merge the forms" owner Desk due 2020-06-30\n',
    right:
      'team Desk\njourney "Order"\nstage Request\n  step form\n    feels -1 "lost"\n    opportunity "One form"\n      action "Merge the forms" owner Desk due 2020-06-30 status done\n',
  },
  fix: 'Marks the action as done or as dropped. Neither is taken unasked: only its owner knows how it stands.',
  reach: 'stage',
  *check({ document, today }) {
    for (const node of ofKind(document.nodes, 'action')) {
      const { due, status } = node.statement.items;
      const date = due && isoDate(due.text);
      if (!due || !date || date >= today) continue;
      const isOpen = status ? status.text === 'planned' || status.text === 'doing' : !node.statement.words?.status;
      if (!isOpen) continue;
      yield {
        node,
        ...inFile(node, due),
        message: say('“{0}” was due on {1}. Write `status done` if it is done, or the new date.', short(textOf(node, 'text') ?? ''), date),
        fixes: [mark(node, 'done'), mark(node, 'dropped')],
      };
    }
  },
};

function mark(node: Node, value: 'done' | 'dropped'): FoundFix {
  const { status } = node.statement.items;
  return {
    title: value === 'done' ? say('It is done') : say('It is dropped'),
    edits: [status ? { ...inFile(node, status), text: value } : appendTo(node, `status ${value}`)],
  };
}
