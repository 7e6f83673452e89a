import type { JourneyDocument } from '../document.ts';
import { say } from '../message.ts';
import { nameKey } from '../names/folder.ts';
import { definitionOf } from '../statements.ts';
import { inFile, type Node, textOf } from '../tree/node.ts';
import { lineBreakOf, remove, toWrite } from './edits.ts';
import type { FoundFix, Rule } from './rule.ts';

export const givenTwice: Rule = {
  code: 'given-twice',
  severity: 'warning',
  finds: 'a statement that can stand once, such as `type` or a persona’s feeling at a step, but stands twice',
  why: 'Only the first counts, so the second is something that somebody wrote and nobody will see. Two feelings at one moment are two steps.',
  example: {
    wrong: 'journey "Order"\n  type current\n  type future\nstage Request\n  step form\n',
    right: 'journey "Order"\n  type current\nstage Request\n  step form\n',
  },
  fix: 'Removes the second; of two feelings it makes the second a step of its own.',
  reach: 'stage',
  *check({ document }) {
    for (const { children } of document.nodes) {
      if (children.length < 2) continue;
      const seen = new Map<string, Node>();
      for (const node of children) {
        const key = keyOf(node);
        if (key === undefined) continue;
        const first = seen.get(key);
        if (!first) seen.set(key, node);
        else {
          const span = inFile(node, node.statement);
          yield {
            node,
            ...span,
            message: say(
              node.kind === 'feels'
                ? 'This step has a feeling already. A moment that feels different is a step of its own.'
                : '`{0}` stands here already; the first one counts.',
              node.kind,
            ),
            fixes: [
              ...(node.kind === 'feels' ? [ownStep(document, node)] : []),
              {
                title: say('Remove this one'),
                edits: [remove(document, node)],
                ...(node.kind === 'feels' ? {} : { preferred: true as const }),
                decides: true,
              },
            ],
            related: [{ document, span: inFile(first, first.statement), message: say('The first one') }],
          };
        }
      }
    }
  },
};

/** Opens a step above a second feeling: what stands below it is said of that moment. */
function ownStep(document: JourneyDocument, node: Node): FoundFix {
  const { lines } = document;
  const at = node.base + node.statement.start;
  const indent = lines.indentOf(lines.positionAt(at).line);
  const text = `step ${toWrite(1, '…')}${lineBreakOf(document)}${indent}`;
  return { title: say('Make it a step of its own'), edits: [{ start: at, end: at, text, snippet: true }], preferred: true, decides: true };
}

/** What two statements of one holder have in common when the second is one too many. */
function keyOf(node: Node): string | undefined {
  if (node.kind === 'unreadable') return undefined;
  if (node.kind === 'feels') return textOf(node, 'score') === undefined ? undefined : `feels ${nameKey(textOf(node, 'persona') ?? '')}`;
  return definitionOf(node.kind).once ? node.kind : undefined;
}
