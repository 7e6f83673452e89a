import { describe, expect, test } from 'vitest';
import { Drawing, drawMap, toSvg } from '../../src/draw/index.ts';
import { readsLeftward } from '../../src/draw/mirror.ts';
import { light } from '../../src/draw/themes.ts';
import { viewNames } from '../../src/language/names/settings.ts';
import { geometryOfScene, nodesOf } from './geometry-of-scene.ts';
import { longMap, map, maps } from './maps.ts';
import { overlaps } from './overlaps.ts';
import { inTongue } from './tongues.ts';

const leftward = ['Arabic', 'Hebrew'];

describe.each(leftward)('a map in %s', (tongue) => {
  const drawn = inTongue(map('laptop'), tongue);
  const scene = drawMap(drawn, { theme: light });

  test('runs from right to left, its names of lanes at the right', () => {
    expect(scene.leftward).toBe(true);
    const places = scene.columns.map(({ x }) => x);
    expect(places).toEqual(places.toSorted((a, b) => b - a));
    const labels = scene.regions.find(({ key }) => key === 'labels');
    expect(labels).toMatchObject({ pin: 'right', x: scene.width - (labels?.width ?? 0) });
    const header = geometryOfScene({ ...scene, regions: scene.regions.filter(({ key }) => key === 'header') }).lines;
    const at = (text: string | undefined) => header.find((line) => line.text === text)?.x ?? Number.NaN;
    expect(at(drawn.title)).toBeLessThan(at(drawn.personas[0]?.title));
    expect(at(drawn.title)).toBeGreaterThan(at('listened to'));
  });

  test('has all of a cell begin at its right edge, in either script', () => {
    const labels = geometryOfScene({ ...scene, regions: scene.regions.filter(({ key }) => key === 'labels') }).lines;
    const ends = labels.filter(({ text }) => /^[A-Z]/.test(text)).map(({ x, width }) => Math.round(x + width));
    expect(ends.length).toBeGreaterThan(5);
    expect(new Set(ends).size).toBe(1);
    const texts = scene.regions.flatMap(({ children }) => [...nodesOf(children)]).filter(({ node }) => node.tag === 'text');
    const begins = texts.filter(({ node }) => node.attrs['text-anchor'] !== 'middle');
    const wrong = begins.filter(({ node }) => (node.attrs.direction === 'rtl') === (node.attrs['text-anchor'] === 'end'));
    expect(begins.length).toBeGreaterThan(20);
    // The scale beside the curve ends at its own place.
    expect(wrong.map(({ node }) => node.key).filter((key) => !key.startsWith('scale'))).toEqual([]);
  });

  test('is as large as the same map from left to right, every column mirrored', () => {
    const untitled = drawn.stages.map((stage) => ({ ...stage, title: '', steps: stage.steps.map((step) => ({ ...step, title: '' })) }));
    const mirrored = drawMap({ ...drawn, stages: untitled }, { theme: light });
    const plain = drawMap({ ...drawn, stages: untitled, title: 'A laptop' }, { theme: light });
    expect([plain.leftward, mirrored.leftward]).toEqual([undefined, true]);
    expect(mirrored.columns.map(({ x, width }) => mirrored.width - x - width)).toEqual(plain.columns.map(({ x }) => x));
  });

  const pictures = Object.keys({ ...maps, twelve: 1 }).flatMap((name) => viewNames.map((view) => ({ name, view })));
  test.each(pictures)('the map $name in the view $view has no text outside its box or on another', ({ name, view }) => {
    const of = inTongue(name === 'twelve' ? longMap(12) : map(name), tongue);
    const before = inTongue(map('laptop'), tongue);
    expect(overlaps(geometryOfScene(drawMap(of, { theme: light, view, before })))).toEqual([]);
  });

  test('has no italics, which its letters know nothing of', () => {
    const texts = scene.regions.flatMap(({ children }) => [...nodesOf(children)]).filter(({ node }) => node.attrs.direction === 'rtl');
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter(({ node }) => node.attrs['font-style'] !== undefined).map(({ node }) => node.key)).toEqual([]);
  });

  test('keeps what did not change', () => {
    const drawing = new Drawing();
    const first = drawing.draw(drawn, { theme: light });
    const edited = structuredClone(drawn);
    (edited.stages.at(-1)?.steps.at(-1) as { title: string }).title = drawn.title;
    const again = drawing.draw(edited, { theme: light });
    expect(again).toEqual(drawMap(edited, { theme: light }));
    const columns = (of: typeof first) => of.regions.filter(({ key }) => key.startsWith('stage:')).flatMap(({ children }) => children);
    const same = columns(again).filter((node) => columns(first).includes(node));
    expect(same.length).toBeGreaterThan(columns(first).length / 2);
  });
});

test.each([
  ['English', 'A name', ['Step', 'שלב'], false],
  ['mostly Hebrew', 'שם', ['שלב', 'Login'], true],
  ['Hebrew with a Latin title', 'ACME', ['שלב', 'סוף', 'עוד'], true],
  ['Japanese', '注文', ['待つ'], false],
  ['nothing but numbers', '12', ['1', '2'], false],
])('a map in %s: read from right to left %#', (_, title, steps, expected) => {
  const [stage] = map('laptop').stages;
  const [step] = stage?.steps ?? [];
  if (!stage || !step) throw new Error('The laptop map has no step');
  const stages = [{ ...stage, title: '1', steps: steps.map((each) => ({ ...step, title: each })) }];
  expect(readsLeftward({ ...map('laptop'), title, stages })).toBe(expected);
});

test('a letter that joins the next is parted from the next line', () => {
  const scene = drawMap(inTongue(map('laptop'), 'Arabic'), { theme: light });
  const lines = toSvg(scene).match(/[^<>]*<\/tspan><tspan/g) ?? [];
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((line) => /\p{Script=Arabic}<\/tspan>/u.test(line))).toEqual([]);
});
