import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { Tongue } from '../message.ts';
import type { Context } from '../names/facts.ts';
import { inQuotes } from '../read/items.ts';
import type { Place, StatementDefinition } from '../statements.ts';
import type { Node } from '../tree/node.ts';
import type { Cursor } from './cursor.ts';
import type { Open } from './what-may-come.ts';

/** A place of a statement that something is wanted for. */
export interface Asked {
  context: Context;
  tongue: Tongue;
  open: Open;
  cursor: Cursor;
  definition: StatementDefinition;
  place: Place;
  /** The journey that the statement belongs to. */
  journey: Node | undefined;
  /** ISO. */
  today: string;
}

/** An item before it knows what it replaces. */
export interface Offer {
  label: string;
  kind: CompletionItemKind;
  /** Where it comes: below 1 before the parts and words of a statement, which come at 5. Items of one rank keep their order. */
  rank: number;
  /** What it writes; the label without it. */
  text?: string;
  snippet?: true;
  /** Beside the label. */
  detail?: string | undefined;
  /** What is matched with what was typed; what it writes without it. */
  filter?: string;
  /** Asks for the next thing at once. */
  goesOn?: true;
  data?: unknown;
}

/** Asks for completions again once an item was taken. */
export const suggestMore = { title: '', command: 'editor.action.triggerSuggest' };

/** Items in the order of their ranks; those of one rank as they come. */
export function itemsOf(offers: readonly Offer[]): CompletionItem[] {
  return offers.map(({ label, kind, rank, text, snippet, detail, filter, goesOn, data }, index) => ({
    label,
    kind,
    sortText: `${rank}${String(index).padStart(5, '0')}`,
    ...(detail ? { detail, labelDetails: { description: detail } } : {}),
    ...(text === undefined ? {} : { insertText: text }),
    ...(snippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(filter === undefined && text === undefined ? {} : { filterText: filter ?? text ?? label }),
    ...(goesOn ? { command: suggestMore } : {}),
    ...(data === undefined ? {} : { data }),
  }));
}

/** A text in quotes, to take the place of what stands there. */
export function textOffer(text: string, rank: number, more: Partial<Offer> = {}): Offer {
  return { label: text, kind: CompletionItemKind.Text, rank, text: inQuotes(text), ...more };
}

/** Values by how often they come, the most frequent first; of equals the one that came first. */
export function byFrequency(values: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}

/** The statements of some kinds in the journey, but for the one that is being typed. */
export function othersOf(kinds: ReadonlySet<string>, { context, cursor, journey }: Asked): Node[] {
  if (!journey) return [];
  const { nodes } = context.document;
  const { start } = cursor.replaced;
  const found: Node[] = [];
  // The nodes of a journey follow it one after the other. There may be thousands, and somebody is typing.
  for (let at = nodes.indexOf(journey) + 1; at < nodes.length; at++) {
    const node = nodes[at] as Node;
    if (!node.parent) break;
    const { kind, base, statement } = node;
    if (kinds.has(kind) && !(base + statement.start <= start && start <= base + statement.end)) found.push(node);
  }
  return found;
}
