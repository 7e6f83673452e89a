/** The examples of the rules in another tongue: their names and texts; the words of the language stay. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../src/language/document.ts';

/** French for the names and texts of the examples. What stands for itself (`Vera`) has no entry. */
export const french = JSON.parse(readFileSync(join(import.meta.dirname, '../../l10n/examples.fr.json'), 'utf8'));

/** An example with its names and texts from a table; what that lacks stays as it is. */
export function translated(example, table) {
  const edits = wordsOf(example).filter(({ text }) => Object.hasOwn(table, text));
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, text: word }) => text.slice(0, start) + text.slice(start, end).replace(word, table[word]) + text.slice(end),
      example,
    );
}

/** The names and texts of an example with their places, and the reasons that its comments give. */
export function wordsOf(example) {
  const said = readDocument('file:///example.journey', 0, example).nodes.flatMap(({ base, statement: { items, lists } }) =>
    [...Object.entries(items), ...Object.entries(lists).flatMap(([slot, list]) => list.map((item) => [slot, item]))]
      .filter(([slot, item]) => item && item.end > item.start && prose.includes(slot))
      .map(([, { start, end, text }]) => ({ start: base + start, end: base + end, text })),
  );
  const reasons = [...example.matchAll(/(\/\/ journey-ignore [^:\n]*: )(.*)/g)].map(({ index, 1: before, 2: text }) => {
    const start = index + before.length;
    return { start, end: start + text.length, text };
  });
  return [...said, ...reasons];
}

/** The slots of what people write in their own words. */
const prose = ['name', 'title', 'text', 'ref', 'refs', 'by', 'from', 'to', 'via', 'owner', 'when', 'label', 'persona'];
