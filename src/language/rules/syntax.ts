import type { JourneyDocument } from '../document.ts';
import { say } from '../message.ts';
import type { ProblemCode } from '../read/statement.ts';
import { inFile, type Node } from '../tree/node.ts';
import type { Found, Rule } from './rule.ts';

/** Above this many unreadable lines in a row they are one finding: a pasted letter is one mistake, not five hundred. */
const listed = 3;

export const syntax: Rule = {
  code: 'syntax',
  severity: 'error',
  finds: 'a statement that cannot be read as it stands',
  why: 'What cannot be read is not drawn, and nobody learns it from the map. Everything around it stays: one broken statement is one statement lost.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  step form\n    does "Searches the intranet\n',
    right: 'journey "Order"\nstage Request\n  step form\n    does "Searches the intranet"\n',
  },
  fix: 'Writes what was probably meant: closes the text, sets the quotes, corrects the word.',
  *check({ document }) {
    yield* problems(document, 'syntax');
  },
};

/** The problems of one kind that the reader met, each on its statement. */
export function* problems(document: JourneyDocument, code: ProblemCode): Iterable<Found> {
  let run: Node[] = [];
  for (const node of [...document.nodes, undefined]) {
    if (code === 'syntax' && node?.kind === 'unreadable') {
      run.push(node);
      continue;
    }
    yield* unreadable(run);
    run = [];
    if (node) yield* ofNode(node, code);
  }
}

function* ofNode(node: Node, code: ProblemCode): Iterable<Found> {
  for (const problem of node.statement.problems) {
    if (problem.code !== code) continue;
    yield {
      node,
      ...inFile(node, problem),
      message: problem.message,
      fixes: problem.fixes.map((fix, index) => ({
        title: fix.title,
        edits: fix.edits.map((edit) => ({ ...inFile(node, edit), text: edit.text })),
        ...(index === 0 && problem.fixes.length === 1 ? { preferred: true as const } : {}),
      })),
    };
  }
}

function* unreadable(run: readonly Node[]): Iterable<Found> {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last || run.length <= listed) {
    for (const node of run) yield* ofNode(node, 'syntax');
    return;
  }
  const start = inFile(first, first.statement).start;
  const end = inFile(last, last.statement).end;
  yield {
    node: first,
    start,
    end,
    message: say(
      'These {0} lines cannot be read. A statement opens with a word such as `step`, `does` or `feels`; a comment with `//`.',
      run.length,
    ),
    fixes: [],
  };
}
