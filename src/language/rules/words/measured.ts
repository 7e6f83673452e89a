import { say, short } from '../../message.ts';
import { inQuotes } from '../../read/items.ts';
import { plainQuantity } from '../../read/plain.ts';
import { isWord } from '../../read/tokens.ts';
import { durationMinutes, firstNumber } from '../../read/values.ts';
import { above } from '../../tree/node.ts';
import type { RuleContext } from '../rule.ts';
import { type Advice, type Line, rewrite } from './advice.ts';

/* Measures without their word: `cost 12 €`, `churn 3%`. */

/** A few words, then an amount of money, a percentage or a rating: with its unit, so that no other number is taken for a measure. */
const measure =
  /^(\p{L}[\p{L}\p{M}\d '’_-]{0,40}?)\s*[:=]?\s*([-−–]?\s?(?:[€$£¥]\s?\d[\d.,'’ ]*|\d[\d.,'’ ]*?\s?(?:%|[€$£¥](?!\p{L})|(?:EUR|USD|GBP|CHF|euros?|dollars?|francs?)(?!\p{L})|\/\s?\d+)))$/iu;

const currencyWords: readonly (readonly [RegExp, string])[] = [
  [/euros?$/i, 'EUR'],
  [/dollars?$/i, 'USD'],
  [/francs?$/i, 'CHF'],
];

/** `cost 12 €`: a measure and its value, without `metric` before them. */
export function measured(line: Line, { document }: RuleContext): Advice | undefined {
  const found = measure.exec(line.text.trim());
  if (!found || !above(line.node, 'journey')) return undefined;
  const [, words = '', written = ''] = found;
  const label = words.trim();
  const value = plainQuantity(currencyWords.reduce((text, [pattern, code]) => text.replace(pattern, code), written.trim()));
  if (label.split(/\s+/).length > 4 || firstNumber(value) === undefined || durationMinutes(value) !== undefined) return undefined;
  const statement = `metric ${isWord(label) ? label : inQuotes(label)} ${value}`;
  return {
    message: say('What is measured opens with `metric`: `{0}`.', short(statement, 60)),
    fixes: [rewrite(line, document, statement)],
  };
}
