import type { MapReply } from '../../server/protocol.ts';
import { pair } from '../pair.ts';
import type { ToPage } from '../protocol.ts';

/** What the page knows: pure data, changed by messages alone. */
export interface Model {
  /** The last reply. Nothing until the first came. */
  reply: MapReply | undefined;
  /** The last reply with a map, as long as its picture is to be seen. */
  shown: ShownReply | undefined;
  notice: string | undefined;
  /** Id of the step under the cursor, by the last word about it. */
  step: string | undefined;
}

export const blank: Model = { reply: undefined, shown: undefined, notice: undefined, step: undefined };

export type ShownReply = MapReply & Required<Pick<MapReply, 'map'>>;

/** The model after a message. */
export function told(model: Model, message: ToPage): Model {
  switch (message.type) {
    case 'map':
      return { ...model, reply: message.reply, shown: shownAfter(model.shown, message.reply) };
    case 'cursor':
      return { ...model, step: message.step };
    case 'notice':
      return { ...model, notice: message.text };
  }
}

/** A text that cannot be read leaves the picture as it was; one that has no journey to draw takes it away. */
function shownAfter(shown: ShownReply | undefined, reply: MapReply): ShownReply | undefined {
  if (reply.map !== undefined) return { ...reply, map: reply.map };
  return reply.why === 'unreadable' ? shown : undefined;
}

/** Whether two replies show the same journey, be it under a new name. */
export function sameJourney(before: ShownReply | undefined, after: ShownReply): boolean {
  if (before === undefined) return false;
  const ids = (reply: MapReply) => reply.journeys.map((journey) => journey.id);
  return pair(ids(before), before.map.id, ids(after)) === after.map.id;
}

/** How many findings there are in all. */
export function findingsOf(reply: MapReply | undefined): number {
  return Object.values(reply?.marks ?? {}).reduce((sum, marks) => sum + marks.length, 0);
}
