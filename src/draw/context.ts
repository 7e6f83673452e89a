import type { Mark, Persona } from '../map/model.ts';
import type { Lane } from './lanes/lane.ts';
import type { Measure } from './measure.ts';
import type { Strings } from './strings.ts';
import type { Theme } from './themes.ts';

/** What every part of the picture is drawn with. */
export interface Context {
  measure: Measure;
  theme: Theme;
  strings: Strings;
  /** Those of the journey, in its order. */
  personas: Persona[];
  /** Titles of steps by id. */
  titles: ReadonlyMap<string, string>;
  /** What is drawn, from top to bottom. */
  lanes: readonly (Lane | 'feels')[];
  /** Findings by element id. */
  marks: Record<string, Mark[]>;
}
