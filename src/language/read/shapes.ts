import { say, short } from '../message.ts';
import type { Place, StatementDefinition, Takes } from '../statements.ts';
import { afterBullets } from './bullets.ts';
import { phrase, quote, replace } from './items.ts';
import { longerOpenings, statementsMeant } from './other-words.ts';
import { Reader } from './reader.ts';
import type { Item, Statement } from './statement.ts';
import { type Token, tokenize } from './tokens.ts';

/* What people put about words and values out of habit: bullets, equals signs, quotes of other kinds, quotes about a number. */

/** The index of the token behind the bullet that opens its line at an index, on that line. */
export function pastBullet(reader: Reader, at: number): number | undefined {
  const token = reader.tokens[at] as Token;
  if (at > 0 && !token.freshLine) return undefined;
  const end = afterBullets(reader.text, token.start);
  if (end === token.start) return undefined;
  let next = at + 1;
  while (reader.tokens[next] && (reader.tokens[next] as Token).start < end) next++;
  const word = reader.tokens[next];
  return (word?.kind === 'word' || /^[*_]{2}\p{L}/u.test(word?.value ?? '')) && !word?.freshLine ? next : undefined;
}

/** What words open a statement that go on from one of the language's: `pain point`. How many tokens they are. */
export function openingAt(
  reader: Reader,
  opened: StatementDefinition,
  at: number,
): { definition: StatementDefinition; count: number } | undefined {
  const longer = longerOpenings.get(opened);
  if (!longer) return undefined;
  for (let count = 3; count > 1; count--) {
    const words = phrase(reader, at, count);
    const [definition] = words && longer.includes(words) ? statementsMeant(words) : [];
    if (definition && (!ofAbove(opened, definition) || isSaidBehind(reader, opened, at + count))) return { definition, count };
  }
  return undefined;
}

/** Whether words speak of a statement that stands in the one that their first opens: `stage goal`, where a stage may be named so. */
function ofAbove(opened: StatementDefinition, definition: StatementDefinition): boolean {
  return definition.in.some((holder) => holder === opened.kind || (opened.kind === 'step' && holder === 'stage'));
}

/** Whether something stands at an index that is no part of what the first word opens: a name alone has nothing else behind it but a title. */
function isSaidBehind(reader: Reader, opened: StatementDefinition, at: number): boolean {
  const token = reader.tokens[at];
  return token !== undefined && !token.freshLine && !opened.parts.some(({ word }) => word === token.value.toLowerCase());
}

/** The index behind a colon, an equals sign or a dash between a word and what belongs to it. Only the colon is no problem. */
export function pastSign(reader: Reader, statement: Statement, takes: Takes | undefined, at: number): number {
  const token = reader.tokens[at];
  const next = reader.tokens[at + 1];
  if (token?.kind !== 'odd' || token.freshLine) return at;
  if (/^[:：]$/.test(token.value)) return at + 1;
  const isArrow = takes?.is === 'score' && /^(?:-{1,2}>|={1,2}>|→)$/.test(token.value);
  if (!next || next.freshLine || !(isArrow || /^(?:=|＝|==|:=|-|–|—)$/.test(token.value))) return at;
  const isSignOfNumber = /^[-–—]$/.test(token.value) && (next.kind === 'value' || takes?.is === 'score');
  if (isSignOfNumber) return at;
  const before = reader.tokens[at - 1];
  if (!before) return at;
  const word = before.start === statement.items.persona?.start ? before.value : before.value.toLowerCase();
  reader.problem(statement, 'syntax', token, say('No `{0}` is needed after `{1}`.', token.value, word), [
    replace(say('Remove `{0}`', token.value), { start: before.end, end: next.start }, ' '),
  ]);
  return at + 1;
}

/** Words and signs that people put between a measure and its value: `nps is 12`, `nps = 12`. */
const links = /^(?:is|are|was|of|equals|est|de|ist|war|liegt|bei|es)$/i;

/** The index behind a sign or a word between a measure and its value. */
export function pastLink(reader: Reader, statement: Statement, takes: Takes, at: number): number {
  if (!isLink(reader, at)) return pastSign(reader, statement, takes, at);
  const [token, next] = [reader.tokens[at] as Token, reader.tokens[at + 1] as Token];
  const before = reader.tokens[at - 1];
  if (!before) return at;
  reader.problem(statement, 'syntax', token, say('No `{0}` is needed after `{1}`.', token.value, before.value), [
    replace(say('Remove `{0}`', token.value), { start: before.end, end: next.start }, ' '),
  ]);
  return at + 1;
}

/** Whether a word links a measure with the value behind it. */
export function isLink(reader: Reader, at: number): boolean {
  const [token, next] = [reader.tokens[at], reader.tokens[at + 1]];
  return token?.kind === 'word' && !token.freshLine && links.test(token.value) && next?.kind === 'value' && !next.freshLine;
}

/** Cuts a measure from its value where they stand together: `nps=12`, `csat:4,2/5`. */
export function splitAtEquals(reader: Reader, at: number): void {
  const token = reader.tokens[at];
  const parts = token?.kind === 'odd' ? /^(\p{L}[\p{L}\p{M}\p{N}_-]*)([=:＝：])(?=[-+−]?\p{Nd})/u.exec(token.value) : undefined;
  if (!token || !parts) return;
  const [whole, name = '', sign = ''] = parts;
  const middle = token.start + name.length;
  reader.tokens.splice(
    at,
    1,
    { ...token, kind: 'word', end: middle, value: name },
    { kind: 'odd', start: middle, end: middle + 1, value: sign, freshLine: false },
    ...tokenize(reader.text, token.start + whole.length, token.end),
  );
  reader.forgetFrom(at);
}

/** The index behind the number of a stage or step (`stage 1: Request`): they are numbered by their order. */
export function pastNumber(reader: Reader, statement: Statement, { kind }: StatementDefinition, at: number): number {
  const number = reader.tokens[at];
  if (
    (kind !== 'stage' && kind !== 'step') ||
    !number ||
    number.kind === 'text' ||
    number.freshLine ||
    !/^\d{1,2}[.):]?$/.test(number.value)
  )
    return at;
  const sign = reader.tokens[at + 1];
  const isSign = sign !== undefined && !sign.freshLine && /^[:.)–—-]$/.test(sign.value);
  const next = reader.tokens[isSign ? at + 2 : at + 1];
  if (!next || next.freshLine || (!isSign && /\d$/.test(number.value) && next.kind !== 'text')) return at;
  const span = { start: number.start, end: (isSign ? sign : number).end };
  reader.problem(statement, 'syntax', span, say('No number is needed: each `{0}` is counted by its place.', kind), [
    replace(say('Remove `{0}`', short(reader.text.slice(span.start, span.end), 20)), { start: span.start, end: next.start }, ''),
  ]);
  return isSign ? at + 2 : at + 1;
}

/** A problem for each text of a statement that stands in quotes which are none of the language. */
export function straightened(reader: Reader, statement: Statement, at: number, next: number): void {
  let items: Item[] | undefined;
  for (let index = at; index < next; index++) {
    const token = reader.tokens[index] as Token;
    if (!token.foreign) continue;
    items ??= [...Object.values(statement.items), ...Object.values(statement.lists).flat()];
    if (!items.some(({ start, quoted }) => quoted && start === token.start)) continue;
    const mark = /^(?:,,|''|``)/.exec(reader.text.slice(token.start, token.start + 2))?.[0] ?? (reader.text[token.start] as string);
    reader.problem(statement, 'syntax', token, say('A text opens and closes with ", not with {0}.', mark), [quote(token, token.value)]);
  }
}

/** A number, duration, date or score in quotes. Anything else in quotes is left to be read as what it is. */
export function unquoted(
  reader: Reader,
  statement: Statement,
  definition: StatementDefinition,
  place: Place,
  at: number,
): number | undefined {
  if (!['value', 'duration', 'date', 'score'].includes(place.takes.is)) return undefined;
  const token = reader.tokens[at] as Token;
  if (token.open || token.value.length > 40 || !/\p{Nd}/u.test(token.value)) return undefined;
  const inner = new Reader(token.value, tokenize(token.value), true);
  const trial: Statement = { ...statement, items: {}, lists: {}, problems: [] };
  if (!inner.tokens.length || inner.tokens.some(({ kind }) => kind === 'text')) return undefined;
  const after = inner.take(trial, definition, place, 0);
  const found = trial.items[place.slot];
  if (after !== inner.tokens.length || !found) return undefined;
  const span = { start: token.start, end: token.end };
  const problem = trial.problems[0];
  statement.items[place.slot] = { ...found, ...span };
  if (problem) {
    const fixes = problem.fixes.map(({ title, edits }) => replace(title, span, edits[0]?.text ?? ''));
    reader.problem(statement, problem.code, span, problem.message, fixes);
  } else {
    reader.problem(statement, 'syntax', span, say('No quotes are needed round `{0}`.', short(token.value, 30)), [
      replace(say('Remove the quotes'), span, token.value.trim()),
    ]);
  }
  return at + 1;
}
