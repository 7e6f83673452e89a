import { type ViewName, viewNames } from '../../language/names/settings.ts';
import type { Fit, Point } from './zoom.ts';

/** What a panel remembers while it is hidden and over a reload of the window. */
export interface Kept {
  /** The document and the journey: the extension finds them again by these. */
  uri?: string;
  journey?: string;
  /** Absent until something was drawn. */
  scale?: number;
  /** To be kept when the panel changes its size; a zoom by hand ends it. */
  fit?: Fit;
  /** In screen pixels from where the journey begins; to the left of it below 0. */
  scroll: Point;
  /** The view that was chosen by hand, and the one that the text asked for then: once the text asks for another, that is shown. */
  view?: { chosen: ViewName; insteadOf: ViewName };
  /** While the table is shown instead of the picture: how far it is scrolled, in screen pixels. */
  table?: number;
  /** Ids of the stages that are folded. */
  folded?: readonly string[];
  /** Id of the selected element. */
  selected?: string;
}

/** Reads what an earlier page kept. What makes no sense is left out. */
export function keptFrom(value: unknown): Kept {
  const from = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const scroll = typeof from.scroll === 'object' && from.scroll !== null ? (from.scroll as Record<string, unknown>) : {};
  return {
    ...(typeof from.uri === 'string' ? { uri: from.uri } : {}),
    ...(typeof from.journey === 'string' ? { journey: from.journey } : {}),
    ...(typeof from.scale === 'number' && from.scale > 0 ? { scale: from.scale } : {}),
    ...(from.fit === 'width' || from.fit === 'all' ? { fit: from.fit } : {}),
    ...viewFrom(from.view),
    ...(typeof from.table === 'number' ? { table: offset(from.table) } : {}),
    ...(typeof from.selected === 'string' ? { selected: from.selected } : {}),
    scroll: { x: Number.isFinite(scroll.x) ? (scroll.x as number) : 0, y: offset(scroll.y) },
  };
}

function viewFrom(value: unknown): Pick<Kept, 'view'> {
  const from = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const [chosen, insteadOf] = [from.chosen, from.insteadOf].map((name) => viewNames.find((view) => view === name));
  return chosen && insteadOf ? { view: { chosen, insteadOf } } : {};
}

function offset(value: unknown): number {
  return typeof value === 'number' && value >= 0 ? value : 0;
}
