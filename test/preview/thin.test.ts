import { describe, expect, it } from 'vitest';
import { Filler, Thinner, type ThinReply } from '../../src/preview/thin.ts';
import type { MapReply } from '../../src/server/protocol.ts';
import { largeMap, replyOf } from './maps.ts';

const large = largeMap(4, 3);
const reply = replyOf(large, 1);
const edited = (stage: number, version: number): MapReply => {
  const after = structuredClone(large);
  (after.stages[stage] as { title: string }).title += '!';
  return replyOf(after, version);
};
const only = (...stages: number[]): MapReply => replyOf({ ...large, stages: stages.flatMap((at) => large.stages[at] ?? []) }, 2);
const empty: MapReply = { version: 5, why: 'empty', journeys: [], marks: {}, errors: 0 };

/** What is sent of each stage: the whole, or its place in the map before. */
const sent = ({ map }: ThinReply) => map?.stages.map((stage) => (typeof stage === 'number' ? stage : 'whole'));

/** What goes over after the large map, and what of it is whole. */
const ways: Record<string, { after: MapReply; whole: (number | string)[] | undefined }> = {
  'the same again': { after: structuredClone(reply), whole: [0, 1, 2, 3] },
  'an edit in one stage': { after: edited(2, 2), whole: [0, 1, 'whole', 3] },
  'a stage that is gone': { after: only(0, 2, 3), whole: [0, 2, 3] },
  'stages in another order': { after: only(3, 0, 2, 1), whole: [3, 0, 2, 1] },
  'another journey': { after: replyOf(JSON.parse(JSON.stringify(large).replaceAll('Large', 'Other')), 2), whole: Array(4).fill('whole') },
  'no map': { after: empty, whole: undefined },
};

describe('a reply made thin', () => {
  it.each(Object.keys(ways))('leaves out the stages that the page has: %s', (name) => {
    const { after, whole } = ways[name] as (typeof ways)[string];
    const [thinner, filler] = [new Thinner(), new Filler()];
    const first = thinner.thin(reply);
    expect(sent(first)).toEqual(Array(4).fill('whole'));
    const has = filler.fill(structuredClone(first));
    expect(has).toEqual(reply);
    const thin = thinner.thin(after);
    expect(sent(thin)).toEqual(whole);
    const filled = filler.fill(structuredClone(thin));
    expect(filled).toEqual(after);
    for (const [index, place] of (whole ?? []).entries())
      if (typeof place === 'number') expect(filled?.map?.stages[index]).toBe(has?.map?.stages[place]);
    // And on from there, also past a text without a map.
    expect(filler.fill(structuredClone(thinner.thin(edited(0, 9))))).toEqual(edited(0, 9));
  });

  it('does the same for the map that is improved', () => {
    const [thinner, filler] = [new Thinner(), new Filler()];
    const both = (stage: number, version: number) => ({ ...edited(stage, version), before: large });
    filler.fill(structuredClone(thinner.thin(both(0, 1))));
    const thin = thinner.thin(both(1, 2));
    expect(thin.before?.stages).toEqual([0, 1, 2, 3]);
    expect(filler.fill(structuredClone(thin))).toEqual(both(1, 2));
  });

  it('is whole for the next page', () => {
    const thinner = new Thinner();
    thinner.thin(reply);
    thinner.forget();
    expect(thinner.thin(reply)).toEqual(reply);
  });

  it('is nothing to a page that lacks what it takes for known', () => {
    const thinner = new Thinner();
    thinner.thin(reply);
    const filler = new Filler();
    expect(filler.fill(thinner.thin(reply))).toBeUndefined();
    expect(filler.fill(reply)).toEqual(reply);
  });
});
