import type { Stage, Step } from '../../map/model.ts';
import type { Context } from '../context.ts';
import type { Piece } from '../piece.ts';
import type { LaneKey } from '../strings.ts';

/** A row of the picture: what each step, and each stage as a whole, has to show in it. It is left out where none has anything. */
export interface Lane {
  key: LaneKey;
  /** Cards stand nearer to the column's edges than text, so that text stands on one line with that of cards' neighbours. */
  holds: 'cards' | 'text';
  step?(step: Step, context: Context): Piece | undefined;
  stage?(stage: Stage, context: Context): Piece | undefined;
}
