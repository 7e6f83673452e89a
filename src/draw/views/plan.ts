import type { JourneyMap, Step } from '../../map/model.ts';
import type { Lane } from '../lanes/lane.ts';

/** What one view draws of a map on columns of steps. */
export interface Plan {
  /** The map, or what the view makes of it. */
  map: JourneyMap;
  /** From top to bottom. */
  lanes: readonly (Lane | 'feels')[];
  /** Whether a step is folded: those beside one another share a narrow column. */
  folds?(step: Step): boolean;
  /** Whether what the map says as a whole, and its personas, stand below the lanes. */
  about: boolean;
}
