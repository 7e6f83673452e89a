import type { JourneyDocument } from '../document.ts';
import type { Statement } from '../read/statement.ts';
import { indentedAsStages } from '../rules/misleading-indentation.ts';
import type { Node } from '../tree/node.ts';
import { indentOf, step } from './indent.ts';

/** A statement of a file and how it is to be written. Offsets are those of the file. */
export interface Unit {
  statement: Statement;
  /** Offset of its segment, and the segment's text. */
  base: number;
  segment: string;
  start: number;
  end: number;
  node: Node | undefined;
  /** `plain`: anew. `kept`: as it is, on its line's indentation, since it could be read only by guessing. `untouched`: unreadable. */
  how: 'plain' | 'kept' | 'untouched';
  /** The column of its line's first character in the file; endless where a comment from above ends there. */
  column: number;
  /** How many blanks shall stand before it. */
  indent: number;
}

/** The statements of a file, in its order. */
export function unitsOf(document: JourneyDocument): Unit[] {
  const nodes = new Map<number, Node>();
  for (const node of document.nodes) if (!node.implied) nodes.set(node.base + node.statement.start, node);
  // Their finding says that blanks and words disagree: to indent them as the words have it would hide that.
  const misleading = new Set([...indentedAsStages(document)].map(({ node }) => node));
  const units: Unit[] = [];
  let base = 0;
  for (const { text, statements } of document.segments) {
    for (const statement of statements) {
      const start = base + statement.start;
      const node = nodes.get(start);
      const blanks = blanksOfLine(document, start).length;
      const isLost = statement.kind === 'unreadable' && (!node || node.kind === 'unreadable');
      const hasProblem = statement.kind === 'unreadable' || statement.problems.some(({ code }) => code === 'syntax');
      units.push({
        statement,
        base,
        segment: text,
        start,
        end: base + statement.end,
        node,
        how: isLost ? 'untouched' : hasProblem ? 'kept' : 'plain',
        column: isBehindTail(document, start) ? Number.POSITIVE_INFINITY : blanks,
        indent: isLost || !node ? blanks : misleading.has(node) ? step : indentOf(node),
      });
    }
    base += text.length;
  }
  return units;
}

/** How much of a segment stays as it is: its statements with all between them, or its comments above too, and its indentation. */
export type Whole = 'statements' | 'all';

/** As `unitsOf` gives them, but all of some segments, by their offsets, as one that stays as it is. */
export function withWhole(units: readonly Unit[], whole: ReadonlyMap<number, Whole>): Unit[] {
  if (!whole.size) return [...units];
  const seen = new Set<number>();
  return units.flatMap((unit): Unit[] => {
    const { base, segment } = unit;
    const much = whole.get(base);
    if (!much) return [unit];
    if (seen.has(base)) return [];
    seen.add(base);
    const end = base + segment.trimEnd().length;
    if (much === 'statements') return [{ ...unit, end, how: unit.how === 'untouched' ? 'untouched' : 'kept' }];
    const start = base + segment.length - segment.trimStart().length;
    return [{ ...unit, start, end, how: 'untouched' }];
  });
}

/** Whether a block comment that began above ends on the line of an offset, before it. */
function isBehindTail({ text, lines }: JourneyDocument, offset: number): boolean {
  const before = text.slice(lines.startOfLine(lines.positionAt(offset).line), offset);
  const close = before.indexOf('*/');
  return close >= 0 && !before.slice(0, close).includes('/*');
}

/** The blanks that the line of an offset begins with, as far as the offset. */
export function blanksOfLine({ text, lines }: JourneyDocument, offset: number): string {
  const start = lines.startOfLine(lines.positionAt(offset).line);
  let end = start;
  while (end < offset && /\s/.test(text[end] as string)) end++;
  const blanks = text.slice(start, end);
  return start === 0 ? blanks.replace(/^\ufeff/, '') : blanks;
}
