import { byFirstWord, definitions } from '../statements.ts';

/** Cuts text into words, quoted texts and commas. Never fails: what fits nothing is an `odd` token. */

export interface Token {
  /**
   * `word`: letters, digits, `_`, `-`, opening with a letter. `value`: opens with a digit, a sign or a currency.
   * `text`: in quotes. `odd`: anything else, `R&D` or `->`.
   */
  kind: 'word' | 'value' | 'text' | 'comma' | 'odd';
  start: number;
  end: number;
  /** The word as written, or the text without its quotes and with escapes resolved. */
  value: string;
  /** A line break stands between the token before and this one. */
  freshLine: boolean;
  /** On a text: its closing quote is missing. */
  open?: true;
  /** On a text: it stands in quotes that are none of the language (`'…'`). */
  foreign?: true;
}

/** Opening quotes and what may close them, best first. `"` closes all but guillemets and corner brackets, as keyboards mix them up. */
const quotes: Record<string, string> = { '"': '"', '“': '”"', '”': '”"', '„': '“”"', '«': '»', '「': '」' };

const lineEnd = /[\r\n]/;
const comma = /[,，、،]/;

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

/** The words that a colon or an equals sign may stand behind. */
const keywords: ReadonlySet<string> = new Set([
  ...byFirstWord.keys(),
  ...definitions.flatMap(({ word, parts }) => [
    word.split(' ').at(-1) as string,
    ...parts.flatMap((part) => [part.word, ...(part.also ?? [])]),
  ]),
]);
const wordOnly = /^[\p{L}][\p{L}\p{M}\p{N}_-]*$/u;
const valueStart = /^[-+−–—‐‑－＋﹣]?[\p{Nd}€$£¥￥₹₩₺½¼¾]/u;

export function isQuote(character: string | undefined): boolean {
  return character !== undefined && character in quotes;
}

/** Whether a text may stand as a name without quotes. */
export function isWord(text: string): boolean {
  return wordOnly.test(text);
}

/** Looks ahead in a text, from left to right, and at no stretch of it twice: a line of a megabyte costs no more than many short ones. */
export class Ahead {
  private readonly text: string;
  private readonly to: number;
  private readonly found = new Map<string, number>();
  private readonly matched = new Map<RegExp, { start: number; end: number }>();
  private line = -1;

  constructor(text: string, to = text.length) {
    this.text = text;
    this.to = to;
  }

  /** Where a mark stands next, at or after an offset no smaller than that asked for before; infinity where it stands nowhere. */
  next(mark: string, from: number): number {
    let at = this.found.get(mark) ?? -1;
    if (at < from) {
      at = this.text.indexOf(mark, from);
      if (at < 0) at = Number.POSITIVE_INFINITY;
      this.found.set(mark, at);
    }
    return at;
  }

  /** Where what matches a pattern stands next, as `next` tells it for a mark: its offset and the one behind it. */
  match(pattern: RegExp, from: number): { start: number; end: number } {
    let match = this.matched.get(pattern);
    if (!match || match.start < from) {
      pattern.lastIndex = from;
      const found = pattern.exec(this.text);
      match = found
        ? { start: found.index, end: found.index + found[0].length }
        : { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };
      this.matched.set(pattern, match);
    }
    return match;
  }

  /** Offset of the line break that ends the line at `at`. */
  endOfLine(at: number): number {
    if (this.line < at) this.line = endOfLine(this.text, at, this.to);
    return this.line;
  }
}

/** The tokens of `text` between two offsets. Comments are passed over. Offsets are those of `text`. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  const ahead = new Ahead(text, to);
  let freshLine = false;
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) {
      freshLine = true;
      at++;
    } else if (isSpace(code)) {
      at++;
    } else if (code === slash && text.charCodeAt(at + 1) === slash) {
      at = ahead.endOfLine(at);
    } else if (code === slash && text[at + 1] === '*') {
      const end = Math.min(ahead.next('*/', at + 2) + 2, to);
      freshLine ||= lineEnd.test(text.slice(at, end));
      at = end;
    } else {
      const token = isQuote(text[at]) ? quoted(text, at, to, ahead) : (foreign(text, at, ahead) ?? bare(text, at, to));
      token.freshLine = freshLine;
      freshLine = false;
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

/** Offset behind the text in quotes that opens at `at`, on its line. */
export function afterQuoted(text: string, at: number, ahead: Ahead): number {
  const end = closing(text, at + 1, text[at] as string, ahead);
  return end < 0 ? ahead.endOfLine(at) : end + 1;
}

const slash = 47;

/** Whether a UTF-16 unit is a blank, or a line break. */
function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x3000 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}

/** Offset of the line break that ends the line at `at`, or `to`. */
export function endOfLine(text: string, at: number, to = text.length): number {
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) break;
  }
  return at;
}

/** A text in quotes that are none of the language, where they are closed on the line. */
function foreign(text: string, start: number, ahead: Ahead): Token | undefined {
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

function bare(text: string, start: number, to: number): Token {
  const first = text[start] as string;
  if (comma.test(first)) return { kind: 'comma', start, end: start + 1, value: ',', freshLine: false };
  arrow.lastIndex = start;
  const sign = (first === '-' || first === '=' || first > '~') && arrow.exec(text)?.[0];
  if (sign) return { kind: 'odd', start, end: start + sign.length, value: sign, freshLine: false };
  let end = start + 1;
  let isPlain = isLetter(text.charCodeAt(start));
  while (end < to) {
    const code = text.charCodeAt(end);
    if (!isLetter(code) && !(code >= 48 && code <= 57) && code !== hyphen) {
      const character = text[end] as string;
      if (isSpace(code) || isQuote(character)) break;
      if (code === slash && (text[end + 1] === '/' || text[end + 1] === '*') && !isAddress(text, end)) break;
      if (comma.test(character) && !(isDigit(text[end - 1]) && isDigit(text[end + 1]))) break;
      if (isSign(code) && end - start < 14 && keywords.has(text.slice(start, end).toLowerCase())) {
        const isColon = code !== equals && code !== wideEquals;
        return { kind: 'word', start, end: isColon ? end + 1 : end, value: text.slice(start, end), freshLine: false };
      }
      if (code === greater || code > 0x2000) {
        arrow.lastIndex = end;
        if (code > 0x2000 && arrow.test(text)) break;
        const before = code === greater && /[-=]+$/.exec(text.slice(Math.max(start, end - 3), end));
        if (before && end - before[0].length > start) {
          end -= before[0].length;
          break;
        }
      }
      isPlain = false;
    }
    end++;
  }
  let value = text.slice(start, end);
  if (isPlain) return { kind: 'word', start, end, value, freshLine: false };
  const last = value.at(-1);
  if ((last === ':' || last === '：') && wordOnly.test(value.slice(0, -1))) value = value.slice(0, -1);
  const kind = wordOnly.test(value) ? 'word' : valueStart.test(value) ? 'value' : 'odd';
  return { kind, start, end, value, freshLine: false };
}

const hyphen = 45;
const equals = 61;
const wideEquals = 0xff1d;
const greater = 62;

/** An arrow, or an equals sign. */
const arrow = /-{1,2}>|={1,2}>|[→⇒➔➜]|[=＝]/y;

/** Whether a UTF-16 unit is a letter without an accent. */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Whether a UTF-16 unit is a colon or an equals sign. */
function isSign(code: number): boolean {
  return code === 58 || code === equals || code === 0xff1a || code === wideEquals;
}

/** Whether the slash at an offset is the first of those of an address: `https://example.org`. */
function isAddress(text: string, at: number): boolean {
  return /[a-z]:$/i.test(text.slice(Math.max(0, at - 2), at)) && /[\p{L}\p{N}]/u.test(text[at + 2] ?? '');
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /\p{Nd}/u.test(character);
}

function quoted(text: string, start: number, to: number, ahead: Ahead): Token {
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
