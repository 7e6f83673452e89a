import type { Mark } from '../../map/model.ts';
import { pair } from '../pair.ts';
import { boxesOf, idsIn, spokenOf } from './elements.ts';
import type { Box } from './geometry.ts';

/** What is selected in the picture: at most one element of the map. */
export interface Selection {
  id: string | undefined;
  /** All ids when it was selected: by its place among them it is found again when it is renamed. */
  ids: readonly string[];
  /** Round it, per region that draws it, in the region's own pixels. */
  outline: ReadonlyMap<string, Box>;
  /** What a screen reader is told. */
  spoken: string;
  /** What was found about it. */
  found: readonly Mark[];
}

export const nothing: Selection = { id: undefined, ids: [], outline: new Map(), spoken: '', found: [] };

/**
 * Selects an element of the picture as it is in the page.
 *
 * @param found what was found about it
 */
export function select(view: Element, id: string, scale: number, found: readonly Mark[]): Selection {
  const spoken = [spokenOf(view, id), ...found.map(({ message }) => message)].join('. ');
  return { id, ids: idsIn(view), outline: boxesOf(view, id, scale), spoken, found };
}

/** Finds the selected element in a picture that was drawn anew. Nothing where it is gone. */
export function findAgain(view: Element, { id, ids }: Selection): string | undefined {
  return id === undefined ? undefined : pair(ids, id, idsIn(view));
}
