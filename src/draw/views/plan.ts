import type { JourneyMap, Step } from '../../map/model.ts';
import type { Context } from '../context.ts';
import type { DrawOptions } from '../drawing.ts';
import type { HeaderWords } from '../header.ts';
import type { Lane, RowKey } from '../lanes/lane.ts';
import type { Piece } from '../piece.ts';
import type { Scene, SceneNode } from '../scene.ts';

/** What one view draws of a map on columns of steps. */
export interface Plan {
  /** The map, or what the view makes of it. */
  map: JourneyMap;
  /** From top to bottom. */
  lanes: readonly (Lane | 'feels')[];
  /** Whether a step is folded: those beside one another share a narrow column. */
  folds?(step: Step): boolean;
  /** What the picture lacks and what to write, said above the lanes. */
  note?: string;
  /** What the header says instead of the map's own figures. */
  header?(context: Context): HeaderWords;
  /** For those who do not see it; without it what the map is. */
  description?: string;
  /** Whether what the map says as a whole, and its personas, stand below the lanes. */
  about: boolean;
  /** Drawn over the columns once all cells have their places, in coordinates of the first column's and the first row's top left corner. */
  over?(columns: PlacedColumn[], context: Context): SceneNode[];
  /** Below the lanes: what to write where the view has too little to show. */
  invitation?(context: Context): Piece;
  /** A view that is no map on columns draws a page of its own. */
  page?(context: Context, options: DrawOptions): Scene;
}

/** A step's column with its cells in their places. */
export interface PlacedColumn {
  step: Step;
  x: number;
  width: number;
  /** What the step has in a row, and where the row's cells begin. */
  cell(row: RowKey): { top: number; height: number; nodes: SceneNode[] } | undefined;
}
