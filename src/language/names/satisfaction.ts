import { fold } from '../read/near.ts';
import { plainQuantity } from '../read/plain.ts';
import { firstNumber } from '../read/values.ts';

/*
 * The measures of which it is known what is good: how they are called, and their scales where the value does not say its own. All others, such as
 * cost or volume, say nothing of how customers feel.
 */

/** Net promoter score, from -100 to +100 (Reichheld, "The One Number You Need to Grow", 2003). */
const promoterScores = ['nps', 'net promoter score'];

/** More is better: a rating such as `3.2/5`, or the percentage of those who are satisfied. */
const ratings = [
  'csat',
  'satisfaction',
  'customer satisfaction',
  'satisfied',
  'rating',
  'ratings',
  'stars',
  'helpful',
  'satisfaction client',
  'satisfaits',
  'note',
  'etoiles',
  'zufriedenheit',
  'bewertung',
  'sterne',
];

/**
 * Customer effort score. Some ask how hard it was, others (since Dixon's second version, 2013) how easy, so only the half in which the target
 * lies tells which end is the good one. Without a scale of its own it goes from 1 to 7.
 */
const effortScores = ['ces', 'customer effort score'];

/**
 * How satisfied a measure says the customers are, from 0 (not at all) to 1 (all of them).
 *
 * @param name - What is measured, as written: `csat`.
 * @param value - As written: `3.2/5`, `61%`, `-12`.
 * @param target - As written.
 * @returns Nothing where name or value do not tell.
 */
export function satisfactionOf(name: string, value: string, target?: string): number | undefined {
  const key = fold(name).trim();
  if (promoterScores.includes(key)) return share(firstNumber(value), -100, 100);
  if (ratings.includes(key)) return onOwnScale(value);
  if (!effortScores.includes(key)) return undefined;
  const [measured, wanted] = [effortOf(value), effortOf(target ?? '')];
  if (measured === undefined || wanted === undefined || wanted === 0.5) return undefined;
  return wanted > 0.5 ? measured : 1 - measured;
}

function effortOf(value: string): number | undefined {
  return onOwnScale(value) ?? share(firstNumber(value), 1, 7);
}

/** A rating from 1 to its best, or from 0 where the best is 100; a percentage. */
function onOwnScale(value: string): number | undefined {
  const plain = plainQuantity(value);
  const best = Number(/^[\d.]+\/(\d+)$/.exec(plain)?.[1] ?? 0);
  if (best) return share(firstNumber(plain), best >= 100 ? 0 : 1, best);
  return /^[\d.]+%/.test(plain) ? share(firstNumber(plain), 0, 100) : undefined;
}

function share(amount: number | undefined, least: number, best: number): number | undefined {
  return amount === undefined || best <= least || amount < least || amount > best ? undefined : (amount - least) / (best - least);
}
