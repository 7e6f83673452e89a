import type { Takes } from '../statements.ts';
import { plainDigits } from './digits.ts';
import { durationMinutes, firstNumber, isClockTime, isoDate, numbersMeant, scoreOf, unitOf } from './values.ts';

/*
 * The plain forms of values, as the formatter writes them and as pictures show them. Each takes what the reader accepted and gives a text that
 * means the same; what it cannot be sure of it gives back as it is, but for its blanks and its characters.
 */

/** The plain form of what fills a place. Names and texts have none of their own. */
export function plainOf(takes: Takes, text: string): string {
  switch (takes.is) {
    case 'value':
      return plainQuantity(text);
    case 'duration':
      return plainDuration(text);
    case 'score':
      return plainScore(text);
    case 'date':
      return isoDate(text) ?? text;
    case 'time':
      return plainTime(text);
    case 'choice':
    case 'flag':
      return text.toLowerCase();
    default:
      return text;
  }
}

/** ISO 4217 codes of the signs that people put before or behind an amount. */
const currencies: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY', '₹': 'INR', '₩': 'KRW', '₺': 'TRY' };

const number = /\d+(?:[ '’]\d{3}(?!\d))*(?:[.,]\d+)*/g;

/**
 * The plain form of a number with its unit: `6,2` → `6.2`, `1 400` → `1400`, `61 %` → `61%`, `3.2 of 5` → `3.2/5`, `38 €` and `€38` →
 * `38 EUR`. A percentage of something stays: `44% of 1400`.
 */
export function plainQuantity(text: string): string {
  const characters = plainDigits(text);
  const plain = characters
    .replace(number, plainNumber)
    .replace(/(\d) ?[%٪]/g, '$1%')
    .replace(/^(-?\d+(?:\.\d+)?) ?(?:of|\/) ?(\d+(?:\.\d+)?)(?![\d.,]*%)/i, '$1/$2')
    .replace(/^(-?)([€$£¥₹₩₺]) ?(-?)(\d+(?:\.\d+)?)/, (_, before: string, sign: string, behind: string, amount: string) =>
      [before || behind, amount, ' ', currencies[sign]].join(''),
    )
    .replace(/(\d) ?([€$£¥₹₩₺])/g, (_, digit: string, sign: string) => `${digit} ${currencies[sign]}`);
  return firstNumber(plain) === firstNumber(text) ? plain : characters;
}

/** A number without marks between its thousands and with a decimal point; one that may mean two stays. */
function plainNumber(text: string): string {
  const meant = numbersMeant(text);
  if (meant.length !== 1) return text;
  const bare = text.replace(/[ '’]/g, '');
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  const whole = bare.replace(/[.,]/g, '');
  const decimal = last < 0 ? whole : `${bare.slice(0, last).replace(/[.,]/g, '')}.${bare.slice(last + 1)}`;
  return [decimal, whole].find((reading) => Number(reading) === meant[0]) ?? text;
}

/** The plain form of a duration: `2 days` → `2d`, `1h 30min` → `1h30min`, `2–5 d` → `2-5d`. */
export function plainDuration(text: string): string {
  const characters = plainDigits(text);
  const unit = (word: string | undefined): string => unitOf(word ?? '') ?? word ?? '';
  const range = /^(\d+) ?- ?(\d+) ?(\p{L}+)$/u.exec(characters);
  const pieces = [...characters.matchAll(/(\d+) ?(\p{L}+) ?/gu)];
  const plain = range ? `${range[1]}-${range[2]}${unit(range[3])}` : pieces.map(([, amount = '', word]) => amount + unit(word)).join('');
  const isWhole = range || pieces.map(([piece]) => piece).join('') === characters;
  return isWhole && durationMinutes(plain) === durationMinutes(text) ? plain : characters;
}

/** The plain form of a score: `−2` → `-2`. A plus sign stays. */
export function plainScore(text: string): string {
  const plain = plainDigits(text).replace(/^([-+]) /, '$1');
  return scoreOf(plain) === scoreOf(text) ? plain : text;
}

/** The plain form of a clock time: `9:10` → `09:10`. */
export function plainTime(text: string): string {
  const plain = plainDigits(text).replace(/^(\d):/, '0$1:');
  return isClockTime(plain) ? plain : text;
}
