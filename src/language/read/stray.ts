import { type Message, say, short } from '../message.ts';
import type { Part, StatementDefinition, Takes } from '../statements.ts';
import { dateMeant, isoDate } from './dates.ts';
import { inQuotes, item, phrase, replace, spanned } from './items.ts';
import { levelAt, levelFirst } from './level-first.ts';
import { fitsPart, opens, otherPart, partAt } from './look-ahead.ts';
import { distance, tolerance } from './near.ts';
import { choiceMeant } from './other-words.ts';
import type { Reader } from './reader.ts';
import { scopeInOne } from './scope.ts';
import { furtherNames } from './several.ts';
import type { Statement } from './statement.ts';
import type { Token } from './tokens.ts';
import { durationMinutes, firstNumber } from './values.ts';

/* Words within a statement that fit nowhere in it. */

/** Read as a part whose word was mistyped, left out or said otherwise, else passed over with a problem. Gives the index behind. */
export function stray(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): number {
  const free = definition.parts.filter((part) => !statement.items[part.slot] && !statement.lists[part.slot]);
  return (
    byTwice(reader, statement, definition, at) ??
    scopeInOne(reader, statement, at) ??
    otherwise(reader, statement, definition, at) ??
    levelFirst(reader, statement, free, at) ??
    wordless(reader, statement, definition, free, at) ??
    mistyped(reader, statement, definition, free, at) ??
    pastComma(reader, statement, definition, at) ??
    passedOver(reader, statement, definition, at)
  );
}

/** `by Letter owner Reception`: with an owner behind it, what stands `by` before is no other one but the channel. */
function byTwice(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): number | undefined {
  const part = partAt(reader, definition, at);
  const { owner, via } = statement.items;
  const by = statement.words?.owner;
  if (definition.kind !== 'touchpoint' || part?.slot !== 'owner' || !owner || via || !by || !fitsPart(reader, definition, at))
    return undefined;
  const word = reader.text.slice(by.start, by.end);
  if (word.toLowerCase() === part.word || (reader.tokens[at] as Token).value.toLowerCase() !== part.word) return undefined;
  delete statement.items.owner;
  const after = reader.take(statement, definition, part, at + 1);
  if (after === undefined) {
    statement.items.owner = owner;
    return undefined;
  }
  statement.items.via = owner;
  const { start, end } = reader.tokens[at] as Token;
  statement.words = { ...statement.words, via: by, owner: { start, end } };
  reader.problem(statement, 'syntax', by, sayIt('via', word), [
    // A second team may have been meant.
    { ...replace(say('Write `{0}`', 'via'), by, 'via'), preferred: true, decides: true },
  ]);
  return after;
}

/** A part behind another word than its own: `on Chat` for `via Chat`. */
export function otherwise(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): number | undefined {
  const found = otherPart(reader, definition, at, statement);
  if (!found) return undefined;
  const { part, count } = found;
  const after = reader.take(statement, definition, part, at + count);
  if (after === undefined) return undefined;
  const span = spanned(reader, at, at + count);
  statement.words = { ...statement.words, [part.slot]: { start: span.start, end: span.end } };
  reader.problem(statement, 'syntax', span, sayIt(part.word, span.text.replace(/\s*[:：=]$/, '')), [
    replace(say('Write `{0}`', part.word), span, part.word),
  ]).isPlain = true;
  return furtherNames(reader, statement, definition, part, after);
}

function sayIt(word: string, instead: string): Message {
  switch (word) {
    case 'via':
      return say('Say the channel with `via`, not with `{0}`.', short(instead, 30));
    case 'owner':
    case 'by':
      return say('Say the team with `{0}`, not with `{1}`.', word, short(instead, 30));
    case 'target':
      return say('The value to reach is the `target`, not the `{0}`.', short(instead, 30));
    case 'when':
      return say('The condition starts with `when`, not with `{0}`.', short(instead, 30));
    case 'due':
      return say('Say by when with `due`, not with `{0}`.', short(instead, 30));
    default:
      return say('Say it with `{0}`, not with `{1}`.', word, short(instead, 30));
  }
}

/** A value that stands without the word of its part: `pain "…" high`. */
function wordless(
  reader: Reader,
  statement: Statement,
  definition: StatementDefinition,
  free: readonly Part[],
  at: number,
): number | undefined {
  const token = reader.tokens[at] as Token;
  for (let count = 3; count > 0; count--) {
    const words = phrase(reader, at, count)?.replace(/^[([]+|[)\].;:!]+$/g, '');
    if (!words) continue;
    const value = (part: Part): string | undefined =>
      part.takes.is === 'choice' || part.takes.is === 'flag'
        ? (part.takes.of.find((each) => each === words) ?? (words.length > 1 ? choiceMeant(part.takes.of, words) : undefined))
        : undefined;
    const fitting = free.filter((each) => value(each) !== undefined);
    const [part] = fitting;
    if (!part) continue;
    const wholes = fitting.map((each) => `${each.word} ${value(each)}`.trim());
    const span = spanned(reader, at, at + count);
    statement.items[part.slot] = { ...span, text: value(part) as string };
    const message =
      wholes.length > 1 ? say('Say `{0}` or `{1}`.', wholes[0] as string, wholes[1] as string) : say('Say `{0}`.', wholes[0] as string);
    const fixes = wholes.map((whole) => replace(say('Write `{0}`', whole), span, whole));
    reader.problem(statement, 'syntax', span, message, fixes);
    return at + count;
  }
  const suiting = free.filter((part) => part.word && suits(part.takes, token, part.word));
  const [part] = suiting;
  if (!part || (suiting.length > 1 && definition.head.length > 0) || token.freshLine) return undefined;
  if (token.kind === 'odd' && !isTicket(token)) return address(reader, statement, part, at);
  const after = reader.take(statement, definition, part, at);
  if (after === undefined) return undefined;
  if (!statement.items[part.slot]) return after; // what it says is a problem already
  const span = { start: token.start, end: token.start };
  const shown = short(`${part.word} ${spanned(reader, at, after).text}`, 40);
  reader.problem(statement, 'syntax', item(token), say('Say `{0}`.', shown), [
    { title: say('Write `{0}`', shown), edits: [{ ...span, text: `${part.word} ` }] },
  ]);
  return after;
}

/** Whether a token can be meant for no other part than one that takes this. */
function suits(takes: Takes, token: Token, word: string): boolean {
  switch (takes.is) {
    case 'date':
      return token.kind === 'value' && (isoDate(token.value) !== undefined || dateMeant(token.value) !== undefined);
    case 'duration':
      return token.kind === 'value' && firstNumber(token.value) !== undefined;
    case 'value':
      return token.kind === 'value' && durationMinutes(token.value) === undefined && isoDate(token.value) === undefined;
    case 'text':
      return word === 'link' ? isAddress(token) : word === 'contact' ? /.@./.test(token.value) : token.kind === 'text';
    case 'ticket':
      return isTicket(token);
    case 'ref':
      if (isTicket(token)) return false;
      return token.kind === 'text' || (token.kind === 'word' && /^\p{Lu}/u.test(token.value));
    default:
      return false;
  }
}

/** Whether a token is a number of a ticket as tools write them: `SD-412`, `#412`. */
function isTicket({ kind, value }: Token): boolean {
  return kind !== 'text' && /^(?:\p{Lu}[\p{Lu}\d]+-\d+|#\d+)$/u.test(value);
}

function isAddress(token: Token): boolean {
  return token.kind !== 'word' && /^(?:https?:\/\/|www\.)\S+$/.test(token.value);
}

/** An address without its word and quotes. */
function address(reader: Reader, statement: Statement, part: Part, at: number): number {
  const token = reader.tokens[at] as Token;
  statement.items[part.slot] = item(token);
  const whole = `${part.word} "${token.value}"`;
  reader.problem(statement, 'syntax', token, say('Say `{0}`.', short(whole)), [replace(say('Write `{0}`', short(whole)), token, whole)]);
  return at + 1;
}

/** A part whose word is mistyped or half typed. */
function mistyped(
  reader: Reader,
  statement: Statement,
  definition: StatementDefinition,
  free: readonly Part[],
  at: number,
): number | undefined {
  const token = reader.tokens[at] as Token;
  if (token.kind !== 'word') return undefined;
  const word = token.value.toLowerCase();
  const meant = free.find(
    (part) =>
      part.word.length > 2 && (distance(word, part.word, 2) <= tolerance(word.length) || (word.length > 2 && part.word.startsWith(word))),
  );
  const after = meant && reader.take(statement, definition, meant, at + 1);
  if (!meant || after === undefined) return undefined;
  reader.problem(statement, 'syntax', token, say('`{0}` is read as `{1}`.', token.value, meant.word), [
    replace(say('Write `{0}`', meant.word), token, meant.word),
  ]);
  return after;
}

/** A comma between the parts of a statement, with what it parts if that fits nowhere either. */
function pastComma(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): number | undefined {
  const token = reader.tokens[at] as Token;
  if (token.kind !== 'comma' && !/^[;|]$/.test(token.value)) return undefined;
  const next = reader.tokens[at + 1];
  const before = reader.tokens[at - 1];
  if (
    !next ||
    next.freshLine ||
    fitsPart(reader, definition, at + 1) ||
    opens(reader, at + 1, definition) ||
    mayFill(reader, statement, definition, at + 1)
  ) {
    reader.problem(statement, 'syntax', token, say('No `{0}` is needed here.', token.value), [
      replace(
        say('Remove `{0}`', token.value),
        { start: before?.end ?? token.start, end: token.end },
        next && !next.freshLine && next.start === token.end ? ' ' : '',
      ),
    ]);
    return at + 1;
  }
  const end = endOfStray(reader, statement, definition, at + 1);
  const span = { start: token.start, end: (reader.tokens[end - 1] as Token).end };
  const shown = short(reader.text.slice(span.start, span.end), 30);
  const fixes = [replace(say('Remove `{0}`', shown), { start: before?.end ?? span.start, end: span.end }, '')];
  const { name, title } = statement.items;
  if (definition.head[1]?.takes.is === 'title' && name && !title && name.end === before?.end) {
    const text = `${name.text}${reader.text.slice(name.end, span.end)}`;
    fixes.push({
      title: say('Show it as the title'),
      edits: [{ start: name.end, end: span.end, text: ` ${inQuotes(text)}` }],
    });
    reader.problem(statement, 'syntax', span, say('No comma after the name: `{0}` is passed over.', shown), fixes).leavesOut = true;
  } else {
    const message = say('`{0}` does not belong to `{1}` and is passed over.', shown, definition.word);
    reader.problem(statement, 'syntax', span, message, fixes).leavesOut = true;
  }
  return end;
}

/** Whether a token can fill a place of the head that is empty, or stand for a part. */
function mayFill(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): boolean {
  const token = reader.tokens[at] as Token;
  if (otherPart(reader, definition, at, statement) || levelAt(reader, definition.parts, at)) return true;
  return definition.head.some(
    ({ slot, takes }) =>
      !statement.items[slot] &&
      !statement.lists[slot] &&
      (token.kind === 'text' ? ['text', 'title'] : token.kind === 'value' ? ['score', 'value', 'duration'] : []).includes(takes.is),
  );
}

function passedOver(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): number {
  const token = reader.tokens[at] as Token;
  const end = endOfStray(reader, statement, definition, at);
  const span = { start: token.start, end: (reader.tokens[end - 1] as Token).end };
  const shown = short(reader.text.slice(span.start, span.end), 30);
  const part = partAt(reader, definition, at);
  const first = part && (statement.items[part.slot] ?? statement.lists[part.slot]?.[0]);
  const message =
    part?.word && first
      ? say('`{0}` takes one `{1}`, and “{2}” stands there already: `{3}` is passed over.', definition.word, part.word, first.text, shown)
      : say('`{0}` does not belong to `{1}` and is passed over.', shown, definition.word);
  reader.problem(statement, 'syntax', span, message, [
    replace(say('Remove `{0}`', shown), { start: reader.tokens[at - 1]?.end ?? span.start, end: span.end }, ''),
  ]).passesOver = true;
  return end;
}

/** The index behind the words on a line that fit nowhere. */
function endOfStray(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): number {
  let end = at + 1;
  while (
    end < reader.tokens.length &&
    !reader.tokens[end]?.freshLine &&
    !opens(reader, end, definition) &&
    !fitsPart(reader, definition, end) &&
    !otherPart(reader, definition, end, statement)
  ) {
    if (reader.tokens[end]?.kind === 'text' && definition.head.some((place) => !place.optional && !statement.items[place.slot])) break;
    end++;
  }
  return end;
}
