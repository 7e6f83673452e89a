import { english, say } from '../message.ts';
import type { Item } from '../read/statement.ts';
import { definitionOf, type Place, type Slot } from '../statements.ts';
import { inFile, type Node } from '../tree/node.ts';
import { remove, toWrite } from './edits.ts';
import type { Found, FoundFix, Rule, RuleContext } from './rule.ts';

export const emptyText: Rule = {
  code: 'empty-text',
  severity: 'warning',
  finds: 'a statement whose text, or a name or title, is empty or blank',
  why: 'It takes its place on the map and says nothing there. Whoever reads along cannot tell whether nothing happened or nobody has written it yet.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  step form\n    does "Searches the intranet"\n    thinks ""\n    feels -1 "lost"\n',
    right:
      'journey "Order"\nstage Request\n  step form\n    does "Searches the intranet"\n    thinks "Which of these is mine?"\n    feels -1 "lost"\n',
  },
  fix: 'Takes the statement away where it says nothing else; else takes the empty text out of it, or leaves the cursor where the text is missing.',
  reach: 'stage',
  *check(context) {
    for (const node of context.document.nodes) {
      const { kind, statement } = node;
      if (node.implied || kind === 'unreadable' || statement.problems.length || !hasEmpty(statement.items)) continue;
      const { head, parts } = definitionOf(kind);
      const blank = [...head, ...parts].filter((place) => isBlank(place, statement.items[place.slot]));
      const saysNothing = blank.length > 0 && !node.children.length && isAllBlank(node, blank);
      for (const place of saysNothing ? blank.slice(0, 1) : blank) yield found(node, kind, place, saysNothing, context);
    }
  },
};

function hasEmpty(items: Node['statement']['items']): boolean {
  for (const slot in items) if (isEmpty(items[slot as Slot])) return true;
  return false;
}

function isEmpty(item: Item | undefined): boolean {
  return item?.quoted === true && item.text.trim() === '';
}

const texts: readonly string[] = ['name', 'title', 'text', 'time', 'label', 'ticket'];

function isBlank({ takes }: Place, item: Item | undefined): boolean {
  return isEmpty(item) && texts.includes(takes.is);
}

/** Whether a statement says nothing beside its blank texts, but perhaps of which persona. */
function isAllBlank({ statement: { items, lists } }: Node, blank: readonly Place[]): boolean {
  const told = (Object.keys(items) as Slot[]).filter((slot) => slot !== 'persona' && !blank.some((place) => place.slot === slot));
  return told.length === 0 && Object.keys(lists).length === 0;
}

function found(node: Node, kind: string, place: Place, saysNothing: boolean, { document, tongue = english }: RuleContext): Found {
  const item = node.statement.items[place.slot] as Item;
  const span = inFile(node, item);
  const write = (placeholder: string): FoundFix => ({
    title: say('Write it'),
    edits: [{ ...span, text: toWrite(1, placeholder), snippet: true }],
    preferred: true,
  });
  const because = (message: Found['message'], fix: FoundFix): Found => ({ node, ...span, message, fixes: [fix] });
  if (place.takes.is === 'name' && !node.statement.items.title?.text.trim()) {
    return because(say('This `{0}` has no name. Write one between the quotation marks.', kind), write(tongue('no name yet')));
  }
  if (kind === 'goal')
    return because(say('This goal says nothing. What does the customer want?'), write(tongue('what the customer wants')));
  if (kind === 'business goal') return because(say('This goal says nothing. What do we want here?'), write(tongue('what we want')));
  if (saysNothing) {
    return because(say('This `{0}` says nothing. Write it, or take it away.', kind), {
      title: say('Take it away'),
      edits: [remove(document, node)],
      preferred: true,
      decides: true,
    });
  }
  if (!place.optional && place.takes.is !== 'name') {
    return because(say('The text of this `{0}` is empty. Say what it is.', kind), write(tongue('to be written')));
  }
  const word = node.statement.words?.[place.slot];
  const from = inFile(node, word ?? item).start;
  const before = /\s*$/.exec(document.text.slice(node.base + node.statement.start, from))?.[0].length ?? 0;
  return because(say('This text is empty. Write it, or take it away.'), {
    title: say('Take the empty text away'),
    edits: [{ start: from - before, end: span.end, text: '' }],
    preferred: true,
    decides: true,
  });
}
