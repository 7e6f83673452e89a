import type { JourneyDocument } from '../document.ts';
import type { Statement } from '../read/statement.ts';
import { type Layout, Writer } from './layout.ts';
import { breaksIn, lastLine } from './pieces.ts';
import { sayAlike } from './same.ts';
import type { Whole } from './units.ts';

/**
 * Lays a file out. A segment that would then say something else stays as it is: where a text is not closed, or a word is missing, blanks and
 * line breaks may decide how all that follows on the line is read.
 */
export function layOut(document: JourneyDocument): Layout {
  const whole = new Map<number, Whole>();
  for (;;) {
    const layout = new Writer(document, whole).write();
    const changed = changedBy(layout, document).filter((base) => whole.get(base) !== 'all');
    if (!changed.length) return layout;
    for (const base of changed) whole.set(base, whole.has(base) ? 'all' : 'statements');
  }
}

/** The offsets of the segments that a layout makes say something else. */
function changedBy({ pieces }: Layout, { segments }: JourneyDocument): number[] {
  const changed: number[] = [];
  let base = 0;
  let at = 0;
  for (const segment of segments) {
    const { text, statements } = segment;
    const end = base + text.length;
    let laidOut = '';
    for (let piece = pieces[at]; piece && piece.start < end; piece = pieces[++at]) {
      laidOut += (laidOut || !breaksIn(piece.gap) ? piece.gap : lastLine(piece.gap)) + piece.text;
    }
    if (mayChange(statements) && laidOut.trim() !== text.trim() && !sayAlike(segment, laidOut)) changed.push(base);
    base = end;
  }
  return changed;
}

/** Whether statements may say something else though each was proved to say the same: not one alone that was read without a problem. */
function mayChange([first, ...more]: readonly Statement[]): boolean {
  return first !== undefined && (more.length > 0 || first.problems.length > 0);
}
