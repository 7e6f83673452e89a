import { describe, expect, test } from 'vitest';
import { english } from '../../src/draw/english.ts';
import { Drawing, drawMap, stringsOf } from '../../src/draw/index.ts';
import type { Scene } from '../../src/draw/scene.ts';
import { light } from '../../src/draw/themes.ts';
import { type LaneName, lanes, languages } from '../../src/language/names/settings.ts';
import { definitions } from '../../src/language/statements.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { geometryOfScene, nodesOf } from './geometry-of-scene.ts';
import { map, maps, marksOnAll } from './maps.ts';
import { overlaps } from './overlaps.ts';
import { samples } from './samples.ts';

const names = lanes.map(({ name }) => name);
const everything = map('everything');

/** The lanes drawn, from top to bottom, by their labels. */
function drawn(scene: Scene): string[] {
  const labels = scene.regions.find(({ key }) => key === 'labels')?.children ?? [];
  return labels.map(({ key }) => key).filter((key) => (names as string[]).includes(key));
}

/** What stands in the cells of the picture, by lane. */
function cells(scene: Scene): Set<unknown> {
  const nodes = scene.regions.flatMap(({ children }) => [...nodesOf(children)]);
  return new Set(nodes.map(({ node }) => node.attrs['data-lane']).filter((lane) => lane !== undefined));
}

const choices: LaneName[][] = [
  ['steps', 'feels', 'touchpoints', 'pains'],
  ['feels', 'pains', 'steps'],
  ['touchpoints', 'feels'],
  ['moments'],
  ['goals'],
  [...names].reverse(),
];

describe.each(choices.map((choice) => ({ choice, title: choice.slice(0, 4).join(', ') })))('lanes $title', ({ choice }) => {
  const scene = drawMap(everything, { theme: light, lanes: choice, marks: marksOnAll(everything) });

  test('are drawn in the order asked for, and no others', () => {
    expect(drawn(scene)).toEqual(choice);
    expect([...cells(scene)].sort()).toEqual(choice.filter((name) => name !== 'feels').sort());
    expect(scene.regions.some(({ key }) => key === 'feels' || key === 'curve')).toBe(choice.includes('feels'));
  });

  test.each(Object.keys(maps))('leave no text of the map %s on another', (name) => {
    expect(overlaps(geometryOfScene(drawMap(map(name), { theme: light, lanes: choice })))).toEqual([]);
  });

  test('are the same after other lanes as at once', () => {
    const drawing = new Drawing();
    drawing.draw(everything, { theme: light });
    const again = drawing.draw(everything, { theme: light, lanes: choice, marks: marksOnAll(everything) });
    expect(JSON.stringify(again)).toBe(JSON.stringify(scene));
    expect(JSON.stringify(drawing.draw(everything, { theme: light }))).toBe(JSON.stringify(drawMap(everything, { theme: light })));
  });

  test('keep what is laid out while they stay the same', () => {
    const drawing = new Drawing();
    const [first, second] = [1, 2].map(() => drawing.draw(everything, { theme: light, lanes: [...choice] })) as [Scene, Scene];
    const stages = (of: Scene) => of.regions.filter(({ key }) => key.startsWith('stage:')).flatMap(({ children }) => children);
    const before = stages(first);
    expect(before.length).toBeGreaterThan(0);
    expect(stages(second).every((node, index) => node === before[index])).toBe(true);
  });
});

test('all lanes in their usual order are what is drawn without a choice', () => {
  expect(JSON.stringify(drawMap(everything, { theme: light, lanes: names }))).toBe(JSON.stringify(drawMap(everything, { theme: light })));
  expect(drawn(drawMap(everything, { theme: light }))).toEqual(names);
});

test('every lane has a label, and every one but the stages can be chosen', () => {
  expect(
    Object.keys(english.lanes)
      .filter((key) => key !== 'stages')
      .sort(),
  ).toEqual([...names].sort());
  for (const { shows } of lanes) for (const word of shows) expect(definitions.map(({ kind }) => kind)).toContain(word);
});

test('key moments stand in their own lane, all of them, where there is no curve', () => {
  const all = everything.stages.flatMap(({ steps }) => steps.flatMap(({ moments }) => moments.map(({ id }) => id)));
  const scene = drawMap(everything, { theme: light, lanes: ['moments'], marks: marksOnAll(everything) });
  const nodes = scene.regions.flatMap(({ children }) => [...nodesOf(children)]);
  expect(all.length).toBeGreaterThan(1);
  for (const id of all) {
    expect(nodes.filter(({ node }) => node.attrs['data-id'] === id)).toHaveLength(1);
    expect(nodes.some(({ node, above }) => node.key === 'mark' && above.some((each) => each.attrs['data-id'] === id))).toBe(true);
  }
});

test('lanes without anything in them leave the heads alone', () => {
  const scene = drawMap(map('sparse'), { theme: light, lanes: ['evidence'] });
  expect(drawn(scene).length).toBeLessThan(2);
  expect(scene.height).toBeGreaterThan(100);
});

test.each(languages)('a promise says in full what is promised elsewhere, and where (%s)', async (language) => {
  const couch = (await samples()).find(({ name }) => name.startsWith('livraison'));
  const scene = drawMap(couch?.map as JourneyMap, { theme: light, labels: stringsOf(language) });
  const said = geometryOfScene(scene)
    .lines.map(({ text }) => text.replaceAll('\u00a0', ' '))
    .join(' ');
  expect(said).toMatch(/vendredi, de 9 h à 17 h ?[»”] (?:à|at) (?:« )?SMS du transporteur/);
});
