import { byFirstWord } from '../statements.ts';
import { endOfLine } from './tokens.ts';

/**
 * Cuts a file into segments: a new one begins at each line that opens with a statement word, together with the `//` lines directly above it.
 * What a segment says depends on its own text alone, which is why one broken statement harms no other, and why an unchanged segment
 * need not be read again.
 *
 * @returns Offsets at which segments begin, ascending, the first 0. They cover the whole text.
 */
export function cut(text: string): number[] {
  const starts = [0];
  const plain = !text.includes('"""') && !text.includes('/*');
  let comments = -1;
  let at = 0;
  while (at < text.length) {
    const line = at;
    const first = skipBlanks(text, line);
    const isComment = text.startsWith('//', first);
    if (isComment) {
      if (comments < 0) comments = line;
    } else {
      if (opensStatement(text, first)) {
        const start = comments >= 0 ? comments : line;
        if (start > 0) starts.push(start);
      }
      comments = -1;
    }
    at = afterLine(text, plain || isComment ? first : skipLong(text, first));
  }
  return starts;
}

/** Whether the word at this offset is one that opens a statement wherever it stands. `owner` is not: it may be a part of the line above. */
export function opensStatement(text: string, at: number): boolean {
  let end = at;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  if (end === at || end - at > 12) return false;
  const next = text[end];
  if (next !== undefined && /[\p{L}\p{M}\p{N}_-]/u.test(next)) return false;
  const definition = byFirstWord.get(text.slice(at, end).toLowerCase());
  return definition !== undefined && definition.kind !== 'owner';
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function skipBlanks(text: string, at: number): number {
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 0xfeff && code !== 0xa0 && code !== 0x3000) break;
  }
  return at;
}

function afterLine(text: string, at: number): number {
  const end = endOfLine(text, at);
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}

/** From the start of a line, the offset where its last `"""` text or block comment ends, which may be on a later line. */
function skipLong(text: string, at: number): number {
  while (at < text.length) {
    const character = text[at];
    if (character === '\n' || character === '\r' || text.startsWith('//', at)) return at;
    if (text.startsWith('"""', at)) at = closeOf(text, at, '"""');
    else if (text.startsWith('/*', at)) at = closeOf(text, at, '*/');
    else if (character === '"') at = afterString(text, at);
    else at++;
  }
  return at;
}

/**
 * Where the long text or comment that opens at `at` ends. Its closing mark counts unless statements stand before it and it more likely
 * opens another one; then this one is unclosed, and ends before the next line that opens a statement.
 */
function closeOf(text: string, at: number, mark: '"""' | '*/'): number {
  const close = text.indexOf(mark, at + (mark === '*/' ? 2 : 3));
  const statement = nextStatementLine(text, at);
  if (close >= 0 && (statement < 0 || close < statement)) return close + mark.length;
  if (close >= 0 && mark === '*/') {
    const another = text.indexOf('/*', at + 2);
    if (another < 0 || another > close) return close + 2;
  } else if (close >= 0 && text.split('"""').length % 2 === 1) {
    return close + 3;
  }
  return statement < 0 ? text.length : statement - 1;
}

function nextStatementLine(text: string, at: number): number {
  for (let line = afterLine(text, at); line < text.length; line = afterLine(text, line)) {
    if (opensStatement(text, skipBlanks(text, line))) return line;
  }
  return -1;
}

function afterString(text: string, at: number): number {
  const limit = endOfLine(text, at);
  for (let end = at + 1; end < limit; end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === '"') return end + 1;
  }
  return limit;
}
