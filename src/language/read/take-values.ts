import { say, short } from '../message.ts';
import type { Place } from '../statements.ts';
import { dateMeant, isoDate } from './dates.ts';
import { plainDigits } from './digits.ts';
import { item, replace, spanned } from './items.ts';
import { isAbout } from './look-ahead.ts';
import { inFull, zerosOf } from './magnitudes.ts';
import { durationsMeant, isAboutSo, isOfWorkingDays, numberReadings, quantityMeant } from './meant.ts';
import type { Reader } from './reader.ts';
import type { Edit, Fix, Item, Statement } from './statement.ts';
import { endOfLine, type Token } from './tokens.ts';
import { durationMinutes, firstNumber, unitMinutes, unitOf } from './values.ts';

/* Numbers, durations and dates; see `take.ts`. */

const aboutSign = /^[<>≤≥~≈]+=?$/;
const currencySign = /^[€$£¥￥₹₩₺]$/;
const currencyWord = /^(?:[A-Z]{3}|[Ee]uros?|[Dd]ollars?|[Pp]ounds?|[Pp]fund|[Ff]rancs?|[Ff]ranken)$/;
const wordsBehind = /^(?:percent|pct|prozent|%|％|٪)$/i;

/** A number with its unit: `61%`, `44% of 1400`, `3.2/5`, `38 EUR`, `1400 per month`. */
export function takeValue(reader: Reader, statement: Statement, place: Place, at: number): number | undefined {
  const on = (index: number): Token | undefined => (reader.tokens[index]?.freshLine ? undefined : reader.tokens[index]);
  const first = on(at);
  if (!first || (first.kind !== 'value' && first.kind !== 'odd' && first.kind !== 'word')) return undefined;
  let next = at;
  for (let token = on(next); token && isBefore(token, on(next + 1)); token = on(next)) next++;
  const number = on(next);
  if (!number || firstNumber(number.value) === undefined || !/^[<>≤≥~≈]?=?[-+−–—‐‑－＋€$£¥￥₹₩₺\p{N}]/u.test(number.value))
    return undefined;
  if (number.kind !== 'value' && !/^[<>≤≥~≈±]/.test(number.value)) return undefined;
  next = behindNumber(reader, next, on);
  const value = spanned(reader, at, next);
  const full = inFull(plainDigits(value.text));
  if (full !== undefined) {
    const meant = quantityMeant(full) ?? full;
    statement.items[place.slot] = { ...value, text: meant };
    reader.problem(statement, 'unknown-value', value, say('Write the number in full: `{0}`.', meant), [
      replace(say('Write `{0}`', meant), value, meant),
    ]);
    return next;
  }
  if (next > at + 1 || !/^[-\d.%]+$/.test(value.text)) {
    const meant = /^[-+−–—‐‑－＋]?[€$£¥￥₹₩₺\p{Nd}]/u.test(value.text) && isAccepted(value.text) ? undefined : quantityMeant(value.text);
    if (meant !== undefined && meant !== value.text) {
      statement.items[place.slot] = { ...value, text: meant };
      const fix = replace(say('Write `{0}`', meant), value, meant);
      reader.problem(statement, 'unknown-value', value, say('Write a number with its unit: `{0}`.', meant), [
        isAboutSo(value.text) ? { ...fix, decides: true, preferred: true } : fix,
      ]);
      return next;
    }
  }
  const readings = numberReadings(value.text);
  statement.items[place.slot] = readings[0] ? { ...value, text: readings[0] } : value;
  if (readings.length)
    reader.problem(
      statement,
      'unknown-value',
      value,
      say('Is this {0} or {1}? Write it without a mark between the thousands.', readings[0] as string, readings[1] as string),
      readings.map((reading) => replace(say('Write `{0}`', reading), value, reading)),
    );
  return next;
}

/** What may stand before a number: a currency, a minus sign apart, a sign that it is not exact. */
function isBefore(token: Token, behind: Token | undefined): boolean {
  if (behind?.kind !== 'value' && behind?.kind !== 'odd') return false;
  if (aboutSign.test(token.value) || isAbout(token)) return true;
  return currencySign.test(token.value) || /^[-−–]$/.test(token.value) || (token.kind === 'word' && /^[A-Z]{3}$/.test(token.value));
}

/** The index after the rest of a quantity whose number begins at an index: further groups of digits, its unit, what it is of or per. */
function behindNumber(reader: Reader, at: number, on: (index: number) => Token | undefined): number {
  let next = behindGroups(reader, at, on);
  if (zerosOf(on(next)?.value ?? '') !== undefined) next++;
  const unit = on(next);
  if (unit && (wordsBehind.test(unit.value) || currencySign.test(unit.value) || (unit.kind === 'word' && currencyWord.test(unit.value))))
    next++;
  else if (unit && /^(?:per|pour|por)$/i.test(unit.value) && /^(?:cent|ciento)$/i.test(on(next + 1)?.value ?? '')) next += 2;
  else if (unit?.kind === 'word' && unitMinutes(unit.value) !== undefined) next++;
  for (let token = on(next); token; token = on(next)) {
    const word = token.value.toLowerCase();
    const behind = on(next + 1);
    if (/^(?:of|von|aus|sur|de)$/.test(word) && behind?.kind === 'value') next = behindGroups(reader, next + 1, on);
    else if (word === 'out' && behind?.value === 'of' && on(next + 2)?.kind === 'value') next += 3;
    else if (/^(?:per|a|an|each|every|pro|je|par|por)$/.test(word) && behind?.kind === 'word') next += 2;
    else if (word === '/' && (behind?.kind === 'value' || behind?.kind === 'word')) next += 2;
    else break;
  }
  return next;
}

/** The index after a number and the groups of three digits that go on with it (`1 400`). */
function behindGroups(reader: Reader, at: number, on: (index: number) => Token | undefined): number {
  let next = at + 1;
  if (!/^[-+]?\D?\d{1,3}$/.test(plainDigits((reader.tokens[at] as Token).value))) return next;
  while (on(next)?.kind === 'value' && /^\d{3}(?!\d)/.test(plainDigits(on(next)?.value ?? ''))) {
    next++;
    if (!/^\d{3}$/.test(plainDigits((reader.tokens[next - 1] as Token).value))) break;
  }
  return next;
}

/** Whether a quantity is written as the language has it, blanks and signs aside. */
function isAccepted(text: string): boolean {
  return /^[-+]?(?:[€$£¥₹₩₺] ?)?-?\d[\d .,'’]*(?: ?[%€$£¥₹₩₺]| ?[A-Z]{3})?(?:(?: of | ?\/ ?)[\d][\d .,'’]*%?)?(?: per \p{L}[\p{L}\d_-]*)?$/u.test(
    plainDigits(text),
  );
}

/** How many words a duration has at most: `three quarters of an hour`. */
const longestDuration = 7;

/** `5d`, `2-5d`, `1h30min`, `2 days`. A word that can be nothing else, as `isFree` says, is a wrong one. */
export function takeDuration(reader: Reader, statement: Statement, place: Place, at: number, isFree: boolean): number | undefined {
  const token = reader.tokens[at] as Token;
  const isSign =
    isAbout(token) ||
    laterDay(token.value) !== undefined ||
    (token.kind === 'odd' && (aboutSign.test(token.value) || /^[<>≤≥~≈±]+\d/.test(token.value)));
  if (token.freshLine || (token.kind !== 'value' && !isFree && !isSign)) return undefined;
  let count = 1;
  while (count < longestDuration && canGoOn(reader.tokens[at + count])) count++;
  for (let length = count; length > 0; length--) {
    const value = spanned(reader, at, at + length);
    if (durationMinutes(value.text) !== undefined) {
      statement.items[place.slot] = value;
      return at + length;
    }
    const meant = durationsMeant(value.text);
    const sure = laterDay(value.text);
    if (sure) meant.unshift(sure);
    const either = meant[0] ? undefined : eitherOf(value.text);
    if (either) meant.push(either);
    if (!meant[0] || (meant.length > 2 && token.kind === 'word')) continue;
    if (meant.length < 3) statement.items[place.slot] = { ...value, text: meant[0] };
    const counted = isOfWorkingDays(value.text);
    const message = counted
      ? say('A duration counts all days: `{0}` does not tell working days apart.', meant[0])
      : meant.length === 1
        ? say('Write a duration as a number and its unit: `{0}`.', meant[0])
        : say('`{0}` may be {1}. Say its unit.', short(value.text, 30), meant.join(', '));
    reader.problem(
      statement,
      'unknown-value',
      value,
      message,
      meant.map((form) => {
        const fix = replace(say('Write `{0}`', form), value, form);
        if (counted) return { title: fix.title, edits: keptBehind(reader, value, form), decides: true as const, preferred: true as const };
        return either || (meant.length === 1 && isAboutSo(value.text)) ? { ...fix, decides: true as const, preferred: true as const } : fix;
      }),
    );
    return at + length;
  }
  // `a few days`: of as many words as speak of time, as of one.
  while (count > 1 && unitMinutes((reader.tokens[at + count - 1] as Token).value) === undefined) count--;
  const value = spanned(reader, at, at + count);
  reader.problem(
    statement,
    'unknown-value',
    value,
    say('`{0}` is no duration. Write a number and a unit: 45s, 10min, 2h, 3d, 2w, 6mo.', short(value.text, 30)),
  );
  return at + count;
}

/** Writes a value anew, and keeps how it was written in a comment. */
function keptBehind({ text }: Reader, { start, end }: Item, form: string): Edit[] {
  const written = text.slice(start, end).replaceAll('*/', '');
  const isLast = text.slice(end, endOfLine(text, end, Math.min(text.length, end + 200))).trim() === '';
  return [{ start, end, text: isLast ? `${form} // ${written}` : `${form} /* ${written} */` }];
}

/** The wait that a day told from another says: `J+2`, `T+3`, `D+1`. */
function laterDay(text: string): string | undefined {
  const days = /^[jtd] ?\+ ?(\d+)$/i.exec(plainDigits(text))?.[1];
  return days && `${days}d`;
}

/** Two numbers with a slash are the ends of a range (`2/3 jours`), if no fraction. */
function eitherOf(text: string): string | undefined {
  const [, from, to, word = ''] = /^(\d+) ?\/ ?(\d+) ?(\p{L}+)\.?$/u.exec(plainDigits(text)) ?? [];
  const unit = unitOf(word);
  return unit && Number(from) < Number(to) ? `${from}-${to}${unit}` : undefined;
}

function canGoOn(token: Token | undefined): boolean {
  return token !== undefined && !token.freshLine && token.kind !== 'comma' && token.kind !== 'text';
}

/** How many words a date has at most: `15 de diciembre de 2026`, with a comma. */
const longestDate = 6;

/** A date as year-month-day, or written so that it can be no other. */
export function takeDate(reader: Reader, statement: Statement, place: Place, at: number): number | undefined {
  const token = reader.tokens[at] as Token;
  if (token.freshLine || (token.kind !== 'value' && token.kind !== 'word')) return undefined;
  const iso = isoDate(token.value);
  if (iso) {
    statement.items[place.slot] = item(token, iso);
    return at + 1;
  }
  for (let count = longestDate; count > 0; count--) {
    if (!goesTo(reader, at, count)) continue;
    const value = spanned(reader, at, at + count);
    const meant = dateMeant(value.text);
    if (!meant) continue;
    if (meant.sure) statement.items[place.slot] = { ...value, text: meant.days[0] as string };
    else unsureDate(reader, statement, place, value, meant);
    return at + count;
  }
  // `spring 2026`, `next week`
  const isOfTwo =
    goesTo(reader, at, 2) &&
    /^(?:\d{4}|week|month|quarter|year|sprint|woche|monat|jahr|prochaine|prochain)$/i.test((reader.tokens[at + 1] as Token).value);
  const value = spanned(reader, at, isOfTwo ? at + 2 : at + 1);
  reader.problem(statement, 'unknown-value', value, say('`{0}` is no date. Write year-month-day: 2026-12-15.', short(value.text, 30)));
  return isOfTwo ? at + 2 : at + 1;
}

/** Whether so many tokens stand on one line, with no text among them. */
function goesTo(reader: Reader, at: number, count: number): boolean {
  for (let index = at; index < at + count; index++) {
    const token = reader.tokens[index];
    if (!token || (index > at && token.freshLine) || token.kind === 'text') return false;
  }
  return true;
}

function unsureDate(
  reader: Reader,
  statement: Statement,
  place: Place,
  value: Item,
  { days, partial }: NonNullable<ReturnType<typeof dateMeant>>,
): void {
  const isDue = place.slot === 'due';
  if (partial) {
    const problem = reader.problem(statement, 'unknown-value', value, say('Write dates as year-month-day: 2026-12-15.'));
    problem.partial = { ...partial, isDue };
    return;
  }
  // Of a month or quarter: its last day is when something is due, its first when something was looked at, unless its end is meant.
  const isPeriod =
    days.length === 2 && days[0]?.endsWith('-01') === true && !/(?<!\d)\d{1,2}[/-]\d{1,2}[/-]\d/.test(plainDigits(value.text));
  const isEnd = /^(?:(?:by|until|the|bis|zum|vor|before) )?(?:the )?(?:end|ende|fin|fines|final)\b/i.test(value.text);
  const isLong = /^[qhst]\d|quart|^20\d\d$|trim/i.test(value.text);
  const [firstDay, lastDay] = days as [string, string]; // where it is a period
  const ordered = !isPeriod ? days : isEnd || (isDue && isLong) ? [lastDay] : isDue ? [lastDay, firstDay] : [firstDay];
  statement.items[place.slot] = { ...value, text: ordered[0] as string };
  const message =
    ordered.length === 1 || isPeriod
      ? say('Write dates as year-month-day: `{0}`.', ordered[0] as string)
      : say('Is this {0} or {1}? Write dates as year-month-day.', ordered[0] as string, ordered[1] as string);
  reader.problem(
    statement,
    'unknown-value',
    value,
    message,
    ordered.map((day): Fix => {
      const fix = replace(say('Write `{0}`', day), value, day);
      // Of a month or a year the day is made up.
      return isPeriod && ordered.length === 1 ? { ...fix, decides: true, preferred: true } : fix;
    }),
  );
}
