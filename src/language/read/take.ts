import { say, short } from '../message.ts';
import type { Place } from '../statements.ts';
import { item, replace } from './items.ts';
import { nearest } from './near.ts';
import type { Reader } from './reader.ts';
import type { Statement } from './statement.ts';
import type { Token } from './tokens.ts';
import { durationMinutes, firstNumber, isClockTime, isoDate, scoreOf, unitMinutes } from './values.ts';

/*
 * Each takes the value that a place wants from the tokens at an index, and gives the index after it, or undefined where the token cannot be
 * meant for the place. A value that is meant for it but wrong is a problem, and the place stays empty.
 */

/** One word of a list. */
export function takeChoice(reader: Reader, statement: Statement, place: Place, of: readonly string[], at: number): number | undefined {
  const token = reader.tokens[at] as Token;
  if (token.kind !== 'word' || token.freshLine) return undefined;
  const word = token.value.toLowerCase();
  if (of.includes(word)) {
    statement.items[place.slot] = item(token, word);
    return at + 1;
  }
  const near = nearest(word, of);
  const message = near
    ? say('`{0}` is none of {1}. Did you mean `{2}`?', token.value, of.join(', '), near)
    : say('`{0}` is none of {1}.', short(token.value, 30), of.join(', '));
  const offered = near ? [near] : of.slice(0, 4);
  reader.problem(
    statement,
    'unknown-value',
    item(token),
    message,
    offered.map((value) => replace(say('Write `{0}`', value), item(token), value)),
  );
  return at + 1;
}

/** The score of a feeling; whether it is in range is for a rule to say. */
export function takeScore(reader: Reader, statement: Statement, at: number): number | undefined {
  const token = reader.tokens[at] as Token;
  if (token.freshLine) return undefined;
  if (token.kind === 'value') {
    statement.items.score = item(token);
    return at + 1;
  }
  if (token.kind !== 'word' && token.kind !== 'text') return undefined;
  const next = reader.tokens[at + 1];
  statement.items.text = item(token);
  if (next?.kind === 'value' && !next.freshLine && scoreOf(next.value) !== undefined) {
    statement.items.score = item(next);
    const span = { start: token.start, end: next.end };
    reader.problem(statement, 'syntax', span, say('First the score, then the word: feels {0} "{1}".', next.value, token.value), [
      replace(say('Swap them'), span, `${next.value} "${token.value}"`),
    ]);
    return at + 2;
  }
  const fixes = ['-2', '-1', '0', '1', '2'].map((score) =>
    replace(say('Write `feels {0} "{1}"`', score, token.value), item(token), `${score} "${token.value}"`),
  );
  reader.problem(
    statement,
    'syntax',
    item(token),
    say('A feeling has a score from -2 to +2, then the word: feels -1 "{0}".', short(token.value, 30)),
    fixes,
  );
  return at + 1;
}

/** A number with its unit: `61%`, `44% of 1400`, `3.2/5`, `38 EUR`, `1400 per month`. */
export function takeValue(reader: Reader, statement: Statement, place: Place, at: number): number | undefined {
  const token = reader.tokens[at] as Token;
  if (token.kind !== 'value' || token.freshLine || firstNumber(token.value) === undefined) return undefined;
  const on = (index: number): Token | undefined => (reader.tokens[index]?.freshLine ? undefined : reader.tokens[index]);
  let next = at + 1;
  const unit = on(next);
  if (unit && ((unit.kind === 'word' && /^[A-Z]{3}$/.test(unit.value)) || /^[%€$£¥]$/.test(unit.value))) next++;
  for (let word = on(next); word?.value === 'of' || word?.value === 'per'; word = on(next)) {
    const wants = word.value === 'of' ? 'value' : 'word';
    if (on(next + 1)?.kind !== wants) break;
    next += 2;
  }
  statement.items[place.slot] = spanned(reader, at, next);
  return next;
}

/** `5d`, `2-5d`, `1h30min`, `2 days`. A word that can be nothing else, as `isFree` says, is a wrong one. */
export function takeDuration(reader: Reader, statement: Statement, place: Place, at: number, isFree: boolean): number | undefined {
  const token = reader.tokens[at] as Token;
  if (token.freshLine || (token.kind !== 'value' && !isFree)) return undefined;
  let next = at + 1;
  for (let more = reader.tokens[next]; more && !more.freshLine; more = reader.tokens[next]) {
    const unit = more.kind === 'word' && unitMinutes(more.value) !== undefined;
    if (!unit && !(more.kind === 'value' && durationMinutes(more.value) !== undefined)) break;
    next++;
  }
  const value = spanned(reader, at, next);
  if (durationMinutes(value.text) !== undefined) statement.items[place.slot] = value;
  else
    reader.problem(
      statement,
      'unknown-value',
      value,
      say('`{0}` is no duration. Write a number and a unit: 45s, 10min, 2h, 3d, 2w, 6mo.', short(value.text, 30)),
    );
  return next;
}

/** A date as year-month-day. */
export function takeDate(reader: Reader, statement: Statement, place: Place, at: number): number | undefined {
  const token = reader.tokens[at] as Token;
  if (token.freshLine || (token.kind !== 'value' && token.kind !== 'word')) return undefined;
  const iso = isoDate(token.value);
  if (iso) statement.items[place.slot] = item(token, iso);
  else
    reader.problem(
      statement,
      'unknown-value',
      item(token),
      say('`{0}` is no date. Write year-month-day: 2026-12-15.', short(token.value, 30)),
    );
  return at + 1;
}

/** A clock time. */
export function takeTime(reader: Reader, statement: Statement, place: Place, at: number): number | undefined {
  const token = reader.tokens[at] as Token;
  if (token.freshLine || token.kind !== 'value') return undefined;
  if (isClockTime(token.value)) statement.items[place.slot] = item(token);
  else
    reader.problem(
      statement,
      'unknown-value',
      item(token),
      say('`{0}` is no time. Write hours and minutes, 09:10, or words in quotes.', short(token.value, 30)),
    );
  return at + 1;
}

function spanned(reader: Reader, at: number, next: number) {
  const start = (reader.tokens[at] as Token).start;
  const end = (reader.tokens[next - 1] as Token).end;
  return { text: reader.text.slice(start, end).replace(/\s+/g, ' '), start, end, quoted: false };
}
