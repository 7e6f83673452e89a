import { describe, expect, test } from 'vitest';
import { drawMap, stringsOf } from '../../src/draw/index.ts';
import { light } from '../../src/draw/themes.ts';
import { languages } from '../../src/language/names/settings.ts';
import { geometryOfScene, nodesOf } from './geometry-of-scene.ts';
import { longMap, map } from './maps.ts';
import { overlaps } from './overlaps.ts';

const few = [1, 2, 3, 4].flatMap((steps) => languages.map((language) => ({ steps, language })));

describe.each(few)('a map of $steps steps, $language', ({ steps, language }) => {
  const scene = drawMap(longMap(steps), { theme: light, labels: stringsOf(language) });

  test('has its figures beside each other', () => {
    const header = scene.regions.find(({ key }) => key === 'header');
    const figures = [...nodesOf(header?.children ?? [])].filter(({ node }) => node.key.startsWith('figure-')).map(({ node }) => node);
    expect(figures).toHaveLength(3);
    expect(new Set(figures.map(({ children }) => children?.[0]?.attrs.y)).size).toBe(1);
  });

  test('fills its picture with columns of a width that can be read', () => {
    const ends = scene.columns.map(({ x, width }) => x + width);
    const widths = scene.columns.map(({ width }) => width);
    expect(Math.max(...widths)).toBeLessThanOrEqual(322);
    if (steps > 1) expect(scene.width - Math.max(...ends)).toBe(16);
  });
});

test('figures that have no room beside each other stand in two rows where two have, though one is wider', () => {
  const scene = drawMap(map('personas'), { theme: light, view: 'macro', labels: stringsOf('fr') });
  const header = scene.regions.find(({ key }) => key === 'header');
  const figures = [...nodesOf(header?.children ?? [])].filter(({ node }) => node.key.startsWith('figure-')).map(({ node }) => node);
  expect(figures).toHaveLength(3);
  expect(new Set(figures.map(({ children }) => children?.[0]?.attrs.y)).size).toBe(2);
  expect(overlaps(geometryOfScene(scene))).toEqual([]);
});
