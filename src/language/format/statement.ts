import { opensStatement } from '../read/cut.ts';
import { plainOf } from '../read/plain.ts';
import type { Span, Statement } from '../read/statement.ts';
import { type Token, tokenize } from '../read/tokens.ts';
import { definitionOf, type Kind, type Takes } from '../statements.ts';
import { reindented } from './long-text.ts';
import { between, breaksIn, lastLine, type Piece } from './pieces.ts';

/**
 * No line is made longer than this where it can go on below. So many characters stand on half a wide screen, with the picture on its other half.
 */
export const longest = 100;

/** A piece of a statement before it is known on which line it will stand. */
interface Loose extends Span {
  text: string;
  is: 'keyword' | 'part' | 'comma' | 'item' | 'word' | 'line comment' | 'block comment';
  /** A line break stands before it in the file. */
  fresh: boolean;
}

/** Where a statement is written. */
export interface Page {
  /** Of the segment. */
  text: string;
  /** Blanks before the statement's first line. */
  indent: string;
  /** Blanks before its further lines. */
  further: string;
  /** The column at which it begins. */
  column: number;
  eol: string;
}

/**
 * A statement that was read without a problem, in its plain form: the words of the language in lower case, values plain, parts and lists on lines
 * that are not too long. Lines that the author began with a part or an item of a list stay so. Offsets are those of the segment.
 *
 * @returns Its pieces; the gap before the first and those before comments at the end of a line are left to the caller (`undefined`).
 */
export function statementPieces(statement: Statement, page: Page): (Omit<Piece, 'gap'> & { gap: string | undefined })[] {
  const loose = loosePieces(statement, page);
  const broken = `${page.eol}${page.further}`;
  let column = page.column;
  return loose.map((piece, index) => {
    const before = loose[index - 1];
    let gap: string | undefined;
    if (!before) gap = undefined;
    else if (before.is === 'line comment') gap = broken;
    else if (piece.text === '' || piece.is === 'comma') gap = '';
    else if (piece.is === 'line comment') gap = piece.fresh ? broken : undefined;
    else if (piece.is === 'block comment') gap = piece.fresh ? broken : ' ';
    else if (piece.is === 'part' || piece.is === 'item') {
      const fits = column + 1 + widthFrom(loose, index) <= longest;
      gap = (fits && !piece.fresh) || before.is === 'block comment' || opensStatement(page.text, piece.start) ? ' ' : broken;
    } else gap = ' ';
    column = gap === broken ? page.further.length : column + (gap ?? '').length;
    const isOneLine = breaksIn(piece.text) === 0;
    column = isOneLine ? column + piece.text.length : lastLine(piece.text).length;
    return { start: piece.start, end: piece.end, text: piece.text, gap };
  });
}

/** How wide a part is with its value, or an item of a list with its comma. */
function widthFrom(loose: readonly Loose[], index: number): number {
  const isPart = loose[index]?.is === 'part';
  let width = -1;
  for (let at = index; at < loose.length; at++) {
    const { is, text } = loose[at] as Loose;
    if (is === 'line comment' || (at > index && (is === 'part' || (!isPart && is !== 'comma')))) break;
    const [first = ''] = text.split(/[\r\n]/, 1);
    width += first.length + (is === 'comma' ? 0 : 1);
    if (first.length < text.length) break;
  }
  return width;
}

/** The words, texts and comments of a statement, each in its plain form. */
function loosePieces(statement: Statement, { text, further, indent, eol }: Page): Loose[] {
  const spans = rewritten(statement, text);
  const late = behindParts(statement);
  const loose: Loose[] = [];
  const tokens = tokenize(text, statement.start, statement.end);
  let end = statement.start;
  let wasComma = false;
  const comments = (to: number): void => {
    for (const { start, end: after, is } of between(text, end, to)) {
      if (is === 'other') continue;
      loose.push({ start, end: after, text: text.slice(start, after), is, fresh: breaksIn(text.slice(end, start)) > 0 });
      end = after;
    }
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    comments(token.start);
    const fresh = breaksIn(text.slice(end, token.start)) > 0;
    const span = spans.get(token.start);
    if (span) while ((tokens[at + 1]?.end ?? Number.POSITIVE_INFINITY) <= span.end) at++;
    end = (tokens[at] as Token).end;
    const wasWord = loose.at(-1)?.is === 'keyword' || loose.at(-1)?.is === 'part';
    const isColon = wasWord && token.kind === 'odd' && /^[:：]$/.test(token.value);
    const written = isColon ? '' : (span?.text ?? plainToken(token, text, indent, further, eol));
    const is: Loose['is'] = token.kind === 'comma' ? 'comma' : (span?.is ?? (late.has(token.start) ? 'part' : wasComma ? 'item' : 'word'));
    wasComma = is === 'comma';
    loose.push({ start: token.start, end, text: written, is, fresh });
  }
  return loose;
}

/** A word without its colon, a comma, a text in straight quotes; anything else as it is. */
function plainToken(token: Token, text: string, indent: string, further: string, eol: string): string {
  const raw = text.slice(token.start, token.end);
  if (token.kind === 'comma' || token.kind === 'word') return token.value;
  if (token.kind !== 'text') return raw;
  if (raw.startsWith('"""')) return reindented(raw, indent, further, eol);
  if (raw.startsWith('"')) return raw;
  return `"${token.value.replace(/["\\]/g, (mark) => `\\${mark}`)}"`;
}

/** Where what has no word of its own stands behind a part: a line may begin with it, as with a part. */
function behindParts({ words, items }: Statement): Set<number> {
  const parts = Object.values(words ?? {}).map(({ start }) => start);
  const ofParts = new Set(Object.keys(words ?? {}));
  const bare = Object.entries(items).filter(([slot]) => !ofParts.has(slot));
  return new Set(bare.map(([, { start }]) => start).filter((start) => parts.some((part) => part < start)));
}

interface Rewritten {
  end: number;
  text: string;
  is: 'keyword' | 'part' | 'item' | 'word';
}

/** By their offsets, the stretches of a statement that are words of the language, or values that have a plain form. */
function rewritten(statement: Statement, text: string): Map<number, Rewritten> {
  const spans = new Map<number, Rewritten>();
  const definition = definitionOf(statement.kind as Kind);
  const takes = takesBySlot(statement.kind as Kind);
  const problems = statement.problems;
  const set = ({ start, end }: Span, word: string, is: Rewritten['is']): void => {
    if (problems.every((problem) => problem.end <= start || problem.start >= end)) spans.set(start, { end, text: word, is });
  };
  const words = definition.word.split(' ');
  const keyword = tokenize(text, statement.keyword.start, statement.keyword.end);
  keyword.forEach((token, index) => {
    set(token, words[index] ?? '', 'keyword');
  });
  for (const part of definition.parts) {
    const word = statement.words?.[part.slot];
    if (word) set(word, part.word, 'part');
  }
  for (const [slot, item] of Object.entries(statement.items)) {
    const place = takes.get(slot);
    if (!place || item.quoted || !isValue(place)) continue;
    const raw = text.slice(item.start, item.end);
    if (raw.includes('/*') || /[\r\n]/.test(raw)) continue;
    set(item, plainOf(place, item.text), place.is === 'flag' ? 'part' : 'word');
  }
  return spans;
}

const known = new Map<Kind, Map<string, Takes>>();

/** What the places of a statement take, by slot. Nothing can fill one of a line that cannot be read. */
export function takesBySlot(kind: Kind): Map<string, Takes> {
  let takes = known.get(kind);
  if (!takes) {
    const { head, parts } = definitionOf(kind);
    takes = new Map([...head, ...parts].map((place) => [place.slot, place.takes]));
    known.set(kind, takes);
  }
  return takes;
}

/** Whether what fills a place may have a plain form of its own. */
export function isValue({ is }: Takes): boolean {
  return is === 'value' || is === 'duration' || is === 'score' || is === 'date' || is === 'time' || is === 'choice' || is === 'flag';
}
