import type { Ahead } from './ahead.ts';
import type { Token } from './tokens.ts';

/* Texts in quotes, of all kinds. */

/** Opening quotes and what may close them, best first. `"` closes all but guillemets and corner brackets, as keyboards mix them up. */
const quotes: Record<string, string> = { '"': '"', '“': '”"', '”': '”"', '„': '“”"', '«': '»', '「': '」' };

/** Quotes of other kinds, and what closes them: not an apostrophe within a word. */
const foreignQuotes: Record<string, RegExp> = {
  "'": /(?<=\S)['’](?![\p{L}\p{N}])/gu,
  '‘': /(?<=\S)['’](?![\p{L}\p{N}])/gu,
  '‚': /(?<=\S)['‘’](?![\p{L}\p{N}])/gu,
  '`': /[`´](?!`)/gu,
  '´': /[`´]/gu,
  '»': /[«"]/gu,
  '‹': /›/gu,
  '›': /‹/gu,
  '『': /』/gu,
  '《': /》/gu,
  '＂': /["＂]/gu,
  '‟': /["”]/gu,
  ',,': /(?:''|["“”‘’])/gu,
  "''": /''/gu,
  '``': /(?:''|``)/gu,
};

/** Whether a character opens or closes a text of the language. */
export function isQuote(character: string | undefined): boolean {
  return character !== undefined && character in quotes;
}

/** Offset behind the text in quotes that opens at `at`, on its line. */
export function afterQuoted(text: string, at: number, ahead: Ahead): number {
  const end = closing(text, at + 1, text[at] as string, ahead);
  return end < 0 ? ahead.endOfLine(at) : end + 1;
}

/** A text in quotes that are none of the language, where they are closed on the line. */
export function foreign(text: string, start: number, ahead: Ahead): Token | undefined {
  const code = text.charCodeAt(start);
  if (code !== 39 && code !== 44 && code !== 96 && code < 0xb4) return undefined;
  const twice = text.slice(start, start + 2);
  const opener = twice in foreignQuotes ? twice : (text[start] as string);
  const closer = foreignQuotes[opener];
  const from = start + opener.length;
  if (!closer || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text[from] ?? '')) return undefined;
  const close = ahead.match(closer, from + 1);
  if (close.end > ahead.endOfLine(start)) return undefined;
  const value = text.slice(from, close.start).trim();
  return { kind: 'text', start, end: close.end, value, freshLine: false, foreign: true };
}

/** The text in quotes of the language that opens at `start`; open to the end of its line where nothing closes it. */
export function quoted(text: string, start: number, to: number, ahead: Ahead): Token {
  if (text.startsWith('"""', start)) return long(text, start, to, ahead);
  const opener = text[start] as string;
  const end = closing(text, start + 1, opener, ahead);
  const open = end < 0;
  const inner = text.slice(start + 1, open ? ahead.endOfLine(start) : end);
  const value = opener === '"' ? unescaped(open ? inner.trimEnd() : inner) : inner.trim();
  return {
    kind: 'text',
    start,
    end: open ? start + 1 + inner.trimEnd().length : end + 1,
    value,
    freshLine: false,
    ...(open ? { open } : {}),
  };
}

/** How deep pairs of quotes may stand in one another. */
const deepest = 8;

/** Offset of the quote that closes, minding escapes and pairs within; −1 where the line has none. */
function closing(text: string, from: number, opener: string, ahead: Ahead): number {
  const limit = ahead.endOfLine(from);
  for (const closer of quotes[opener] as string) {
    if (ahead.next(closer, from) >= limit) continue;
    let depth = 0;
    for (let at = from; at < limit && depth <= deepest; at++) {
      const character = text[at];
      if (character === '\\' && opener === '"') at++;
      else if (character === closer && depth === 0) return at;
      else if (character === closer) depth--;
      else if (character === opener && opener !== closer) depth++;
    }
  }
  return -1;
}

function long(text: string, start: number, to: number, ahead: Ahead): Token {
  const close = ahead.next('"""', start + 3);
  const open = close + 3 > to;
  const end = open ? start + text.slice(start, to).trimEnd().length : close + 3;
  const inner = open ? text.slice(start + 3, Math.max(end, start + 3)) : text.slice(start + 3, close);
  return {
    kind: 'text',
    start,
    end: Math.max(end, start + 3),
    value: unescaped(dedent(inner)),
    freshLine: false,
    ...(open ? { open } : {}),
  };
}

/** Removes the line breaks at both ends and the indentation that all lines share. */
function dedent(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length === 1) return text.trim();
  const common = lines
    .slice(1)
    .reduce((least, line) => (line.trim() ? Math.min(least, line.length - line.trimStart().length) : least), Number.POSITIVE_INFINITY);
  return [lines[0]?.trim() ?? '', ...lines.slice(1).map((line) => line.slice(common).trimEnd())].join('\n').replace(/^\n+|\n+$/g, '');
}

function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\(["\\n])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)) : text;
}
