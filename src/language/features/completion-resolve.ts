import type { CompletionItem } from 'vscode-languageserver-types';
import type { Context } from '../names/facts.ts';
import { above } from '../tree/node.ts';
import { cardOf } from './cards.ts';
import { type NameData, nodeFor } from './completion-names.ts';
import { cursorAt } from './cursor.ts';
import { openAt } from './what-may-come.ts';

/** The file that an item of `completions` was offered in, where there is more to tell of it. */
export function askedIn(item: CompletionItem): string | undefined {
  return nameData(item)?.uri;
}

/** An item of `completions` with the card of what it names: what costs too much to say of every name of a list. */
export function resolved(item: CompletionItem, context: Context): CompletionItem {
  const data = nameData(item);
  if (!data) return item;
  const { document } = context;
  const { scope, name } = data;
  const at = Math.max(0, Math.min(data.at, document.text.length));
  const definition = cursorAt(document, at)?.statement?.definition;
  const journey = above(openAt(document, at).innermost, 'journey');
  const node = definition && nodeFor(scope, name, { context, journey, definition });
  if (!node) return item;
  const card = cardOf({ name, scope, node, span: { start: at, end: at }, declarations: [{ document, node }] }, context);
  return { ...item, documentation: { kind: 'markdown', value: card } };
}

function nameData({ data }: CompletionItem): NameData | undefined {
  const given = data as Partial<NameData> | null | undefined;
  const isWhole = typeof given?.uri === 'string' && typeof given.name === 'string' && typeof given.at === 'number' && Boolean(given.scope);
  return isWhole ? (given as NameData) : undefined;
}
