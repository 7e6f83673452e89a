import { type Message, say, type Tongue, toText } from '../message.ts';

/* Lengths of time and days, in the words of the reader. */

const units: Readonly<Record<string, readonly [one: Message, many: (count: string) => Message]>> = {
  s: [say('1 second'), (count) => say('{0} seconds', count)],
  min: [say('1 minute'), (count) => say('{0} minutes', count)],
  h: [say('1 hour'), (count) => say('{0} hours', count)],
  d: [say('1 day'), (count) => say('{0} days', count)],
  w: [say('1 week'), (count) => say('{0} weeks', count)],
  mo: [say('1 month'), (count) => say('{0} months', count)],
};

/**
 * A length of time in words.
 *
 * @param plain - In its plain form: `1h30min`, `2-5d`.
 * @returns Nothing for what is none.
 */
export function durationInWords(plain: string, tongue: Tongue): string | undefined {
  const range = /^(\d+)-(\d+)([a-z]+)$/.exec(plain);
  if (range) {
    const longer = counted(range[2] as string, range[3] as string);
    return longer && toText(say('{0} to {1}; where times are added up, the shorter counts', range[1] as string, longer), tongue);
  }
  const pieces = [...plain.matchAll(/(\d+)([a-z]+)/g)];
  if (!pieces.length || pieces.map(([piece]) => piece).join('') !== plain) return undefined;
  const words = pieces.map(([, count = '', unit = '']) => counted(count, unit));
  if (words.some((word) => word === undefined)) return undefined;
  return (words as Message[]).map((word) => toText(word, tongue)).join(', ');
}

function counted(count: string, unit: string): Message | undefined {
  const [one, many] = Object.hasOwn(units, unit) ? (units[unit] ?? []) : [];
  return Number(count) === 1 ? one : many?.(count);
}

const weekdays = [say('Sunday'), say('Monday'), say('Tuesday'), say('Wednesday'), say('Thursday'), say('Friday'), say('Saturday')];
const months = [
  say('January'),
  say('February'),
  say('March'),
  say('April'),
  say('May'),
  say('June'),
  say('July'),
  say('August'),
  say('September'),
  say('October'),
  say('November'),
  say('December'),
];

/**
 * A day in words, with how far off it is.
 *
 * @param day - ISO, one that is in the calendar.
 * @param today - ISO.
 */
export function dayInWords(day: string, today?: string): Message {
  const at = new Date(`${day}T00:00:00Z`);
  const words = say(
    '{0} {1} {2} {3}',
    weekdays[at.getUTCDay()] as Message,
    at.getUTCDate(),
    months[at.getUTCMonth()] as Message,
    at.getUTCFullYear(),
  );
  if (today === undefined) return words;
  const days = Math.round((at.getTime() - new Date(`${today}T00:00:00Z`).getTime()) / 86_400_000);
  return say('{0}: {1}', words, distance(days));
}

function distance(days: number): Message {
  if (days === 0) return say('today');
  if (days === 1) return say('tomorrow');
  if (days === -1) return say('yesterday');
  return days > 0 ? say('in {0} days', days) : say('{0} days ago', -days);
}
