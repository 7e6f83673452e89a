import { CompletionItemKind } from 'vscode-languageserver-types';
import { say, toText } from '../message.ts';
import { nameKey } from '../names/folder.ts';
import { plainDuration, plainQuantity } from '../read/plain.ts';
import { durationMinutes } from '../read/values.ts';
import type { Slot } from '../statements.ts';
import { textOf } from '../tree/node.ts';
import { type Asked, byFrequency, type Offer, othersOf } from './completion-asked.ts';
import { emotions, usualScore } from './emotions.ts';
import { meaningOf } from './meanings.ts';

/** The statements that say a measure. */
export const measuring: ReadonlySet<string> = new Set(['metric', 'listens']);

/** So many values that the journey has already are offered again. */
const mostUsed = 6;

/** The fixed values of a place, each with what it means. */
export function choiceOffers(of: readonly string[], { definition, place, cursor, tongue }: Asked): Offer[] {
  if (cursor.inQuotes) return [];
  return of.map((value) => {
    const meaning = meaningOf(definition.kind, place.slot, value);
    return { label: value, kind: CompletionItemKind.EnumMember, rank: 2, detail: meaning && toText(meaning, tongue) };
  });
}

/** The five scores, each with some words for it. */
export function scoreOffers({ cursor, tongue }: Asked): Offer[] {
  if (cursor.inQuotes) return [];
  return [-2, -1, 0, 1, 2].map((score) => {
    const words = emotions.filter((emotion) => usualScore(emotion) === score).slice(0, 3);
    const detail = words.map(({ word }) => toText(word, tongue)).join(', ');
    return { label: String(score), kind: CompletionItemKind.Value, rank: 2, text: `${score} `, filter: String(score), detail };
  });
}

/** What the other statements of this kind say in a journey, the most frequent first. */
export function usedIn(slot: Slot, asked: Asked, kinds: readonly string[] = [asked.definition.kind]): string[] {
  const texts = othersOf(new Set(kinds), asked).flatMap((node) => textOf(node, slot) ?? []);
  return byFrequency(texts.filter((text) => text.trim())).slice(0, mostUsed);
}

const units = [
  ['s', say('seconds')],
  ['min', say('minutes')],
  ['h', say('hours')],
  ['d', say('days')],
  ['w', say('weeks')],
  ['mo', say('months')],
] as const;

/** Behind a number its units; else what the journey takes at such places, then some usual lengths. */
export function durationOffers(asked: Asked): Offer[] {
  const { cursor, tongue } = asked;
  if (cursor.inQuotes) return [];
  const number = numberTyped(asked, /^\d+(?:-\d+)?/);
  if (number) {
    return units.map(([unit, words]) => ({
      label: `${number}${unit}`,
      kind: CompletionItemKind.Unit,
      rank: 2,
      detail: toText(words, tongue),
    }));
  }
  const used = usedIn(asked.place.slot, asked)
    .filter((text) => durationMinutes(text) !== undefined)
    .map(plainDuration);
  return [...new Set([...used, '10min', '2h', '1d', '1w'])].map((value) => ({ label: value, kind: CompletionItemKind.Value, rank: 2 }));
}

/** The number that the cursor touches the end of. */
function numberTyped({ context: { document }, cursor }: Asked, form: RegExp): string | undefined {
  const typed = document.text.slice(cursor.replaced.start, cursor.replaced.end);
  const number = form.exec(typed)?.[0];
  return number && /^[\p{L}%/]*$/u.test(typed.slice(number.length)) ? number : undefined;
}

/** Behind a number what it may count; for a `target` those that the measure has elsewhere in the journey. */
export function quantityOffers(asked: Asked): Offer[] {
  const { cursor, tongue, definition, place } = asked;
  if (cursor.inQuotes) return [];
  const number = numberTyped(asked, /^-?\d+(?:\.\d+)?/);
  if (!number) return place.slot === 'target' ? sameMeasure(asked) : [];
  const amount = Number(number);
  const kinds: [string, string][] = [
    ...(amount >= 0 ? ([[`${number}%`, tongue('a share')]] satisfies [string, string][]) : []),
    ...[5, 7, 10]
      .filter((best) => amount >= 0 && amount <= best)
      .map((best): [string, string] => [`${number}/${best}`, tongue('a rating')]),
    [`${number} ${currencyOf(asked)}`, tongue('an amount of money')],
    ...(amount >= 0 && definition.kind === 'metric' ? ([[`${number} per month`, tongue('how often')]] satisfies [string, string][]) : []),
  ];
  return kinds.map(([label, detail]) => ({ label, kind: CompletionItemKind.Unit, rank: 2, detail }));
}

/** The currency that the journey counts in; euros where it names none. */
function currencyOf(asked: Asked): string {
  const values = ['value', 'target'].flatMap((slot) => usedIn(slot as Slot, asked, [...measuring]));
  return values.map((value) => /\b[A-Z]{3}$/.exec(plainQuantity(value))?.[0]).find((code) => code) ?? 'EUR';
}

/** The targets of the other measures of one name. */
function sameMeasure(asked: Asked): Offer[] {
  const tokens = asked.cursor.statement?.tokens ?? [];
  const names = new Set(tokens.map(({ value }) => nameKey(value)));
  const targets = othersOf(measuring, asked).flatMap((node) => {
    const label = textOf(node, 'label');
    const target = textOf(node, 'target');
    return label !== undefined && target !== undefined && names.has(nameKey(label)) ? plainQuantity(target) : [];
  });
  return byFrequency(targets).map((label) => ({ label, kind: CompletionItemKind.Value, rank: 2 }));
}

/** A clock time to write over: the one that the journey says last before this place, else nine in the morning. */
export function timeOffers(asked: Asked): Offer[] {
  if (asked.cursor.inQuotes) return [];
  const before = othersOf(new Set(['at']), asked).filter(({ base }) => base <= asked.cursor.replaced.start);
  const times = before.flatMap((node) => textOf(node, 'time') ?? []).filter((text) => /^\d\d:\d\d$/.test(text));
  return [{ label: times.at(-1) ?? '09:00', kind: CompletionItemKind.Value, rank: 2 }];
}
