import { describe, expect, test } from 'vitest';
import { english } from '../../src/draw/english.ts';
import { Drawing, type DrawOptions, drawMap } from '../../src/draw/index.ts';
import type { Scene } from '../../src/draw/scene.ts';
import { light } from '../../src/draw/themes.ts';
import type { JourneyMap, Step } from '../../src/map/model.ts';
import { geometryOfScene, nodesOf } from './geometry-of-scene.ts';
import { idsOf, longMap, map, maps, marksOnAll } from './maps.ts';

const draw = (drawn: JourneyMap, options: Partial<DrawOptions> = {}) => drawMap(drawn, { view: 'macro', theme: light, ...options });
const stepsOf = (of: JourneyMap) => of.stages.flatMap(({ steps }) => steps);
const decides = ({ moments, pains }: Step) => moments.length > 0 || pains.some(({ severity }) => severity === 'high');
const textsOf = (scene: Scene) => geometryOfScene(scene).lines.map(({ text }) => text);

/** The step of every node that has one's id, by that id. */
function drawnIds(scene: Scene): string[] {
  const nodes = scene.regions.flatMap(({ children }) => [...nodesOf(children)]);
  return nodes.flatMap(({ node }) => (node.attrs['data-id'] === undefined ? [] : String(node.attrs['data-id'])));
}

describe.each([...Object.keys(maps), 'sixty'])('what decides in the map %s', (name) => {
  const drawn = name === 'sixty' ? longMap(60) : map(name);
  const scene = draw(drawn);

  test('has a column for each step that decides, and one for those beside one another that do not', () => {
    expect(scene.columns.map(({ id }) => id)).toEqual(stepsOf(drawn).map(({ id }) => id));
    const expected = drawn.stages.flatMap(({ steps }) =>
      steps.map((step, index) => decides(step) || index === 0 || decides(steps[index - 1] as Step)),
    );
    const places = scene.columns.map(({ x }) => x);
    expect(places.map((x, index) => x !== places[index - 1])).toEqual(expected);
  });

  test('can be clicked at every step and every feeling', () => {
    const ids = drawnIds(scene);
    for (const step of stepsOf(drawn)) for (const { id } of [step, ...step.feelings]) expect(ids).toContain(id);
  });

  test('says how many steps are folded, with their titles under the pointer', () => {
    const nodes = scene.regions.flatMap(({ children }) => [...nodesOf(children)].map(({ node }) => node));
    const counts = textsOf(scene).flatMap((text) => /^\+(\d+)$/.exec(text)?.[1] ?? []);
    const folded = stepsOf(drawn).filter((step) => !decides(step));
    // The scale of the curve is a `+2` too.
    const scale = scene.regions.some(({ key }) => key === 'curve') ? 2 : 0;
    expect(counts.reduce((sum, count) => sum + Number(count), 0) - scale).toBe(folded.length);
    for (const { id, title } of folded) {
      const said = nodes.find(({ attrs }) => attrs['data-id'] === id)?.children?.find(({ tag }) => tag === 'title')?.text;
      expect(said).toContain(title);
    }
  });

  test('passes folded steps at the heights of the whole map', () => {
    const heights = (of: Scene) => {
      const curve = of.regions.find(({ key }) => key === 'curve');
      return Object.fromEntries(
        [...nodesOf(curve?.children ?? [])].flatMap(({ node }) => {
          const [, y] = /translate\(\S+ (\S+)\)/.exec(String(node.attrs.transform)) ?? [];
          const isFeeling = stepsOf(drawn).some(({ feelings }) => feelings.some(({ id }) => id === node.key));
          return isFeeling && y !== undefined ? [[node.key, y]] : [];
        }),
      );
    };
    expect(heights(scene)).toEqual(heights(drawMap(drawn, { theme: light })));
  });

  test('shows everything that was found, in one badge for what is folded', () => {
    const marks = marksOnAll(drawn);
    const marked = draw(drawn, { marks });
    const said = marked.regions
      .flatMap(({ children }) => [...nodesOf(children)])
      .filter(({ node, above }) => node.tag === 'title' && above.at(-1)?.key === 'mark')
      .flatMap(({ node }) => (node.text ?? '').split('\n'));
    const folded = stepsOf(drawn).filter((step) => !decides(step));
    for (const id of idsOf(folded)) expect(said).toContain(marks[id]?.[0]?.message);
  });
});

test('only severe pains are shown, of steps that decide', () => {
  const drawn = map('everything');
  const shown = drawnIds(draw(drawn));
  const pains = stepsOf(drawn).flatMap((step) => step.pains);
  expect(pains.some(({ severity }) => severity !== 'high')).toBe(true);
  expect(pains.some(({ severity }) => severity === 'high')).toBe(true);
  for (const { id, severity } of pains) expect(shown.includes(id)).toBe(severity === 'high');
});

describe('a map without a key moment', () => {
  const bare = (): JourneyMap => {
    const drawn = map('laptop');
    for (const step of stepsOf(drawn)) step.moments = [];
    return drawn;
  };

  test('says so, and what to write', () => {
    const note = (of: JourneyMap) => draw(of).regions.find(({ key }) => key === 'note');
    expect(note(map('laptop'))).toBeUndefined();
    const said = [...nodesOf(note(bare())?.children ?? [])].map(({ node }) => node.text ?? '').join(' ');
    expect(said.replaceAll(/\s+/g, ' ')).toContain('moment truth "why it decides"');
    expect(english.noKeyMoment).toContain('moment truth "why it decides"');
  });

  test('has no note where it has no step: what to write first is the step', () => {
    expect(draw(map('empty')).regions.map(({ key }) => key)).not.toContain('note');
  });
});

test('lanes that are asked for are those shown, of the few there are; else all of these', () => {
  const lanesOf = (options: Partial<DrawOptions>) =>
    (draw(map('everything'), options).regions.find(({ key }) => key === 'labels')?.children ?? [])
      .map(({ key }) => key)
      .filter((key) => key in english.lanes);
  expect(lanesOf({})).toEqual(['steps', 'feels', 'moments', 'touchpoints', 'pains', 'opportunities']);
  expect(lanesOf({ lanes: ['pains', 'thinks', 'feels', 'steps'] })).toEqual(['pains', 'feels', 'steps']);
  expect(lanesOf({ lanes: ['thinks', 'goals'] })).toEqual(lanesOf({}));
});

test.each([...Object.keys(maps), 'sixty'])(
  'the map %s is drawn again as it is at once, and steps that stayed are the same nodes',
  (name) => {
    const drawn = name === 'sixty' ? longMap(60) : map(name);
    const drawing = new Drawing();
    const options: DrawOptions = { view: 'macro', theme: light };
    const first = drawing.draw(drawn, options);
    expect(drawing.draw(structuredClone(drawn), { ...options, marks: marksOnAll(drawn) })).toEqual(
      draw(drawn, { marks: marksOnAll(drawn) }),
    );
    expect(drawing.draw(drawn, { theme: light })).toEqual(drawMap(drawn, { theme: light }));
    const [again, last] = [drawing.draw(drawn, options), drawing.draw(structuredClone(drawn), options)];
    expect(again).toEqual(first);
    const columns = (scene: Scene) => scene.regions.filter(({ key }) => key.startsWith('stage:')).flatMap(({ children }) => children);
    expect(columns(last).every((node, index) => node === columns(again)[index])).toBe(true);
  },
);
