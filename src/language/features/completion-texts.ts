import { CompletionItemKind } from 'vscode-languageserver-types';
import { toText } from '../message.ts';
import { inQuotes } from '../read/items.ts';
import { fold } from '../read/near.ts';
import { scoreOf } from '../read/values.ts';
import { literal } from '../rules/edits.ts';
import { textOf } from '../tree/node.ts';
import { type Asked, byFrequency, type Offer, othersOf, textOffer } from './completion-asked.ts';
import { fileOffers } from './completion-files.ts';
import { samePromise } from './completion-labels.ts';
import { usedIn } from './completion-values.ts';
import { emotions, usualScore } from './emotions.ts';

/** A pair of quotes with the cursor in it. */
const quotes: Offer = { label: '"…"', kind: CompletionItemKind.Text, rank: 1, text: '"$1"$0', snippet: true, filter: '"…"' };

/** What a text may be: most are the writer’s own, so that quotes alone are offered; some repeat others, or name files. */
export function textOffers(asked: Asked): Offer[] {
  const { cursor, definition, place } = asked;
  const isTitle = place.takes.is === 'title';
  const own = isTitle ? [] : knownTexts(asked);
  const isBare = cursor.inQuotes || cursor.inWord || (cursor.fresh && isTitle);
  if (isBare) return cursor.inQuotes || definition.kind === 'feels' ? own : [];
  return [{ ...quotes, rank: isTitle ? 9 : 1 }, ...own];
}

function knownTexts(asked: Asked): Offer[] {
  const { definition, place } = asked;
  if (place.slot === 'file' || definition.kind === 'photo') return fileOffers(asked);
  if (definition.kind === 'promises') return samePromise(asked);
  if (definition.kind === 'feels') return wordOffers(asked);
  if (definition.kind === 'evidence') return usedIn(place.slot, asked).map((text) => textOffer(text, 2));
  return place.takes.is === 'ticket' ? ticketOffers(asked) : [];
}

/** How the tickets of the journey begin: `SD-` of `SD-412`. */
function ticketOffers(asked: Asked): Offer[] {
  const tickets = othersOf(new Set(['action']), asked).flatMap((node) => textOf(node, 'ticket') ?? []);
  return byFrequency(tickets.flatMap((text) => /^(.*?)\d+$/.exec(text)?.[1] || [])).map((prefix) => {
    const opening = inQuotes(prefix).slice(0, -1);
    return textOffer(prefix, 2, { text: `${literal(opening)}$1"$0`, snippet: true, filter: opening });
  });
}

interface Word {
  text: string;
  score: number;
}

/** The words for feelings, each with the score that it has in this journey, else its usual one. Those of the journey come first. */
function wordsFor(asked: Asked): Word[] {
  const byWord = new Map<string, { text: string; scores: string[] }>();
  for (const node of othersOf(new Set(['feels']), asked)) {
    const text = textOf(node, 'text')?.trim();
    const score = scoreOf(textOf(node, 'score') ?? '');
    if (!text || text.length > 40 || score === undefined || Math.abs(score) > 2) continue;
    const known = byWord.get(fold(text)) ?? { text, scores: [] };
    byWord.set(fold(text), known);
    known.scores.push(String(score));
  }
  const used = [...byWord.values()].sort((a, b) => b.scores.length - a.scores.length);
  const usual = emotions.map((emotion): Word => ({ text: toText(emotion.word, asked.tongue), score: usualScore(emotion) }));
  return [
    ...used.map(({ text, scores }) => ({ text, score: Number(byFrequency(scores)[0]) })),
    ...usual.filter(({ text }) => !byWord.has(fold(text))),
  ];
}

/** Words for a feeling whose score is written: those of that score first, then the nearer ones. Outside of quotes those of the score alone. */
function wordOffers(asked: Asked): Offer[] {
  const value = asked.cursor.statement?.tokens.findLast(({ kind }) => kind === 'value')?.value ?? '';
  const score = scoreOf(value) ?? 0;
  const words = wordsFor(asked).map((word) => ({ ...word, off: Math.abs(word.score - score) }));
  const near = asked.cursor.inQuotes ? words.sort((a, b) => a.off - b.off) : words.filter(({ off }) => off === 0);
  return near.map(({ text, score: usual }) => textOffer(text, 2, { detail: signed(usual) }));
}

/** Words for a feeling that write their score too: `frustrated` → `-1 "frustrated"`. None where the word stands there already. */
export function feelingOffers(asked: Asked): Offer[] {
  const { cursor, context } = asked;
  const behind = context.document.text.slice(cursor.replaced.end, cursor.replaced.end + 100);
  if (cursor.inQuotes || /^[^\S\r\n]*[^\s/]/.test(behind)) return [];
  return wordsFor(asked).map(({ text, score }) => ({
    label: text,
    kind: CompletionItemKind.Value,
    rank: 4,
    text: `${score} ${inQuotes(text)}`,
    filter: text,
    detail: signed(score),
  }));
}

function signed(score: number): string {
  return score > 0 ? `+${score}` : String(score);
}
