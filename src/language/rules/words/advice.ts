import { type Message, say, short } from '../../message.ts';
import { stepNamed, stepsOf } from '../../names/facts.ts';
import { fold, nearest } from '../../read/near.ts';
import { type Aside, asideMeant, isArrow, meansPart, statementsMeant } from '../../read/other-words.ts';
import type { Statement } from '../../read/statement.ts';
import { type Token, tokenize } from '../../read/tokens.ts';
import { definitionOf, definitions, type Kind, type StatementDefinition } from '../../statements.ts';
import { above, inFile, type Node, nameOf, titleOf } from '../../tree/node.ts';
import { inQuotes, lineBreakOf, written } from '../edits.ts';
import type { FileEdit, Found, FoundFix, RuleContext } from '../rule.ts';
import { namedBy } from './mentions.ts';
import { heading, outline, rated, spoken } from './pasted.ts';

/* What to say of a line that opens with no word of the language: which words it has for what is probably meant. */

/** How many words stand for one of the language at most. */
const longest = 4;

/** A longer line is no slip of somebody who writes a map. */
const longestLine = 1000;

/** A line of more words, with those in quotes counted as one, is rather prose. */
const mostWords = 12;

/** A line that cannot be read. Its tokens count from its beginning. */
export interface Line {
  node: Node;
  start: number;
  end: number;
  text: string;
  tokens: readonly Token[];
}

/** What to say of a line, and what to do about it beside making it a comment. */
export interface Advice {
  message: Message;
  fixes: readonly FoundFix[];
  /** It is most likely a comment. */
  isRemark?: boolean;
}

/** The finding about an unreadable line whose meaning, or at least whose place, can be made out; undefined for any other. */
export function adviceFor(node: Node, context: RuleContext): Found | undefined {
  const { guesses, problems } = node.statement;
  if (!guesses || problems[0]?.fixes.length !== 1 || problems[0].message.args.length > 1) return undefined;
  const [start, end] = [node.base + node.statement.start, node.base + node.statement.end];
  if (end - start > longestLine) return undefined;
  const text = context.document.text.slice(start, end);
  const line: Line = { node, start, end, text, tokens: tokenize(text) };
  const advice =
    spoken(line, context) ??
    heading(line, context) ??
    rated(line, context) ??
    outline(line, guesses, context) ??
    (guesses.length === 0 && isSentence(line)
      ? undefined
      : (aside(line, context) ?? meantElsewhere(line, guesses, context) ?? partAlone(line)));
  if (!advice) return undefined;
  const comment: FoundFix = {
    title: say('Make it a comment'),
    edits: problems[0].fixes.flatMap(({ edits }) => edits.map((edit) => ({ ...inFile(node, edit), text: edit.text }))),
  };
  const fixes = advice.isRemark ? [comment, ...advice.fixes] : [...advice.fixes, comment];
  return { node, start, end, message: advice.message, fixes };
}

/** The longest first words of a line of which something is known. */
export function firstWords<T>(
  { tokens, text }: Line,
  known: (words: string) => T | undefined,
): { found: T; count: number; words: string } | undefined {
  for (let count = Math.min(longest, tokens.length); count > 0; count--) {
    const first = tokens.slice(0, count);
    if (first.some(({ kind }) => kind === 'text' || kind === 'comma')) continue;
    const words = fold(first.map(({ value }) => value).join(' ')).replaceAll('’', "'");
    const found = known(words.replace(/ ?[:=]$/, ''));
    if (found === undefined) continue;
    const last = first.at(-1) as Token;
    return { found, count, words: text.slice(0, last.start + last.value.length).replace(/\s*[:=]$/, '') };
  }
  return undefined;
}

/** Whether a line is rather one of a letter: of many words, or with a full stop or comma at its end. */
function isSentence({ tokens, text }: Line): boolean {
  return tokens.length > mostWords || (tokens.at(-1)?.kind !== 'text' && /[.,;!?…]$/.test(text));
}

/** A condition, what happens otherwise or next, a note. */
function aside(line: Line, context: RuleContext): Advice | undefined {
  const first = firstWords(line, asideMeant);
  if (!first) return undefined;
  const rest = line.tokens.slice(first.count).filter(({ value, kind }) => kind === 'text' || !/^[:=–—-]$/.test(value));
  return advise[first.found]({ ...line, tokens: rest }, context);
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

/** A fix that writes a statement in the place of a line. */
export function rewrite({ start, end }: Line, document: RuleContext['document'], statement: string): FoundFix {
  const indent = document.lines.indentOf(document.lines.positionAt(start).line);
  const text = statement.replaceAll('\n', `${lineBreakOf(document)}${indent}`);
  return { title: say('Write `{0}`', short(statement, 50)), edits: [{ start, end, text }], decides: true };
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

/** Words for a statement that cannot stand here, or that lacks what it says. */
function meantElsewhere(line: Line, guesses: readonly Statement[], { document }: RuleContext): Advice | undefined {
  const first = firstWords(line, (words) => statementsMeant(words)[0]);
  const definition = guesses[0] ? definitionOf(guesses[0].kind as Kind) : first?.found;
  if (!definition) return undefined;
  const words = first?.words ?? line.tokens[0]?.value ?? '';
  const isHere = definition.in.some((place) => place === holderOf(line.node));
  if (
    isHere &&
    definition.head.every(({ optional }) => optional) &&
    definition.parts.every(({ optional }) => optional) &&
    first?.count === line.tokens.length
  ) {
    return {
      message: say('`{0}` may stand for `{1}`.', short(words, 30), definition.word),
      fixes: [rewrite(line, document, definition.word)],
    };
  }
  const named = isHere ? undefined : namedBy(definition.kind, '…');
  if (named && above(line.node, 'journey')) {
    return { message: say('Within a journey a `{0}` is named by what it takes part in: `{1}`.', definition.kind, named), fixes: [] };
  }
  return {
    message: isHere
      ? say('`{0}` may stand for `{1}`: {2}.', short(words, 30), definition.word, definition.example)
      : say('`{0}` may stand for `{1}`, which belongs to {2}.', short(words, 30), definition.word, placesOf(definition)),
    fixes: [],
  };
}

/** Where a statement may stand, in words. */
export function placesOf(definition: StatementDefinition): Message {
  const places = definition.in.map((place) => (place === 'file' ? say('the top level') : say('a `{0}`', place)));
  return places.reduce((list, place, index) =>
    index === places.length - 1 ? say('{0} or {1}', list, place) : say('{0}, {1}', list, place),
  );
}

/** A part that stands on a line of its own, away from what it belongs to: `status open`. */
function partAlone(line: Line): Advice | undefined {
  const first = firstWords(line, (words) => {
    const holders = definitions.filter(({ parts }) =>
      parts.some(({ word, takes }) => word && (word === words || (takes.is === 'choice' && meansPart(word, words)))),
    );
    return holders.length ? holders : undefined;
  });
  const [holder] = first?.found ?? [];
  const words = fold(first?.words ?? '');
  const part = holder?.parts.find(({ word }) => word === words || meansPart(word, words))?.word;
  if (!first || !holder || !part) return undefined;
  const list = first.found
    .slice(0, 3)
    .map(({ word }) => `\`${word}\``)
    .join(', ');
  return {
    message: say(
      '`{0}` is said of {1}, on its line or directly below it: `{2} "…" {3} …`.',
      short(first.words, 30),
      list,
      holder.word,
      part,
    ),
    fixes: [],
  };
}

/** What holds a line, or would. */
function holderOf({ parent }: Node): StatementDefinition['in'][number] {
  return parent && parent.kind !== 'unreadable' && definitions.some((each) => each.in.some((place) => place === parent.kind))
    ? (parent.kind as StatementDefinition['in'][number])
    : 'file';
}

// biome-ignore format: a table reads best as one
const commonest: Readonly<Partial<Record<StatementDefinition['in'][number], readonly Kind[]>>> = {
  file: ['persona', 'team', 'channel', 'journey', 'stage', 'step'],
  persona: ['role', 'goal', 'need', 'frustration', 'quote', 'prefers'],
  journey: ['for', 'type', 'scenario', 'goal', 'stage'],
  stage: ['goal', 'business goal', 'owner', 'step'],
  step: ['does', 'feels', 'touchpoint', 'pain', 'thinks', 'opportunity', 'says', 'moment'],
};

/** Says of a word that is none of the language which ones may stand in its place, the commonest first. */
export function notHere(node: Node, word: string): Message {
  const holder = node.parent?.implied ? 'file' : holderOf(node);
  const list = (commonest[holder] ?? []).map((kind) => `\`${definitionOf(kind).word}\``).join(', ');
  return holder === 'file'
    ? say('`{0}` is not a word here. A file holds {1} and others.', word, list)
    : say('`{0}` is not a word here. In a `{1}` stand {2} and others.', word, holder, list);
}
