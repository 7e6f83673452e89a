import type { JourneyDocument } from '../document.ts';
import type { Edit, Span } from '../read/statement.ts';
import { layOut } from './lay-out.ts';
import { lastLine } from './pieces.ts';
import { unitsOf } from './units.ts';

/**
 * The changes that lay a file out in the plain form. Comments and the order of statements and parts stay, blank lines stay as one; what could not
 * be read stays as it is. The map and the findings are the same before and after.
 *
 * @param range - Only the lines of the statements that this stretch touches.
 * @returns As few and small as can be, in the order of the file; none for a file that has the plain form.
 */
export function formatEdits(document: JourneyDocument, range?: Span): Edit[] {
  const { pieces, end } = layOut(document);
  const edits: Edit[] = [];
  let at = 0;
  const replace = (start: number, to: number, text: string): void => {
    if (document.text.slice(start, to) !== text) edits.push({ start, end: to, text });
  };
  const fill = (start: number, to: number, gap: string): void => {
    // The blanks of a line are an edit of their own, so that they can be set without those of the line above.
    const old = lastLine(document.text.slice(start, to)).length;
    const own = lastLine(gap);
    const isApart = old < to - start && own.length < gap.length;
    if (isApart) replace(start, to - old, gap.slice(0, gap.length - own.length));
    replace(isApart ? to - old : start, to, isApart ? own : gap);
  };
  for (const piece of pieces) {
    fill(at, piece.start, piece.gap);
    replace(piece.start, piece.end, piece.text);
    at = piece.end;
  }
  fill(at, document.text.length, end);
  if (!range) return edits;
  const lines = linesTouched(document, range);
  return edits.filter((edit) => edit.start >= lines.start && edit.end <= lines.end);
}

/** A file in the plain form. */
export function formatted(document: JourneyDocument): string {
  return applied(document.text, formatEdits(document));
}

/** A text with some edits made. */
export function applied(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** All lines that a stretch touches, and those of the statements on them. A stretch that ends before a line's first character leaves it out. */
function linesTouched(document: JourneyDocument, range: Span): Span {
  const { lines } = document;
  const last = range.end > range.start && lines.positionAt(range.end).character === 0 ? range.end - 1 : range.end;
  let start = lines.startOfLine(lines.positionAt(range.start).line);
  let end = lines.endOfLine(lines.positionAt(last).line);
  for (const unit of unitsOf(document)) {
    if (unit.start > end || unit.end < start) continue;
    start = Math.min(start, lines.startOfLine(lines.positionAt(unit.start).line));
    end = Math.max(end, lines.endOfLine(lines.positionAt(unit.end).line));
  }
  return { start, end };
}
