import { plainDigits } from './digits.ts';
import { fold } from './near.ts';
import { numbersMeant, unitOf } from './values.ts';

/* What a value in no accepted form was probably meant as, in plain forms. */

/** What stands before a number to say that it is not exact. */
const about =
  /^(?:[~≈<>≤≥=]+|(?:about|approx|approximately|around|ca|circa|c|up to|at most|at least|less than|more than|over|under|nearly|almost|max|maximum|within|etwa|rund|ungefahr|bis zu|mindestens|hochstens|maximal|fast|environ|env|moins de|plus de|jusqu'a|unos|unas|mas de|menos de|hasta)\b\.?)\s*/;

/** Whether a value says that it is not exact: what it says so with is lost in its plain form. */
export function isAboutSo(text: string): boolean {
  return about.test(fold(plainDigits(text)).replace(/[’´`]/g, "'"));
}

/** Whether a duration counts only working days: no plain form says so. */
export function isOfWorkingDays(text: string): boolean {
  return /(?<!\p{L})(?:(?:working|business) ?-?days?|(?:werk|arbeits)tage?n?|(?:ouvre|ouvrable|habil|laborable)(?:e?s)?)(?!\p{L})/u.test(
    fold(text),
  );
}

const countWords = [
  'a an one ein eine einen einer un une uno una',
  'two zwei deux dos couple paar',
  'three drei trois tres',
  'four vier quatre cuatro',
  'five funf cinq cinco',
  'six sechs seis',
  'seven sieben sept siete',
  'eight acht huit ocho',
  'nine neun neuf nueve',
  'ten zehn dix diez',
  'eleven elf onze once',
  'twelve zwolf douze doce',
];
const counts = new Map(countWords.flatMap((words, index) => words.split(' ').map((word) => [word, String(index + 1)] as const)));

/** The next smaller unit, and how many of it make one. */
const smaller: Record<string, [unit: string, count: number]> = {
  mo: ['d', 30],
  w: ['d', 7],
  d: ['h', 24],
  h: ['min', 60],
  min: ['s', 60],
};

/** What a text was probably meant as for a duration, plain forms, likeliest first. Empty where it is none. `10` alone may be of any unit. */
export function durationsMeant(text: string): string[] {
  const plain = simplified(text);
  const number = /^(\d+)$/.exec(plain)?.[1];
  if (number) return ['min', 'h', 'd'].map((unit) => number + unit);
  const minutesOrMonths = /^(\d+(?:-\d+)?) ?m$/.exec(plain)?.[1];
  if (minutesOrMonths) return [`${minutesOrMonths}min`, `${minutesOrMonths}mo`];
  const clock = /^(\d{1,2}):([0-5]\d)(?::00)? ?(?:h|std|stunden|heures|hours?|horas)?$/.exec(plain);
  if (clock)
    return [
      pieces([
        [Number(clock[1]), 'h'],
        [Number(clock[2]), 'min'],
      ]),
    ];
  const hours = /^(\d+) ?(?:h|std) ?([0-5]?\d) ?m?$/.exec(plain);
  if (hours)
    return [
      pieces([
        [Number(hours[1]), 'h'],
        [Number(hours[2]), 'min'],
      ]),
    ];
  const range =
    /^(?:between |zwischen |entre |from |von |de )?(\d+)(?: ?(\p{L}+))?? ?(?:-|to|bis|a|and|und|et|y|or|oder|ou|o) ?(\d+) ?(\p{L}+)$/u.exec(
      plain,
    );
  const unit = range && (unitOf(range[4] as string) ?? undefined);
  if (range && unit && Number(range[1]) < Number(range[3]) && (!range[2] || unitOf(range[2]) === unit))
    return [`${range[1]}-${range[3]}${unit}`];
  return whole(plain);
}

/** A duration of pieces, `1.5h`, `1 year and 2 months`, in plain form. */
function whole(text: string): string[] {
  const found: [number, string][] = [];
  let rest = text;
  while (rest) {
    const piece = /^(\d+(?:[.,]\d+)?) ?(\p{L}+)(?:(?: ?(?:,|&|\+| and| und| et| y) ?)| |(?=\d)|$)/u.exec(rest);
    if (!piece) return [];
    const amount = Number((piece[1] as string).replace(',', '.'));
    const year = /^(?:y|yrs?|years?|jahre?n?|ans?|annees?|anos?)$/.test(piece[2] as string);
    const unit = year ? 'mo' : unitOf(piece[2] as string);
    if (!unit) return [];
    found.push(inWhole(year ? amount * 12 : amount, unit));
    rest = rest.slice(piece[0].length);
    if (!rest && / (?:and|und|et|y)$|[,&+]\s*$/.test(piece[0].trimEnd())) return []; // more follows
  }
  return found.length ? [pieces(found)] : [];
}

/** A text in plain words: numbers as digits, halves as decimals, nothing that says only that it is not exact. */
function simplified(text: string): string {
  const plain = fold(plainDigits(text))
    .replace(/⁄/g, '/')
    .replace(/[’´`]/g, "'")
    .replace(/(\d)'$/, '$1min')
    .replace(/[.;]$/, '')
    .replace(about, '')
    .replace(about, '')
    .replace(/\b(?:working|business|full|whole|ganze[nr]?) ?-?/g, '')
    .replace(/\b(?:werktag|arbeitstag)/g, 'tag')
    .replace(/ (?:ouvres?|ouvrables?|habiles|laborables)$/, '')
    .replace(/^(?:a |an )?(\d+) ?1\/2/, '$1.5')
    .replace(/^1\/2 ?/, '0.5 ')
    .replace(/^(?:an?|one) (hour|day|week|month) and a half$/, '1.5 $1')
    .replace(/^(?:anderthalb|eineinhalb)e?n? ?/, '1.5 ')
    .replace(/^une? (heure|jour|semaine|mois) et demie?$/, '1.5 $1')
    .replace(/^(\d+) ?(\p{L}+) (?:et demie?|and a half|y media|y medio)$/u, '$1.5 $2')
    .replace(/^(\d+) and a half /, '$1.5 ')
    .replace(/^(?:a |an |eine? |une? )?(?:half|halbe[rns]?|demi-?|media|medio)(?: an?| a| of an?)? ?(?=\p{L})/u, '0.5 ')
    .replace(/^(?:a |an? )?quarter of an hour$|^(?:eine )?viertelstunde$|^un quart d'heure$|^un cuarto de hora$/, '15 min')
    .replace(/^three quarters of an hour$|^(?:eine )?dreiviertelstunde$/, '45 min');
  return plain
    .replace(/(?<!\d ?)\p{L}+/gu, (word) => counts.get(word) ?? word)
    .replace(/^1 2 of /, '2 ')
    .replace(/^1 2 /, '2 ');
}

/** An amount in a unit small enough that it is whole. */
function inWhole(amount: number, unit: string): [number, string] {
  const [less, count] = smaller[unit] ?? [];
  if (Number.isInteger(amount) || !less || !count) return [Math.round(amount), unit];
  return inWhole(Number((amount * count).toFixed(6)), less);
}

function pieces(found: readonly (readonly [number, string])[]): string {
  return found
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => amount + unit)
    .join('');
}

const unitNames: Readonly<Record<string, string>> = { s: 'second', min: 'minute', h: 'hour', d: 'day', w: 'week', mo: 'month' };
const percentWords = /(\d) ?(?:percent|per cent|pct|prozent|pour ?cent|por ?ciento)(?!\p{L})/iu;
const money: [RegExp, string][] = [
  [/(\d) ?(?:euros?)(?!\p{L})/iu, '$1 EUR'],
  [/(\d) ?(?:dollars?)(?!\p{L})/iu, '$1 USD'],
  [/(\d) ?(?:pounds?|pfund)(?!\p{L})/iu, '$1 GBP'],
  [/(\d) ?(?:francs?|franken|chf)(?!\p{L})/iu, '$1 CHF'],
];
const between: [RegExp, string][] = [
  [/ (?:out of|von|aus|sur|de) (?=\d)/, ' of '],
  [/ ?(?: a| an| each| every| pro| je| par| por|\/) ?(?=\p{L})/u, ' per '],
];

/** A quantity that says its unit in words, or is not exact (`61 percent`, `1400 pro Monat`, `>80%`), in plain form; undefined where it is none. */
export function quantityMeant(text: string): string | undefined {
  let plain = plainDigits(text).replace(about, '').replace(percentWords, '$1%');
  for (const [pattern, by] of [...money, ...between]) plain = plain.replace(pattern, by);
  plain = plain.replace(
    /(?<= per )\p{L}+$/u,
    (word) => unitNames[unitOf(word) ?? ''] ?? (/^(?:jahr|an|annee|ano)$/.test(fold(word)) ? 'year' : word),
  );
  return /^-?\d[\d .,'’]*(?:%|[A-Z]{3})?(?:(?: of |\/)\d[\d.,]*)?(?: [A-Z]{3})?(?: per \p{L}+)?$/u.test(plain) ? plain : undefined;
}

/** The readings of a quantity whose number may be two, `22.500` as `22500` and `22.5`, likeliest first; empty where it is one. */
export function numberReadings(text: string): string[] {
  const plain = plainDigits(text);
  const found = /\d+[.,]\d{3}(?![\d.,])/.exec(plain);
  const before = plain.slice(0, found?.index);
  if (!found || /[\d.,'’]$|\d $/.test(before) || /^ ?(?:\/|of )/.test(plain.slice(found.index + found[0].length))) return [];
  const readings = numbersMeant(found[0]);
  if (readings.length < 2) return [];
  const ordered = /%/.test(plain) ? readings.toReversed() : readings;
  return ordered.map((reading) => before + reading + plain.slice(found.index + found[0].length));
}
