import { plainDigits } from './digits.ts';
import { fold } from './near.ts';

/** A day that lacks its year, or that is told from today: which one is meant depends on the rest of the map. */
export type PartialDate =
  | { month: number; day: number } // a day of any year
  | { month: number; lastMonth: number } // a month or a quarter of any year
  | { daysFromToday: number };

/** What a text may mean as a date. */
export interface DateMeant {
  /** ISO, likeliest first. */
  days: readonly string[];
  /** It is a day, and only one, however it is written. */
  sure: boolean;
  partial?: PartialDate;
}

const monthNames = [
  'january jan januar janner janvier janv enero ene',
  'february feb februar februaire fevrier fev febrero',
  'march mar marz mrz mars marzo',
  'april apr avril avr abril abr',
  'may mai mayo',
  'june jun juni juin junio',
  'july jul juli juillet juil julio',
  'august aug aout agosto ago',
  'september sep sept septembre septiembre set',
  'october oct oktober okt octobre octubre',
  'november nov novembre noviembre',
  'december dec dezember dez decembre diciembre dic',
];

const months = new Map(monthNames.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)));

const fromToday = new Map<string, number>([
  ...['today', 'now', 'heute', 'jetzt', "aujourd'hui", 'hoy', 'maintenant', 'ahora'].map((word) => [word, 0] as const),
  ...['yesterday', 'gestern', 'hier', 'ayer'].map((word) => [word, -1] as const),
  ...['tomorrow', 'morgen', 'demain', 'manana'].map((word) => [word, 1] as const),
]);

/** A date as ISO (`2026-12-15`), from that or from any writing that can mean no other day (`15.12.2026`, `15 December 2026`). */
export function isoDate(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const meant = dateMeant(text);
  return meant?.sure ? meant.days[0] : undefined;
}

/** What a text may mean as a date; undefined where it is none. */
export function dateMeant(text: string): DateMeant | undefined {
  const plain = fold(plainDigits(text))
    .replace(/’/g, "'")
    .replace(/^(?:by|until|the|on|in|im|en|am|bis|zum|le|du|el|ab|before|vor|vom|end of|ende|fin|fin de)(?: the| der| de)? /, '')
    .replace(/[.,;]$/, '');
  const [middle] = /^(?:mid|mitte|mi|middle of|mediados de)(?: the| der| de)?[ -](?=\p{L})/u.exec(plain) ?? [];
  const day = middle && named(`15 ${plain.slice(middle.length)}`);
  if (day) return { ...day, sure: false };
  return numeric(plain) ?? named(plain) ?? period(plain) ?? relative(plain);
}

function days(sure: boolean, ...found: (string | undefined)[]): DateMeant | undefined {
  const real = [...new Set(found.flatMap((day) => day ?? []))];
  return real.length ? { days: real, sure: sure && real.length === 1 } : undefined;
}

function numeric(text: string): DateMeant | undefined {
  const yearFirst =
    /^(\d{4})([-./ ]) ?(\d{1,2})\2 ?(\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?$/.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(text);
  if (yearFirst) return days(true, calendarDay(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4])));
  const yearLast = /^(\d{1,2})([-./ ]) ?(\d{1,2})\2 ?(\d{4}|'?\d{2})$/.exec(text);
  if (yearLast) {
    const [, first, mark, second, last = ''] = yearLast;
    const year = Number(last.replace("'", '')) + (last.length < 4 ? 2000 : 0);
    const dayFirst = calendarDay(year, Number(second), Number(first));
    // With points it is the day that stands first, as in German.
    if (mark === '.' && dayFirst) return days(last.length === 4, dayFirst);
    return days(last.length === 4, dayFirst, calendarDay(year, Number(first), Number(second)));
  }
  const yearless = /^(\d{1,2})[./](\d{1,2})\.?$/.exec(text);
  const month = Number(yearless?.[2]);
  const day = Number(yearless?.[1]);
  return yearless && calendarDay(2024, month, day) ? { days: [], sure: false, partial: { month, day } } : undefined;
}

function named(text: string): DateMeant | undefined {
  const words = text.split(/[\s,-]+|\.(?=\s|\p{L}|$)/u).filter((word) => word && !/^(?:de|del|of|the)$/.test(word));
  const at = words.findIndex((word) => months.has(word));
  if (at < 0 || words.length > 3) return undefined;
  const month = months.get(words[at] as string) as number;
  const others = words.filter((_, index) => index !== at);
  const year = others.find((word) => /^\d{4}$/.test(word));
  const day = /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?$/.exec(others.find((word) => word !== year) ?? '')?.[1];
  if (others.length !== (year ? 1 : 0) + (day ? 1 : 0)) return undefined;
  if (year && day) return days(true, calendarDay(Number(year), month, Number(day)));
  if (year) return { days: [firstDay(Number(year), month), lastDay(Number(year), month)], sure: false };
  if (day) return calendarDay(2024, month, Number(day)) ? { days: [], sure: false, partial: { month, day: Number(day) } } : undefined;
  return { days: [], sure: false, partial: { month, lastMonth: month } };
}

/** A month in numbers, a quarter, half a year or a year. */
function period(text: string): DateMeant | undefined {
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(text) ?? /^(\d{4})[/.-](\d{1,2})$/.exec(text);
  if (month) {
    const [year, number] = [Number(month[1]), Number(month[2])].sort((a, b) => b - a) as [number, number];
    return number >= 1 && number <= 12 ? { days: [firstDay(year, number), lastDay(year, number)], sure: false } : undefined;
  }
  const part = /^([qhs])([1-4])(?:[ /-]*'?(\d{4}|\d{2}))?$/.exec(
    text
      .replace(/^(\d{4})[ /-]*([qhst][1-4])$/, '$2 $1')
      .replace(/^(?:(?:quartal|quarter|trimestre) ?|t)([1-4])/, 'q$1')
      .replace(/^([1-4])(?:st|nd|rd|th|er|e|o|º|\.)? ?(?:quartal|quarter|trimestre)/, 'q$1'),
  );
  if (part) {
    const length = part[1] === 'q' ? 3 : 6;
    const last = Number(part[2]) * length;
    if (last > 12) return undefined;
    const first = last - length + 1;
    if (!part[3]) return { days: [], sure: false, partial: { month: first, lastMonth: last } };
    const year = Number(part[3]) + (part[3].length < 4 ? 2000 : 0);
    return { days: [firstDay(year, first), lastDay(year, last)], sure: false };
  }
  return /^20\d\d$/.test(text) ? { days: [firstDay(Number(text), 1), lastDay(Number(text), 12)], sure: false } : undefined;
}

function relative(text: string): DateMeant | undefined {
  const daysFromToday = fromToday.get(text);
  return daysFromToday === undefined ? undefined : { days: [], sure: false, partial: { daysFromToday } };
}

/**
 * The day that is meant by one without its year.
 *
 * @param isDue - Whether it is one by which something shall be done: then of a month or quarter its last day, else its first.
 * @param near - A day that the map speaks of close by, ISO, and whether something is due on it.
 * @param today - ISO. Counts where the map speaks of no day.
 * @returns Of the days that are due, the one that is nearest to another such day, or the next one after a day of the past; of others the
 *   last one before. ISO; undefined where the calendar has none.
 */
export function completed(
  partial: PartialDate,
  isDue: boolean,
  near: { day: string; isDue: boolean } | undefined,
  today: string,
): string | undefined {
  if ('daysFromToday' in partial) {
    const date = new Date(`${today}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + partial.daysFromToday);
    return date.toISOString().slice(0, 10);
  }
  const around = near?.day ?? today;
  const year = Number(around.slice(0, 4));
  const days = [0, 1, -1, 2, -2, 3, -3, 4, -4].flatMap((years) => {
    if ('day' in partial) return calendarDay(year + years, partial.month, partial.day) ?? [];
    return isDue ? lastDay(year + years, partial.lastMonth) : firstDay(year + years, partial.month);
  });
  if (near?.isDue) return days.toSorted((a, b) => distanceOf(a, around) - distanceOf(b, around) || b.localeCompare(a))[0];
  return isDue ? days.toSorted().find((day) => day >= around) : days.toSorted().findLast((day) => day <= around);
}

function distanceOf(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b));
}

function firstDay(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** A day as ISO; undefined for one that no calendar has. */
function calendarDay(year: number, month: number, day: number): string | undefined {
  if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** How many days a month has. The calendar repeats itself every 400 years. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
