import { docAbove } from './doc.ts';
import { noLists, noProblems, readPlain } from './plain-line.ts';
import { Reader } from './reader.ts';
import type { Statement } from './statement.ts';
import { tokenize } from './tokens.ts';

/**
 * Reads one segment of a file (see `cut`) into its statements. Never throws, and loses nothing: what cannot be read is a statement of
 * kind `unreadable`, and what can only be read by guessing is read so, with a problem that says so.
 */
export function readSegment(text: string): Statement[] {
  const plain = readPlain(text);
  return plain ? [plain] : readWhole(text);
}

/** Reads a segment with all that somebody may have meant. */
export function readWhole(text: string): Statement[] {
  const reader = new Reader(text, tokenize(text));
  const statements = reader.all();
  let from = 0;
  for (const statement of statements) {
    const doc = docAbove(text.slice(from, statement.start));
    if (doc !== undefined) statement.doc = doc;
    from = statement.end;
    if (!statement.problems.length) statement.problems = noProblems;
    if (isEmpty(statement.lists)) statement.lists = noLists;
  }
  return statements;
}

function isEmpty(lists: Statement['lists']): boolean {
  for (const _ in lists) return false;
  return true;
}
