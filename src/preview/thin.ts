import { equal } from '../draw/equal.ts';
import type { JourneyMap, Stage } from '../map/model.ts';
import type { MapReply } from '../server/protocol.ts';

/**
 * A map as it goes to a page: a stage that says what one of the map before said is its place in that one, counted from 0. An edit is in one stage, and
 * to hand over all of a long map takes longer than to draw what changed.
 */
export type ThinMap = Omit<JourneyMap, 'stages'> & { stages: readonly (Stage | number)[] };
export type ThinReply = Omit<MapReply, 'map' | 'before'> & { map?: ThinMap; before?: ThinMap };

/** What both ends remember: the stages of the last maps that went over. */
interface Last {
  map: readonly Stage[];
  before: readonly Stage[];
}

const nothing: Last = { map: [], before: [] };

/** The end that sends. */
export class Thinner {
  #last = nothing;

  /** A reply without what the page has. The page must get every reply that was made thin, in this order. */
  thin({ map, before, ...reply }: MapReply): ThinReply {
    const last = this.#last;
    this.#last = { map: map?.stages ?? last.map, before: before?.stages ?? last.before };
    return { ...reply, ...(map && { map: thinned(map, last.map) }), ...(before && { before: thinned(before, last.before) }) };
  }

  /** Another page comes, and has nothing yet. */
  forget(): void {
    this.#last = nothing;
  }
}

/** The end that gets. */
export class Filler {
  #last = nothing;

  /** A reply was not taken: what the next one takes for known is not there. */
  forget(): void {
    this.#last = nothing;
  }

  /** The whole reply, with the very same stages where they stayed. Nothing where it takes for known what never came. */
  fill({ map: thinMap, before: thinBefore, ...reply }: ThinReply): MapReply | undefined {
    const last = this.#last;
    const [map, before] = [thinMap && filled(thinMap, last.map), thinBefore && filled(thinBefore, last.before)];
    if ((thinMap && !map) || (thinBefore && !before)) return undefined;
    this.#last = { map: map?.stages ?? last.map, before: before?.stages ?? last.before };
    return { ...reply, ...(map && { map }), ...(before && { before }) };
  }
}

function thinned({ stages, ...map }: JourneyMap, last: readonly Stage[]): ThinMap {
  const places = new Map(last.map(({ id }, index) => [id, index]));
  const thin = (stage: Stage): Stage | number => {
    const place = places.get(stage.id);
    return place !== undefined && equal(last[place], stage) ? place : stage;
  };
  return { ...map, stages: stages.map(thin) };
}

function filled({ stages, ...map }: ThinMap, last: readonly Stage[]): JourneyMap | undefined {
  const whole = stages.flatMap((stage) => (typeof stage === 'number' ? (last[stage] ?? []) : stage));
  return whole.length === stages.length ? { ...map, stages: whole } : undefined;
}
