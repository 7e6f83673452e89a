import { Reader } from './reader.ts';
import type { Statement } from './statement.ts';
import { tokenize } from './tokens.ts';

/**
 * Reads one segment of a file (see `cut`) into its statements. Never throws, and loses nothing: what cannot be read is a statement of
 * kind `unreadable`, and what can only be read by guessing is read so, with a problem that says so.
 */
export function readSegment(text: string): Statement[] {
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

// Most statements have neither, and a long file has many: they share what is empty, which nobody writes to once they are read.
const noProblems: Statement['problems'] = [];
const noLists: Statement['lists'] = {};
Object.freeze(noProblems);
Object.freeze(noLists);

function isEmpty(lists: Statement['lists']): boolean {
  for (const _ in lists) return false;
  return true;
}

/** The `///` lines that end this text, but for blanks. */
function docAbove(text: string): string | undefined {
  if (!text.includes('///')) return undefined;
  const lines = text.split(/\r\n|\r|\n/).slice(0, -1);
  const doc: string[] = [];
  for (let line = lines.pop(); line !== undefined && /^\s*\/\//.test(line); line = lines.pop()) {
    const said = /^\s*\/\/\/ ?(.*)$/.exec(line)?.[1];
    if (said !== undefined) doc.unshift(said);
  }
  return doc.length ? doc.join('\n').trim() : undefined;
}
