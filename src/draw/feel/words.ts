import type { Spot } from './curve.ts';
import type { Word } from './labels.ts';
import { faceRadius } from './moods.ts';
import { type Bounds, type Box, outside, type Space } from './places.ts';

/** Where a word stands. */
export interface WordPlace {
  word: Word;
  box: Box;
  /** From the rim of its face to the word, where it does not stand at the face. */
  leader?: { from: Spot; to: Spot };
}

/** What is taken where words are put: all of it, and of that what a leader must not cross. A leader may cross a curve. */
export interface Taken {
  all: Space;
  solid: Space;
}

/** On both sides of a word, so that two beside each other are not read as one. */
export const apart = 4;
/** From a face's middle to its word. */
export const fromFace = faceRadius + 5;
/** A word is read as that of a face that is so much nearer than any other. */
const nearer = 6;
/** No farther from its own. */
const atFace = faceRadius + 9;
const leaderLeast = 6;

/**
 * Finds a place for the word of a face that shares its step with others, so that one sees whose word it is: at its own face and clearly nearer to that than to any other, or
 * further off with a line that leads to it. Nothing where neither is free.
 *
 * @param words - The word as it can be set, what is liked best first.
 * @param lean - To which side the word leans, where its face stands beside others: −1 left, 1 right.
 */
export function placeWord(
  face: Spot & { score: number },
  others: readonly Spot[],
  words: readonly Word[],
  lean: -1 | 0 | 1,
  taken: Taken,
  bounds: Bounds,
): WordPlace | undefined {
  let best: (WordPlace & { cost: number }) | undefined;
  const take = (word: Word, box: Box, cost: number, hasLeader: boolean) => {
    if (best && cost >= best.cost) return;
    if (box.x - apart < bounds.left || box.x + box.width + apart > bounds.right) return;
    const own = distance(face, box);
    const full = cost + outside([box], origin, bounds) + (hasLeader ? own : 0);
    if (best && full >= best.cost) return;
    if (hasLeader ? own < fromFace + leaderLeast : own > atFace || others.some((other) => distance(other, box) < own + nearer)) return;
    if (!taken.all.isFree({ x: box.x - apart, y: box.y, width: box.width + 2 * apart, height: box.height })) return;
    if (!hasLeader) best = { word, box, cost: full };
    else {
      const leader = leaderTo(face, box);
      const crossed = crossing(face, leader, taken);
      if (crossed !== undefined && (!best || full + crossed < best.cost)) best = { word, box, leader, cost: full + crossed };
    }
  };
  for (const [index, word] of words.entries())
    for (const { box, cost } of beside(face, word, lean)) take(word, box, cost + index * 6, false);
  if (!best)
    for (const [index, word] of words.entries()) for (const { box, cost } of around(face, word)) take(word, box, cost + index * 6, true);
  if (!best) return undefined;
  const { box } = best;
  for (const space of [taken.all, taken.solid]) space.add({ x: box.x - apart, y: box.y, width: box.width + 2 * apart, height: box.height });
  if (best.leader) for (const piece of pieces(best.leader)) taken.all.add(piece);
  return best;
}

const origin: Spot = { x: 0, y: 0 };

/** Boxes that touch the rim round a face: good words above, bad ones below, else on the other side or beside it. */
function* beside(
  { x, y, score }: Spot & { score: number },
  { width, height }: Word,
  lean: -1 | 0 | 1,
): Generator<{ box: Box; cost: number }> {
  const at = (left: number, top: number): Box => ({ x: x + left, y: y + top, width, height });
  const half = width / 2;
  // With its end above the middle between two faces, a word is clearly that of one of them.
  const shifts = [0, half / 2, half, half + 8].flatMap((by) => (by === 0 ? [0] : [-by, by]));
  const inward = faceRadius + 3;
  const natural = lean === 0 ? 0 : lean * Math.max(0, half - inward);
  for (const [side, top] of score < 0 ? [fromFace, -fromFace - height].entries() : [-fromFace - height, fromFace].entries()) {
    for (const shift of [natural, ...shifts]) yield { box: at(shift - half, top), cost: side * 9 + Math.abs(shift - natural) * 0.4 };
  }
  for (const down of [0, -7, 7, -13, 13, -18, 18]) {
    for (const left of [fromFace + 3, -fromFace - 3 - width]) yield { box: at(left, down - height / 2), cost: 16 + Math.abs(down) };
  }
}

/** Boxes further off, for a word with a leader. */
function* around({ x, y, score }: Spot & { score: number }, { width, height }: Word): Generator<{ box: Box; cost: number }> {
  const half = width / 2;
  for (let away = leaderLeast; away <= 96; away += 6) {
    for (const up of [score < 0 ? 1 : -1, score < 0 ? -1 : 1]) {
      const middle = y + up * (fromFace + away + height / 2);
      for (const shift of [0, -half / 2, half / 2, -half, half, -half - 14, half + 14]) {
        const cost = 30 + Math.abs(shift) * 0.3 + (up < 0 === score < 0 ? 4 : 0);
        yield { box: { x: x + shift - half, y: middle - height / 2, width, height }, cost };
      }
    }
    for (const down of [0, -12, 12, -24, 24, -36, 36, -48, 48]) {
      for (const left of [fromFace + away, -fromFace - away - width])
        yield { box: { x: x + left, y: y + down - height / 2, width, height }, cost: 34 + Math.abs(down) * 0.3 };
    }
  }
}

/** From a point to the nearest one of a box. */
function distance({ x, y }: Spot, box: Box): number {
  const near = nearest({ x, y }, box);
  return Math.hypot(near.x - x, near.y - y);
}

function nearest({ x, y }: Spot, box: Box): Spot {
  return { x: Math.max(box.x, Math.min(box.x + box.width, x)), y: Math.max(box.y, Math.min(box.y + box.height, y)) };
}

/** A line that begins at the rim of a face and ends at a word. */
function leaderTo(face: Spot, box: Box): { from: Spot; to: Spot } {
  const end = nearest(face, { x: box.x + 4, y: box.y, width: Math.max(0, box.width - 8), height: box.height });
  const length = Math.hypot(end.x - face.x, end.y - face.y);
  const along = (from: number): Spot => ({
    x: face.x + ((end.x - face.x) * from) / length,
    y: face.y + ((end.y - face.y) * from) / length,
  });
  return { from: along(faceRadius + 2), to: along(length - 1) };
}

/** What it costs that a leader crosses curves; nothing where it would cross a text or another face. */
function crossing(face: Spot, leader: { from: Spot; to: Spot }, { all, solid }: Taken): number | undefined {
  const outer = pieces(leader).filter(({ x, y }) => Math.hypot(x + 1.5 - face.x, y + 1.5 - face.y) > faceRadius * 1.5);
  if (!outer.every((piece) => solid.isFree(piece))) return undefined;
  return outer.filter((piece) => !all.isFree(piece)).length * 3;
}

/** A line as boxes, one after the other. */
function pieces({ from, to }: { from: Spot; to: Spot }): Box[] {
  const count = Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / 3));
  return Array.from({ length: count + 1 }, (_, index) => {
    const share = index / count;
    return { x: from.x + (to.x - from.x) * share - 1.5, y: from.y + (to.y - from.y) * share - 1.5, width: 3, height: 3 };
  });
}
