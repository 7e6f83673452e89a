import { readDocument } from '../document.ts';
import type { Context } from '../names/facts.ts';
import { Folder } from '../names/folder.ts';
import type { Span } from '../read/statement.ts';
import type { FileEdit, Finding, FoundFix } from '../rules/rule.ts';

/** The findings of a text in its folder. */
export type Recheck = (context: Context) => readonly Finding[];

/** A finding and the fix to take of it. */
export interface Taken {
  finding: Finding;
  fix: FoundFix;
}

/**
 * The findings whose preferred fix leaves nothing to choose and changes this file only, each with that fix. Of fixes that overlap the
 * first is in, and of two findings that point to each other: the one fix mostly answers both.
 */
export function withoutPerson(findings: readonly Finding[], uri: string): Taken[] {
  const taken: Taken[] = [];
  const spans: Edit[] = [];
  const answered = new Set<number>();
  for (const finding of findings) {
    const fix = finding.fixes.find(({ preferred }) => preferred);
    if (!fix?.edits.length || fix.edits.some((edit) => edit.snippet || (edit.uri ?? uri) !== uri)) continue;
    if (finding.related?.some(({ document, span }) => document.uri === uri && answered.has(span.start))) continue;
    if (!fits(fix.edits, spans)) continue;
    taken.push({ finding, fix });
    answered.add(finding.start);
  }
  return taken;
}

type Edit = Span & { text: string };

/** Puts edits among others, in the order of the file, where none overlaps; one that is among them already is no second one. */
function fits(edits: readonly Edit[], among: Edit[]): boolean {
  const places: [index: number, edit: Edit][] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    let index = among.length;
    while (index > 0 && (among[index - 1] as Edit).start > edit.start) index--;
    let first = index;
    while (first > 0 && (among[first - 1] as Edit).start === edit.start) first--;
    if (among.slice(first, index).some((other) => isSame(other, edit))) continue;
    if ([among[first - 1], among[index - 1], among[index]].some((other) => other && overlap(other, edit))) return false;
    places.push([index, edit]);
  }
  for (const [index, edit] of places.toReversed()) among.splice(index, 0, edit);
  return true;
}

function isSame(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/** Two insertions at one place do not overlap: they stand in their order. */
function overlap(a: Edit, b: Edit): boolean {
  if (a.start === b.start) return a.end > a.start || b.end > b.start;
  return a.start < b.end && b.start < a.end;
}

/** The edits of several fixes together, in the order of the file, each once. */
export function everywhere(taken: readonly Taken[]): Edit[] {
  const among: Edit[] = [];
  for (const { fix } of taken) fits(fix.edits, among);
  return among.map(({ start, end, text }) => ({ start, end, text }));
}

/** More rounds than fixes ever need that make way for one another. */
const rounds = 50;

/**
 * Fixes a whole file: of all findings the preferred fixes that leave nothing to decide, again and again, since one may make room for
 * another, until there is none left. A second run so changes nothing.
 *
 * @returns The edits of the text as it is now, in its order, and how many fixes they stand for.
 */
export function fixAll(
  context: Context,
  findings: readonly Finding[],
  recheck: Recheck,
): { edits: FileEdit[]; fixed: number; text: string } {
  let { document } = context;
  const { uri, version } = document;
  const folder = copyOf(context.folder);
  let pieces: Piece[] = [{ start: 0, end: document.text.length }];
  const seen = new Set([document.text]);
  let fixed = 0;
  for (let round = 0, found = findings; round < rounds; round++) {
    const taken = withoutPerson(found.filter(isPlain), uri);
    const edits = everywhere(taken);
    const text = applied(document.text, edits);
    if (seen.has(text)) break;
    seen.add(text);
    pieces = edited(pieces, edits);
    fixed += taken.length;
    document = readDocument(uri, version, text, document);
    folder.set(document);
    found = recheck({ ...context, document, folder });
  }
  return { edits: editsOf(pieces, context.document.text.length), fixed, text: document.text };
}

/** What is not used yet may be about to be; a fix that decides something waits for a person. */
function isPlain({ faded, fixes }: Finding): boolean {
  return !faded && fixes.find(({ preferred }) => preferred)?.decides !== true;
}

/** The same files, to try something out. */
function copyOf(folder: Folder): Folder {
  const copy = new Folder();
  copy.settings = folder.settings;
  copy.data = folder.data;
  for (const document of folder.all()) copy.set(document);
  return copy;
}

/** A text with edits, which are in its order. */
export function applied(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** A stretch of the first text, or what was written in between. */
type Piece = Span | string;

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start;
}

function part(piece: Piece, from: number, to: number): Piece {
  return typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };
}

/** The pieces of a text once edits, which are in its order, have been applied. */
function edited(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const result: Piece[] = [];
  let index = 0;
  let within = 0;
  let at = 0;
  const advance = (to: number, keep: boolean): void => {
    while (at < to) {
      const piece = pieces[index] as Piece;
      const step = Math.min(to - at, lengthOf(piece) - within);
      if (keep && step) result.push(part(piece, within, within + step));
      at += step;
      within += step;
      if (within === lengthOf(piece)) {
        index++;
        within = 0;
      }
    }
  };
  for (const { start, end, text } of edits) {
    advance(start, true);
    if (text) result.push(text);
    advance(end, false);
  }
  advance(
    pieces.reduce((sum, piece) => sum + lengthOf(piece), 0),
    true,
  );
  return result;
}

/** What the pieces of a text change in the first one. */
function editsOf(pieces: readonly Piece[], length: number): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let text = '';
  for (const piece of [...pieces, { start: length, end: length }]) {
    if (typeof piece === 'string') text += piece;
    else {
      if (text || piece.start > at) edits.push({ start: at, end: piece.start, text });
      at = piece.end;
      text = '';
    }
  }
  return edits;
}
