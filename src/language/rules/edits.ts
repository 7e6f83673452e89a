import type { JourneyDocument } from '../document.ts';
import { isWord } from '../read/tokens.ts';
import type { Node } from '../tree/node.ts';
import type { FileEdit } from './rule.ts';

/** A name as it must be written: with quotes where it is more than one word. */
export function written(name: string): string {
  return isWord(name) ? name : `"${name.replace(/["\\]/g, (mark) => `\\${mark}`)}"`;
}

/** Text that a snippet shall insert as it is. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, (mark) => `\\${mark}`);
}

/** Values to choose from in a snippet; the first one stands until another is chosen. */
export function choices(stop: number, values: readonly string[]): string {
  return `\${${stop}|${values.map((value) => value.replace(/[\\,|]/g, (mark) => `\\${mark}`)).join(',')}|}`;
}

/** Puts a statement on a line of its own directly below another statement, indented as its child. */
export function insertBelow(document: JourneyDocument, above: Node, text: string, snippet = false): FileEdit {
  const { lines } = document;
  const end = above.base + above.statement.end;
  const line = lines.positionAt(end).line;
  const indent = lines.indentOf(lines.positionAt(above.base + above.statement.start).line);
  const child = above.children.find((node) => !node.implied && lines.positionAt(node.base + node.statement.start).line > line);
  const childIndent = child && lines.indentOf(lines.positionAt(child.base + child.statement.start).line);
  const own = childIndent !== undefined && childIndent.length > indent.length ? childIndent : `${indent}  `;
  const at = lines.endOfLine(line);
  return { start: at, end: at, text: `${lineBreakOf(document)}${own}${text}`, ...(snippet ? { snippet: true } : {}) };
}

/** Puts words directly behind a statement's last word. */
export function appendTo(node: Node, text: string, snippet = false): FileEdit {
  const at = node.base + node.statement.end;
  return { start: at, end: at, text: ` ${text}`, ...(snippet ? { snippet: true } : {}) };
}

/** Declares something above the first journey, behind the last declaration that stands there, or at the top of the file. */
export function declare(document: JourneyDocument, text: string): FileEdit {
  const firstJourney = document.roots.findIndex((node) => node.kind === 'journey');
  const before = document.roots.slice(0, firstJourney < 0 ? undefined : firstJourney).filter((node) => !node.misplaced && node.kind !== 'unreadable');
  const eol = lineBreakOf(document);
  const last = before.at(-1);
  if (last) {
    const end = lastOffset(last);
    const at = document.lines.endOfLine(document.lines.positionAt(end).line);
    const apart = last.children.length ? eol : '';
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
