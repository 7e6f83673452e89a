import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { JourneyDocument } from '../document.ts';
import { commentsIn } from '../read/comments.ts';
import { tokenize } from '../read/tokens.ts';
import { lastOffset } from '../rules/edits.ts';

/** What can be folded to a line: everything that goes on below its first line, and comments of several lines. */
export function foldingRanges(document: JourneyDocument): FoldingRange[] {
  const { lines } = document;
  const ranges: FoldingRange[] = [];
  const lastOf = new Map<number, number>();
  for (const node of document.nodes) {
    if (node.implied) continue;
    const startLine = lines.positionAt(node.base + node.statement.start).line;
    const endLine = lines.positionAt(lastOffset(node)).line;
    if (endLine > startLine && (lastOf.get(startLine) ?? -1) < endLine) {
      ranges.push({ startLine, endLine });
      lastOf.set(startLine, endLine);
    }
  }
  return [...ranges, ...comments(document)];
}

function comments({ segments, lines }: JourneyDocument): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  let base = 0;
  let run: { startLine: number; endLine: number } | undefined;
  const close = (): void => {
    if (run && run.endLine > run.startLine) ranges.push({ ...run, kind: FoldingRangeKind.Comment });
    run = undefined;
  };
  for (const { text } of segments) {
    if (text.includes('/')) {
      for (const { start, end, ownLine } of commentsIn(text, tokenize(text))) {
        if (!ownLine) continue;
        const startLine = lines.positionAt(base + start).line;
        const endLine = lines.positionAt(base + end).line;
        if (run?.endLine === startLine - 1) run.endLine = endLine;
        else {
          close();
          run = { startLine, endLine };
        }
      }
    }
    base += text.length;
  }
  close();
  return ranges;
}
