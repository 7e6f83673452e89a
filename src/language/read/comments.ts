import type { Span } from './statement.ts';
import { endOfLine, type Token } from './tokens.ts';

/** A comment with its marks: `// …` without its line break, or a block. */
export interface Comment extends Span {
  /** Nothing but blanks stands before it on its line. */
  ownLine: boolean;
}

/**
 * The comments of a text, in its order: whatever stands between its tokens and is not blank.
 *
 * @param tokens - All tokens of the text, as `tokenize` gives them.
 */
export function commentsIn(text: string, tokens: readonly Token[]): Comment[] {
  const comments: Comment[] = [];
  let at = 0;
  let slash = -1;
  for (const token of [...tokens, undefined]) {
    const gap = token?.start ?? text.length;
    while (at < gap) {
      if (slash < at) slash = text.indexOf('/', at);
      const start = slash;
      if (start < 0) return comments;
      if (start >= gap) break;
      const close = text.startsWith('//', start) ? endOfLine(text, start) : text.indexOf('*/', start + 2) + 2;
      const end = close < start + 2 ? gap : Math.min(close, gap);
      comments.push({ start, end, ownLine: /(?:^|[\r\n])[^\S\r\n]*$/.test(text.slice(0, start).slice(-200)) });
      at = end;
    }
    at = token?.end ?? text.length;
  }
  return comments;
}
