import type { JourneyDocument } from '../document.ts';
import { say } from '../message.ts';
import { buries, newlyQuoted } from '../read/buried.ts';
import type { Fix, Problem, ProblemCode } from '../read/statement.ts';
import { isQuote } from '../read/tokens.ts';
import { definitionOf } from '../statements.ts';
import { inFile, type Node } from '../tree/node.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import { adviceFor, notHere } from './words/advice.ts';
import { leftOut } from './words/left-out.ts';
import { isDeclared, isUndeclared, nameMeant, withoutGuess, withoutTail } from './words/meant-name.ts';
import { openComments } from './words/open-comment.ts';
import { outlineFix } from './words/outline-lines.ts';
import { isBesideOthers, outlineOf } from './words/pasted.ts';
import { strayName } from './words/stray-name.ts';

/** Above this many unreadable lines in a row they are one finding: a pasted letter is one mistake, not five hundred. */
const listed = 3;

/** Above this many statements with a mistake, if they are a third of the file or more, the file is no map but something else. */
const most = 1000;

export const syntax: Rule = {
  code: 'syntax',
  severity: 'error',
  finds: 'a statement that cannot be read as it stands',
  why: 'A statement with a mistake is read as it was probably meant, which may be wrong; what cannot be read at all is not drawn, and nobody learns it from the map. Everything around it stays: one broken statement is one statement lost. A word of another tongue or of the trade that is plainly understood in its place is no error but information, so that it buries no line that is lost.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  step form\n    does "Searches the intranet\n',
    right: 'journey "Order"\nstage Request\n  step form\n    does "Searches the intranet"\n',
  },
  fix: 'Writes what was probably meant: closes the text, sets the quotes, corrects the word.',
  *check(context) {
    const { document } = context;
    const noMap = foreign(document);
    if (noMap.length) {
      yield noMapFound(noMap);
      return;
    }
    yield* openComments(document);
    let row: Found[] = [];
    for (const node of withProblems(document)
      .filter(isWrong)
      .sort((a, b) => startOf(a) - startOf(b))) {
      const last = row.at(-1);
      if (last && !isBlank(document.text.slice(last.end, startOf(node)))) {
        yield* together(row, context);
        row = [];
      }
      const known = node.kind === 'unreadable' ? adviceFor(node, context) : undefined;
      if (known) yield document.text[known.start] === '#' ? inOutline(known, context) : known;
      else if (isLost(node)) row.push(...ofNode(node, 'syntax', context));
      else yield* ofNode(node, 'syntax', context);
    }
    yield* together(row, context);
  },
};

/** The problems of one kind that the reader met, each on its statement. */
export function* problems(context: RuleContext, code: ProblemCode): Iterable<Found> {
  for (const node of withProblems(context.document)) yield* ofNode(node, code, context);
}

/** Whether a fix takes something away that somebody wrote, and puts nothing in its place. */
function removesWords({ text }: JourneyDocument, node: Node, { edits }: Fix): boolean {
  return edits.some((edit) => {
    const { start, end } = inFile(node, edit);
    return edit.text.trim() === '' && /[\p{L}\p{N}]/u.test(text.slice(start, end));
  });
}

/** All statements of a file that is wrong nearly everywhere, as one that another program wrote; of a map none. */
export function foreign(document: JourneyDocument): readonly Node[] {
  const wrong = withProblems(document).filter((node) => !node.implied && isWrong(node)).length;
  if (wrong <= most) return [];
  const written = document.nodes.filter((node) => !node.implied);
  return wrong * 3 >= written.length ? written.sort((a, b) => startOf(a) - startOf(b)) : [];
}

const troubled = new WeakMap<readonly Node[], readonly Node[]>();

/** The statements that the reader had to say something of. */
function withProblems({ nodes }: JourneyDocument): readonly Node[] {
  let known = troubled.get(nodes);
  if (!known) {
    known = nodes.filter(({ statement }) => statement.problems.length > 0);
    troubled.set(nodes, known);
  }
  return known;
}

function isWrong({ statement: { problems } }: Node): boolean {
  return problems.some(({ code }) => code === 'syntax');
}

/** Whether a line opens with a word that is none of the language and stands for none. */
function isLost({ kind, statement: { guesses, problems } }: Node): boolean {
  const [problem, more] = problems;
  if (kind !== 'unreadable' || guesses?.length !== 0 || !problem || more) return false;
  return problem.fixes.length === 1 && problem.message.args.length < 2; // else it says what the line is about
}

function startOf(node: Node): number {
  return node.base + node.statement.start;
}

/** Whether nothing but blanks and `//` comments stands in a text. */
function isBlank(text: string): boolean {
  return text.split(/[\r\n]+/).every((line) => /^\s*(?:\/\/.*)?$/.test(line));
}

function* ofNode(node: Node, code: ProblemCode, context: RuleContext): Iterable<Found> {
  for (const problem of node.statement.problems) {
    if (problem.code !== code) continue;
    const better = problem.passesOver ? strayName(node, problem, context) : undefined;
    const [word] = problem.message.args;
    const meant = isQuote(context.document.text[inFile(node, problem).start])
      ? undefined
      : (nameMeant(node, problem, context) ?? withoutTail(node, problem, context));
    const lost = typeof word === 'string' && isLost(node) ? notHere(node, word) : undefined;
    const isListed = isBesideOthers(node, context);
    const isOnly = !better && !meant && !isListed;
    const mayLose = problem.passesOver || problem.leavesOut;
    const fixes = problem.fixes.map((fix) => ({
      keeps: !mayLose || !removesWords(context.document, node, fix),
      fix: fixOf(meant || isListed ? { ...fix, decides: true } : fix, problem, node, context, isOnly),
    }));
    yield {
      node,
      ...inFile(node, problem),
      message: better?.message ?? lost ?? withoutGuess(node, problem, context) ?? problem.message,
      ...(problem.isPlain && !better ? { severity: 'info' as const } : {}),
      fixes: [
        ...(better?.fixes ?? []),
        ...(problem === node.statement.problems.at(-1) ? outlineOf(node, context) : []),
        ...(meant ? [meant] : []),
        ...fixes.filter(({ keeps }) => keeps).map(({ fix }) => fix),
        ...leftOut(node, problem, context),
        ...fixes.filter(({ keeps }) => !keeps).map(({ fix }) => fix),
      ],
    };
  }
}

function fixOf(fix: Fix, problem: Problem, node: Node, context: RuleContext, isOnly: boolean): Found['fixes'][number] {
  const { text } = context.document;
  const definition = node.kind === 'unreadable' ? undefined : definitionOf(node.kind);
  const edits = fix.edits.map((edit) => ({ ...edit, ...inFile(node, edit) }));
  const removes = removesWords(context.document, node, fix);
  const quotes = edits.flatMap((edit) => newlyQuoted(text, edit));
  const isKnown = quotes.length > 0 && quotes.every((quoted) => isDeclared(node, fix, quoted, context));
  const makesUp = quotes.some((quoted) => isUndeclared(node, fix, quoted, context));
  const buried = !isKnown && (makesUp || edits.some((edit) => buries(text, edit, definition)));
  const isFirst = isOnly && isPreferred(fix, problem) && node.kind !== 'unreadable' && !removes && !(buried && !fix.decides);
  return {
    title: fix.title,
    edits,
    ...(fix.decides || removes || buried ? { decides: true as const } : {}),
    ...(isFirst ? { preferred: true as const } : {}),
  };
}

/** Whether a fix is the one to take of those of its problem. */
function isPreferred(fix: Fix, { fixes }: Problem): boolean {
  return fixes.some(({ preferred }) => preferred) ? fix.preferred === true : fixes.length === 1 && !fix.decides;
}

/** The findings of unreadable lines in a row, of more than a few a single one. */
function* together(row: readonly Found[], context: RuleContext): Iterable<Found> {
  const [first] = row;
  if (!first || row.length <= listed) {
    for (const found of row) yield inOutline(found, context);
    return;
  }
  yield {
    ...first,
    end: (row.at(-1) as Found).end,
    message: say(
      'These {0} lines cannot be read. A statement opens with a word such as `step`, `does` or `feels`; a comment with `//`.',
      row.length,
    ),
    fixes: [
      ...outlineFix(first.node, context),
      { title: say('Make them comments'), edits: row.flatMap(({ fixes }) => fixes[0]?.edits ?? []) },
    ],
  };
}

/** A finding about a line of an outline, with the fix that makes stages and steps of all of it. */
function inOutline(found: Found, context: RuleContext): Found {
  const fixes = outlineFix(found.node, context);
  return fixes.length ? { ...found, fixes: [...fixes, ...found.fixes] } : found;
}

/** The finding about a whole file that is no map. */
function noMapFound(nodes: readonly Node[]): Found {
  const [node, last] = [nodes[0] as Node, nodes.at(-1) as Node];
  return {
    node,
    start: startOf(node),
    end: inFile(last, last.statement).end,
    message: say(
      'Of this file {0} lines cannot be read as they stand: it seems to be no map. A statement opens with a word such as `step`, `does` or `feels`.',
      nodes.length,
    ),
    fixes: [],
  };
}
