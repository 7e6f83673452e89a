import { describe, expect, test } from 'vitest';
import { drawMap } from '../../src/draw/index.ts';
import { dark, light } from '../../src/draw/themes.ts';
import type { ViewName } from '../../src/language/names/settings.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { geometryOfScene, nodesOf } from './geometry-of-scene.ts';
import { idsOf, longMap, map, maps, marksOnAll } from './maps.ts';
import { overlaps } from './overlaps.ts';

const all = { ...maps, one: longMap(1), three: longMap(3), twelve: longMap(12), sixty: longMap(60) };

/** What is drawn of a map: each view, and the one that compares with another map, with the same one and with none. */
const views: { view: ViewName; how?: string; before?: (drawn: JourneyMap) => JourneyMap }[] = [
  { view: 'map' },
  { view: 'macro' },
  { view: 'blueprint' },
  { view: 'persona' },
  { view: 'compare', how: 'with another', before: () => map('laptop') },
  { view: 'compare', how: 'with itself', before: (drawn) => drawn },
  { view: 'compare', how: 'with none' },
];
const pictures = Object.keys(all).flatMap((name) => views.map((each) => ({ name, how: '', ...each })));

describe.each(pictures)('the map $name in the view $view $how', ({ name, view, before }) => {
  const drawn = all[name as keyof typeof all] ?? map(name);
  const asked = { view, ...(before ? { before: before(drawn) } : {}) };

  test.each([undefined, 480, 900])('has no text outside its box, on another, on a face or on the curve (width %s)', (width) => {
    const scene = drawMap(drawn, { ...asked, theme: light, marks: marksOnAll(drawn), ...(width ? { width } : {}) });
    expect(overlaps(geometryOfScene(scene))).toEqual([]);
  });

  test('has a strip of titles in which no text crosses another', () => {
    const { titles, columns, ...scene } = drawMap(drawn, { ...asked, theme: light });
    expect(titles === undefined).toBe(columns.length === 0);
    const strip = geometryOfScene({ ...scene, columns, regions: titles ? [titles] : [] });
    // Folded steps share a column.
    expect(strip.lines).toHaveLength(new Set(columns.map(({ x }) => x)).size);
    expect(overlaps(strip)).toEqual([]);
  });

  test('is drawn the same again', () => {
    expect(JSON.stringify(drawMap(structuredClone(drawn), { ...asked, theme: dark }))).toBe(
      JSON.stringify(drawMap(drawn, { ...asked, theme: dark })),
    );
  });

  test('has keys that tell siblings apart', () => {
    const scene = drawMap(drawn, { ...asked, theme: light, marks: marksOnAll(drawn) });
    const lists = [
      scene.regions,
      ...scene.regions.map((region) => region.children),
      ...scene.regions.flatMap(({ children }) => [...nodesOf(children)].map(({ node }) => node.children ?? [])),
    ];
    for (const list of lists) expect(list.map(({ key }) => key)).toEqual([...new Set(list.map(({ key }) => key))]);
  });

  test('has every element once, and a mark on each', () => {
    const scene = drawMap(drawn, { ...asked, theme: light, marks: marksOnAll(drawn) });
    const nodes = scene.regions.flatMap(({ children }) => [...nodesOf(children)]);
    const ids = nodes.map(({ node }) => node.attrs['data-id']).filter((id) => id !== undefined);
    const hidden = drawn.stages.filter((stage) => stage.implicit).map(({ id }) => id);
    // A key moment stands at the curve and again where its text can be read.
    const moments = drawn.stages.flatMap((stage) => stage.steps.flatMap((step) => step.moments.filter(({ text }) => text)));
    const twice = moments.filter(({ id }) => ids.filter((each) => each === id).length > 1);
    for (const { id } of twice) ids.splice(ids.indexOf(id), 1);
    expect(ids).toEqual([...new Set(ids)]);
    // Steps that are gone are those of the map that is improved, of which no finding is shown.
    const own = ids.filter((id) => !before || !String(id).startsWith('before/'));
    const known = idsOf(drawn);
    expect(own.filter((id) => !known.includes(String(id)))).toEqual([]);
    // Folded steps have one mark for all that was found in them.
    if (view !== 'macro') expect(marksIn(nodes)).toEqual(own.toSorted());
    // The other views leave things out.
    if (view !== 'map' && (view !== 'compare' || before)) return;
    expect(twice).toEqual(moments);
    expect([...ids].sort()).toEqual(
      idsOf(drawn)
        .filter((id) => !hidden.includes(id))
        .sort(),
    );
  });

  test('has no mark that a lane label covers', () => {
    const scene = drawMap(drawn, { theme: light, marks: marksOnAll(drawn) });
    const labels = scene.regions.filter(({ pin }) => pin === 'left').map(({ x, width }) => x + width);
    const edge = Math.max(0, ...labels);
    for (const region of scene.regions.filter(({ x, pin }) => pin === undefined && x >= edge)) {
      for (const { node, above } of nodesOf(region.children)) {
        if (node.key !== 'mark') continue;
        const x = [...above, node].reduce(
          (sum, { attrs }) => sum + Number(/^translate\((-?[\d.]+)/.exec(String(attrs.transform))?.[1] ?? 0),
          0,
        );
        // The rim of its ground has the colour of the page.
        expect(region.x + x - 6).toBeGreaterThanOrEqual(edge);
      }
    }
  });

  test('is no different for its marks', () => {
    const bare = drawMap(drawn, { ...asked, theme: light, marks: {} });
    const marked = drawMap(drawn, { ...asked, theme: light, marks: marksOnAll(drawn) });
    const texts = (scene: typeof bare) =>
      geometryOfScene({ ...scene, regions: scene.regions.filter(({ key }) => key !== 'header') }).lines.map(({ text, x, y }) => ({
        text,
        x,
        y,
      }));
    expect(texts(marked)).toEqual(texts(bare));
  });

  test('has no number with more than two decimals', () => {
    const text = JSON.stringify(drawMap(drawn, { ...asked, theme: light }));
    expect(/\d\.\d{3,}/.exec(text)?.[0]).toBeUndefined();
  });
});

/** Ids of the elements that have a mark, in order of the alphabet. */
function marksIn(nodes: ReturnType<typeof nodesOf> extends Iterable<infer Each> ? Each[] : never) {
  return nodes
    .filter(({ node }) => node.key === 'mark')
    .map(({ above }) => above.findLast((each) => each.attrs['data-id'])?.attrs['data-id'])
    .sort();
}
