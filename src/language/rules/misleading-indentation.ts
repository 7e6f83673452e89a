import type { JourneyDocument } from '../document.ts';
import { say, short } from '../message.ts';
import { isInPlace, journeysOf, stepsOf } from '../names/facts.ts';
import { inFile, type Node, titleOf } from '../tree/node.ts';
import { insertBelow, insertBeside, remove } from './edits.ts';
import type { Rule } from './rule.ts';

/** What a stage and a step both can say. */
const shared: ReadonlySet<string> = new Set(['metric', 'expects', 'evidence']);

export const misleadingIndentation: Rule = {
  code: 'misleading-indentation',
  severity: 'warning',
  finds: 'a `metric`, `expects` or `evidence` that is indented as the stage’s but belongs to the step above it',
  why: 'The words give a map its structure, not the blanks before them: below a step all is said of that step. A measure of the whole stage would be drawn at one moment of it.',
  example: {
    wrong: 'journey "Trial"\nstage "Sign up"\n  step "Confirm"\n    does "Clicks"\n    feels 1 "keen"\n  metric conversion 58%\n',
    right: 'journey "Trial"\nstage "Sign up"\n  metric conversion 58%\n  step "Confirm"\n    does "Clicks"\n    feels 1 "keen"\n',
  },
  fix: 'Moves it up below the stage, or indents it as the step’s.',
  reach: 'journey',
  *check({ document }) {
    const indents = new Map<Node, string>();
    for (const { node, step, stage } of indentedAsStages(document)) {
      const indent = indents.get(step) ?? childIndent(step, document) ?? `${indentOf(step, document) ?? ''}  `;
      indents.set(step, indent);
      yield {
        node,
        ...inFile(node, node.statement.keyword),
        message: say(
          'This `{0}` belongs to the step “{1}” because it stands below it. Did you mean the stage “{2}”?',
          node.kind,
          short(titleOf(step)),
          short(titleOf(stage)),
        ),
        fixes: [
          {
            title: say('Move it up to the stage'),
            edits: [moved(node, stage, document), remove(document, node)],
            preferred: true,
            decides: true,
          },
          { title: say('Indent it: it is the step’s'), edits: [indented(node, indent, document)] },
        ],
      };
    }
  },
};

/** The statements of steps that are indented as if they were the stage's. */
export function* indentedAsStages(document: JourneyDocument): Iterable<{ node: Node; step: Node; stage: Node }> {
  for (const journey of journeysOf(document)) {
    const steps = stepsOf(journey).filter((step) => !step.implied);
    // Where nothing below a step is indented deeper than the step, indentation says nothing.
    if (!steps.some((step) => childIndent(step, document) !== undefined)) continue;
    for (const step of steps) yield* inStep(step, document);
  }
}

/** The blanks before a statement that opens its line. */
function indentOf(node: Node, { text }: JourneyDocument): string | undefined {
  const { start } = inFile(node, node.statement);
  let at = start;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r' ? text.slice(at, start) : undefined;
}

function isDeeper(indent: string | undefined, than: string): indent is string {
  return indent !== undefined && indent.length > than.length && indent.startsWith(than);
}

/** What stands in a step, without the lines that cannot be read: how those are indented says nothing. */
function readIn(step: Node): Node[] {
  return step.children.filter(({ kind }) => kind !== 'unreadable');
}

/** How the statements of a step are indented, where that is deeper than the step. */
function childIndent(step: Node, document: JourneyDocument): string | undefined {
  const own = indentOf(step, document);
  if (own === undefined) return undefined;
  for (const child of readIn(step)) {
    const indent = indentOf(child, document);
    if (isDeeper(indent, own)) return indent;
  }
  return undefined;
}

function* inStep(step: Node, document: JourneyDocument): Iterable<{ node: Node; step: Node; stage: Node }> {
  const stage = step.parent;
  if (!stage || stage.implied || !step.children.some(({ kind }) => shared.has(kind))) return;
  const own = indentOf(step, document);
  if (own === undefined) return;
  const isShallow = (node: Node): boolean => {
    const indent = indentOf(node, document);
    return indent !== undefined && own.startsWith(indent);
  };
  if (readIn(step).some((node) => !shared.has(node.kind) && isShallow(node))) return; // whoever writes so does not mean the stage by it
  for (const node of step.children) if (shared.has(node.kind) && isInPlace(node) && isShallow(node)) yield { node, step, stage };
}

/** Puts a statement behind the last that the stage says of itself before its first step. */
function moved(node: Node, stage: Node, document: JourneyDocument) {
  const { start, end } = inFile(node, node.statement);
  const text = document.text.slice(start, end).trimEnd();
  const firstStep = stage.children.findIndex(({ kind }) => kind === 'step');
  const behind = stage.children.slice(0, firstStep).findLast((child) => indentOf(child, document) !== undefined);
  return behind ? insertBeside(document, behind, [text]) : insertBelow(document, stage, [text]);
}

function indented(node: Node, indent: string, { lines }: JourneyDocument) {
  const { start } = inFile(node, node.statement);
  return { start: lines.startOfLine(lines.positionAt(start).line), end: start, text: indent };
}
