import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { english, type Tongue } from '../message.ts';
import { type Context, personasOf, stepsOf } from '../names/facts.ts';
import { nameKey, type SharedScope } from '../names/folder.ts';
import type { Span } from '../read/statement.ts';
import { inQuotes, written } from '../rules/edits.ts';
import type { StatementDefinition, Takes } from '../statements.ts';
import { above, childrenOf, type Node, nameOf, nameSpan, titleOf } from '../tree/node.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { ignoreCodes } from './ignore-codes.ts';
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
  if (statement?.secondWord && !statement.tokens.length) items.push(wordItem(statement.secondWord, 0));
  else if (statement && !statement.secondWord) {
    const { places, words } = wantedAfter(statement.definition, statement.tokens);
    for (const { takes } of places) items.push(...itemsFor(takes, statement.definition, context, open, today, cursor));
    const offered = new Set(items.map(({ label }) => label));
    if (!cursor.inQuotes) items.push(...words.filter((word) => !offered.has(word)).map(wordItem));
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

const suggestMore = { title: '', command: 'editor.action.triggerSuggest' };

/** A word of a part, or the second one of a keyword. */
function wordItem(word: string, index: number): CompletionItem {
  return { label: word, kind: CompletionItemKind.Keyword, sortText: `5${index}`, insertText: `${word} `, command: suggestMore };
}

/** What a place may be filled with. */
function itemsFor(
  takes: Takes,
  definition: StatementDefinition,
  context: Context,
  open: Open,
  today: string,
  cursor: Cursor,
): CompletionItem[] {
  const values = (list: readonly string[], kind: CompletionItemKind): CompletionItem[] =>
    cursor.inQuotes ? [] : list.map((value, index) => ({ label: value, kind, sortText: `2${String(index).padStart(2, '0')}` }));
  switch (takes.is) {
    case 'ref': {
      const listed = new Set(takes.list ? cursor.statement?.tokens.map(({ value }) => nameKey(value)) : []);
      return names(takes.scope, context, open, cursor).flatMap((offered) =>
        listed.has(nameKey(offered.name)) ? [] : [nameItem(offered, cursor)],
      );
    }
    case 'persona': {
      if (cursor.inQuotes) return [];
      const journey = above(open.innermost, 'journey');
      const who = journey ? personasOf(journey).map(({ text }) => text) : [];
      return who.length > 1 ? who.map((name) => nameItem({ name, detail: 'persona' }, cursor)) : [];
    }
    case 'name':
      return definition.kind === 'touchpoint' ? names('touchpoint', context, open, cursor).map((name) => nameItem(name, cursor)) : [];
    case 'choice':
    case 'flag':
      return values(takes.of, CompletionItemKind.EnumMember);
    case 'score':
      return cursor.inQuotes ? [] : scores(context.tongue ?? english).map(scoreItem);
    case 'date':
      return values([today], CompletionItemKind.Value);
    case 'duration':
      return values(['10min', '2h', '1d', '1w'], CompletionItemKind.Value);
    case 'label':
      return definition.kind === 'promises' ? [] : values(['nps', 'csat', 'ces', 'conversion', 'volume', 'cost'], CompletionItemKind.Value);
    case 'text':
    case 'title':
      return cursor.inQuotes || cursor.inWord || (cursor.fresh && takes.is === 'title')
        ? []
        : [{ ...quotes, sortText: takes.is === 'text' ? '1' : '9' }];
    default:
      return [];
  }
}

const quotes: CompletionItem = {
  label: '"…"',
  kind: CompletionItemKind.Text,
  insertText: '"$1"$0',
  insertTextFormat: InsertTextFormat.Snippet,
};

const scores = (tongue: Tongue): (readonly [string, string])[] => [
  ['-2', tongue('angry, desperate, forgotten')],
  ['-1', tongue('worried, lost, annoyed')],
  ['0', tongue('neutral, indifferent')],
  ['1', tongue('relieved, glad, hopeful')],
  ['2', tongue('delighted, proud, surprised')],
];

function scoreItem([score, words]: readonly [string, string], index: number): CompletionItem {
  return { label: score, detail: words, kind: CompletionItemKind.Value, sortText: `2${index}`, insertText: `${score} ` };
}

/** A name to refer to, and what to say beside it. */
interface Offered {
  name: string;
  detail: string;
}

/** The names of a scope that may be meant at a place: of the folder; steps of the journey; touchpoints also where steps name them. */
function names(scope: SharedScope | 'stage' | 'step', { folder }: Context, { innermost }: Open, { replaced }: Cursor): Offered[] {
  if (scope === 'stage') return [];
  const journey = above(innermost, 'journey');
  const steps = journey ? stepsOf(journey) : [];
  if (scope === 'step') {
    return steps
      .filter((step) => nameOf(step) && step !== above(innermost, 'step'))
      .map((step) => ({ name: nameOf(step), detail: titleOf(step) }));
  }
  const isTyped = (node: Node): boolean => nameSpan(node).start === replaced.start;
  const mentions = scope === 'touchpoint' ? steps.flatMap((step) => childrenOf(step, 'touchpoint')) : [];
  const used = mentions.filter((mention) => !isTyped(mention)).map(nameOf);
  const byKey = new Map([...folder.namesOf(scope), ...used].filter(Boolean).map((name) => [nameKey(name), name]));
  return [...byKey.values()].map((name) => ({ name, detail: scope }));
}

const kinds: Partial<Record<string, CompletionItemKind>> = {
  persona: CompletionItemKind.Struct,
  team: CompletionItemKind.Class,
  channel: CompletionItemKind.Interface,
  system: CompletionItemKind.Module,
  touchpoint: CompletionItemKind.Property,
};

function nameItem({ name, detail }: Offered, cursor: Cursor): CompletionItem {
  const text = cursor.inQuotes ? inQuotes(name) : written(name);
  return {
    label: name,
    kind: kinds[detail] ?? CompletionItemKind.Reference,
    detail,
    sortText: `2${name}`,
    insertText: text,
    filterText: text,
  };
}
