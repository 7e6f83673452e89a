import { say, short } from '../message.ts';
import type { Place } from '../statements.ts';
import { dateMeant } from './dates.ts';
import { item, phrase, quote, replace, spanned } from './items.ts';
import { durationsMeant } from './meant.ts';
import { fold, nearest } from './near.ts';
import { choiceMeant, isTranslation } from './other-words.ts';
import type { Reader } from './reader.ts';
import type { Fix, Item, Statement } from './statement.ts';
import type { Token } from './tokens.ts';
import { durationMinutes, isClockTime } from './values.ts';

/*
 * Each takes the value that a place wants from the tokens at an index, and gives the index after it, or undefined where the token cannot be
 * meant for the place. A value that is written otherwise than the language has it is a problem; where its meaning is plain it counts.
 */

/** The longest value of several words: `a day in the life`. */
const longestChoice = 5;

/** One word of a list, or what stands for one: `in progress` for `doing`. */
export function takeChoice(reader: Reader, statement: Statement, place: Place, of: readonly string[], at: number): number | undefined {
  const token = reader.tokens[at] as Token;
  if (token.freshLine || token.kind === 'comma' || (token.kind === 'text' && !nearest(token.value, of) && !meantBy(token.value, of)))
    return undefined;
  const word = token.value.toLowerCase();
  if (token.kind === 'word' && of.includes(word)) {
    statement.items[place.slot] = item(token, word);
    return at + 1;
  }
  if (token.kind === 'text' && of.includes(word)) {
    const span = item(token);
    statement.items[place.slot] = { ...span, text: word, quoted: false };
    reader.problem(statement, 'syntax', span, say('No quotes are needed round `{0}`.', word), [
      replace(say('Remove the quotes'), span, word),
    ]);
    return at + 1;
  }
  for (let count = longestChoice; count > 0; count--) {
    const words = token.kind === 'text' && count === 1 ? token.value : phrase(reader, at, count);
    const meant = words && meantBy(words, of);
    if (!meant) continue;
    const span = spanned(reader, at, at + count);
    statement.items[place.slot] = { ...span, text: meant };
    const problem = reader.problem(statement, 'unknown-value', span, noneOf(span, of, meant), [
      replace(say('Write `{0}`', meant), span, meant),
    ]);
    if (isTranslation(fold(words))) problem.isPlain = true;
    return at + count;
  }
  const isPart = 'word' in place;
  if (token.kind === 'value' && !isPart) return undefined;
  const near = nearest(word.replace(/[.;:!]+$/, ''), of);
  if (!near && token.kind !== 'word' && token.kind !== 'value') return undefined;
  const span = item(token);
  const likely = near ? undefined : levelOf(word, of);
  const offered = near ? [near] : likely ? [likely, ...of.filter((value) => value !== likely)] : of.slice(0, 4);
  if (near) statement.items[place.slot] = { ...span, text: near };
  reader.problem(
    statement,
    'unknown-value',
    span,
    noneOf(span, of, near),
    offered.map((value) => replace(say('Write `{0}`', value), span, value)),
  );
  return at + 1;
}

/** The level that a number or a size is likeliest to say: of 3 where it is said, else of 3 or, above that, of 5. */
function levelOf(word: string, of: readonly string[]): string | undefined {
  if (of.join(' ') !== 'low medium high') return undefined;
  const size = /^(x+[sl]|s|m|l)$/.exec(word)?.[1];
  if (size) return size === 'm' ? 'medium' : size.endsWith('s') ? 'low' : 'high';
  const [, level, best] = /^(\d{1,3})(?:\/(\d{1,3}))?$/.exec(word) ?? [];
  if (!level) return undefined;
  const share = Number(level) / Number(best ?? (Number(level) > 5 ? 10 : Number(level) > 3 ? 5 : 3));
  return share > 0.67 ? 'high' : share > 0.34 ? 'medium' : 'low';
}

/** The value of a list that is written in other words, or in capitals, or in quotes. */
function meantBy(words: string, of: readonly string[]): string | undefined {
  const plain = words.replace(/^[([]+|[)\].;:!]+$/g, '');
  return of.find((value) => value === plain) ?? choiceMeant(of, plain);
}

function noneOf(span: Item, of: readonly string[], meant: string | undefined) {
  return meant
    ? say('`{0}` is none of {1}. Did you mean `{2}`?', short(span.text, 30), of.join(', '), meant)
    : say('`{0}` is none of {1}.', short(span.text, 30), of.join(', '));
}

/** A clock time. Other ways to write one (`9.30`, `9h30`, `9:30 am`) are a problem, as is an hour that no day has. */
export function takeTime(reader: Reader, statement: Statement, place: Place, at: number): number | undefined {
  const token = reader.tokens[at] as Token;
  if (token.freshLine || token.kind !== 'value') return undefined;
  if (isClockTime(token.value) && !/^(?:am|pm|a\.m\.?|p\.m\.?|uhr)$/i.test(wordBehind(reader, at))) {
    statement.items[place.slot] = item(token);
    return at + 1;
  }
  for (let count = 3; count > 0; count--) {
    const words = phrase(reader, at, count);
    const meant = words && timeMeant(words);
    if (!meant) continue;
    const span = spanned(reader, at, at + count);
    statement.items[place.slot] = { ...span, text: meant };
    reader.problem(statement, 'unknown-value', span, say('Write a time as hours and minutes: `{0}`.', meant), [
      replace(say('Write `{0}`', meant), span, meant),
    ]);
    return at + count;
  }
  return noTime(reader, statement, at);
}

/** A value where a time should stand that is none. What it says otherwise has its own word; only a stretch such as `9-11` is as good as text. */
function noTime(reader: Reader, statement: Statement, at: number): number {
  const token = reader.tokens[at] as Token;
  let count = 1;
  while (count < 3 && reader.tokens[at + count] && !reader.tokens[at + count]?.freshLine) count++;
  for (; count > 0; count--) {
    const span = spanned(reader, at, at + count);
    if (/^\d{1,2}[:.]\d+$/.test(span.text)) break;
    if (durationMinutes(span.text) === undefined && durationsMeant(span.text).length !== 1) continue;
    const message = say('`{0}` says how long. `at` says when; write `takes` or `waits`.', short(span.text, 30));
    const written = ['takes', 'waits'].map(
      (word): Fix => ({ ...replace(say('Write `{0}`', word), statement.keyword, word), decides: true }),
    );
    reader.problem(statement, 'unknown-value', span, message, written);
    return at + count;
  }
  for (let far = lengthOfLine(reader, at); far > 1; far--) {
    const span = spanned(reader, at, at + far);
    if (!dateMeant(span.text)) continue;
    statement.items.time = { ...span };
    reader.problem(
      statement,
      'unknown-value',
      span,
      say('`at` says the hour, and `{0}` is a date: write it in quotes to keep it as words.', short(span.text, 30)),
      [{ ...quote(span, span.text), decides: true, preferred: true }],
    );
    return at + far;
  }
  const hour = /^\d{1,2}$/.test(token.value) ? timeMeant(`${token.value}h`) : undefined;
  const isText = !hour && !/^-?\d+([:.]\d+)?$/.test(token.value);
  reader.problem(
    statement,
    'unknown-value',
    item(token),
    hour
      ? say('Write a time as hours and minutes: `{0}`.', hour)
      : say('`{0}` is no time. Write hours and minutes, 09:10, or words in quotes.', short(token.value, 30)),
    hour
      ? [{ ...replace(say('Write `{0}`', hour), item(token), hour), decides: true, preferred: true }]
      : isText
        ? [replace(say('Put quotes round it'), item(token), `"${token.value}"`)]
        : [],
  );
  return at + 1;
}

/** How many tokens stand on a line from an index on, as far as a date may go. */
function lengthOfLine(reader: Reader, at: number): number {
  let count = 1;
  while (count < 4 && reader.tokens[at + count] && !reader.tokens[at + count]?.freshLine && reader.tokens[at + count]?.kind !== 'text')
    count++;
  return count;
}

function wordBehind(reader: Reader, at: number): string {
  const next = reader.tokens[at + 1];
  return next && !next.freshLine ? next.value : '';
}

/** A clock time in plain form, from folded words. */
function timeMeant(words: string): string | undefined {
  const found =
    /^(\d{1,2})(?:(?:[:.h]| ?(?:h|uhr|heures|horas) )?(\d{2}))?(?::\d{2})? ?(h|uhr|heures|horas|o'clock|a\.?m\.?|p\.?m\.?)?$/.exec(words);
  if (!found) return undefined;
  const [, hour = '', minutes = '00', half = ''] = found;
  if (!found[2] && !half) return undefined;
  const given = Number(hour);
  if (/^[ap]/.test(half) && (given < 1 || given > 12)) return undefined;
  const hours = half.startsWith('p') ? (given % 12) + 12 : half.startsWith('a') ? given % 12 : given;
  const time = `${String(hours).padStart(2, '0')}:${minutes}`;
  return isClockTime(time) ? time : undefined;
}
