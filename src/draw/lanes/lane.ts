import type { Stage, Step } from '../../map/model.ts';
import type { Context } from '../context.ts';
import type { Piece } from '../piece.ts';
import type { LaneKey } from '../strings.ts';

/** A row's name: that of a usual lane, or one of a view with rows of its own, by what they are and whose. */
export type RowKey = LaneKey | `${'front' | 'back' | 'system' | 'zone' | 'line'}:${string}`;

/** A row of the picture: what each step, and each stage as a whole, has to show in it. It is left out where none has anything. */
export interface Lane {
  key: RowKey;
  /** Cards stand nearer to the column's edges than text, so that text stands on one line with that of cards' neighbours. */
  holds: 'cards' | 'text';
  step?(step: Step, context: Context): Piece | undefined;
  stage?(stage: Stage, context: Context): Piece | undefined;
  /** Its label; without it the one that the picture's words have for its key. */
  label?(context: Context): Piece;
  /** It has no cells but its label alone, and is drawn in any case: the name of the rows below it, or of a line across all columns. */
  bare?: 'name' | LineLook;
  /** Room for lines above its cells, in pixels. */
  above?: number;
  /** Its rows stand close together, with no line between them. */
  close?: boolean;
}

/** How a line across all columns is drawn. */
export interface LineLook {
  strength: number;
  dash?: string;
}
