import type { ViewName } from '../../language/names/settings.ts';
import type { Mark } from '../../map/model.ts';
import type { MapReply, Pictures } from '../../server/protocol.ts';
import { pair } from '../pair.ts';
import type { ToPage } from '../protocol.ts';
import type { Kept } from './kept.ts';

/** What the page knows: pure data, changed by messages alone. */
export interface Model {
  /** The last reply. Nothing until the first came. */
  reply: MapReply | undefined;
  /** The last reply with a map, as long as its picture is to be seen. */
  shown: ShownReply | undefined;
  notice: string | undefined;
  /** Id of the step under the cursor, by the last word about it. */
  step: string | undefined;
  /** The pictures that came last, with their stamp. They come once, and hold for all replies of that stamp. */
  album: { stamp: string; pictures: Pictures } | undefined;
}

export const blank: Model = { reply: undefined, shown: undefined, notice: undefined, step: undefined, album: undefined };

export type ShownReply = MapReply & Required<Pick<MapReply, 'map'>>;

/** The model after a message. */
export function told(model: Model, message: ToPage<MapReply>): Model {
  switch (message.type) {
    case 'map':
      return withReply(model, message.reply);
    case 'cursor':
      return { ...model, step: message.step };
    case 'notice':
      return { ...model, notice: message.text };
  }
}

function withReply(model: Model, { pictures, ...reply }: MapReply): Model {
  const { stamp } = reply;
  const album = pictures !== undefined && stamp !== undefined ? { stamp, pictures } : model.album;
  const whole = album !== undefined && album.stamp === stamp ? { ...reply, pictures: album.pictures } : reply;
  return { ...model, reply: whole, shown: shownAfter(model.shown, whole), album };
}

/** A text that cannot be read leaves the picture as it was; one that has no journey to draw takes it away. */
function shownAfter(shown: ShownReply | undefined, reply: MapReply): ShownReply | undefined {
  if (reply.map !== undefined) return { ...reply, map: reply.map };
  return reply.why === 'unreadable' ? shown : undefined;
}

/** The view that the text asks for, or the folder's `journey.json`. */
export function viewAsked(shown: ShownReply | undefined): ViewName {
  return shown?.map.view ?? shown?.view ?? 'map';
}

/** The view to draw: one that was chosen by hand holds until the text asks for another. */
export function viewOf(shown: ShownReply | undefined, { view }: Pick<Kept, 'view'>): ViewName {
  const asked = viewAsked(shown);
  return view?.insteadOf === asked ? view.chosen : asked;
}

/** Whether two replies show the same journey, be it under a new name. */
export function sameJourney(before: ShownReply | undefined, after: ShownReply): boolean {
  if (before === undefined) return false;
  const ids = (reply: MapReply) => reply.journeys.map((journey) => journey.id);
  return pair(ids(before), before.map.id, ids(after)) === after.map.id;
}

/** What the bar counts: errors of the whole file, and of the rest what stands on the journey shown. */
export interface Counts {
  errors: number;
  warnings: number;
  remarks: number;
}

/** The two kinds that the bar leads through. */
export type Kind = 'error' | 'rest';

export function countsOf(reply: MapReply | undefined): Counts {
  const marks = Object.values(reply?.marks ?? {}).flat();
  const rest = marks.filter((mark) => isOfKind(mark, 'rest'));
  const warnings = rest.filter(({ severity }) => severity === 'warning').length;
  return { errors: reply?.errors ?? 0, warnings, remarks: rest.length - warnings };
}

export function isOfKind({ severity }: Mark, kind: Kind): boolean {
  return (severity === 'error') === (kind === 'error');
}

/** Ids on which something of a kind was found; '' for what stands nowhere in the journey. */
export function idsWith(reply: MapReply | undefined, kind: Kind): string[] {
  const marks = Object.entries(reply?.marks ?? {});
  return marks.filter(([, found]) => found.some((mark) => isOfKind(mark, kind))).map(([id]) => id);
}
