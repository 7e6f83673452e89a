import { say, short } from '../message.ts';
import { absentAt, feelingsAt, journeysOf, personasOf, stepsOf } from '../names/facts.ts';
import { nameKey } from '../names/folder.ts';
import { nameSpan, type Node, titleOf } from '../tree/node.ts';
import { choices, insertBelow, literal, written } from './edits.ts';
import type { Found, Rule, RuleContext } from './rule.ts';

export const missingEmotion: Rule = {
  code: 'missing-emotion',
  severity: 'warning',
  finds: 'a step with no `feels` for a persona of the journey who is not `absent`',
  why: 'The curve of feelings shows where a journey is won or lost. A step without one is a gap: the reader cannot tell a good moment from one that nobody asked about.',
  example: {
    wrong: 'persona Vera\njourney "Order" for Vera\nstage Request\n  step form "Look for the form"\n    does "Searches the intranet"\n',
    right: 'persona Vera\njourney "Order" for Vera\nstage Request\n  step form "Look for the form"\n    does "Searches the intranet"\n    feels -1 "lost"\n',
  },
  fix: 'Inserts `feels` with a choice of scores and the cursor at the word.',
  *check(context) {
    for (const journey of journeysOf(context.document)) {
      const personas = personasOf(journey).map(({ text }) => text);
      for (const step of stepsOf(journey)) yield* inStep(step, personas, context);
    }
  },
};

function* inStep(step: Node, personas: readonly string[], { document }: RuleContext): Iterable<Found> {
  const felt = feelingsAt(step, personas);
  const covered = new Set([...felt.map(({ persona }) => nameKey(persona ?? '')), ...absentAt(step)]);
  const silent = personas.filter((persona) => !covered.has(nameKey(persona)));
  if (personas.length ? !silent.length : felt.length) return;
  if (!titleOf(step) && !step.children.length) return; // half typed: the missing name is said already
  const who = personas.length > 1 && silent.length < personas.length ? silent : [''];
  const behind = [...step.children].reverse().find(({ kind }) => ['at', 'takes', 'does', 'thinks', 'says', 'sees', 'hears'].includes(kind));
  const texts = who.map((persona, index) => {
    const named = persona ? `${literal(written(persona))} ` : '';
    return `feels ${named}${choices(index * 2 + 1, ['-2', '-1', '0', '1', '2'])} "\${${index * 2 + 2}:${'word'}}"`;
  });
  const edits = texts.map((text) => (behind ? besides(document, behind, text) : insertBelow(document, step, text, true)));
  const title = short(titleOf(step) || 'this step');
  const named = silent.length && silent.length < personas.length ? silent.join(', ') : '';
  yield {
    node: step,
    ...nameSpan(step),
    message: named
      ? say('Nobody says how {0} feels at “{1}”. Add a score from -2 to +2 and a word: feels {2} -1 "lost".', named, title, written(silent[0] as string))
      : say('Nobody says how the customer feels at “{0}”. Add a score from -2 to +2 and a word: feels -1 "lost".', title),
    fixes: [{ title: who.length > 1 ? say('Say how they feel') : say('Say how it feels: insert `feels`'), edits, preferred: true }],
  };
}

/** A line of its own below a statement, indented like it. */
function besides(document: RuleContext['document'], behind: Node, text: string): Found['fixes'][number]['edits'][number] {
  const { lines } = document;
  const start = lines.positionAt(behind.base + behind.statement.start).line;
  const below = insertBelow(document, behind, text, true);
  const first = document.text.slice(lines.startOfLine(start), behind.base + behind.statement.start).trim() === '';
  const own = lines.indentOf(start);
  return { ...below, text: below.text.replace(/^(\r\n|\n|\r)[ \t]*/, `$1${first ? own : `${own}  `}`) };
}
