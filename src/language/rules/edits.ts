import type { JourneyDocument } from '../document.ts';
import type { Folder } from '../names/folder.ts';
import { inQuotes } from '../read/items.ts';
import { isWord } from '../read/tokens.ts';
import { inFile, type Node } from '../tree/node.ts';
import type { FileEdit } from './rule.ts';

/** A name as it must be written: with quotes where it is more than one word. */
export function written(name: string): string {
  return isWord(name) ? name : inQuotes(name);
}

/** Text that a snippet shall insert as it is. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, (mark) => `\\${mark}`);
}

/** Values to choose from in a snippet; the first one stands until another is chosen. */
export function choices(stop: number, values: readonly string[]): string {
  return `\${${stop}|${values.map((value) => value.replace(/[\\,|]/g, (mark) => `\\${mark}`)).join(',')}|}`;
}

/** A text in quotes that a snippet leaves to be written: what stands there is selected. */
export function toWrite(stop: number, placeholder: string): string {
  return `"\${${stop}:${literal(placeholder.replace(/["\\]/g, (mark) => `\\${mark}`))}}"`;
}

/** The declared teams to choose from in a snippet; nothing where none is declared. */
export function teamChoice(stop: number, folder: Folder): string | undefined {
  const teams = folder.namesOf('team').slice(0, 30);
  return teams.length
    ? choices(
        stop,
        teams.map((team) => written(team)),
      )
    : undefined;
}

/** Puts statements on lines of their own directly below another, indented as its children; behind it where more follows on its line. */
export function insertBelow(document: JourneyDocument, above: Node, statements: readonly string[], snippet = false): FileEdit {
  const { lines } = document;
  const end = above.base + above.statement.end;
  const line = lines.positionAt(end).line;
  const indent = indentOf(document, above);
  const child = above.children.find((node) => !node.implied && lines.positionAt(node.base + node.statement.start).line > line);
  const childIndent = child ? indentOf(document, child) : '';
  return insertLines(document, end, statements, childIndent.length > indent.length ? childIndent : `${indent}  `, snippet);
}

/** Puts statements on lines of their own directly below another, indented as it is; behind it where more follows on its line. */
export function insertBeside(document: JourneyDocument, above: Node, statements: readonly string[], snippet = false): FileEdit {
  const { lines, text } = document;
  const start = above.base + above.statement.start;
  const opensLine = text.slice(lines.startOfLine(lines.positionAt(start).line), start).trim() === '';
  const indent = indentOf(document, above);
  return insertLines(document, above.base + above.statement.end, statements, opensLine ? indent : `${indent}  `, snippet);
}

/**
 * Puts statements on lines of their own behind a node and all that it holds.
 *
 * @param deeper - Whether they are indented as what it holds, or as the node itself.
 */
export function insertBehind(document: JourneyDocument, node: Node, statements: readonly string[], deeper: boolean): FileEdit {
  return insertLines(document, lastOffset(node), statements, `${indentOf(document, node)}${deeper ? '  ' : ''}`, true);
}

function insertLines(document: JourneyDocument, end: number, statements: readonly string[], indent: string, snippet: boolean): FileEdit {
  const { lines } = document;
  const alone = !isFollowed(document, end);
  const at = alone ? lines.endOfLine(lines.positionAt(end).line) : end;
  const text = statements.map((statement) => (alone ? `${lineBreakOf(document)}${indent}${statement}` : ` ${statement}`)).join('');
  return { start: at, end: at, text, ...(snippet ? { snippet: true } : {}) };
}

function indentOf({ lines }: JourneyDocument, node: Node): string {
  return lines.indentOf(lines.positionAt(node.base + node.statement.start).line);
}

/** Whether something but a `//` comment stands on the line behind an offset. */
function isFollowed({ lines, text }: JourneyDocument, offset: number): boolean {
  const rest = text.slice(offset, lines.endOfLine(lines.positionAt(offset).line)).trim();
  return rest !== '' && !rest.startsWith('//');
}

/** Takes a statement away, with its line where it stands alone on it. */
export function remove({ lines, text }: JourneyDocument, node: Node): FileEdit {
  const { start, end } = inFile(node, node.statement);
  const first = lines.startOfLine(lines.positionAt(start).line);
  const last = lines.positionAt(end).line;
  const alone = text.slice(first, start).trim() === '' && text.slice(end, lines.endOfLine(last)).trim() === '';
  return alone ? { start: first, end: lines.startOfLine(last + 1), text: '' } : { start, end, text: '' };
}

/** Takes a declaration away with what it holds and the documentation above it. */
export function removeWhole(document: JourneyDocument, node: Node): FileEdit {
  const { lines, text } = document;
  const start = node.base + node.statement.start;
  const end = ownEnd(node);
  let first = lines.positionAt(start).line;
  const last = lines.positionAt(end).line;
  const alone =
    text.slice(lines.startOfLine(first), start).trim() === '' && /^\s*(?:\/\/.*)?$/.test(text.slice(end, lines.endOfLine(last)));
  if (!alone) return { start, end, text: '' };
  const isDoc = (line: number): boolean => text.slice(lines.startOfLine(line), lines.endOfLine(line)).trim().startsWith('///');
  while (node.statement.doc !== undefined && first > 0 && isDoc(first - 1)) first--;
  return { start: lines.startOfLine(first), end: lines.startOfLine(last + 1), text: '' };
}

/** Where a node ends with what properly stands below it. */
function ownEnd(node: Node): number {
  return node.children
    .filter(({ misplaced }) => !misplaced)
    .reduce((end, child) => Math.max(end, ownEnd(child)), node.base + node.statement.end);
}

/** Puts words directly behind a statement's last word. */
export function appendTo(node: Node, text: string, snippet = false): FileEdit {
  const at = node.base + node.statement.end;
  return { start: at, end: at, text: ` ${text}`, ...(snippet ? { snippet: true } : {}) };
}

/** Declares something above the first journey, behind the last declaration that stands there, or at the top of the file. */
export function declare({ whole, ...part }: JourneyDocument, text: string): FileEdit {
  const document = whole ?? part;
  const firstJourney = document.roots.findIndex((node) => node.kind === 'journey');
  const before = document.roots
    .slice(0, firstJourney < 0 ? undefined : firstJourney)
    .filter((node) => !node.misplaced && node.kind !== 'unreadable');
  const eol = lineBreakOf(document);
  const last = before.at(-1);
  if (last) {
    const at = document.lines.endOfLine(document.lines.positionAt(ownEnd(last)).line);
    const apart = last.children.some(({ misplaced }) => !misplaced) ? eol : '';
    return { start: at, end: at, text: `${eol}${apart}${text}` };
  }
  const first = document.roots[0];
  const start = first ? document.lines.startOfLine(document.lines.positionAt(first.implied ? 0 : first.base).line) : 0;
  return { start, end: start, text: `${text}${eol}${document.text.slice(start).trim() ? eol : ''}` };
}

/** The offset where a node and all below it end. */
export function lastOffset(node: Node): number {
  return node.children.reduce((end, child) => Math.max(end, lastOffset(child)), node.base + node.statement.end);
}

/** The line break that the file uses. */
export function lineBreakOf(document: JourneyDocument): string {
  return /\r\n|\n|\r/.exec(document.text)?.[0] ?? '\n';
}
