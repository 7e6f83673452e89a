import { byFirstWord } from '../statements.ts';
import { Ahead, endOfLine } from './ahead.ts';
import { afterBullets } from './bullets.ts';
import { afterQuoted, isQuote } from './quotes.ts';
import { isSpace } from './tokens.ts';

/**
 * Cuts a file into segments: a new one begins at each line that opens with a statement word, also behind a bullet, together with the `//` lines directly above it.
 * What a segment says depends on its own text alone, which is why one broken statement harms no other, and why an unchanged segment
 * need not be read again.
 *
 * @returns Offsets at which segments begin, ascending, the first 0. They cover the whole text.
 */
export function cut(text: string): number[] {
  const starts = [0];
  const long = text.includes('"""') || text.includes('/*') ? new Long(text) : undefined;
  let comments = -1;
  let at = 0;
  while (at < text.length) {
    const line = at;
    const first = skipBlanks(text, line);
    const isComment = text.startsWith('//', first);
    if (isComment) {
      if (comments < 0) comments = line;
    } else {
      if (opensStatement(text, afterBullets(text, first))) {
        const start = comments >= 0 ? comments : line;
        if (start > 0) starts.push(start);
      }
      comments = -1;
    }
    at = afterLine(text, !long || isComment ? first : long.skip(first));
  }
  return starts;
}

/** Whether the word at this offset is one that opens a statement wherever it stands. `owner` is not: it may be a part of the line above. */
export function opensStatement(text: string, at: number): boolean {
  let end = at;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  if (end === at || end - at > 12) return false;
  const next = text[end];
  if (next !== undefined && next !== ' ' && /[\p{L}\p{M}\p{N}_-]/u.test(next)) return false;
  const definition = byFirstWord.get(text.slice(at, end).toLowerCase());
  return definition !== undefined && definition.kind !== 'owner';
}

/** Whether nothing but blanks stands before an offset on its line: a mark there closes a text, as one that opens stands behind its word. */
function opensLine(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) from--;
  return from === 0 || text[from - 1] === '\n' || text[from - 1] === '\r';
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function skipBlanks(text: string, at: number): number {
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || !isSpace(code)) break;
  }
  return at;
}

function afterLine(text: string, at: number): number {
  const end = endOfLine(text, at);
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}

/** Finds where the `"""` texts and block comments of a file end. Is asked from left to right. */
class Long {
  private readonly text: string;
  private ahead: Ahead;
  /** Where the lines begin that open a statement. */
  private readonly statements: number[] = [];
  private next = 0;
  /** Every `"""` of the file has its fellow. */
  private readonly paired: boolean;

  constructor(text: string) {
    this.text = text;
    for (let line = 0; line < text.length; line = afterLine(text, line)) {
      if (opensStatement(text, afterBullets(text, skipBlanks(text, line)))) this.statements.push(line);
    }
    this.ahead = new Ahead(text);
    this.paired = this.allClosed();
    this.ahead = new Ahead(text);
  }

  /** From an offset of a line, the one where its last long text or comment ends, which may be on a later line. */
  skip(at: number, closeOf = this.closeOf): number {
    const { text } = this;
    while (at < text.length) {
      const character = text[at];
      if (character === '\n' || character === '\r' || text.startsWith('//', at)) return at;
      if (text.startsWith('"""', at)) at = closeOf.call(this, at, '"""');
      else if (text.startsWith('/*', at)) at = closeOf.call(this, at, '*/');
      else if (isQuote(character)) at = afterQuoted(text, at, this.ahead);
      else at++;
    }
    return at;
  }

  private allClosed(): boolean {
    let closed = true;
    const closeOf = (at: number, mark: Mark): number => {
      const close = this.ahead.next(mark, at + (mark === '*/' ? 2 : 3));
      if (close > this.text.length && mark === '"""') closed = false;
      return Math.min(close + mark.length, this.text.length);
    };
    for (let at = 0; at < this.text.length; ) at = afterLine(this.text, this.skip(at, closeOf));
    return closed;
  }

  /**
   * Where the long text or comment that opens at `at` ends. Its closing mark counts unless statements stand before it and it more likely
   * opens another one; then this one is unclosed, and ends before the next line that opens a statement.
   */
  private closeOf(at: number, mark: Mark): number {
    const { text } = this;
    const close = this.ahead.next(mark, at + (mark === '*/' ? 2 : 3));
    const statement = this.statementAfter(at);
    if (close < text.length) {
      if (close < statement) return close + mark.length;
      if (mark === '*/' ? this.ahead.next('/*', at + 2) > close : this.paired || opensLine(text, close)) return close + mark.length;
    }
    return statement < text.length ? statement - 1 : text.length;
  }

  private statementAfter(at: number): number {
    while ((this.statements[this.next] ?? Number.POSITIVE_INFINITY) <= at) this.next++;
    return this.statements[this.next] ?? Number.POSITIVE_INFINITY;
  }
}

/** What closes a long text, or a comment. */
type Mark = '"""' | '*/';
