import type { Lines } from './cells.ts';

/** Something with a name and what is said of it. */
export interface Fact {
  name: string;
  lines: Lines;
}

/** Something with a title, and the id of its element. */
export interface Titled {
  id: string;
  title: string;
}

/** Steps beside one another, and below each what its lanes say. */
export interface Table {
  steps: Titled[];
  rows: { name: string; cells: Lines[] }[];
}

export interface ToldStage extends Titled {
  /** Empty where the steps stand in no stage. */
  title: string;
  facts: Fact[];
  /** Of a long stage several. */
  tables: Table[];
}

/** All that a picture shows, in reading order, as plain text. Whoever writes it into a format escapes it. */
export interface ToldMap extends Titled {
  /** One sentence or two for those who do not see the picture. */
  description: string;
  /** It is read from right to left. */
  leftward?: true;
  facts: Fact[];
  personas: (Titled & { facts: Fact[] })[];
  stages: ToldStage[];
}
