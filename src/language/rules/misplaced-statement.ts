import { say } from '../message.ts';
import { definitionOf, type Kind } from '../statements.ts';
import { inFile, type Node } from '../tree/node.ts';
import { lineBreakOf } from './edits.ts';
import type { Found, FoundFix, Rule, RuleContext } from './rule.ts';

export const misplacedStatement: Rule = {
  code: 'misplaced-statement',
  severity: 'warning',
  finds: 'a statement that cannot stand where it is; it is kept',
  why: 'A statement says something about what stands above it. In the wrong place it says it about the wrong thing, or about nothing.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  step form\n    action "Merge the forms"\n',
    right: 'journey "Order"\nstage Request\n  step form\n    opportunity "Merge the forms"\n      action "Merge the forms"\n',
  },
  fix: 'Inserts what the statement needs above it, where that is one line.',
  *check(context) {
    for (const node of context.document.nodes) if (node.misplaced && node.kind !== 'unreadable') yield found(node, node.kind, context);
  },
};

function found(node: Node, kind: Kind, { document }: RuleContext): Found {
  const { word, in: places } = definitionOf(kind);
  const span = inFile(node, node.statement.keyword);
  const line = document.lines.startOfLine(document.lines.positionAt(span.start).line);
  const indent = document.lines.indentOf(document.lines.positionAt(span.start).line);
  const alone = document.text.slice(line, span.start).trim() === '';
  const above = (text: string): FoundFix[] =>
    alone
      ? [{ title: say('Insert `{0}` above', text), edits: [{ start: line, end: line, text: `${indent}${text}${lineBreakOf(document)}` }], preferred: true }]
      : [];
  const text = node.statement.items.text?.text ?? '';
  if (kind === 'action') {
    return { node, ...span, message: say('An action belongs to a pain or an opportunity. Write `opportunity "…"` above it.'), fixes: above(`opportunity "${text}"`) };
  }
  if (kind === 'step') return { node, ...span, message: say('A step stands in a stage. Write `stage` and a name above it.'), fixes: above('stage "New stage"') };
  if (kind === 'stage') return { node, ...span, message: say('A stage stands in a journey. Write `journey` and a name above it.'), fixes: above('journey "New journey"') };
  if (node.parent === undefined && places.includes('file')) {
    return { node, ...span, message: say('`{0}` stands in the middle of a journey. Move it above the journey, or below its last step.', word), fixes: [] };
  }
  const homes = places.map((place) => (place === 'file' ? 'top level' : place)).join(', ');
  return { node, ...span, message: say('`{0}` belongs to: {1}. It is kept, but here it says nothing about one.', word, homes), fixes: [] };
}
