import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { english, type Tongue, toText } from '../message.ts';
import type { Context } from '../names/facts.ts';
import type { Span } from '../read/statement.ts';
import type { StatementDefinition } from '../statements.ts';
import { above } from '../tree/node.ts';
import { type Asked, itemsOf, type Offer, suggestMore } from './completion-asked.ts';
import { dateOffers } from './completion-dates.ts';
import { labelOffers } from './completion-labels.ts';
import { ownNameOffers, personaOffers, referenceOffers } from './completion-names.ts';
import { feelingOffers, textOffers } from './completion-texts.ts';
import { choiceOffers, durationOffers, quantityOffers, scoreOffers, timeOffers } from './completion-values.ts';
import { cursorAt } from './cursor.ts';
import { ignoreCodes } from './ignore-codes.ts';
import { meaningOfPart } from './meanings.ts';
import { snippets } from './snippets.ts';
import { wantedAfter } from './wanted.ts';
import { type Open, openAt, statementsFor } from './what-may-come.ts';

/**
 * What may be written at an offset: statements that fit there, names of the folder, values, parts. Within an ignore comment the codes of rules; empty
 * within another comment or a free text.
 *
 * @param today - The date offered where one is asked for, ISO.
 */
export function completions(context: Context, offset: number, today: string): CompletionItem[] {
  const cursor = cursorAt(context.document, offset);
  if (!cursor) return ignoreCodes(context, offset) ?? [];
  const open = openAt(context.document, cursor.replaced.start);
  const items: CompletionItem[] = [];
  const lastOnLine = /^[ \t]*(?:[\r\n]|$)/.test(context.document.text.slice(cursor.replaced.end, cursor.replaced.end + 200));
  if (cursor.fresh && !cursor.inQuotes) items.push(...statementItems(context, open, lastOnLine));
  const { statement } = cursor;
  const tongue = context.tongue ?? english;
  if (statement?.secondWord && !statement.tokens.length) items.push(wordItem(statement.secondWord, 0, statement, tongue));
  else if (statement && !statement.secondWord) {
    const { definition } = statement;
    const { places, words } = wantedAfter(definition, statement.tokens);
    const journey = above(open.innermost, 'journey');
    items.push(...itemsOf(places.flatMap((place) => offersFor({ context, tongue, open, cursor, definition, place, journey, today }))));
    const offered = new Set(items.map(({ label }) => label));
    if (!cursor.inQuotes)
      items.push(...words.filter((word) => !offered.has(word)).map((word, index) => wordItem(word, index, statement, tongue)));
  }
  return items.map((item) => placed(item, context, cursor.replaced));
}

/** An item with the edit that writes it. A blank at its end is left out where one follows already. */
function placed({ insertText, ...item }: CompletionItem, { document }: Context, { start, end }: Span): CompletionItem {
  const text = insertText ?? item.label;
  const newText = document.text[end] === ' ' ? text.trimEnd() : text;
  return { ...item, textEdit: { range: document.lines.rangeOf(start, end), newText } };
}

/** Whether the quotes of a text, or of a title for the picture, are the next thing that one would type. */
function wantsQuotes({ kind, head }: StatementDefinition): boolean {
  const first = head.find(({ takes }) => takes.is !== 'persona');
  return ['journey', 'stage', 'step'].includes(kind) || (first?.takes.is === 'text' && !first.optional);
}

/** @param lastOnLine - Whether nothing follows on the line, so that quotes may be opened for the writer. */
function statementItems({ folder, tongue = english }: Context, open: Open, lastOnLine: boolean): CompletionItem[] {
  const items = statementsFor(open).map(
    ({ definition, rank }, index): CompletionItem => ({
      label: definition.word,
      kind: CompletionItemKind.Keyword,
      detail: definition.example,
      documentation: tongue(definition.about),
      sortText: `${rank}${String(index).padStart(2, '0')}`,
      ...(lastOnLine && wantsQuotes(definition)
        ? { insertText: `${definition.word} "$1"$0`, insertTextFormat: InsertTextFormat.Snippet }
        : { insertText: `${definition.word} `, command: suggestMore }),
    }),
  );
  return [...items, ...snippets(open, folder, tongue)];
}

/** A word of a part, or the second one of a keyword. */
function wordItem(word: string, index: number, { definition }: Pick<Asked, 'definition'>, tongue: Tongue): CompletionItem {
  const meaning = meaningOfPart(definition.kind, word);
  return {
    label: word,
    kind: CompletionItemKind.Keyword,
    sortText: `5${index}`,
    insertText: `${word} `,
    command: suggestMore,
    ...(meaning ? { documentation: toText(meaning, tongue) } : {}),
  };
}

/** What a place may be filled with. */
function offersFor(asked: Asked): Offer[] {
  const { takes } = asked.place;
  switch (takes.is) {
    case 'ref':
      return referenceOffers(takes.scope, takes.list === true, asked);
    case 'persona':
      return personaOffers(asked);
    case 'name':
      return ownNameOffers(asked);
    case 'choice':
    case 'flag':
      return choiceOffers(takes.of, asked);
    case 'score':
      return [...scoreOffers(asked), ...feelingOffers(asked)];
    case 'value':
      return quantityOffers(asked);
    case 'date':
      return dateOffers(asked);
    case 'duration':
      return durationOffers(asked);
    case 'time':
      return [...timeOffers(asked), ...textOffers(asked)];
    case 'label':
      return labelOffers(asked);
    case 'ticket':
    case 'text':
    case 'title':
      return textOffers(asked);
  }
}
