import type { SceneNode } from './scene.ts';

/**
 * Something that can be laid out in a cell. `need` is the width with which no word of it is broken; `lay` draws it with its top left
 * corner at a place, no wider than it is told, and says how high it came out. `wide` is what it asks for beyond that, as many cards do: a column of its step
 * becomes wider for them than for any word.
 */
export interface Piece {
  need: number;
  wide?: number;
  lay(x: number, y: number, width: number): Laid;
}

export interface Laid {
  height: number;
  nodes: SceneNode[];
}

/** Pieces below each other. */
export function stack(pieces: Piece[], gap: number): Piece {
  const [only] = pieces;
  if (only && pieces.length === 1) return { need: only.need, lay: only.lay };
  return {
    need: Math.max(0, ...pieces.map((piece) => piece.need)),
    lay(x, y, width) {
      const nodes: SceneNode[] = [];
      let height = 0;
      for (const [index, piece] of pieces.entries()) {
        if (index > 0) height += gap;
        const laid = piece.lay(x, y + height, width);
        nodes.push(...laid.nodes);
        height += laid.height;
      }
      return { height, nodes };
    },
  };
}

/** A piece with room round it. */
export function padded(piece: Piece, sides: { left?: number; right?: number; top?: number; bottom?: number }): Piece {
  const { left = 0, right = 0, top = 0, bottom = 0 } = sides;
  return {
    need: piece.need + left + right,
    lay(x, y, width) {
      const laid = piece.lay(x + left, y + top, width - left - right);
      return { height: laid.height + top + bottom, nodes: laid.nodes };
    },
  };
}

/** A piece with something drawn behind it, in a box as wide as the cell and as high as the piece. */
export function boxed(piece: Piece, draw: (x: number, y: number, width: number, height: number) => SceneNode[]): Piece {
  return {
    need: piece.need,
    lay(x, y, width) {
      const laid = piece.lay(x, y, width);
      return { height: laid.height, nodes: [...draw(x, y, width, laid.height), ...laid.nodes] };
    },
  };
}

/** A piece and something drawn in the room left of its first line. */
export function led(piece: Piece, room: number, draw: (x: number, y: number) => SceneNode[]): Piece {
  return {
    need: piece.need + room,
    lay(x, y, width) {
      const laid = piece.lay(x + room, y, width - room);
      return { height: laid.height, nodes: [...draw(x, y), ...laid.nodes] };
    },
  };
}

/** Pieces below each other, or nothing where there are none. */
export function stackOf(pieces: Piece[], gap: number): Piece | undefined {
  return pieces.length === 0 ? undefined : stack(pieces, gap);
}
