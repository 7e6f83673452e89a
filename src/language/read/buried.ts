import { byFirstWord, type StatementDefinition } from '../statements.ts';
import { dateMeant } from './dates.ts';
import { levelAt } from './level-first.ts';
import { fitsSurely, mayRead, otherPart } from './look-ahead.ts';
import { durationsMeant } from './meant.ts';
import { isWeak } from './other-words.ts';
import { Reader } from './reader.ts';
import type { Edit } from './statement.ts';
import { endOfLine, isWord, type Token, tokenize } from './tokens.ts';
import { durationMinutes, firstNumber } from './values.ts';

/*
 * Quotes round words turn them into one text. Where something among them has a meaning of its own, that is lost: such quotes are never set
 * without a person.
 */

/**
 * The texts that an edit newly puts in quotes: those of what it writes that did not stand in quotes in what it replaces.
 *
 * @param text - The file, in which the edit's offsets count.
 */
export function newlyQuoted(text: string, { start, end, text: written }: Edit): string[] {
  if (!written.includes('"')) return [];
  const before = text.slice(start, end);
  const quoted = new Set(textsOf(before));
  return textsOf(written).filter((each) => !quoted.has(each) && !isWord(each) && isOf(before, each));
}

function textsOf(text: string): string[] {
  return tokenize(text).flatMap(({ kind, open, value }) => (kind === 'text' && !open ? [value] : []));
}

/** Whether the words of a text are among others, whatever stands between them. */
function isOf(whole: string, text: string): boolean {
  const words = (each: string): string => each.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';
  return words(whole).includes(words(text));
}

/**
 * Whether an edit puts quotes round something that the language reads: a text in quotes, a score or signed number, a value where one may
 * stand, a bracket, a word of a part or statement that could go on there; or whether a statement follows behind them on their line.
 *
 * @param definition - The statement that is edited.
 */
export function buries(text: string, edit: Edit, definition: StatementDefinition | undefined): boolean {
  const quoted = newlyQuoted(text, edit);
  if (!quoted.length) return false;
  return quoted.some((each) => isReadWithin(each, definition)) || isStatementBehind(text, edit.end, definition);
}

function isReadWithin(text: string, definition: StatementDefinition | undefined): boolean {
  if (/["“”„«»()[\]{}]/.test(text)) return true;
  const reader = new Reader(text, tokenize(text), true);
  return reader.tokens.some((token, at) => {
    if (token.kind === 'value') return isSigned(token.value) || (definition !== undefined && isValue(reader, definition, at));
    if (!definition) return false;
    if (at === 0) return fitsSurely(reader, definition, at);
    return isOfPart(reader, definition, at) || mayOpen(reader, definition, at);
  });
}

function isSigned(value: string): boolean {
  return /^[-+−–±]\p{Nd}|^\p{Nd}\/\p{Nd}$/u.test(value);
}

/** Whether a value stands at an index that a place of the statement takes. */
function isValue(reader: Reader, { head, parts }: StatementDefinition, at: number): boolean {
  const token = reader.tokens[at] as Token;
  const [alone, both] = [token.value, `${token.value} ${reader.tokens[at + 1]?.value ?? ''}`.trim()];
  return [...head, ...parts].some(({ takes }) => {
    switch (takes.is) {
      case 'score':
      case 'value':
        return firstNumber(alone) !== undefined;
      case 'duration':
        return [alone, both].some((each) => durationMinutes(each) !== undefined || durationsMeant(each).length === 1);
      case 'date':
        return [alone, both].some((each) => !/^\d{1,3}$/.test(each) && dateMeant(each) !== undefined);
      case 'time':
        return /^\d{1,2}[:.h]\d{2}/.test(alone);
      default:
        return false;
    }
  });
}

function isOfPart(reader: Reader, definition: StatementDefinition, at: number): boolean {
  if (fitsSurely(reader, definition, at) || levelAt(reader, definition.parts, at)) return true;
  const other = otherPart(reader, definition, at);
  if (!other) return false;
  const behind = reader.tokens[at + other.count] as Token;
  return !isWeak(other.words) || /^\p{Lu}/u.test(behind.value);
}

/** Whether a statement may begin at an index, by its word and by what stands behind that. */
function mayOpen(reader: Reader, definition: StatementDefinition, at: number): boolean {
  const opened = reader.keywordAt(at);
  if (!opened || !mayRead(reader, opened, at)) return false;
  const isNear = opened.in.some((holder) => holder === definition.kind || (holder !== 'file' && definition.in.includes(holder)));
  if (!isNear && !opened.in.includes('step')) return false;
  const count = opened.word.split(' ').length;
  if (count > 1 && reader.tokens[at + 1]?.value.toLowerCase() !== opened.word.split(' ')[1]) return false;
  const next = reader.tokens[at + count];
  const first = opened.head.find(({ optional }) => !optional)?.takes;
  switch (first?.is) {
    case 'duration':
    case 'date':
    case 'value':
      return next?.kind === 'value';
    case 'time':
      return next?.kind === 'value' || next?.kind === 'text';
    case 'choice':
      return first.of.includes(next?.value.toLowerCase() ?? '');
    default:
      return next !== undefined;
  }
}

function isStatementBehind(text: string, end: number, definition: StatementDefinition | undefined): boolean {
  const [token] = tokenize(text, end, endOfLine(text, end));
  if (token?.kind !== 'word') return false;
  const word = token.value.toLowerCase();
  return byFirstWord.has(word) && !definition?.parts.some((part) => part.word === word);
}
