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
  /** Of a part of a file, which holds some of its nodes only: the file. Who asks for it is asked again after each edit. */
  whole?: JourneyDocument;
}

/**
 * Reads a file. Of the version before, the segments at both ends whose text is unchanged are kept as they are; the result is the same
 * as without it.
 */
export function readDocument(uri: string, version: number, text: string, before?: JourneyDocument): JourneyDocument {
  const segments = before
    ? segmentsAfter(before, text)
    : cut(text).map((start, index, starts) => segmentOf(text.slice(start, starts[index + 1])));
  const placed: Placed[] = [];
  let base = 0;
  for (const { text: own, statements } of segments) {
    for (const statement of statements) placed.push({ statement, base });
    base += own.length;
  }
  const roots = buildTree(placed, text);
  return { uri, version, text, lines: new Lines(text), roots, nodes: withAllBelow(roots), segments };
}

function segmentOf(text: string): Segment {
  return { text, statements: readSegment(text) };
}

/** The segments of a text: those that it has in common with the version before at its start and at its end, and between them new ones. */
function segmentsAfter({ segments: old, text: oldText }: JourneyDocument, text: string): Segment[] {
  const same = sameAtStart(oldText, text);
  let [head, from] = [0, 0];
  for (let next = old[0]; next && from + next.text.length <= same; next = old[head]) {
    from += next.text.length;
    head++;
  }
  const most = Math.min(text.length, oldText.length) - from;
  let left = sameAtEnd(oldText, text, most);
  let [tail, to] = [old.length, text.length];
  for (let last = old[tail - 1]; last && tail > head && last.text.length <= left; last = old[tail - 1]) {
    to -= last.text.length;
    left -= last.text.length;
    tail--;
  }
  if (isCutAsWhole(oldText) || isCutAsWhole(text)) [head, from, tail, to] = [0, 0, old.length, text.length];
  else {
    // An edit may change the line that it touches, and with it the segment there, and whether a comment belongs to the next.
    for (let more = 0; more < 2 && head > 0; more++) from -= old[--head]?.text.length ?? 0;
    for (let more = 0; more < 2 && tail < old.length; more++) to += old[tail++]?.text.length ?? 0;
  }
  const between = text.slice(from, to);
  const kept = Map.groupBy(old.slice(head, tail), (segment) => segment.text);
  const fresh = cut(between).map((start, index, starts): Segment => {
    const slice = between.slice(start, starts[index + 1]);
    return kept.get(slice)?.shift() ?? segmentOf(detached(slice));
  });
  return [...old.slice(0, head), ...fresh, ...old.slice(tail)];
}

/** How many characters two texts have in common at their start. Halves are compared as a whole: the engine does that by far faster than one by one. */
function sameAtStart(one: string, other: string): number {
  let [low, high] = [0, Math.min(one.length, other.length)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (one.slice(low, middle) === other.slice(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How many characters two texts have in common at their end, `most` at most. */
function sameAtEnd(one: string, other: string, most: number): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (one.slice(one.length - middle, one.length - low) === other.slice(other.length - middle, other.length - low)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether where a text is cut depends on more than the lines around: on where long texts and block comments begin and end. */
function isCutAsWhole(text: string): boolean {
  return text.includes('"""') || text.includes('/*');
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
