import type { Tongue } from '../../src/language/message.ts';
import { laneChoices, settings, severityChoices } from '../../src/language/project/table.ts';
import { rules } from '../../src/language/rules/index.ts';
import { definitions } from '../../src/language/statements.ts';

/**
 * A tongue for tests: every text that goes through it comes out in brackets, without what is filled in. So whatever prose stands outside of
 * brackets was never given to be translated.
 */
export const pseudo: Tongue = (text) => `⟦${text.replace(/\{\d+\}/g, '⟧$&⟦')}⟧`;

/** A word, also `csat`, `aujourd’hui` and `pain-without-opportunity`. */
const word = /[\p{L}\p{M}][\p{L}\p{M}\p{N}_’'-]*/gu;

/** What is the same in every tongue: the language itself, the codes of rules, the names and values of settings. */
const everywhere: readonly string[] = [
  ...definitions.flatMap(({ word: keyword, head, parts }) => [
    keyword,
    ...parts.flatMap(({ word: part, also = [] }) => [part, ...also]),
    ...[...head, ...parts].flatMap(({ takes }) => ('of' in takes ? takes.of : [])),
  ]),
  ...rules.flatMap(({ code, options = {} }) => [code, ...Object.keys(options)]),
  ...settings.flatMap(({ key, kind, example }) => [key, example, ...(kind.is === 'choice' ? kind.of.map(({ value }) => value) : [])]),
  ...[...severityChoices, ...laneChoices].map(({ value }) => value),
  'Vera Cruz journey-ignore journey nps csat ces conversion volume cost min mo csv json SVG',
];

/** All words of some texts, in lower case. */
export function wordsOf(texts: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const text of [...everywhere, ...texts]) {
    for (const [found] of text.toLowerCase().matchAll(word)) {
      words.add(found);
      for (const piece of found.split(/[-’']/)) words.add(piece);
    }
  }
  return words;
}

/**
 * The prose of a text that was not given to be translated: its words outside of brackets and of examples of the language, but those that are
 * known.
 */
export function untranslated(text: string, known: ReadonlySet<string>): string[] {
  const prose = definitions
    .reduce((left, { example }) => left.replaceAll(example, ' '), text)
    .replace(/^(`{3,})journey\n[\s\S]*?\n\1$/gm, ' ')
    .replace(/⟦[^⟦⟧]*⟧/g, ' ')
    .replace(/&(?:amp|lt);/g, ' ')
    .replace(/\\(?=\p{P}|\p{S})/gu, '');
  return (prose.match(word) ?? []).filter((found) => {
    const plain = found.toLowerCase();
    const forms = [plain, plain.replace(/\d+$/, '')];
    return plain.length > 1 && !forms.some((form) => known.has(form)) && !plain.split(/[-’']/).every((piece) => !piece || known.has(piece));
  });
}

/** Under which names protocol and pages hold what a person reads. */
const shown = new Set(
  'message title label detail documentation value name containerName newText insertText tooltip text placeholder reason'.split(' '),
);

/** All texts of an answer that a person reads, however deep. */
export function textsOf(answer: unknown, key = ''): string[] {
  if (typeof answer === 'string') return shown.has(key) ? [answer] : [];
  if (Array.isArray(answer)) return answer.flatMap((each) => textsOf(each, key));
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) => textsOf(value, name));
}
