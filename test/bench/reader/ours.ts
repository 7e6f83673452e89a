import { type JourneyDocument, readDocument } from '../../../src/language/document.ts';
import type { Node } from '../../../src/language/tree/node.ts';
import type { Reader } from './types.ts';

/** The reader that Journey ships. */
export const reader: Reader<JourneyDocument> = {
  read: (text, before) => readDocument('file:///bench.journey', 1, text, before),
  found: ({ nodes }) =>
    nodes
      .filter(({ kind, implied }) => kind !== 'unreadable' && !implied)
      .map((node) => ({
        kind: node.kind,
        content: contentOf(node),
        holder: node.parent ? node.parent.kind + contentOf(node.parent) : '',
        start: node.base + node.statement.keyword.start,
        end: node.base + node.statement.end,
      })),
};

function contentOf({ statement: { items, lists } }: Node): string {
  const texts = Object.entries(items).map(([slot, { text }]) => [slot, text]);
  const many = Object.entries(lists).map(([slot, each]) => [slot, each.map(({ text }) => text)]);
  return JSON.stringify([...texts, ...many]);
}
