import { type JourneyDocument, readDocument } from '../document.ts';
import type { Statement } from '../read/statement.ts';
import type { Node } from '../tree/node.ts';
import { type Layout, Writer } from './layout.ts';
import { breaksIn, lastLine } from './pieces.ts';
import { sayAlike } from './same.ts';
import type { Whole } from './units.ts';

/**
 * Lays a file out. A segment that would then say something else stays as it is: where a text is not closed, or a word is missing, blanks and
 * line breaks may decide how all that follows on the line is read. Where indentation decides what an unclear word is, all lines keep theirs.
 */
export function layOut(document: JourneyDocument): Layout {
  const layout = segmentsLaidOut(document, false);
  const isUnsure = document.segments.some(({ statements }) => statements.some(isUnclear)) || document.nodes.some(isToldByIndent);
  if (!isUnsure || isReadAlike(document, layout)) return layout;
  const indentedAsBefore = segmentsLaidOut(document, true);
  return isReadAlike(document, indentedAsBefore) ? indentedAsBefore : asItIs(document);
}

function segmentsLaidOut(document: JourneyDocument, keepsIndents: boolean): Layout {
  const whole = new Map<number, Whole>();
  for (;;) {
    const layout = new Writer(document, whole, keepsIndents).write();
    const changed = changedBy(layout, document).filter((base) => whole.get(base) !== 'all');
    if (!changed.length) return layout;
    for (const base of changed) whole.set(base, whole.has(base) ? 'all' : 'statements');
  }
}

/** Whether it depends on what stands around a statement what it is. */
function isUnclear({ guesses }: Statement): boolean {
  return (guesses?.length ?? 0) > 1;
}

/** Whether the indentation may have decided what a node is: an action that may be a step, a channel below a touchpoint. */
function isToldByIndent({ kind, misplaced, statement: { problems } }: Node): boolean {
  return (kind === 'action' && misplaced === true) || (kind === 'unreadable' && problems.some(({ isPlain }) => isPlain));
}

/** Whether a layout says the same as the file also where statements are told by what stands around them. */
function isReadAlike(document: JourneyDocument, { pieces, end }: Layout): boolean {
  const text = pieces.map((piece) => piece.gap + piece.text).join('') + end;
  return nodesOf(readDocument(document.uri, document.version, text)) === nodesOf(document);
}

function nodesOf({ nodes }: JourneyDocument): string {
  const told = nodes.map(({ kind, parent, statement }) => [kind, parent?.kind, ...statement.problems.map(({ message }) => message.text)]);
  return JSON.stringify(told);
}

function asItIs({ text }: JourneyDocument): Layout {
  return { pieces: [{ start: 0, end: text.length, text, gap: '' }], end: '' };
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
