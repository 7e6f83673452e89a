import { plainDigits } from './digits.ts';
import { fold } from './near.ts';

/** Numbers, durations and times: from what is written to what it means. Each gives undefined for what it cannot read. */

export { isoDate } from './dates.ts';

/** The plain form of each unit of time, with the words for it, in the singular where a plural ends in -s. */
const unitWords: Record<string, string> = {
  s: 's sec second sek sekunde sekunden seconde segundo secondo secondi',
  min: 'min mn minute minuten minuto minuti minuut minuten',
  h: 'h hr hour std stunde stunden heure hora ora ore uur uren',
  d: 'd day tag tage tagen j jr jour dia giorno giorni gg dag dagen',
  w: 'w wk week woche wochen wo sem semaine semana settimana settimane weken',
  mo: 'mo mth month mon monat monate monaten mois mes mese mesi maand maanden',
};

const units = new Map(Object.entries(unitWords).flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit] as const)));

const lengths: Record<string, number> = { s: 1 / 60, min: 1, h: 60, d: 1440, w: 10080, mo: 43200 };

/** The plain form of a unit of time that a word names: `d` of `days`. */
export function unitOf(word: string): string | undefined {
  const plain = fold(word);
  return units.get(plain) ?? (plain.length > 2 ? (units.get(plain.replace(/e?s$/, '')) ?? units.get(plain.replace(/s$/, ''))) : undefined);
}

/** The unit of a duration that a word names, in minutes: `d`, `days`. A month counts 30 days. */
export function unitMinutes(word: string): number | undefined {
  const unit = unitOf(word);
  return unit ? lengths[unit] : undefined;
}

/** The length of a duration in minutes: `45s`, `2-5d` (the shorter end), `1h30min`, `2 days`. */
export function durationMinutes(text: string): number | undefined {
  const plain = plainDigits(text);
  const range = /^(\d+)\s*-\s*\d+\s*(\p{L}+)$/u.exec(plain);
  if (range) return times(range[1], range[2]);
  let total = 0;
  let rest = plain.trim();
  if (!rest) return undefined;
  while (rest) {
    const piece = /^(\d+)\s*(\p{L}+)\s*/u.exec(rest);
    const minutes = times(piece?.[1], piece?.[2]);
    if (minutes === undefined) return undefined;
    total += minutes;
    rest = rest.slice((piece as RegExpExecArray)[0].length);
  }
  return total;
}

function times(amount: string | undefined, unit: string | undefined): number | undefined {
  const minutes = unitMinutes(unit ?? '');
  return minutes === undefined ? undefined : Number(amount) * minutes;
}

/** Whether a word is a clock time, `09:10`. */
export function isClockTime(text: string): boolean {
  return /^(?:([01]?\d|2[0-3]):[0-5]\d|24:00)$/.test(plainDigits(text));
}

/** The score of a feeling as written, whatever its range: `-2`, `+1`, `−2`. Fractions such as `4/5` have none. */
export function scoreOf(text: string): number | undefined {
  const plain = plainDigits(text).replace(/^([-+]) /, '$1');
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** A number as written: its digits in groups (`1 400`, `1'400`, `1.400.000`), with a decimal point or comma. */
const numeral = /-?\d+(?:[ '’]\d{3}(?!\d))*(?:[.,]\d+)*/;

/** The first number in a value, `61` of `61%`, `-12` of `−12`, `3.2` of `3.2/5`, `1400` of `1 400`. */
export function firstNumber(text: string): number | undefined {
  const found = numeral.exec(plainDigits(text).replace(/^- ?(?=\d)|^-([€$£¥₹₩₺]) ?/, '$1-'));
  return found ? numbersMeant(found[0]).at(-1) : undefined;
}

/**
 * The numbers that a numeral may mean: none, one, or two, as `22.500` may be 22500 and 22.5. The thousands come first.
 *
 * @param text - A numeral alone, in plain digits: without a unit, a per cent sign or blanks at its ends.
 */
export function numbersMeant(text: string): number[] {
  const found = /^(-?)(\d+(?:[ '’]\d{3})*)((?:[.,]\d+)*)$/.exec(text);
  if (!found) return [];
  const [, sign = '', whole = '', rest = ''] = found;
  const number = (digits: string): number => Number(sign + digits.replace(/[ '’]/g, ''));
  const groups = rest.match(/[.,]\d+/g) ?? [];
  const last = groups.at(-1);
  if (!last) return [number(whole)];
  const before = groups.slice(0, -1);
  const decimal = `.${last.slice(1)}`;
  const isGroup = (group: string): boolean => group.length === 4;
  const canGroup = /^[1-9]\d{0,2}$/.test(whole);
  const all = whole + groups.map((group) => group.slice(1)).join('');
  const signs = new Set(groups.map((group) => group[0]));
  if (before.length === 0) return isGroup(last) && canGroup ? [number(all), number(whole + decimal)] : [number(whole + decimal)];
  if (!canGroup || !before.every(isGroup)) return [];
  if (signs.size === 1) return isGroup(last) ? [number(all)] : [];
  return before.every((group) => group[0] === before[0]?.[0]) && last[0] !== before[0]?.[0]
    ? [number(whole + before.map((group) => group.slice(1)).join('') + decimal)]
    : [];
}
