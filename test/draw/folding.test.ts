import { describe, expect, test } from 'vitest';
import { Drawing, drawMap } from '../../src/draw/index.ts';
import type { Scene, SceneNode } from '../../src/draw/scene.ts';
import { light } from '../../src/draw/themes.ts';
import { viewNames } from '../../src/language/names/settings.ts';
import { geometryOfScene, nodesOf } from './geometry-of-scene.ts';
import { map, maps } from './maps.ts';
import { overlaps } from './overlaps.ts';
import { inTongue } from './tongues.ts';

/** Stages that a reader folds, in any view. */

const nodes = ({ regions }: Scene): SceneNode[] => regions.flatMap(({ children }) => [...nodesOf(children)].map(({ node }) => node));
const signs = (scene: Scene) => nodes(scene).filter(({ attrs }) => attrs['data-fold'] !== undefined);
const texts = (scene: Scene) => geometryOfScene(scene).lines.map(({ text }) => text);

describe.each([...Object.keys(maps), 'Arabic'])('in the map %s', (name) => {
  const drawn = name === 'Arabic' ? inTongue(map('laptop'), name) : map(name);
  const named = drawn.stages.filter(({ implicit, steps }) => !implicit && steps.length > 0).map(({ id }) => id);

  test('a stage has a sign where it can be folded, and nowhere else', () => {
    expect(signs(drawMap(drawn, { theme: light }))).toEqual([]);
    expect(signs(drawMap(drawn, { theme: light, folded: [] })).map(({ attrs }) => attrs['data-fold'])).toEqual(named);
  });

  test.each(viewNames)('nothing crosses anything else in the view %s, however many are folded', (view) => {
    for (const folded of [named.slice(0, 1), named.slice(1), named]) {
      expect(overlaps(geometryOfScene(drawMap(drawn, { theme: light, view, folded })))).toEqual([]);
    }
  });
});

test('a folded stage says how many steps it has, keeps its name, and gives its room to the others', () => {
  const laptop = map('laptop');
  const [first] = laptop.stages;
  const open = drawMap(laptop, { theme: light, folded: [] });
  const folded = drawMap(laptop, { theme: light, folded: [first?.id ?? ''] });
  expect(folded.width).toBeLessThan(open.width - 200);
  expect(texts(folded)).toEqual(expect.arrayContaining([first?.title, `+${first?.steps.length}`]));
  expect(texts(folded)).not.toContain(first?.steps[0]?.title);
  expect(folded.columns.map(({ id }) => id)).toEqual(open.columns.map(({ id }) => id));
  expect(signs(folded).map(({ children }) => children?.find(({ tag }) => tag === 'title')?.text)).toEqual([
    'Unfold this stage',
    ...laptop.stages.slice(1).map(() => 'Fold this stage'),
  ]);
});

test('folding forth and back draws what was drawn before', () => {
  const laptop = map('laptop');
  const drawing = new Drawing();
  const before = drawing.draw(laptop, { theme: light, folded: [] });
  for (const { id } of laptop.stages) {
    const folded = drawing.draw(laptop, { theme: light, folded: [id] });
    expect(folded).toEqual(drawMap(laptop, { theme: light, folded: [id] }));
  }
  expect(drawing.draw(laptop, { theme: light, folded: [] })).toEqual(before);
});
