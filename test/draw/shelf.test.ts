import { describe, expect, test } from 'vitest';
import { drawMap, light } from '../../src/draw/index.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { mapsOf } from '../language/facts.ts';
import { nodesOf } from './geometry-of-scene.ts';

/** A step with so many of something, each a card, and one beside it. */
function stepWith(count: number, line: (index: number) => string): JourneyMap {
  const lines = Array.from({ length: count }, (_, index) => `    ${line(index)}`).join('\n');
  return mapsOf(
    `team Desk\njourney "Cards"\nstage A\n  step one "Busy"\n${lines}\n  step two "Quiet"\n    touchpoint Letter`,
  )[0] as JourneyMap;
}

const kinds: Record<string, (index: number) => string> = {
  touchpoints: (index) => `touchpoint "Contact ${index}" owner Desk`,
  pains: (index) => `pain "Difficulty ${index}"`,
  opportunities: (index) => `opportunity "Chance ${index}"`,
};

/** The cards of the busy step by their left edges, in the order of the picture's columns; and how wide its column is. */
function drawn(map: JourneyMap, lane: string) {
  const scene = drawMap(map, { theme: light });
  const [busy] = scene.columns;
  const cell = [...nodesOf(scene.regions.flatMap(({ children }) => children))].find(
    ({ node, above }) => node.attrs['data-lane'] === lane && above.some(({ attrs }) => attrs['data-id'] === busy?.id),
  );
  const cards = [...nodesOf(cell?.node.children ?? [])].filter(({ node }) => node.key === 'card').map(({ node }) => node.attrs);
  const columns = Map.groupBy(cards, ({ x }) => Number(x));
  const perColumn = [...columns].sort(([a], [b]) => a - b).map(([, there]) => there.map(({ y }) => Number(y)));
  return { perColumn, cards, width: busy?.width ?? 0, height: scene.height };
}

describe.each(Object.keys(kinds))('many %s of one step', (lane) => {
  test.each([
    [1, [1]],
    [6, [6]],
    [7, [4, 3]],
    [12, [6, 6]],
    [13, [5, 5, 3]],
    [20, [7, 7, 6]],
    [40, [14, 14, 12]],
  ])('%i stand in columns of %j', (count, wanted) => {
    const { perColumn, cards, width } = drawn(stepWith(count, kinds[lane] as (index: number) => string), lane);
    expect(perColumn.map((ys) => ys.length)).toEqual(wanted);
    // Each column begins at the top and goes down.
    for (const ys of perColumn) expect(ys).toEqual([...ys].sort((a, b) => a - b));
    expect(new Set(perColumn.map(([first]) => first)).size).toBe(1);
    for (const { x, width: wide } of cards) expect(Number(x) + Number(wide)).toBeLessThanOrEqual(width);
  });
});

test('cards of different heights are shared out so that the highest column is as low as can be', () => {
  const long = 'This contact has a name that goes on and on until it takes up several lines of its card';
  const map = stepWith(8, (index) => `touchpoint "${index < 2 ? long : 'Short'} ${index}" owner Desk`);
  expect(drawn(map, 'touchpoints').perColumn.map((ys) => ys.length)).toEqual([3, 5]);
});

test('few cards in a step that others made wide stand beside each other, too, as wide as those', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `    touchpoint "Contact ${index}" owner Desk`).join('\n');
  const text = `team Desk\njourney "Cards"\nstage A\n  step one "Busy"\n${lines}\n    pain "One"\n    pain "Two"\n  step two "Quiet"`;
  const wide = mapsOf(text)[0] as JourneyMap;
  const [pains, contacts] = [drawn(wide, 'pains'), drawn(wide, 'touchpoints')];
  expect(pains.perColumn.map((ys) => ys.length)).toEqual([1, 1]);
  expect(new Set([...pains.cards, ...contacts.cards].map(({ width }) => width)).size).toBe(1);
});
