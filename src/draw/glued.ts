import { joiner, noBreak } from './wording.ts';

/* What of a text stays on one line. */

const unitSigns = 's|min|h|j|d|mm|cm|m|km|g|kg|[%€$£¥°]|[A-Z]{3}';
const unitWords =
  'seconds?|minutes?|hours?|days?|weeks?|months?|years?|secondes?|heures?|jours?|semaines?|mois|ans?|Sekunden?|Minuten|Stunden?|Tagen?|Wochen?|Monate?n?|Jahre?n?|working|business|Werktage?n?|Arbeitstage?n?|segundos?|minut[oi]s?|horas?|d[ií]as?|semanas?|mes(?:es)?|a[nñ]os?|secondi|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|seconden|minuten|uur|uren|dag(?:en)?|week|weken|maand(?:en)?|jaar|שניות|דקות|דקה|שעות|שעה|ימים|יום|שבועות|שבוע|חודשים|חודש|שנים|שנה|ثانية|ثوان|دقيقة|دقائق|ساعة|ساعات|يوما?|أيام|أسبوعا?|أسابيع|شهرا?|أشهر|سنة|سنوات|عاما?|أعوام';
const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember';
const inside = new RegExp(
  [
    `(?<=\\d)(?<!\\d{7}) (?=(?:${unitSigns}|${unitWords})(?![\\p{L}\\d]))`,
    `(?<=(?<!\\d)\\d{1,2}(?:er|\\.)?) (?=(?:${months})(?!\\p{L}))`,
    `(?<=(?<!\\p{L}|\\d(?:er|\\.)? )(?:${months})) (?=(?:19|20)\\d\\d(?!\\d))`,
    // Thousands.
    '(?<=(?<!\\d)\\d{1,3}) (?=\\d{3}(?!\\d))',
    '(?<=«) | (?=»)',
    // What is counted, per what: `31 per month`.
    '(?<=(?<![\\p{L}\\d])\\d{1,6}) (?=(?:per|par|pro) \\p{L}{1,12}(?!\\p{L}))|(?<=(?<![\\p{L}\\d])\\d{1,6} (?:per|par|pro)) (?=\\p{L}{1,12}(?!\\p{L}))',
  ].join('|'),
  'gu',
);

/**
 * A letter or two before a hyphen: `e-mail`, `mi-temps`; and up to three behind one, with a word that is not too long to keep: `thank-you`, `check-in`.
 * Nobody wants to read them alone.
 */
const short = /(?<![\p{L}\p{N}-])(?:\p{L}{1,2}[-\u2010](?=\p{L})|\p{L}{1,12}[-\u2010](?=\p{L}{1,3}(?![\p{L}\p{N}-])))/gu;

/** What is counted in Chinese and Japanese stands close to its number, `25分钟`; and a word of full-width letters is one word, `Ｗｉ－Ｆｉ`. */
const counters = '秒分时時小日天周週月年个個か名人円元件回次歳岁点';
const close = new RegExp(
  `(?<=[\\d０-９])(?=[${counters}%％])|(?<=[\\d０-９][${counters}])(?=[钟鐘间間时時月])|(?<=[Ａ-Ｚａ-ｚ０-９－．])(?=[Ａ-Ｚａ-ｚ０-９－．])`,
  'gu',
);

/**
 * A number stays on a line with its unit, its month or its thousands, a year with its month, what is quoted with its quotation marks, also where somebody
 * wrote plain spaces, and a letter or two with what a hyphen joins them to.
 */
export function glued(text: string): string {
  const joined = /[\u3000-\u9fff\uff00-\uff5e]/.test(text) ? text.replace(close, joiner) : text;
  const whole = /\p{L}[-\u2010]/u.test(joined) ? joined.replace(short, `$&${joiner}`) : joined;
  return /\d(er|\.)? \S| (?:19|20)\d\d|[«»]/.test(whole) ? whole.replace(inside, noBreak) : whole;
}
