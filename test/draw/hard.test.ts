import { describe, expect, test } from 'vitest';
import { drawMap, stringsOf } from '../../src/draw/index.ts';
import { light } from '../../src/draw/themes.ts';
import { languages, viewNames } from '../../src/language/names/settings.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { geometryOfScene, nodesOf } from './geometry-of-scene.ts';
import { hardMaps } from './hard-maps.ts';
import { longMap, map } from './maps.ts';
import { overlaps } from './overlaps.ts';
import { samples } from './samples.ts';

/** Every sample and every map that is hard to draw, in every view. */
const all: { name: string; map: JourneyMap; before?: JourneyMap }[] = [
  ...(await samples()),
  ...Object.entries(hardMaps).map(([name, hard]) => ({ name, map: hard, before: map('laptop') })),
];
const pictures = all.flatMap((shown) => viewNames.map((view) => ({ ...shown, view })));

test.each(pictures)('$name in the view $view has no text outside its box, on another or on the curve', ({ map: drawn, view, before }) => {
  for (const language of languages) {
    for (const width of [undefined, 480]) {
      const options = { theme: light, view, labels: stringsOf(language), ...(before ? { before } : {}), ...(width ? { width } : {}) };
      expect(overlaps(geometryOfScene(drawMap(drawn, options)))).toEqual([]);
    }
  }
});

const hard = (name: keyof typeof hardMaps) => hardMaps[name] as JourneyMap;
const drawnIn = (scene: ReturnType<typeof drawMap>) =>
  scene.regions.flatMap(({ children }) => [...nodesOf(children)].map(({ node }) => node));
const lanesOf = (scene: ReturnType<typeof drawMap>) =>
  scene.regions
    .find(({ key }) => key === 'labels')
    ?.children.map(({ key }) => key)
    .filter((key) => /^[a-z]+$/.test(key) && key !== 'ground');

describe('a map in which nobody feels anything', () => {
  const drawn = hard('no feelings');

  test('has no curve, and its key moments where they can be read', () => {
    const scene = drawMap(drawn, { theme: light });
    expect(lanesOf(scene)).toEqual(['steps', 'moments', 'touchpoints', 'pains']);
    const said = geometryOfScene(scene).lines.map(({ text }) => text);
    for (const words of ['It decides', 'moment of truth', 'delight']) expect(said).toContain(words);
  });

  test.each(['map', 'compare'] as const)('keeps its key moments in the view %s where only the curve was asked for', (view) => {
    const scene = drawMap(drawn, { theme: light, view, before: drawn, lanes: ['steps', 'feels'] });
    expect(lanesOf(scene)).toEqual(['steps', 'moments']);
  });
});

test.each(all)('on the zero line of $name stands no text', ({ map: drawn }) => {
  const scene = drawMap(drawn, { theme: light });
  const zero = drawnIn(scene).find(({ key }) => key === 'zero');
  if (!zero) return expect(drawn.stages.flatMap(({ steps }) => steps.flatMap(({ feelings }) => feelings))).toEqual([]);
  const top = scene.regions.find(({ key }) => key === 'lanes')?.y ?? 0;
  const pieces = [...String(zero.attrs.d).matchAll(/M(\S+) (\S+?)H([\d.]+)/g)].map(
    ([, from, y, to]) => [from, y, to].map(Number) as [number, number, number],
  );
  expect(pieces.length).toBeGreaterThan(0);
  const words = geometryOfScene({ ...scene, regions: scene.regions.filter(({ key }) => key === 'curve') }).lines;
  const crossed = words.filter(({ x, y, width, height }) =>
    pieces.some(([from, at, to]) => y < top + at - 1 && y + height > top + at + 1 && x < to && x + width > from),
  );
  expect(crossed.map(({ text }) => text)).toEqual([]);
});

test.each(all)('on the zero lines of the personas of $name stands no text', ({ map: drawn }) => {
  for (const region of drawMap(drawn, { theme: light, view: 'persona' }).regions) {
    const scene = { ...drawMap(drawn, { theme: light, view: 'persona' }), regions: [region] };
    const mood = drawnIn(scene).find(({ key }) => key === 'mood');
    if (!mood) continue;
    const [x = 0, y = 0] = (String(mood.attrs.transform).match(/[\d.]+/g) ?? []).map(Number);
    const zero = mood.children?.find(({ key }) => key === 'zero');
    const pieces = [...String(zero?.attrs.d).matchAll(/M(\S+) 0H([\d.]+)/g)].map(
      ([, from, to]) => [from, to].map(Number) as [number, number],
    );
    expect(pieces.length).toBeGreaterThan(0);
    const at = region.y + y;
    const crossed = geometryOfScene(scene).lines.filter(
      (line) =>
        line.y < at - 1 &&
        line.y + line.height > at + 1 &&
        pieces.some(([from, to]) => line.x < region.x + x + to && line.x + line.width > region.x + x + from),
    );
    expect(crossed.map(({ text }) => text)).toEqual([]);
  }
});

test.each([
  { width: undefined, rows: 1 },
  { width: 1000, rows: 2 },
  { width: 700, rows: 5 },
  { width: 480, rows: 3 },
])('the cards of five personas stand beside each other where there is room (width $width)', ({ width, rows }) => {
  const scene = drawMap({ ...longMap(12), personas: hard('5 personas').personas }, { theme: light, ...(width ? { width } : {}) });
  const header = scene.regions.find(({ key }) => key === 'header');
  const faces = [...nodesOf(header?.children ?? [])].filter(({ node }) => node.key === 'avatar').map(({ node }) => node.attrs);
  expect(faces).toHaveLength(5);
  expect(new Set(faces.map(({ cy }) => cy)).size).toBe(rows);
});

test.each([undefined, 480])('a persona has the width of the header that there is (width %s)', (width) => {
  const drawn = hard('a persona with a long name');
  const scene = drawMap({ ...longMap(12), personas: drawn.personas }, { theme: light, ...(width ? { width } : {}) });
  const header = geometryOfScene({ ...scene, regions: scene.regions.filter(({ key }) => key === 'header') }).lines;
  const own = header.filter(({ text }) => /office|insurance|called|form of/.test(text)).map((line) => line.width);
  expect(own.length).toBeGreaterThan(1);
  expect(Math.max(...own)).toBeGreaterThan(250);
});

test('five personas have five patterns of line', () => {
  const scene = drawMap(hard('5 personas'), { theme: light });
  const legend = drawnIn(scene).filter(({ key }) => key.startsWith('legend:'));
  const patterns = legend.map(({ children }) => children?.find(({ tag }) => tag === 'line')?.attrs['stroke-dasharray']);
  expect(patterns).toHaveLength(5);
  expect(new Set(patterns).size).toBe(5);
});

test('two feelings are joined by a curve, too', () => {
  const drawn = hard('a persona with a long name');
  const [path] = drawnIn(drawMap(drawn, { theme: light })).filter(({ attrs }) => String(attrs.stroke).startsWith('url('));
  expect(path?.attrs.d).toMatch(/^M[\d.,-]+C/);
});

test('the ground of the curve is as wide as the lines of the lanes', () => {
  const scene = drawMap(hard('one step'), { theme: light });
  const ground = drawnIn(scene).find(({ key }) => key === 'good');

  expect(ground?.attrs.d).toContain(`H${scene.width - 16 - 8}`);
});

test('a map of stages without a step has no line where no row is', () => {
  const nodes = drawnIn(drawMap(hard('stages without a step'), { theme: light }));
  expect(nodes.filter(({ tag }) => tag === 'line')).toEqual([]);
});

test('the names of stages that have no goal stand in the middle of their chevrons', () => {
  const heads = drawMap(hard('stages without a step'), { theme: light }).regions.filter(({ key }) => key === 'heads');
  const [name] = geometryOfScene({ ...drawMap(hard('one step'), { theme: light }), regions: heads }).lines;
  const shape = heads.flatMap(({ children }) => [...nodesOf(children)].map(({ node }) => node)).find(({ key }) => key === 'shape');
  const [, from, to] = /^M\S+ (\S+?)H.*L\S+ \S+L\S+ ([\d.]+)/.exec(String(shape?.attrs.d)) ?? [];
  const middle = (heads[0]?.y ?? 0) + (Number(from) + Number(to)) / 2;
  expect(Math.abs((name?.y ?? 0) + (name?.height ?? 0) / 2 - middle)).toBeLessThan(2);
});

test.each(['5 personas', 'one step', 'a stage of 40 steps'] as const)('the folded steps of %s fill the picture', (name) => {
  const scene = drawMap(hard(name), { theme: light, view: 'macro' });
  const right = Math.max(...scene.columns.map(({ x, width }) => x + width));
  expect(right).toBeGreaterThan(scene.width - 40);
});
