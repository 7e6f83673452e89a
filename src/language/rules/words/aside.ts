import { say, short } from '../../message.ts';
import { stepNamed, stepsOf } from '../../names/facts.ts';
import { inQuotes } from '../../read/items.ts';
import { fold, nearest } from '../../read/near.ts';
import { type Aside, asideMeant, isArrow, statementsMeant } from '../../read/other-words.ts';
import { type Token, tokenize } from '../../read/tokens.ts';
import { above, inFile, type Node, nameOf, titleOf } from '../../tree/node.ts';
import { lineBreakOf, written } from '../edits.ts';
import type { FileEdit, FoundFix, RuleContext } from '../rule.ts';
import { type Advice, firstWords, type Line, longest, rewrite } from './advice.ts';

/* Lines that open with words for which the language has no single one: conditions, what happens otherwise or next, notes. */

/** A condition, what happens otherwise or next, a note. */
export function aside(line: Line, context: RuleContext): Advice | undefined {
  const first = firstWords(line, asideMeant);
  if (!first) return undefined;
  const rest = line.tokens.slice(first.count).filter(({ value, kind }) => kind === 'text' || !/^[:=–—-]$/.test(value));
  return advise[first.found]({ ...line, tokens: rest }, context);
}

/** Whether a line that cannot be read says where the journey goes: on a condition, otherwise or next. */
export function saysWay(node: Node, { document }: RuleContext): boolean {
  if (node.kind !== 'unreadable') return false;
  const { start, end } = inFile(node, node.statement);
  const text = document.text.slice(start, Math.min(end, start + 200));
  const found = firstWords({ node, start, end, text, tokens: tokenize(text) }, asideMeant)?.found;
  return found === 'condition' || found === 'otherwise' || found === 'next';
}

const advise: Readonly<Record<Aside, (line: Line, context: RuleContext) => Advice>> = {
  condition(line, { document }) {
    const way = wayAt(line.tokens);
    const condition = saidBy(line, 0, way?.at);
    const step = way ? stepMeant(line.node, saidBy(line, way.at + way.count)) : undefined;
    const fixes: FoundFix[] = [];
    if (step && condition) fixes.push(rewrite(line, document, `leads to ${written(nameOf(step))} when ${inQuotes(condition)}`));
    else if (condition) fixes.push(rewrite(line, document, `decides ${inQuotes(condition)}`));
    return {
      message: say('A condition stands behind the way that it opens: `leads to STEP when "…"`. The question itself is `decides "…"`.'),
      fixes,
    };
  },
  otherwise(line, { document }) {
    const text = saidBy(line, 0);
    const step = stepMeant(line.node, text);
    return {
      message: say(
        'What happens otherwise is one more way out of the step: `leads to STEP when "…"`, or `ends "…"`. Without a condition it holds when no other does.',
      ),
      fixes: step
        ? [rewrite(line, document, `leads to ${written(nameOf(step))}`)]
        : text
          ? [rewrite(line, document, `leads to ${inQuotes(text)}`), rewrite(line, document, `ends ${inQuotes(text)}`)]
          : [],
    };
  },
  next(line, { document }) {
    const text = saidBy(line, 0);
    const step = stepMeant(line.node, text);
    return {
      message: say('What comes next is a `step` of its own below; a way to one that stands elsewhere is `leads to STEP`.'),
      fixes: step
        ? [rewrite(line, document, `leads to ${written(nameOf(step))}`)]
        : text
          ? [rewrite(line, document, `step ${inQuotes(text)}`), rewrite(line, document, `does ${inQuotes(text)}`)]
          : [],
    };
  },
  remark(line, { document }) {
    const text = saidBy(line, 0);
    const named = above(line.node.parent, 'step') ?? above(line.node.parent, 'stage') ?? line.node.parent;
    const fixes: FoundFix[] = text ? [rewrite(line, document, `// ${text.replace(/\s+/g, ' ')}`)] : [];
    if (text && named?.kind === 'journey') fixes.push(rewrite(line, document, `scenario ${inQuotes(text)}`));
    else if (text && named && !named.implied && named.kind !== 'unreadable') {
      fixes.push({
        title: say('Make it the note of `{0} {1}`', named.kind, short(written(titleOf(named)), 30)),
        edits: [lineAbove(document, named, `/// ${text.replace(/\s+/g, ' ')}`), withoutLine(line, document)],
        decides: true,
      });
    }
    return {
      message: say('A note is a comment: `// …`, or `/// …` above what it explains.'),
      fixes: fixes.slice(0, 3),
      isRemark: !text,
    };
  },
  'line of the picture'() {
    return {
      message: say('The picture keeps these apart by itself: `frontstage` stands above, `backstage` below. No statement is needed.'),
      fixes: [],
      isRemark: true,
    };
  },
};

/** Where words for `leads to` stand among tokens, with `then` before them or alone. */
function wayAt(tokens: readonly Token[]): { at: number; count: number } | undefined {
  for (let at = 1; at < tokens.length; at++) {
    for (let count = Math.min(longest, tokens.length - at - 1); count > 0; count--) {
      const some = tokens.slice(at, at + count);
      if (some.some(({ kind }) => kind === 'text')) continue;
      const words = fold(some.map(({ value }) => value).join(' ')).replace(/^, /, '');
      const isThen = asideMeant(words) === 'next';
      const way = words.replace(/^(?:then|alors|dann|entonces) /, '');
      if (isThen || isArrow(way) || way === 'leads to' || statementsMeant(way).some(({ kind }) => kind === 'leads to'))
        return { at, count };
    }
  }
  return undefined;
}

/** The text that tokens of a line say: what stands in quotes, or the words. */
function saidBy({ tokens, text }: Line, from: number, to = tokens.length): string {
  const some = tokens.slice(from, to);
  const [first] = some;
  const last = some.at(-1);
  if (!first || !last) return '';
  return some.length === 1 ? first.value : text.slice(first.start, last.end).trim();
}

/** The step of the journey around a node that a text names or nearly names. */
function stepMeant(node: Node, text: string): Node | undefined {
  const journey = above(node, 'journey');
  if (!journey || !text) return undefined;
  const near = stepNamed(journey, text) ?? nearest(text, stepsOf(journey).map(nameOf).filter(Boolean));
  return typeof near === 'string' ? stepNamed(journey, near) : near;
}

function lineAbove({ lines, ...document }: RuleContext['document'], node: Node, comment: string): FileEdit {
  const line = lines.positionAt(node.base + node.statement.start).line;
  const at = lines.startOfLine(line);
  return { start: at, end: at, text: `${lines.indentOf(line)}${comment}${lineBreakOf({ lines, ...document })}` };
}

function withoutLine({ start, end }: Line, { lines }: RuleContext['document']): FileEdit {
  const [first, last] = [lines.positionAt(start).line, lines.positionAt(end).line];
  return { start: lines.startOfLine(first), end: lines.startOfLine(last + 1), text: '' };
}
