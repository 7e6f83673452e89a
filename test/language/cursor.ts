import type { CompletionItem } from 'vscode-languageserver-types';
import { completions } from '../../src/language/features/completion.ts';
import { today } from './any-text.ts';
import { read } from './facts.ts';

/** A text in which `|` is the cursor. */
export function withCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** What is offered at the cursor, in the order in which an editor lists it. */
export function offered(marked: string): CompletionItem[] {
  const { text, offset } = withCursor(marked);
  const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return completions(read(text), offset, today).sort(
    (a, b) => before(a.sortText ?? a.label, b.sortText ?? b.label) || before(a.label, b.label),
  );
}

/** The line of the cursor once an item has been taken, with `|` behind what it wrote. */
export function lineAfter(marked: string, label: string): string {
  const { text } = withCursor(marked);
  const item = offered(marked).find((candidate) => candidate.label === label);
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`${label} is not offered`);
  const { range, newText } = item.textEdit;
  const lines = text.split(/\r\n|\r|\n/);
  const line = lines[range.start.line] as string;
  return `${line.slice(0, range.start.character)}${newText}|${line.slice(range.end.character)}`;
}
