import type { JourneyDocument } from '../document.ts';
import { english, type Message, say, short } from '../message.ts';
import { inQuotes } from '../read/items.ts';
import { definitionOf, type Kind } from '../statements.ts';
import { above, inFile, type Node, textOf, titleOf } from '../tree/node.ts';
import { declare, insertBelow, lineBreakOf, remove, written } from './edits.ts';
import type { Found, FoundFix, Rule, RuleContext } from './rule.ts';
import { placesOf } from './words/advice.ts';
import { isMention, isOnlyMention, mention, stepAbove } from './words/mentions.ts';

export const misplacedStatement: Rule = {
  code: 'misplaced-statement',
  severity: 'warning',
  finds: 'a statement that cannot stand where it is; it is kept',
  why: 'A statement says something about what stands above it. In the wrong place it says it about the wrong thing, or about nothing.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  step form\n    action "Merge the forms"\n',
    right: 'journey "Order"\nstage Request\n  step form\n    opportunity "Merge the forms"\n      action "Merge the forms"\n',
  },
  fix: 'Inserts what the statement needs above it, or moves it up to the stage or journey that it belongs to.',
  reach: 'journey',
  *check(context) {
    for (const node of context.document.nodes) if (node.misplaced && node.kind !== 'unreadable') yield found(node, node.kind, context);
  },
};

function found(node: Node, kind: Kind, { document, folder, tongue = english }: RuleContext): Found {
  const { word, in: places } = definitionOf(kind);
  const span = inFile(node, node.statement.keyword);
  const fresh = {
    journey: `journey ${inQuotes(tongue('New journey'))}`,
    stage: `stage ${inQuotes(tongue('New stage'))}`,
    step: `step ${inQuotes(tongue('New step'))}`,
  };
  const because = (message: Message, ...fixes: FoundFix[]): Found => ({ node, ...span, message, fixes });
  const { parent } = node;
  if (kind === 'action' && isLived(node)) {
    return because(
      say('Is “{0}” a step? Then write `step`. An action belongs to a pain or an opportunity.', short(textOf(node, 'text') ?? '')),
      { ...anotherWord(node, 'step'), preferred: true },
      // Indented deeper, as what follows it would else be taken for said below a step.
      ...insertAbove(document, node, [`opportunity ${inQuotes(textOf(node, 'text') ?? '')}`]).map(({ title, edits }) => ({
        title,
        edits: edits.map((edit) => ({ ...edit, text: `${edit.text}  ` })),
        decides: true as const,
      })),
    );
  }
  if (kind === 'action') {
    return because(
      say('An action belongs to a pain or an opportunity. Write `opportunity "…"` above it.'),
      ...insertAbove(document, node, [`opportunity ${inQuotes(textOf(node, 'text') ?? '')}`]),
    );
  }
  if (kind === 'step') {
    const needed = above(node, 'journey')?.implied ? [fresh.journey, fresh.stage] : [fresh.stage];
    return because(say('A step stands in a stage. Write `stage` and a name above it.'), ...insertAbove(document, node, needed));
  }
  if (parent?.kind === 'step' && parent.implied && places.includes('step')) {
    const needed = (['journey', 'stage', 'step'] as const).filter((holder) => above(node, holder)?.implied).map((holder) => fresh[holder]);
    const message = say('`{0}` belongs to a step. Write `step` and a name above it.', word);
    return isAmongItsHolders(node) ? because(message) : because(message, ...insertAbove(document, node, needed));
  }
  if (kind === 'stage') {
    return because(
      say('A stage stands in a journey. Write `journey` and a name above it.'),
      ...insertAbove(document, node, [fresh.journey]),
    );
  }
  if (parent === undefined && places.includes('file')) {
    const said = isMention(node) ? mention(node, document) : undefined;
    if (said && (said.fixes.length || isOnlyMention(node, folder))) return because(said.message, ...said.fixes);
    return because(
      say('`{0}` stands in the middle of a journey. Move it above the journey, or below its last step.', word),
      ...(node.children.some(({ misplaced }) => !misplaced) ? [] : moveAbove(document, node)),
    );
  }
  if (parent && !parent.implied && places.some((place) => place === parent.kind)) {
    const message = say('`{0}` belongs to `{1} {2}`: write it directly below that.', word, parent.kind, short(written(titleOf(parent))));
    return because(message, ...ofStep(document, node, kind), {
      title: say('Move it up'),
      edits: [insertBelow(document, parent, [document.text.slice(...inText(node)).trimEnd()]), remove(document, node)],
      preferred: true,
      // Of a persona it may have been said in the wrong word instead: `quote` in a step for `says`.
      ...(parent.kind === 'persona' ? { decides: true as const } : {}),
    });
  }
  return because(
    say('`{0}` is said of {1}. Write it directly below one.', word, placesOf(definitionOf(kind))),
    ...(kind === 'owner' && parent?.kind === 'journey' ? [anotherWord(node, 'involves')] : []),
  );
}

/** Whether what the customer does, thinks or feels follows directly, as below the word for a step. */
function isLived({ parent, ...node }: Node): boolean {
  const start = node.base + node.statement.start;
  const next = parent?.children.find((child) => child.base + child.statement.start > start);
  return next !== undefined && ['does', 'thinks', 'says', 'sees', 'hears', 'feels'].includes(next.kind);
}

/** What is said of a persona, and the word for the like at a step. */
const atStep: Readonly<Partial<Record<Kind, Kind>>> = { quote: 'says', frustration: 'pain', need: 'expects', motivation: 'thinks' };

/** Below a step, the word that says there what this one says of a persona. */
function ofStep(document: JourneyDocument, node: Node, kind: Kind): FoundFix[] {
  const word = atStep[kind];
  return word && stepAbove(document, node.base + node.statement.start) ? [anotherWord(node, word)] : [];
}

function anotherWord(node: Node, word: string): FoundFix {
  return { title: say('Write `{0}`', word), edits: [{ ...inFile(node, node.statement.keyword), text: word }], decides: true };
}

/** The fix that moves a declaration to those above the journey. */
function moveAbove(document: JourneyDocument, node: Node): FoundFix[] {
  const text = document.text.slice(...inText(node)).trimEnd();
  return [{ title: say('Move it above the journey'), edits: [declare(document, text), remove(document, node)], decides: true }];
}

function inText(node: Node): [number, number] {
  const { start, end } = inFile(node, node.statement);
  return [start, end];
}

/** Whether what a journey or stage says of itself goes on below a statement, so that a step above it would take that away. */
function isAmongItsHolders(node: Node): boolean {
  let holder = node.parent;
  while (holder?.implied) holder = holder.parent;
  const below = holder?.children.filter(
    (child) => !child.implied && inFile(child, child.statement).start > inFile(node, node.statement).start,
  );
  return below?.some(({ kind }) => kind !== 'stage' && kind !== 'step') ?? false;
}

/** The fix that puts lines above a statement that opens its own line. */
function insertAbove(document: JourneyDocument, node: Node, statements: readonly string[]): FoundFix[] {
  const { lines } = document;
  const { start } = inFile(node, node.statement);
  const line = lines.positionAt(start).line;
  const from = lines.startOfLine(line);
  if (document.text.slice(from, start).trim() !== '') return [];
  const text = statements.map((statement) => `${lines.indentOf(line)}${statement}${lineBreakOf(document)}`).join('');
  return [
    { title: say('Insert `{0}` above', statements.join(' ')), edits: [{ start: from, end: from, text }], preferred: true, decides: true },
  ];
}
