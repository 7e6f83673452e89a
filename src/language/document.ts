import { Lines } from './lines.ts';
import { cut } from './read/cut.ts';
import { readSegment } from './read/segment.ts';
import type { Statement } from './read/statement.ts';
import { buildTree, type Placed } from './tree/build.ts';
import { type Node, withAllBelow } from './tree/node.ts';

interface Segment {
  text: string;
  statements: Statement[];
}

/** One version of a `.journey` file: its text and the tree of its statements. */
export interface JourneyDocument {
  uri: string;
  version: number;
  text: string;
  lines: Lines;
  /** The nodes of the top level. */
  roots: Node[];
  /** All nodes, holders before what they hold. */
  nodes: Node[];
  /** What the file was cut into, for the next version to keep. */
  segments: readonly Segment[];
}

/**
 * Reads a file. Of the version before, the segments at both ends whose text is unchanged are kept as they are; the result is the same
 * as without it.
 */
export function readDocument(uri: string, version: number, text: string, before?: JourneyDocument): JourneyDocument {
  const starts = cut(text);
  const segments: Segment[] = new Array(starts.length);
  const old = before?.segments ?? [];
  const sliceOf = (index: number): string => text.slice(starts[index], starts[index + 1] ?? text.length);

  let head = 0;
  while (head < starts.length && head < old.length && old[head]?.text === sliceOf(head)) {
    segments[head] = old[head] as Segment;
    head++;
  }
  let tail = 0;
  while (
    tail < starts.length - head &&
    tail < old.length - head &&
    old[old.length - 1 - tail]?.text === sliceOf(starts.length - 1 - tail)
  ) {
    segments[starts.length - 1 - tail] = old[old.length - 1 - tail] as Segment;
    tail++;
  }
  for (let index = head; index < starts.length - tail; index++) {
    const slice = before ? detached(sliceOf(index)) : sliceOf(index);
    segments[index] = { text: slice, statements: readSegment(slice) };
  }

  const placed: Placed[] = [];
  segments.forEach(({ statements }, index) => {
    for (const statement of statements) placed.push({ statement, base: starts[index] as number });
  });
  const roots = buildTree(placed);
  return { uri, version, text, lines: new Lines(text), roots, nodes: withAllBelow(roots), segments };
}

/** A copy that does not keep the whole text alive, as engines let slices do: a segment may outlive the version it was read from. */
function detached(slice: string): string {
  return slice.split('').join('');
}

/** The innermost node whose statement covers an offset, or, between statements, the last one before it. */
export function nodeAt(document: JourneyDocument, offset: number): Node | undefined {
  let found: Node | undefined;
  let start = -1;
  for (const node of document.nodes) {
    if (node.implied) continue;
    const at = node.base + node.statement.start;
    if (at <= offset && at > start) {
      found = node;
      start = at;
    }
  }
  return found;
}
