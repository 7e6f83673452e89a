import { say, short } from '../message.ts';
import type { Place, StatementDefinition } from '../statements.ts';
import { dateMeant } from './dates.ts';
import { item, quote, replace, spanned } from './items.ts';
import { endsLine, opens, otherPart, partAt } from './look-ahead.ts';
import { durationsMeant } from './meant.ts';
import { fold } from './near.ts';
import type { Reader } from './reader.ts';
import type { Fix, Item, Statement } from './statement.ts';
import { scoreOfPhrase } from './take-score.ts';
import type { Token } from './tokens.ts';
import { durationMinutes, firstNumber } from './values.ts';

/* Words without quotes where a text should stand, but that are something else which the statement takes: quotes round them would bury what they say. */

/** Measures that everybody knows by their letters (see `names/satisfaction.ts`): where one stands alone it is no text. */
const measures: ReadonlySet<string> = new Set(['nps', 'csat', 'ces']);

/**
 * What words without quotes are where a text should stand.
 *
 * @returns The index behind them where they have been read; `a part` where they are one of the statement's, whose text is missing; undefined
 *   where they may be the text.
 */
export function otherThanText(
  reader: Reader,
  statement: Statement,
  definition: StatementDefinition,
  place: Place,
  at: number,
): number | 'a part' | undefined {
  if (definition.kind === 'feels') return personaBehindScore(reader, statement, at);
  if (place.takes.is !== 'text' || place.optional) return undefined;
  if (isMeasure(reader, definition, at)) return measureFirst(reader, statement, definition, place, at);
  return isPart(reader, statement, definition, at) ? 'a part' : undefined;
}

/** Whether what stands here can be no text but a part without its word, or with another: `5d`, `for 5h`, `until 2026-12-15`. */
function isPart(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): boolean {
  const token = reader.tokens[at] as Token;
  const takes = (kind: string): boolean => definition.parts.some((part) => part.takes.is === kind && !statement.items[part.slot]);
  if (token.kind === 'value') {
    const rest = restOfLine(reader, at);
    if (takes('duration') && isDuration(rest)) return true;
    return takes('date') && dateMeant(rest) !== undefined && firstNumber(rest) !== undefined && !/^\d{1,3}$/.test(rest);
  }
  // A team or a system before the text: `backstage Support "…"`.
  const isName = token.kind === 'word' && /^\p{Lu}/u.test(token.value) && definition.head[0]?.takes.is === 'text';
  const isBehind = endsLine(reader, at + 1) || partAt(reader, definition, at + 2) !== undefined;
  if (isName && isTextBehind(reader, at) && isBehind && definition.parts.some((part) => part.takes.is === 'ref')) return true;
  const levels = definition.parts.filter(({ takes }) => takes.is === 'choice' && takes.of.includes(token.value));
  if (levels.length === 1 && (endsLine(reader, at) || isTextBehind(reader, at))) return true;
  const other = otherPart(reader, definition, at, statement);
  if (!other) return false;
  const rest = restOfLine(reader, at + other.count);
  if (other.part.takes.is === 'duration') return isDuration(rest);
  return other.part.takes.is === 'date' && dateMeant(rest) !== undefined;
}

/** Whether a text in quotes stands behind a word, apart from it. */
export function isTextBehind(reader: Reader, at: number): boolean {
  const [token, next] = [reader.tokens[at] as Token, reader.tokens[at + 1]];
  return next?.kind === 'text' && !next.freshLine && !next.open && next.start > token.end;
}

function isDuration(text: string): boolean {
  return durationMinutes(text) !== undefined || durationsMeant(text).length === 1;
}

/** The words from an index to the end of its line. */
function restOfLine(reader: Reader, at: number): string {
  let next = at + 1;
  while (reader.tokens[next] && !reader.tokens[next]?.freshLine) next++;
  return spanned(reader, at, next).text;
}

/** Whether a measure stands where the text of a listening post should, or behind it: `csat 3.2/5`. */
export function isMeasure(reader: Reader, definition: StatementDefinition, at: number): boolean {
  if (definition.kind !== 'listens') return false;
  const [token, next] = [reader.tokens[at] as Token, reader.tokens[at + 1]];
  if (token.kind !== 'word') return false;
  if (measures.has(fold(token.value))) return true;
  if (!next || next.freshLine || !/^\p{Ll}/u.test(token.value)) return false;
  return next.kind === 'text' ? !next.open && next.start > token.end : next.kind === 'value' && !/^\d{4}$/.test(next.value);
}

function measureFirst(reader: Reader, statement: Statement, definition: StatementDefinition, place: Place, at: number): number {
  const label = definition.head.findIndex(({ slot }) => slot === 'label');
  const [token, next] = [reader.tokens[at] as Token, reader.tokens[at + 1]];
  statement.items.label = item(token);
  if (next?.kind === 'text' && !next.freshLine) {
    statement.items[place.slot] = item(next);
    const meant = `${reader.text.slice(next.start, next.end)} ${token.value}`;
    const span = { start: token.start, end: next.end };
    reader.problem(statement, 'syntax', span, say('First the text, then the measure: {0}.', short(meant, 60)), [
      replace(say('Swap them'), span, meant),
    ]);
    return at + 2;
  }
  const value = definition.head[label + 1] as Place;
  const after = (endsLine(reader, at) ? undefined : reader.take(statement, definition, value, at + 1)) ?? at + 1;
  const span = spanned(reader, at, after);
  reader.problem(statement, 'syntax', span, say('Before the measure stands what asks for it: {0}.', definition.example), [
    { ...missingText(token.start), preferred: true },
    { ...quote(span, reader.text.slice(span.start, span.end)), decides: true },
  ]);
  return after;
}

/** A value before its measure: `metric 61% conversion`. Gives the index behind both. */
export function valueFirst(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): number | undefined {
  const place = definition.head.find(({ takes }) => takes.is === 'value');
  const token = reader.tokens[at] as Token;
  if (definition.kind !== 'metric' || token.kind !== 'value' || token.freshLine || !place) return undefined;
  const before = statement.items[place.slot];
  const after = reader.take(statement, definition, place, at) ?? at;
  const label = reader.tokens[after];
  if (after === at || label?.kind !== 'word' || label.freshLine || partAt(reader, definition, after)) {
    if (before) statement.items[place.slot] = before;
    else delete statement.items[place.slot];
    statement.problems = statement.problems.filter(({ start }) => start !== token.start);
    return undefined;
  }
  statement.items.label = item(label);
  const span = { start: token.start, end: item(label).end };
  const meant = `${label.value} ${reader.text.slice(token.start, (reader.tokens[after - 1] as Token).end)}`;
  reader.problem(statement, 'syntax', span, say('First the measure, then its value: `{0}`.', short(meant, 40)), [
    replace(say('Swap them'), span, meant),
  ]);
  return after + 1;
}

/** Leaves a text to be written at an offset, before or behind the blank that stands there. */
export function missingText(at: number, isBehind = false): Fix {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet
  const stop = '"${1:…}"';
  return {
    title: say('Write a text'),
    edits: [{ start: at, end: at, text: isBehind ? ` ${stop}` : `${stop} `, snippet: true }],
    decides: true,
  };
}

/** A persona behind the score: `feels 1 Amina "glad"`. */
function personaBehindScore(reader: Reader, statement: Statement, at: number): number | undefined {
  const { score, persona } = statement.items;
  const [token, next] = [reader.tokens[at] as Token, reader.tokens[at + 1]];
  if (!score || persona || token.kind !== 'word' || !/^\p{Lu}/u.test(token.value)) return undefined;
  if (endsLine(reader, at)) return scoreOfPhrase(token.value) === undefined ? maybePersona(reader, statement, score, token, at) : undefined;
  if (next?.kind !== 'text' || next.open || next.start === token.end) return undefined;
  statement.items.persona = item(token);
  statement.items.text = item(next);
  const meant = `${token.value} ${reader.text.slice(score.start, score.end)}`;
  const span = { start: score.start, end: token.end };
  reader.problem(statement, 'syntax', span, say('First the persona, then the score: feels {0}.', short(meant, 40)), [
    replace(say('Swap them'), span, meant),
  ]);
  return at + 2;
}

/** A persona behind the text: `does "Calls" Amina`. Gives the index behind her. */
export function personaBehind(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): number {
  const { persona, text, score } = statement.items;
  const [token, next] = [reader.tokens[at], reader.tokens[at + 1]];
  if (definition.head[0]?.takes.is !== 'persona' || persona || !text?.quoted || token?.kind !== 'word' || token.freshLine) return at;
  if (!/^\p{Lu}/u.test(token.value) || partAt(reader, definition, at) || opens(reader, at, definition)) return at;
  if (next && !next.freshLine && !partAt(reader, definition, at + 1)) return at;
  statement.items.persona = item(token);
  const first = Math.min(text.start, score?.start ?? text.start);
  const meant = `${token.value} ${reader.text.slice(first, text.end)}`;
  reader.problem(statement, 'syntax', item(token), say('First the persona: `{0}`.', short(`${definition.word} ${meant}`, 60)), [
    replace(say('Swap them'), { start: first, end: item(token).end }, meant),
  ]);
  return at + 1;
}

/** A word in capitals behind the score is the feeling, or a persona in the wrong place: only a person can tell. */
function maybePersona(reader: Reader, statement: Statement, score: Item, token: Token, at: number): number {
  const meant = `${token.value} ${reader.text.slice(score.start, score.end)}`;
  statement.items.text = item(token);
  reader.problem(statement, 'syntax', item(token), say('A text stands in quotes: "{0}".', short(token.value)), [
    { ...quote(item(token), token.value), decides: true },
    { ...replace(say('Write `feels {0}`', short(meant, 40)), { start: score.start, end: item(token).end }, meant), decides: true },
  ]);
  return at + 1;
}
