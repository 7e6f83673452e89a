import type { JourneyDocument } from '../document.ts';
import type { Node } from '../tree/node.ts';
import { step } from './indent.ts';
import { type Between, between, breaksIn, lastLine, type Piece } from './pieces.ts';
import { readsAs } from './same.ts';
import { type Page, statementPieces } from './statement.ts';
import { blanksBefore, type Trailing } from './trailing.ts';
import { blanksOfLine, type Unit, unitsOf, type Whole, withWhole } from './units.ts';

/** What a file is laid out to: its pieces in order, and the gap behind the last. */
export interface Layout {
  pieces: Piece[];
  end: string;
}

/** Puts the pieces of a file one behind the other, and keeps count of line and column. */
export class Writer {
  private readonly document: JourneyDocument;
  private readonly text: string;
  private readonly eol: string;
  private readonly units: Unit[];
  private readonly byNode: Map<Node, Unit>;
  private readonly pieces: Piece[] = [];
  private readonly trailing: Trailing[] = [];
  private line = 0;
  private counted = { at: -1, column: 0 };
  private column = 0;
  /** What stands on the current line so far. */
  private onLine: 'nothing' | 'comment' | 'plain' | 'kept' = 'nothing';

  /**
   * @param whole - The segments that stay as they are, by their offsets.
   * @param keepsIndents - Each line keeps the blanks that it begins with.
   */
  constructor(document: JourneyDocument, whole: ReadonlyMap<number, Whole>, keepsIndents: boolean) {
    this.document = document;
    this.text = document.text;
    this.eol = usualBreak(document.text);
    const units = withWhole(unitsOf(document), whole);
    this.units = keepsIndents ? units.map((unit) => ({ ...unit, indent: blanksOfLine(document, unit.start).length })) : units;
    this.byNode = new Map(this.units.flatMap((unit) => (unit.node ? [[unit.node, unit] as const] : [])));
  }

  write(): Layout {
    this.units.forEach((unit, index) => {
      this.between(this.units[index - 1], unit);
      this.unit(unit);
    });
    this.between(this.units.at(-1), undefined);
    for (const [piece, blanks] of blanksBefore(this.trailing)) (this.pieces[piece] as Piece).gap = ' '.repeat(blanks);
    const mark = this.text.startsWith('\ufeff') ? '\ufeff' : '';
    return { pieces: this.pieces, end: this.pieces.length ? this.eol : mark };
  }

  private unit(unit: Unit): void {
    const gap = this.gapBefore(unit);
    if (unit.how === 'plain') {
      this.plain(unit, gap);
      return;
    }
    let { end } = unit;
    if (unit.how === 'untouched') while (end < this.text.length && /[^\S\r\n]/.test(this.text[end] as string)) end++;
    this.put({ start: unit.start, end, text: this.text.slice(unit.start, end), gap });
    this.onLine = 'kept';
  }

  private plain(unit: Unit, gap: string): void {
    const indent = ' '.repeat(unit.indent);
    const column = breaksIn(gap) ? lastLine(gap).length : this.column + gap.length;
    const page: Page = { text: unit.segment, indent, further: indent + ' '.repeat(step), column, eol: this.eol };
    const pieces = statementPieces(unit.statement, page);
    const { start, end } = unit.statement;
    const before = unit.segment.slice(start, end);
    const after = pieces.map((piece, index) => (index ? (piece.gap ?? ' ') : '') + piece.text).join('');
    if (after !== before && !readsAs([unit.statement], after)) {
      this.put({ start: unit.start, end: unit.end, text: before, gap });
    } else {
      pieces.forEach((piece, index) => {
        const placed = { start: unit.base + piece.start, end: unit.base + piece.end, text: piece.text };
        if (index === 0) this.put({ ...placed, gap });
        else if (piece.gap === undefined) this.behind(placed);
        else this.put({ ...placed, gap: piece.gap });
      });
    }
    this.onLine = 'plain';
  }

  private gapBefore(unit: Unit): string {
    const from = this.pieces.at(-1)?.end ?? 0;
    const source = this.text.slice(from, unit.start);
    const indent = unit.how === 'untouched' ? blanksOfLine(this.document, unit.start) : ' '.repeat(unit.indent);
    if (!this.pieces.length) return this.opening(indent);
    if (breaksIn(source)) return this.breaks(source) + indent;
    if (this.onLine === 'kept') return source;
    return this.onLine === 'comment' ? ' ' : this.eol + indent;
  }

  /** Before the first piece: the mark of the file's encoding, if it has one. */
  private opening(indent: string): string {
    return (this.text.startsWith('\ufeff') ? '\ufeff' : '') + indent;
  }

  /** One line break, or two where blank lines stand. */
  private breaks(source: string): string {
    return breaksIn(source) > 1 ? this.eol + this.eol : this.eol;
  }

  /** The comments between two statements, or at an end of the file. */
  private between(before: Unit | undefined, after: Unit | undefined): void {
    const from = this.pieces.at(-1)?.end ?? 0;
    const found = between(this.text, from, after?.start ?? this.text.length);
    const above = this.directlyAbove(found, after);
    found.forEach((piece, index) => {
      const at = this.pieces.at(-1)?.end ?? 0;
      const source = this.text.slice(at, piece.start);
      const lines = breaksIn(source);
      const placed = { start: piece.start, end: piece.end, text: this.text.slice(piece.start, piece.end) };
      if (this.pieces.length && !lines) {
        if (this.onLine === 'kept') this.put({ ...placed, gap: source });
        else this.behind(placed);
        return;
      }
      const indent = after && index >= above ? after.indent : this.indentApart(piece, before, after);
      const isLong = piece.is === 'block comment' && breaksIn(placed.text) > 0;
      const blanks = isLong || piece.is === 'other' ? blanksOfLine(this.document, piece.start) : ' '.repeat(indent);
      this.put({ ...placed, gap: this.pieces.length ? this.breaks(source) + blanks : this.opening(blanks) });
      this.onLine = piece.is === 'other' ? 'kept' : 'comment';
    });
  }

  /**
   * How far a comment on a line of its own is indented that stands directly above no statement: as what it was indented as, the statement before
   * or one that holds it; else as the statement after.
   */
  private indentApart(comment: Between, before: Unit | undefined, after: Unit | undefined): number {
    const next = after?.indent ?? 0;
    const column = blanksOfLine(this.document, comment.start).length;
    if (column <= (after?.column ?? 0)) return next;
    for (let unit = before; unit; unit = this.byNode.get(unit.node?.parent as Node)) {
      if (unit.column <= column) return Math.max(unit.indent, next);
    }
    return next;
  }

  /** From which index on comments stand directly above a statement, without a blank line between. */
  private directlyAbove(found: readonly Between[], after: Unit | undefined): number {
    let index = found.length;
    let start = after?.start ?? this.text.length;
    while (index > 0 && breaksIn(this.text.slice(found[index - 1]?.end, start)) <= 1) start = (found[--index] as Between).start;
    return index;
  }

  /** Puts a comment behind what stands on its line. How far off is decided when all lines are known. */
  private behind(piece: Omit<Piece, 'gap'>): void {
    const gap = this.text.slice(this.pieces.at(-1)?.end ?? 0, piece.start);
    const width = this.column;
    const line = this.line;
    if (this.onLine === 'comment' || this.trailing.at(-1)?.piece === this.pieces.length - 1) {
      this.put({ ...piece, gap: ' ' });
      return;
    }
    const blanks = this.columnOf(piece.start - gap.length);
    const column = this.columnOf(piece.start);
    this.trailing.push({ piece: this.pieces.length, line, width, column, blanks: column - blanks });
    this.put({ ...piece, gap: ' ' });
  }

  /** The column of an offset in the file. Is asked from left to right, and counts on from where it was asked last. */
  private columnOf(offset: number): number {
    const start = this.document.lines.startOfLine(this.document.lines.positionAt(offset).line);
    const { at, column } = this.counted.at < start ? { at: start, column: 0 } : this.counted;
    this.counted = { at: offset, column: columnAfter(this.text.slice(at, offset), column) };
    return this.counted.column;
  }

  private put(piece: Piece): void {
    this.pieces.push(piece);
    for (const text of [piece.gap, piece.text]) {
      const breaks = breaksIn(text);
      if (breaks) this.onLine = 'nothing';
      this.line += breaks;
      this.column = breaks ? columnAfter(lastLine(text), 0) : columnAfter(text, this.column);
    }
  }
}

/** The column behind a text without line breaks; tabs end at the next multiple of four. */
function columnAfter(text: string, from: number): number {
  let column = from;
  for (const character of text) column += character === '\t' ? 4 - (column % 4) : character === '\ufeff' ? 0 : character.length;
  return column;
}

/** The line break that a file uses most. */
function usualBreak(text: string): string {
  let pairs = 0;
  let feeds = 0;
  let returns = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 13 && text.charCodeAt(at + 1) === 10) pairs++;
    else if (code === 13) returns++;
    else if (code === 10 && text.charCodeAt(at - 1) !== 13) feeds++;
  }
  return pairs > feeds && pairs >= returns ? '\r\n' : returns > feeds ? '\r' : '\n';
}
