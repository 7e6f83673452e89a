import type { JourneyDocument } from '../document.ts';
import { indentOf } from '../format/indent.ts';
import type { Edit } from '../read/statement.ts';
import type { Kind } from '../statements.ts';
import type { Node } from '../tree/node.ts';

/** What has one place only: whatever it was indented as, it can mean nothing else. What these hold comes one level further in. */
const structure: readonly Node['kind'][] = ['journey', 'stage', 'step', 'persona', 'team', 'channel', 'system'] satisfies Kind[];
const holders: readonly Node['kind'][] = ['journey', 'stage', 'step', 'persona'] satisfies Kind[];

/**
 * What Enter does beyond a new line: a stage, step, journey or declaration that was just written, wherever the cursor happened to stand, goes to the
 * level of those before it, and the new line to where its first statement belongs. All else stays as its author indented it.
 *
 * @param line - The new line, counted from 0.
 */
export function onEnter(document: JourneyDocument, line: number): Edit[] {
  const { lines, text } = document;
  const above = line - 1;
  if (above < 0 || line >= lines.count) return [];
  const node = openingLine(document, above);
  if (!node || node.misplaced || node.parent?.implied || !structure.includes(node.kind)) return [];
  if (node.base + node.statement.end > lines.endOfLine(above)) return [];
  if (text.slice(lines.startOfLine(line), lines.endOfLine(line)).trim()) return [];
  const model = before(document, node);
  const own = model ? lines.indentOf(lineOf(document, model)) : ' '.repeat(indentOf(node));
  const child = model?.children.find((each) => !each.implied && each.kind !== 'stage' && opensLine(document, each));
  const below = child ? lines.indentOf(lineOf(document, child)) : `${own}  `;
  const old = lines.indentOf(above);
  const edits: Edit[] = [];
  const indent = (at: number, blanks: string): void => {
    const start = lines.startOfLine(at);
    const now = lines.indentOf(at);
    if (now !== blanks) edits.push({ start, end: start + now.length, text: blanks });
  };
  let first = above;
  while (first > 0 && lines.indentOf(first - 1) === old && isComment(document, first - 1)) first--;
  for (let at = first; at <= above; at++) indent(at, own);
  indent(line, holders.includes(node.kind) ? below : own);
  return edits;
}

function lineOf({ lines }: JourneyDocument, node: Node): number {
  return lines.positionAt(node.base + node.statement.start).line;
}

/** Whether nothing but blanks stands before a statement on its line. */
function opensLine(document: JourneyDocument, node: Node): boolean {
  const line = lineOf(document, node);
  return document.lines.startOfLine(line) + document.lines.indentOf(line).length === node.base + node.statement.start;
}

/** The statement that a line opens with. */
function openingLine(document: JourneyDocument, line: number): Node | undefined {
  const start = document.lines.startOfLine(line) + document.lines.indentOf(line).length;
  return document.nodes.find((node) => !node.implied && node.base + node.statement.start === start);
}

/** The last one before of the same kind, to stand as it does. */
function before(document: JourneyDocument, node: Node): Node | undefined {
  const { nodes } = document;
  for (let at = nodes.indexOf(node) - 1; at >= 0; at--) {
    const other = nodes[at] as Node;
    if (other.kind === node.kind && !other.implied && !other.misplaced && opensLine(document, other)) return other;
  }
  return undefined;
}

function isComment({ lines, text }: JourneyDocument, line: number): boolean {
  return text.slice(lines.startOfLine(line), lines.endOfLine(line)).trimStart().startsWith('//');
}
