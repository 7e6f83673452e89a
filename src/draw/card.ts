import { rect } from './nodes.ts';
import { boxed, type Piece, padded } from './piece.ts';

export interface CardLook {
  fill: string;
  stroke: string;
  dash?: string;
}

/** A piece on a card as wide as its cell. The card can be hit all over. */
export function card(piece: Piece, look: CardLook): Piece {
  return boxed(padded(piece, { left: 12, right: 10, top: 10, bottom: 11 }), (x, y, width, height) => [
    rect('card', x + 0.5, y + 0.5, width - 1, height - 1, {
      rx: 8.5,
      fill: look.fill,
      stroke: look.stroke,
      'stroke-dasharray': look.dash,
      'pointer-events': 'all',
    }),
  ]);
}
