import { fold } from './near.ts';
import { numbersMeant } from './values.ts';

/* Words and letters behind a number for its thousands, millions and milliards, in four tongues. */

const words: readonly (readonly [zeros: number, words: string])[] = [
  [3, 'k thousand tsd tausend mille millier milliers mil miles'],
  [6, 'm mio mn mln million millions millionen milion millon millones'],
  [9, 'bn billion mrd md mrds milliarde milliarden milliard milliards'],
];
const zeros = new Map(words.flatMap(([count, list]) => list.split(' ').map((word) => [word, count] as const)));

/** How many zeros a word behind a number stands for: 6 of `Mio.`. A lone `m` may be metres or minutes: of letters only `k`, `K` and `M` count. */
export function zerosOf(word: string): number | undefined {
  return word === 'm' ? undefined : zeros.get(fold(word).replace(/\.$/, ''));
}

/** A quantity with such a word in full: `1400000` of `1,4 Mio`, `12000 EUR` of `12k EUR`. Undefined where it has none, or may be two. */
export function inFull(text: string): string | undefined {
  const [, number = '', word = '', rest = ''] = /^([-+]?\d[\d.,' ]*?) ?(\p{L}+\.?)( (?:de |d')?.+|\/.+|%.*)?$/u.exec(text) ?? [];
  const count = zerosOf(word);
  const meant = numbersMeant(number.trim());
  if (count === undefined || meant.length === 0) return undefined;
  // Before such a word a mark parts decimals: nobody writes `1.400 Mio` for what has a word of its own.
  const value = meant.at(-1) as number;
  return `${Number((value * 10 ** count).toPrecision(15))}${rest.replace(/^ (?:de |d')/, ' ')}`;
}
