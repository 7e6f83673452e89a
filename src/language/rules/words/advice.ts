import { type Message, say, short } from '../../message.ts';
import { fold } from '../../read/near.ts';
import { meansPart, statementsMeant } from '../../read/other-words.ts';
import type { Statement } from '../../read/statement.ts';
import { type Token, tokenize } from '../../read/tokens.ts';
import { definitionOf, definitions, type Kind, type StatementDefinition } from '../../statements.ts';
import { above, inFile, type Node } from '../../tree/node.ts';
import { lineBreakOf } from '../edits.ts';
import type { Found, FoundFix, RuleContext } from '../rule.ts';
import { aside } from './aside.ts';
import { measured } from './measured.ts';
import { namedBy } from './mentions.ts';
import { heading, outline, rated, spoken } from './pasted.ts';

/* What to say of a line that opens with no word of the language: which words it has for what is probably meant. */

/** How many words stand for one of the language at most. */
export const longest = 4;

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
    (guesses.length ? undefined : measured(line, context)) ??
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

/** A fix that writes a statement in the place of a line. */
export function rewrite({ start, end }: Line, document: RuleContext['document'], statement: string): FoundFix {
  const indent = document.lines.indentOf(document.lines.positionAt(start).line);
  const text = statement.replaceAll('\n', `${lineBreakOf(document)}${indent}`);
  return { title: say('Write `{0}`', short(statement, 50)), edits: [{ start, end, text }], decides: true };
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
