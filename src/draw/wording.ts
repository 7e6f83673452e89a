import type { Strings } from './strings.ts';

/* What the tables of words, one a tongue, have in common. */

export const noBreak = '\u00a0';
/** Takes no room, and no line ends at it; it is left out of what is drawn. */
export const joiner = '\u2060';

/**
 * `1h30min` → `1 hour 30 minutes`, `2-5d` → `2–5 days`, each number kept on a line with its unit; what is no duration stays as it is.
 *
 * @param words - One and many of each unit, by its abbreviation.
 * @param isOne - Whether an amount, as written, or a range takes the first of the two.
 */
export function durationWith(
  text: string,
  words: Readonly<Record<string, [string, string]>>,
  isOne: (from: string, to?: string) => boolean,
): string {
  if (!/^(\d+([.,]\d+)?(-\d+([.,]\d+)?)?(s|min|h|d|w|mo))+$/.test(text)) return text;
  return [...text.matchAll(/([\d.,]+)(?:-([\d.,]+))?(s|mo|min|h|d|w)(?![a-z])/g)]
    .map(
      ([, from = '', to, unit]) =>
        `${to ? `${from}–${joiner}${to}` : from}${noBreak}${words[unit ?? '']?.[isOne(from, to) ? 0 : 1] ?? unit}`,
    )
    .join(' ');
}

/** A few words on one line; more may be parted, as they may be wider than a column. */
export const together = (text: string) => (text.length <= 20 ? text.replaceAll(' ', noBreak) : text);

/** `5d` and `2d` are of one unit, which is said once; `1h30min` and `2-5d` are none to leave out. */
const plain = /^(\d+(?:[.,]\d+)?)(s|min|h|d|w|mo)$/;

/** `waits 5 → 2 days`, `takes 1 hour → 20 minutes`; what is only before stands in the past. `duration` says a duration in the tongue. */
export const spansWith =
  (duration: (text: string) => string) =>
  (is: string, was: string, before: string | undefined, after: string | undefined): string =>
    after === undefined
      ? `${was} ${duration(before ?? '')}`
      : `${is} ${[...(before === undefined ? [] : [amountBefore(duration, before, after)]), duration(after)].join(' → ')}`;

function amountBefore(duration: (text: string) => string, before: string, after: string): string {
  const [one, other] = [plain.exec(before), plain.exec(after)];
  return one && one[2] === other?.[2] ? duration(before).replace(new RegExp(`${noBreak}.*$`), '') : duration(before);
}

/** One text in quotation marks of any tongue, from its first sign to its last. */
const quoted = /^(?:“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|"[^"]*"|「[^「」]*」|『[^『』]*』)$/u;

/** Quotation marks within a text: `"`, “ ” or « », of which a pair stands round a word or more. */
const within = /(?<![\p{L}\p{N}])"([^"\n]*[^"\s])"(?![\p{L}\p{N}])|“([^“”\n]+)”|«\s?([^«»\n]+?)\s?»/gu;

/** A text with the quotation marks of a tongue round it, unless it has its own, and with those of that tongue within. */
export const quoteWith =
  ([open, close]: readonly [string, string], [inner, end]: readonly [string, string]) =>
  (text: string): string => {
    if (quoted.test(text.trim())) return text.trim();
    const said = text.replace(within, (_, ...found: (string | undefined)[]) => `${inner}${found[0] ?? found[1] ?? found[2]}${end}`);
    return `${open}${said}${close}`;
  };

/** `A, B and C`: names after each other, `and` before the last. */
export const listed = (items: readonly string[], and: string) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;

/** Titles of steps after each other, each in the quotation marks of a tongue, as one may have a comma. */
export const quotedTitles = (steps: readonly { title: string }[], { list, quote }: Pick<Strings, 'list' | 'quote'>) =>
  list(steps.map(({ title }) => quote(title)));
