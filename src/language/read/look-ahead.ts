import { definitionOf, type Kind, type Part, type StatementDefinition, scopes, type Takes } from '../statements.ts';
import { dateMeant } from './dates.ts';
import { phrase } from './items.ts';
import { fold, nearest } from './near.ts';
import { choiceMeant, isArrow, isWeak, meansPart, opensPart } from './other-words.ts';
import type { Reader } from './reader.ts';
import type { Statement } from './statement.ts';
import type { Token } from './tokens.ts';

/* Questions about the tokens ahead: is this a name, a part, the beginning of a statement? None of them fills anything. */

/**
 * Whether a word behind the keyword is the name that the statement wants, even if it is a keyword itself (`step need`). It is not
 * when it opens a part or statement that a further word belongs to (`touchpoint via Portal`): then the name was left out.
 */
export function isName(reader: Reader, definition: StatementDefinition, at: number): boolean {
  const token = reader.tokens[at] as Token;
  const wants = definition.head[0]?.takes.is;
  if (token.kind !== 'word' || token.freshLine || (wants !== 'name' && wants !== 'ref' && wants !== 'label')) return false;
  if (partAt(reader, definition, at)?.word && fitsPart(reader, definition, at)) return false;
  const next = reader.tokens[at + 1];
  if (next?.kind !== 'word' || next.freshLine) return true;
  return !partAt(reader, definition, at) && !opens(reader, at, definition);
}

/** Whether a statement begins at this token. In the middle of a line it must fit there, and read without a problem. */
export function opens(reader: Reader, at: number, definition: StatementDefinition, statement?: Statement): boolean {
  const token = reader.tokens[at];
  const opened = reader.keywordAt(at);
  if (!token || !opened) return false;
  const asPart = definition.parts.find((part) => part.word === token.value.toLowerCase());
  if (asPart && statement && !statement.items[asPart.slot] && !statement.lists[asPart.slot]) return false;
  if (token.freshLine) return true;
  const child = opened.in.some((holder) => holder === definition.kind);
  const sibling = opened.in.some((holder) => holder !== 'file' && definition.in.includes(holder));
  const beside = opened.in.includes('step') && definition.in.some((holder) => definitionOf(holder as Kind)?.in.includes('step'));
  if ((!child && !sibling && !beside) || !mayRead(reader, opened, at)) return false;
  return reads(reader, at);
}

/** Whether a step, stage, journey or declaration begins here in the middle of a line. */
export function opensAbove(reader: Reader, at: number): boolean {
  const opened = reader.keywordAt(at);
  if (!opened || reader.tokens[at]?.freshLine || !scopes.some((scope) => scope === opened.kind)) return false;
  return mayRead(reader, opened, at) && reads(reader, at);
}

/** Looks ahead whether the statement at this token reads without a problem. */
export function reads(reader: Reader, at: number): boolean {
  if (reader.depth > 30) return true; // a line of thousands of statements: no look ahead, no deeper stack
  reader.depth++;
  const { problems, items } = reader.statementAt(at).statement;
  reader.depth--;
  // A value that is written otherwise, as in `at 6.30`, is understood all the same.
  const isUnderstood = (items.time ?? items.duration) !== undefined && problems.length === 1 && problems[0]?.fixes.length === 1;
  return problems.length === 0 || (isUnderstood && problems[0]?.code === 'unknown-value');
}

/** Whether what follows a keyword may be what its statement wants first: a quick no spares a look ahead. */
export function mayRead(reader: Reader, definition: StatementDefinition, at: number): boolean {
  const [first, second] = definition.head.filter((place) => !place.optional);
  if (!first) return true;
  const behind = at + definition.word.split(' ').length;
  const next = reader.tokens[behind];
  if (!next) return false;
  const isPersona = definition.head[0]?.takes.is === 'persona';
  const kinds = [next.kind, ...(isPersona ? [reader.tokens[behind + 1]?.kind] : [])];
  if (first.takes.is === 'text') return kinds.includes('text');
  if (first.takes.is === 'score') return kinds.includes('value');
  if (first.takes.is === 'label') return !second || reader.tokens[behind + 1]?.kind === 'text';
  return true;
}

export function partAt(reader: Reader, definition: StatementDefinition, at: number): Part | undefined {
  const token = reader.tokens[at];
  if (token?.kind !== 'word') return undefined;
  const word = token.value.toLowerCase();
  return definition.parts.find(
    (part) =>
      part.word === word ||
      (part.also?.includes(word) && !token.freshLine && !isDate(reader.tokens[at + 1])) ||
      (part.takes.is === 'flag' && part.takes.of.includes(word)),
  );
}

/** Whether a token is a day, so that `by` before it names no team. */
function isDate(token: Token | undefined): boolean {
  return (
    token !== undefined && !token.freshLine && (token.kind === 'value' || (token.kind === 'word' && dateMeant(token.value) !== undefined))
  );
}

/** How many words a date has at most. */
const longestDate = 6;

/** Whether a date of several words begins at an index: `Dec 2026`, `end of March`. */
function isDateInWords(reader: Reader, at: number): boolean {
  const { start } = reader.tokens[at] as Token;
  for (let index = at + 1; index < at + longestDate; index++) {
    const token = reader.tokens[index];
    if (!token || token.freshLine || token.kind === 'text') return false;
    if (dateMeant(reader.text.slice(start, token.end))) return true;
  }
  return false;
}

/** How many words stand for the word of a part at most. */
const longestOther = 3;

/** The part that the words at an index stand for though they are others (`on Chat` for `via Chat`), and how many words those are. */
export function otherPart(
  reader: Reader,
  definition: StatementDefinition,
  at: number,
  statement?: Statement,
): { part: Part; count: number; words: string } | undefined {
  const token = reader.tokens[at];
  if (!token || !definition.parts.length || (token.kind !== 'word' && token.kind !== 'odd')) return undefined;
  for (let count = longestOther; count > 0; count--) {
    const next = reader.tokens[at + count];
    if (!next || next.freshLine) continue;
    const words = phrase(reader, at, count)?.replace(/ ?[:=]$/, '');
    if (token.freshLine && !(words && opensPart(words))) continue;
    const part =
      words &&
      definition.parts.find(
        (each) =>
          each.word &&
          meansPart(each.word, words) &&
          (takesToken(each.takes, next) || takesWords(reader, each.takes, at + count)) &&
          isFree(each, statement),
      );
    if (part) return { part, count, words };
  }
  return undefined;
}

/** Whether several words are a value of a list: `in progress`. */
function takesWords(reader: Reader, takes: Takes, at: number): boolean {
  if (takes.is !== 'choice') return false;
  return [2, 3].some((count) => choiceMeant(takes.of, phrase(reader, at, count) ?? '') !== undefined);
}

function isFree({ slot }: Part, statement: Statement | undefined): boolean {
  return !statement || (!statement.items[slot] && !statement.lists[slot]);
}

/** Whether a token behind other words than those of the language makes sure what they stand for. */
function takesToken(takes: Takes, token: Token): boolean {
  switch (takes.is) {
    case 'choice':
      return token.kind === 'word' && (nearest(token.value, takes.of) ?? choiceMeant(takes.of, fold(token.value))) !== undefined;
    case 'text':
      return token.kind === 'text';
    case 'date':
      return isDate(token);
    case 'duration':
      return token.kind === 'value' || isAbout(token);
    case 'value':
      return token.kind === 'value';
    case 'ref':
    case 'label':
    case 'ticket':
      return token.kind === 'word' || token.kind === 'text';
    default:
      return false;
  }
}

/** Whether a token says that the number behind it is not exact. */
export function isAbout({ kind, value }: Token): boolean {
  return kind !== 'text' && /^(?:about|approx\.?|around|ca\.?|circa|etwa|rund|ungefähr|environ|env\.?|unos|unas|[~≈])$/i.test(value);
}

/** Whether other words for a part end a name without quotes: not where they may belong to it, or the part itself stands further on. */
export function endsName(reader: Reader, definition: StatementDefinition, at: number): boolean {
  const found = otherPart(reader, definition, at);
  const next = found && reader.tokens[at + found.count];
  if (!found || !next || isWeak(found.words)) return false;
  if (found.part.takes.is === 'ref' && next.kind === 'word' && !isArrow(found.words) && /^\p{Ll}/u.test(next.value)) return false;
  for (let index = at + found.count; index < reader.tokens.length && !reader.tokens[index]?.freshLine && index < at + 40; index++) {
    if (reader.tokens[index]?.value.toLowerCase() === found.part.word) return false;
  }
  return true;
}

export function fitsPart(reader: Reader, definition: StatementDefinition, at: number): boolean {
  const part = partAt(reader, definition, at);
  if (!part || part.takes.is === 'flag') return part !== undefined;
  const next = reader.tokens[at + 1];
  if (!next || next.freshLine) return false;
  if (part.takes.is === 'choice') return next.kind === 'word';
  if (part.takes.is === 'text') return next.kind === 'text' && next.value !== '';
  if (part.takes.is === 'date' && isDateInWords(reader, at + 1)) return true;
  if (part.takes.is === 'value' || part.takes.is === 'date' || part.takes.is === 'duration') return next.kind === 'value';
  return next.kind === 'word' || next.kind === 'text';
}

/**
 * Whether a part stands here rather than words of a text without quotes (`action Status message`): a choice must be one of its list, and a
 * word in capitals goes on as a sentence does.
 */
export function fitsSurely(reader: Reader, definition: StatementDefinition, at: number): boolean {
  return fitsPart(reader, definition, at) && !isRatherText(reader, definition, at);
}

/** Whether the word of a part opens a sentence. */
export function isRatherText(reader: Reader, definition: StatementDefinition, at: number): boolean {
  const part = partAt(reader, definition, at);
  const next = reader.tokens[at + 1];
  if (!part?.word || next?.kind !== 'word' || next.freshLine) return false;
  if (part.takes.is === 'choice') return !takesToken(part.takes, next);
  return /^\p{Lu}\p{Ll}/u.test((reader.tokens[at] as Token).value) && /^\p{Ll}/u.test(next.value);
}

/** Whether the word of a part stands here half typed, with something after it that it could take. */
export function isHalfPart(reader: Reader, definition: StatementDefinition, at: number): boolean {
  const token = reader.tokens[at] as Token;
  const next = reader.tokens[at + 1];
  if (token.kind !== 'word' || token.value.length < 2 || !next || next.freshLine || (next.kind !== 'word' && next.kind !== 'text'))
    return false;
  return definition.parts.some(({ word }) => word.length > token.value.length && word.startsWith(token.value.toLowerCase()));
}

/**
 * Whether a step, stage, journey or declaration in the middle of a line is one and not part of a name without quotes: a text stands in it,
 * or more statements follow on the line.
 */
export function goesOn(reader: Reader, at: number): boolean {
  if (!opensAbove(reader, at)) return false;
  const { statement, next } = reader.statementAt(at);
  const follows = reader.tokens[next];
  return Object.values(statement.items).some(({ quoted }) => quoted) || (follows !== undefined && !follows.freshLine);
}

/** Whether a token is the last of its line. */
export function endsLine(reader: Reader, at: number): boolean {
  return reader.tokens[at + 1]?.freshLine ?? true;
}
