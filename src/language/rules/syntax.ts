import type { JourneyDocument } from '../document.ts';
import { type Message, say } from '../message.ts';
import type { Fix, Problem, ProblemCode } from '../read/statement.ts';
import { definitions, type Kind } from '../statements.ts';
import { inFile, type Node } from '../tree/node.ts';
import type { Found, Rule } from './rule.ts';

/** Above this many unreadable lines together they are one finding: a pasted letter is one mistake, not five hundred. */
const listed = 3;

/** Above this many statements with a mistake, if they are a third of the file or more, the file is no map but something else. */
const most = 1000;

export const syntax: Rule = {
  code: 'syntax',
  severity: 'error',
  finds: 'a statement that cannot be read as it stands',
  why: 'A statement with a mistake is read as it was probably meant, which may be wrong; what cannot be read at all is not drawn, and nobody learns it from the map. Everything around it stays: one broken statement is one statement lost.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  step form\n    does "Searches the intranet\n',
    right: 'journey "Order"\nstage Request\n  step form\n    does "Searches the intranet"\n',
  },
  fix: 'Writes what was probably meant: closes the text, sets the quotes, corrects the word.',
  *check({ document }) {
    const runs = foreign(document);
    const lost = new Set(runs.flat());
    for (const run of runs) yield foreignFound(run);
    for (const found of problems(document, 'syntax')) if (!lost.has(found.node)) yield found;
  },
};

/** The problems of one kind that the reader met, each on its statement. */
export function* problems(document: JourneyDocument, code: ProblemCode): Iterable<Found> {
  for (const node of document.nodes) if (node.statement.problems.length) yield* ofNode(document, node, code);
}

/** Whether a fix takes something away that somebody wrote, and puts nothing in its place. */
function removesWords({ text }: JourneyDocument, node: Node, { edits }: Fix): boolean {
  return edits.some((edit) => {
    const { start, end } = inFile(node, edit);
    return edit.text.trim() === '' && /[\p{L}\p{N}]/u.test(text.slice(start, end));
  });
}

/**
 * The stretches of a file that are no map: more than a few unreadable lines, with, between them, lines that happen to open with a word of the
 * language but cannot be read either. Each from an unreadable line to another. A file that is wrong nearly everywhere is one such stretch.
 */
export function foreign(document: JourneyDocument): readonly (readonly Node[])[] {
  const runs = known.get(document) ?? [...stretches(document)];
  known.set(document, runs);
  return runs;
}

const known = new WeakMap<JourneyDocument, readonly (readonly Node[])[]>();

function* stretches(document: JourneyDocument): Iterable<Node[]> {
  const wrong = document.nodes.filter(isWrong).length;
  if (wrong <= listed) return;
  const inOrder = document.nodes.filter((node) => !node.implied).toSorted((a, b) => startOf(a) - startOf(b));
  if (wrong > most && wrong * 3 >= inOrder.length) {
    yield inOrder;
    return;
  }
  let run: Node[] = [];
  let end = 0;
  for (const node of [...inOrder, undefined]) {
    const isPart = node !== undefined && startOf(node) < end; // what a journey or stage says on its own line
    if (node && (isPart || isWrong(node))) {
      if (run.length || isUnreadable(node)) run.push(node);
      end = Math.max(end, node.base + node.statement.end);
      continue;
    }
    end = node ? node.base + node.statement.end : end;
    while (run.length && !isUnreadable(run.at(-1) as Node)) run.pop();
    const unreadable = run.filter(isUnreadable).length;
    if (unreadable > listed && unreadable * 4 >= run.length) yield run;
    run = [];
  }
}

function isUnreadable({ kind }: Node): boolean {
  return kind === 'unreadable';
}

function isWrong(node: Node): boolean {
  const { problems } = node.statement;
  return isUnreadable(node) || (problems.length > 0 && problems.some((problem) => problem.code === 'syntax'));
}

function startOf(node: Node): number {
  return node.base + node.statement.start;
}

function* ofNode(document: JourneyDocument, node: Node, code: ProblemCode): Iterable<Found> {
  for (const problem of node.statement.problems) {
    if (problem.code !== code) continue;
    yield {
      node,
      ...inFile(node, problem),
      message: node.statement.guesses?.length === 0 && isNoWord(problem) ? notHere(node, problem) : problem.message,
      fixes: problem.fixes.map((fix) => ({
        title: fix.title,
        edits: fix.edits.map((edit) => ({ ...inFile(node, edit), text: edit.text })),
        ...(removesWords(document, node, fix) ? { decides: true as const } : {}),
        ...(problem.fixes.length === 1 && node.kind !== 'unreadable' ? { preferred: true as const } : {}),
      })),
    };
  }
}

/** Whether a problem says no more than that a line opens with a word that is none of the language. */
function isNoWord({ message, fixes }: Problem): boolean {
  return message.args.length === 1 && fixes.length === 1;
}

/** How many words are named of those that may stand somewhere. */
const named = 5;

/** Says of a word that is none of the language which ones may stand in its place. */
function notHere(node: Node, { message }: Problem): Message {
  const holder = node.parent && !node.parent.implied ? (node.parent.kind as Kind) : undefined;
  const words = definitions.filter((definition) => definition.in.some((place) => place === (holder ?? 'file')));
  if (!words.length) return message;
  const list = words
    .slice(0, named)
    .map(({ word }) => `\`${word}\``)
    .join(', ');
  const word = message.args[0] as string;
  return holder
    ? say('`{0}` is not a word here. In a `{1}` stand {2} and others.', word, holder, list)
    : say('`{0}` is not a word here. A file begins with {1} and others.', word, list);
}

/** The finding about a whole stretch that is no map. */
export function foreignFound(run: readonly Node[]): Found {
  const node = run[0] as Node;
  const last = run.at(-1) as Node;
  return {
    node,
    start: startOf(node),
    end: inFile(last, last.statement).end,
    message: say(
      'These {0} lines cannot be read. A statement opens with a word such as `step`, `does` or `feels`; a comment with `//`.',
      run.length,
    ),
    fixes: [],
  };
}
