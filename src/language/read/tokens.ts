import { byFirstWord, definitions } from '../statements.ts';
import { Ahead } from './ahead.ts';
import { foreign, isQuote, quoted } from './quotes.ts';

export { endOfLine } from './ahead.ts';
export { isQuote } from './quotes.ts';

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

const lineEnd = /[\r\n]/;
const comma = /[,，、،]/;

/** The words that a colon or an equals sign may stand behind. */
export const keywords: ReadonlySet<string> = new Set([
  ...byFirstWord.keys(),
  ...definitions.flatMap(({ word, parts }) => [
    word.split(' ').at(-1) as string,
    ...parts.flatMap((part) => [part.word, ...(part.also ?? [])]),
  ]),
]);
const wordOnly = /^[\p{L}][\p{L}\p{M}\p{N}_-]*$/u;
const valueStart = /^[-+−–—‐‑－＋﹣]?[\p{Nd}€$£¥￥₹₩₺½¼¾]/u;

/** Whether a text may stand as a name without quotes. */
export function isWord(text: string): boolean {
  return wordOnly.test(text);
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

const slash = 47;

/** Whether a UTF-16 unit is a blank, or a line break. */
export function isSpace(code: number): boolean {
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
