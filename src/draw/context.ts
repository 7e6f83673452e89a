import type { Mark, Persona } from '../map/model.ts';
import type { Logo } from './brand.ts';
import type { Lane } from './lanes/lane.ts';
import type { Measure } from './measure.ts';
import type { Strings } from './strings.ts';
import type { Theme } from './themes.ts';

/** What every part of the picture is drawn with. */
export interface Context {
  measure: Measure;
  theme: Theme;
  /** The picture is laid out to be mirrored: time will run from right to left. */
  leftward: boolean;
  strings: Strings;
  /** Those of the journey, in its order. */
  personas: Persona[];
  /** Nothing where no step says when or how long. */
  time: Time | undefined;
  /** What is drawn, from top to bottom. */
  lanes: readonly (Lane | 'feels')[];
  /** Pictures of personas by their names, as data. */
  photos: Readonly<Record<string, string>>;
  /** In the header; nothing where there is none. */
  logo: Logo | undefined;
  /** No text is shortened: nobody can point at it to read the whole. */
  inFull: boolean;
  /** Of a part of a map, how many stages with a head come before it. */
  headsBefore: number;
  /** Titles of the map's steps that are not in the picture, by their ids. */
  elsewhere: ReadonlyMap<string, string>;
  /** Before ids inside the picture. */
  idPrefix: string;
  /** Ids of the stages that are folded; nothing where no stage can be. */
  folded: ReadonlySet<string> | undefined;
  /** Findings by element id. */
  marks: Record<string, Mark[]>;
}

/** The time of a map as a whole. */
export interface Time {
  /** What a step takes or waits at most, in minutes. */
  longest: number;
  /** What all steps take and wait, as the language writes it. */
  total: string | undefined;
}
