import type { SelectionRange } from 'vscode-languageserver-types';
import { type JourneyDocument, nodeAt } from '../document.ts';
import type { Span } from '../read/statement.ts';
import { isQuote } from '../read/tokens.ts';
import { lastOffset } from '../rules/edits.ts';
import { inFile, type Node } from '../tree/node.ts';

/** What a selection at an offset grows to: a text, with its quotes, with its word, the statement, with what it holds, the step, stage, journey, the file. */
export function selectionRange(document: JourneyDocument, offset: number): SelectionRange {
  const spans: Span[] = [{ start: 0, end: document.text.length }];
  const node = nodeAt(document, offset);
  const path: Node[] = [];
  for (let at = node; at; at = at.parent) if (!at.implied) path.unshift(at);
  for (const each of path) {
    const { start, end } = inFile(each, each.statement);
    spans.push({ start, end: lastOffset(each) }, { start, end });
  }
  if (node && node.kind !== 'unreadable') spans.push(...partsAt(document, node, offset));
  let range: SelectionRange = { range: document.lines.rangeOf(0, document.text.length) };
  let last: Span = spans[0] as Span;
  for (const span of spans.slice(1)) {
    const grows = span.start >= last.start && span.end <= last.end && (span.start !== last.start || span.end !== last.end);
    if (!grows || span.start > offset || offset > span.end) continue;
    range = { range: document.lines.rangeOf(span.start, span.end), parent: range };
    last = span;
  }
  return range;
}

/** Of a statement, the part that an offset lies in: with its word, itself, and without its quotes. */
function partsAt({ text }: JourneyDocument, node: Node, offset: number): Span[] {
  const { items, lists, words, keyword } = node.statement;
  const covers = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const word = inFile(node, keyword);
  for (const [slot, found] of [...Object.entries(items).map(([name, item]) => [name, [item]] as const), ...Object.entries(lists)]) {
    const all = found.map((item) => inFile(node, item));
    const own = all.find(covers);
    const said = words?.[slot as keyof typeof words];
    const from = said && inFile(node, said);
    const whole = { start: (from ?? all[0] ?? word).start, end: (all.at(-1) ?? word).end };
    if (!own) {
      if (from && covers(from)) return [whole, from];
      continue;
    }
    const within = isQuote(text[own.start]) && own.end - own.start > 1 ? [{ start: own.start + 1, end: own.end - 1 }] : [];
    return [...(from || all.length > 1 ? [whole] : []), own, ...within];
  }
  return covers(word) ? [word] : [];
}
