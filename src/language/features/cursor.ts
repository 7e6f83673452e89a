import { type JourneyDocument, nodeAt } from '../document.ts';
import { afterBullets } from '../read/bullets.ts';
import type { Span } from '../read/statement.ts';
import { isQuote, type Token, tokenize } from '../read/tokens.ts';
import { definitionOf, type StatementDefinition } from '../statements.ts';
import { inFile, type Node } from '../tree/node.ts';

/** What stands about a cursor, for completion: what would be replaced, and the statement that would go on. */
export interface Cursor {
  /** The word or text that the cursor touches: what is chosen takes its place. */
  replaced: Span;
  /** The cursor stands within a text in quotes. */
  inQuotes: boolean;
  /** It touches a word. */
  inWord: boolean;
  /** Nothing else stands before it on its line. */
  fresh: boolean;
  /** The statement that it stands in, or directly below. */
  statement?: {
    definition: StatementDefinition;
    /** What it says up to the cursor, without its keyword. */
    tokens: Token[];
    /** The second word of its keyword, where that has one and it is still to come. */
    secondWord?: string;
  };
}

/** What stands about an offset; nothing within a comment. */
export function cursorAt(document: JourneyDocument, offset: number): Cursor | undefined {
  const { lines, text } = document;
  const tokens = tokenize(text, segmentStart(document, offset), offset);
  const last = tokens.at(-1);
  const gap = text.slice(last ? last.end : segmentStart(document, offset), offset);
  if (isInComment(gap)) return undefined;
  const isWhole = last?.kind === 'comma' || (last?.kind === 'text' && !last.open);
  const touched = last?.end === offset && !isWhole ? last : undefined;
  const goesOn = last?.open === true && (text.startsWith('"""', last.start) || !/[\r\n]/.test(gap));
  const inQuotes = touched?.kind === 'text' || goesOn;
  const start = inQuotes && last ? last.start : (touched?.start ?? offset);
  const line = lines.startOfLine(lines.positionAt(offset).line);
  const node = start > 0 ? nodeAt(document, start - 1) : undefined;
  const statement = node && goingOn(document, node, start);
  return {
    replaced: { start: Math.max(start, line), end: endOfTouched(document, node, offset, start, inQuotes, touched) },
    inQuotes,
    inWord: touched !== undefined && !inQuotes,
    fresh: start >= line && isOpening(text.slice(line, start)),
    ...(statement ? { statement } : {}),
  };
}

/** Whether what stands before something on its line leaves it the first of the line: blanks and bullets, and a byte order mark. */
function isOpening(before: string): boolean {
  const blanks = /^\s*/.exec(before)?.[0].length ?? 0;
  return before.slice(afterBullets(`${before}x`, blanks)).trim() === '';
}

/** Offset of the segment that an offset lies in. Of two that meet there the later. */
function segmentStart({ segments }: JourneyDocument, offset: number): number {
  let start = 0;
  for (const { text } of segments) {
    if (start + text.length > offset) break;
    if (start + text.length === offset && !/[\r\n]$/.test(text)) break;
    start += text.length;
  }
  return start;
}

/** Whether a comment that opens in a stretch between tokens is still open at its end. */
function isInComment(gap: string): boolean {
  for (let at = 0; at < gap.length; ) {
    if (gap.startsWith('//', at)) {
      const end = gap.slice(at).search(/[\r\n]/);
      if (end < 0) return true;
      at += end;
    } else if (gap.startsWith('/*', at)) {
      const close = gap.indexOf('*/', at + 2);
      if (close < 0) return true;
      at = close + 2;
    } else at++;
  }
  return false;
}

/** The statement as far as it goes up to an offset; nothing where it cannot be read, or a blank line parts it from there. */
function goingOn({ lines, text }: JourneyDocument, node: Node, offset: number): Cursor['statement'] {
  if (node.kind === 'unreadable') return undefined;
  const definition = definitionOf(node.kind);
  const keyword = inFile(node, node.statement.keyword);
  const tokens = tokenize(text, keyword.end, offset);
  const end = tokens.at(-1)?.end ?? keyword.end;
  if (lines.positionAt(offset).line - lines.positionAt(end).line > 1) return undefined;
  if (/^[:：]$/.test(tokens[0]?.value ?? '')) tokens.shift();
  const second = definition.word.split(' ')[1];
  const whole = !second || text.slice(keyword.start, keyword.end).toLowerCase().endsWith(second);
  return { definition, tokens, ...(whole ? {} : { secondWord: second }) };
}

/** Where what the cursor stands in ends: a word with its word, a name in quotes behind its closing quote, also one that the editor set by itself. */
function endOfTouched(
  { lines, text }: JourneyDocument,
  node: Node | undefined,
  offset: number,
  start: number,
  inQuotes: boolean,
  touched: Token | undefined,
): number {
  if (inQuotes && node) {
    const { items, lists } = node.statement;
    const item = [...Object.values(items), ...Object.values(lists).flat()].find(
      (candidate) => candidate.quoted && node.base + candidate.start === start,
    );
    const end = item ? node.base + item.end : offset;
    if (end > offset && end <= lines.endOfLine(lines.positionAt(offset).line)) return end;
  }
  if (inQuotes) return isQuote(text[offset]) ? offset + 1 : offset;
  if (touched?.kind !== 'word') return offset;
  const rest = /[\p{L}\p{M}\p{N}_-]*/uy;
  rest.lastIndex = offset;
  return offset + (rest.exec(text)?.[0].length ?? 0);
}
