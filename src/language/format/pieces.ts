import type { Span } from '../read/statement.ts';

/** A stretch of a file that is no blank, with what shall stand in its place and before it. The pieces of a file cover all but its blanks. */
export interface Piece extends Span {
  /** As it shall stand. */
  text: string;
  /** What shall stand between the piece before and this one. */
  gap: string;
}

/** Something between two words of the language. */
export interface Between extends Span {
  is: 'line comment' | 'block comment' | 'other';
}

/** What stands between two statements, or two words of one: its comments, and what is neither comment nor blank. */
export function between(text: string, from: number, to: number): Between[] {
  const found: Between[] = [];
  const gap = text.slice(from, to);
  const pattern = /\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|\/\*[\s\S]*$|[^\s/][^\s/]*|\//g;
  for (let match = pattern.exec(gap); match; match = pattern.exec(gap)) {
    const piece = match[0].trimEnd();
    const is = piece.startsWith('//') ? 'line comment' : piece.startsWith('/*') ? 'block comment' : 'other';
    found.push({ is, start: from + match.index, end: from + match.index + piece.length });
  }
  return found;
}

/** How many line breaks a text has. */
export function breaksIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}

/** What stands behind the last line break of a text, or all of it. */
export function lastLine(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
}
