/**
 * A drawn map before it is SVG: plain nodes with concrete colours and numbers, cut into regions that a page can place and pin on their own.
 * The command line joins the regions into one file; the panel gives each an `<svg>` and patches the nodes that differ.
 */

/** An SVG element. Attribute names are SVG's own (`stroke-width`), `data-id` for an element of the map and `data-lane` for a cell of a lane. */
export interface SceneNode {
  tag:
    | 'g'
    | 'rect'
    | 'path'
    | 'circle'
    | 'line'
    | 'text'
    | 'tspan'
    | 'title'
    | 'defs'
    | 'linearGradient'
    | 'stop'
    | 'clipPath'
    | 'use'
    | 'image';
  /** Unique among its siblings and stable while the thing it draws is the same thing. */
  key: string;
  attrs: Record<string, string | number>;
  /** Text content, for `text`, `tspan` and `title`. */
  text?: string;
  children?: SceneNode[];
}

/**
 * A rectangle of the picture, in the picture's own pixels at 100 %. Its children use coordinates relative to its top left corner.
 * `pin` says which edge a scrolling page keeps it at: stage heads at the top, lane labels at the left (at the right where time runs leftward), `corner`
 * (where the two meet) at both.
 * A pinned region has an opaque ground, so that what scrolls below it does not show through.
 */
export interface Region {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
  pin?: 'top' | 'left' | 'right' | 'corner';
  children: SceneNode[];
}

/** Where a step's column stands, for the frame round the cursor's step. */
export interface StepColumn {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Scene {
  width: number;
  height: number;
  background: string;
  /** Time runs from right to left: the picture begins at its right edge. */
  leftward?: boolean;
  /** The family of fonts that text is set in where the reader has it, before ours. */
  font?: string;
  /** In painting order. */
  regions: Region[];
  /**
   * The steps' titles, one line each, for a page that scrolls: it shows them below what it keeps at the top while the steps'
   * own titles are out of sight. They stand over those, and are no part of a picture that is a file. Absent where there is no step.
   */
  titles?: Region;
  columns: StepColumn[];
  /** Title and description for those who do not see it. */
  title: string;
  description: string;
}
