import { expect, test } from 'vitest';
import { faceNodes } from '../../src/draw/feel/moods.ts';
import { drawMap } from '../../src/draw/index.ts';
import type { Scene } from '../../src/draw/scene.ts';
import { light } from '../../src/draw/themes.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { geometryOfScene, nodesOf } from './geometry-of-scene.ts';
import { map, marksOnAll } from './maps.ts';
import { overlaps } from './overlaps.ts';

/** The map of three personas, where all who are there feel what the first of them does; those left out are there all along. */
function alike(...apart: string[]): JourneyMap {
  const drawn = map('personas');
  for (const step of drawn.stages.flatMap((stage) => stage.steps)) {
    const [first] = step.feelings;
    step.absent = [];
    step.feelings = drawn.personas.map(({ name }) => ({
      id: `${step.id}/feels:1@${name}`,
      persona: name,
      score: apart.includes(name) ? -(first?.score ?? 0) : (first?.score ?? 0),
      word: apart.includes(name) ? 'other' : 'hopeful',
    }));
  }
  return drawn;
}

const drawnIn = (scene: Scene) => scene.regions.flatMap(({ children }) => [...nodesOf(children)].map(({ node }) => node));
const faces = (scene: Scene) => drawnIn(scene).filter(({ key }) => key === 'face').length;
const curves = (scene: Scene) => drawnIn(scene).filter(({ attrs }) => String(attrs.stroke).startsWith('url('));
const legend = (scene: Scene) =>
  drawnIn(scene)
    .filter(({ key }) => key.startsWith('legend:'))
    .map(({ children }) => children?.at(-1)?.text);

test('personas who feel the same all along have one curve, one face and one word a step, and no initials', () => {
  const drawn = alike();
  const scene = drawMap(drawn, { theme: light, marks: marksOnAll(drawn) });
  expect([curves(scene).length, faces(scene), legend(scene)]).toEqual([1, 7, []]);
  expect(geometryOfScene(scene).lines.filter(({ text }) => text === 'hopeful')).toHaveLength(7);
  expect(drawnIn(scene).filter(({ key }) => key.startsWith('tag:'))).toEqual([]);
  expect(overlaps(geometryOfScene(scene))).toEqual([]);
});

test('curves stand in the order of the personas, whoever is written first', () => {
  const drawn = map('personas');
  for (const step of drawn.stages.flatMap(({ steps }) => steps)) step.feelings.reverse();
  expect(legend(drawMap(drawn, { theme: light }))).toEqual(['AH', 'KH', 'LB']);
});

test('words of two faces side by side stand apart', () => {
  const words = geometryOfScene(drawMap(map('personas'), { theme: light })).lines;
  const [one, other] = ['overwhelmed', 'sceptical'].map((text) => words.find((line) => line.text === text));
  if (!one || !other) throw new Error('A word is missing');
  if (Math.abs(one.y - other.y) < 8) expect(other.x - one.x - one.width).toBeGreaterThan(6);
  else expect(Math.abs(one.y - other.y)).toBeGreaterThan(8);
});

test('those who feel the same share a curve, with their initials beside it, and the other has one of its own', () => {
  const scene = drawMap(alike('Karim'), { theme: light });
  expect([curves(scene).length, legend(scene)]).toEqual([2, ['AH, LB', 'KH']]);
  expect(overlaps(geometryOfScene(scene))).toEqual([]);
});

test('where only some steps are the same, each has a curve and the steps one face', () => {
  const drawn = map('personas');
  const last = drawn.stages[2]?.steps[0];
  expect(last?.feelings.map(({ score, word }) => [score, word])).toEqual([
    [2, 'happy'],
    [2, 'happy'],
  ]);
  const scene = drawMap(drawn, { theme: light });
  expect(legend(scene)).toEqual(['AH', 'KH', 'LB']);
  expect(geometryOfScene(scene).lines.filter(({ text }) => text === 'happy')).toHaveLength(1);
});

test.each([
  [2, 1.5],
  [1, 0.5],
  [0, 0.4],
])(
  'a face between two scores has the mouth of the outer one, in the colour that goes with it, above and below zero alike (%d)',
  (outer, score) => {
    const mouth = (of: number) => faceNodes(of, false, light).find(({ key }) => key === 'mouth')?.attrs.d;
    expect([mouth(score), mouth(-score)]).toEqual([mouth(outer), mouth(-outer)]);
    if (outer > 0) expect(mouth(-score)).not.toBe(mouth(0));
  },
);
