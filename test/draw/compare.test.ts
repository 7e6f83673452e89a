import { describe, expect, test } from 'vitest';
import { english } from '../../src/draw/english.ts';
import { Drawing, type DrawOptions, drawMap, stringsOf } from '../../src/draw/index.ts';
import type { Scene, SceneNode } from '../../src/draw/scene.ts';
import { light } from '../../src/draw/themes.ts';
import { compareMaps } from '../../src/map/compare.ts';
import type { JourneyMap, Step } from '../../src/map/model.ts';
import { mapsOf } from '../language/facts.ts';
import { geometryOfScene, nodesOf } from './geometry-of-scene.ts';
import { idsOf, longMap, map, maps } from './maps.ts';
import { overlaps } from './overlaps.ts';

const stepsOf = (of: JourneyMap) => of.stages.flatMap(({ steps }) => steps);
const named = (of: JourneyMap, name: string) => stepsOf(of).find((step) => step.name === name) as Step;

test('what became of a stage is said also where its name leaves no room for it', () => {
  const { before, after } = pair();
  const [stage] = before.stages.slice(-1);
  if (!stage) throw new Error('The laptop map has no stage');
  stage.title = `Follow-up ${'and what comes after it '.repeat(8)}`.trim();
  after.stages = after.stages.slice(0, -1);
  const head = allOf(draw(after, { before })).filter(({ attrs }) => attrs['data-id'] === `before/${stage.id}`);
  const texts = head.flatMap((node) => [...nodesOf([node])]).flatMap(({ node }) => (node.tag === 'text' ? [node] : []));
  expect(texts.map(({ key }) => key)).toEqual(expect.arrayContaining(['name', 'became']));
  expect(textOf(texts.filter(({ key }) => key === 'became'))).toBe('gone');
  expect(textOf(texts.filter(({ key }) => key === 'name'))).toMatch(/…$/);
});

test('touchpoints of a map that has none are not counted', () => {
  const [before, after] = [map('laptop'), longMap(1)];
  after.figures = { ...after.figures, touchpoints: 0, ours: 0, heard: 0 };
  expect(textOf(allOf(draw(after, { before })).filter(({ key }) => key === 'figure-ours'))).toContain('4/6 → –');
});

/** The laptop map, and one that improves it: one step renamed and better, one gone, one new, an owner and a promise changed, a pain gone. */
function pair(): { before: JourneyMap; after: JourneyMap } {
  const [before, after] = [map('laptop'), map('laptop')];
  after.name = 'Tomorrow';
  after.title = 'Tomorrow';
  after.improves = { name: before.name, title: before.title };
  const form = named(after, 'form');
  form.name = 'need';
  form.title = 'Say what she needs';
  form.replaces = [{ name: 'form', title: 'Look for the form' }];
  form.feelings = form.feelings.map((feeling) => ({ ...feeling, score: 1 }));
  form.pains = [];
  const stage = after.stages.find(({ steps }) => steps.some(({ name }) => name === 'nothing')) as JourneyMap['stages'][number];
  stage.steps = stage.steps.map((step) =>
    step.name === 'nothing' ? { ...step, id: `${step.id}/new`, name: 'news', title: 'Hear of it' } : step,
  );
  return { before, after };
}

const draw = (drawn: JourneyMap, options: Partial<DrawOptions> = {}) => drawMap(drawn, { view: 'compare', theme: light, ...options });

function allOf(scene: Scene): SceneNode[] {
  return scene.regions.flatMap(({ children }) => [...nodesOf(children)].map(({ node }) => node));
}

function textOf(nodes: readonly SceneNode[]): string {
  return [...nodesOf(nodes)]
    .map(({ node }) => (node.tag === 'title' ? '' : (node.text ?? '')))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What stands in the column of a step. */
function columnOf(scene: Scene, id: string): string {
  return textOf(allOf(scene).filter((node) => node.attrs['data-id'] === id && node.children?.some(({ key }) => key === 'hit')));
}

describe('a map beside the one that it improves', () => {
  const { before, after } = pair();
  const scene = draw(after, { before });

  test('has the steps of both, in the order of the comparison', () => {
    const expected = compareMaps(before, after).stages.flatMap(({ steps }) =>
      steps.map((step) => step.after?.id ?? `before/${step.before[0]?.id}`),
    );
    expect(scene.columns.map(({ id }) => id)).toEqual(expected);
    expect(expected.some((id) => id.startsWith('before/'))).toBe(true);
  });

  test('says of each what became of it, by a word, a sign and a number', () => {
    expect(columnOf(scene, named(after, 'need').id)).toMatch(/^better \+2 Look for the form → Say what she needs/);
    expect(columnOf(scene, named(after, 'news').id)).toMatch(/^new Hear of it/);
    expect(columnOf(scene, `before/${named(before, 'nothing').id}`)).toMatch(/^gone Hear nothing/);
    expect(columnOf(scene, named(after, 'dies').id)).toMatch(/^same Her laptop dies/);
  });

  test('has the names of several steps that one stands for on lines of their own', () => {
    const is = structuredClone(after);
    named(is, 'need').replaces = [
      { name: 'form', title: 'Look for the form' },
      { name: 'call', title: 'Phone the desk' },
    ];
    const lines = geometryOfScene(draw(is, { before })).lines.map(({ text }) => text.replaceAll('\u00a0', ' '));
    expect(lines).toEqual(expect.arrayContaining(['Look for the form', 'Phone the desk →', 'Say what she needs']));
  });

  test('has two curves, of which the one before has a dot for each feeling', () => {
    const curve = scene.regions.find(({ key }) => key === 'curve');
    const was = [...nodesOf(curve?.children ?? [])].find(({ node }) => node.key === 'before')?.node;
    const line = was?.children?.find(({ key }) => key === 'line');
    expect(line?.attrs['stroke-dasharray']).toBeDefined();
    expect(was?.children?.filter(({ key }) => key !== 'line')).toHaveLength(
      stepsOf(before).filter(({ feelings }) => feelings.length > 0).length,
    );
    const labels = scene.regions.find(({ key }) => key === 'labels');
    expect(textOf(labels?.children ?? [])).toMatch(/after.*before/);
  });

  test('has a curve of before of those alone who still travel', () => {
    const [was, is] = mapsOf(
      'persona Mira "Mira"\npersona Jakob "Jakob"\njourney "Ride" for Mira, Jakob\nstage A\n  step x "X"\n    feels Mira 1 "hopeful"\n    feels Jakob 2 "thrilled"\n  step y "Y"\n    feels Jakob -2 "bored"\njourney "Ride better" for Mira\nimproves "Ride"\nstage A\n  step x "X"\n    feels 2 "certain"',
    ) as [JourneyMap, JourneyMap];
    const wordsOf = (scene: Scene) => geometryOfScene(scene).lines.map(({ text }) => text);
    expect(wordsOf(draw(is, { before: was }))).toEqual(expect.arrayContaining(['hopeful', 'certain']));
    expect(wordsOf(draw(is, { before: was }))).not.toContain('bored');
    const other = { ...is, personas: [] };
    expect(wordsOf(draw(other, { before: { ...was, personas: [] } }))).toContain('bored');
  });

  test('says which pain is answered', () => {
    const [pain] = named(before, 'form').pains;
    expect(columnOf(scene, named(after, 'need').id)).toContain(`${pain?.text} answered: no longer there`);
  });

  test('says of key moments, opportunities and promises what is new, gone and still there', () => {
    const old = map('laptop');
    const fresh = map('laptop');
    const [was, is] = [named(old, 'form'), named(fresh, 'form')];
    was.moments = [
      { id: 'm1', kind: 'truth', text: 'Here they stay' },
      { id: 'm2', kind: 'irritant', text: 'Three forms' },
    ];
    is.moments = [
      { id: 'm3', kind: 'truth', text: 'Here they stay' },
      { id: 'm4', kind: 'delight', text: 'One form' },
    ];
    const chance = { actions: [] };
    was.opportunities = [
      { ...chance, id: 'o1', text: 'Merge them' },
      { ...chance, id: 'o2', text: 'Explain them' },
    ];
    is.opportunities = [
      { ...chance, id: 'o3', text: 'Explain them' },
      { ...chance, id: 'o4', text: 'Fill it in' },
    ];
    was.promises = [
      { id: 'p1', name: 'Answer', text: 'in a day' },
      { id: 'p2', name: 'Price', text: 'none' },
    ];
    is.promises = [
      { id: 'p3', name: 'Price', text: 'none' },
      { id: 'p4', name: 'Delivery', text: 'in a week' },
    ];
    const said = columnOf(draw(fresh, { before: old }), is.id);
    for (const words of [
      'Here they stay still there moment of truth',
      'One form new delight',
      'Three forms gone irritant',
      'Merge them gone',
      'Explain them still there',
      'Fill it in new',
      'Price: none Delivery: in a week new',
      'Answer: in a day gone',
    ])
      expect(said.replaceAll(/[\u00a0·]+/g, ' ').replaceAll(/ +/g, ' ')).toContain(words);
  });

  test('has both titles and all counts in its header, and in words for those who do not see it', () => {
    const said = textOf(scene.regions.find(({ key }) => key === 'header')?.children ?? []);
    for (const words of ['Tomorrow', `Improves ${before.title}`, '1 step better', '0 steps worse', '1 step new', '1 step gone'])
      expect(said).toContain(words);
    expect(scene.description).toContain(`Compared with “${before.title}”: 1 step better, 0 worse,`);
  });

  test('leads from what is drawn to the text of its own file, and never to that of the other', () => {
    const ids = allOf(scene).flatMap(({ attrs }) => (attrs['data-id'] === undefined ? [] : String(attrs['data-id'])));
    const gone = ids.filter((id) => id.startsWith('before/'));
    expect(gone.map((id) => id.slice('before/'.length)).every((id) => stepsOf(before).some((step) => step.id === id))).toBe(true);
    for (const id of ids.filter((each) => !gone.includes(each))) expect(idsOf(after)).toContain(id);
  });

  test('shows the lanes that are asked for, of those it has', () => {
    const lanesOf = (options: Partial<DrawOptions>) =>
      (draw(after, { before, ...options }).regions.find(({ key }) => key === 'labels')?.children ?? [])
        .map(({ key }) => key)
        .filter((key) => key in english.lanes);
    expect(lanesOf({})).toEqual(['steps', 'feels', 'moments', 'touchpoints', 'pains', 'opportunities']);
    expect(lanesOf({ lanes: ['pains', 'thinks', 'steps'] })).toEqual(['pains', 'steps']);
    expect(lanesOf({ lanes: ['thinks'] })).toEqual(lanesOf({}));
  });
});

describe('a map without one to compare it with', () => {
  const noteOf = (drawn: JourneyMap) => textOf(draw(drawn).regions.find(({ key }) => key === 'note')?.children ?? []);

  test('is drawn as a whole, with what to write', () => {
    const lone = map('laptop');
    expect(noteOf(lone)).toContain('improves "the name of the other map"');
    const { regions } = draw(lone);
    const whole = drawMap(lone, { theme: light }).regions;
    expect(regions.filter(({ key }) => key !== 'note').map(({ key, children }) => [key, children])).toEqual(
      whole.map(({ key, children }) => [key, children]),
    );
  });

  test('names the map that it looked for', () => {
    expect(noteOf({ ...map('laptop'), improves: { name: 'Old ways', title: 'Old ways' } })).toContain('“Old ways”');
  });
});

test.each(Object.keys(maps))('the map %s, compared in French with a shorter and a longer one, has no text on another', (name) => {
  for (const before of [map('sparse'), longMap(12), map(name)]) {
    for (const width of [undefined, 480]) {
      const scene = draw(map(name), { before, labels: stringsOf('fr'), ...(width ? { width } : {}) });
      expect(overlaps(geometryOfScene(scene))).toEqual([]);
    }
  }
});

test('several personas have one curve, their mean, and each own change in words', () => {
  const [before, after] = [map('personas'), map('personas')];
  const step = stepsOf(after).find(({ feelings }) => feelings.length > 1) as Step;
  step.feelings = step.feelings.map((feeling, index) => ({ ...feeling, score: feeling.score + (index === 0 ? -1 : 0) }));
  const scene = draw(after, { before });
  expect(columnOf(scene, step.id)).toMatch(/^worse −0[.]\d/);
  const [first] = step.feelings;
  expect(columnOf(scene, step.id)).toContain(`${after.personas.find(({ name }) => name === first?.persona)?.title} −1`);
  expect(textOf(scene.regions.find(({ key }) => key === 'labels')?.children ?? [])).toContain('mean of all');
});

test('is drawn again as it is at once, and follows the map that it improves', () => {
  const { before, after } = pair();
  const drawing = new Drawing();
  const options = (of: JourneyMap): DrawOptions => ({ view: 'compare', theme: light, before: of });
  const first = drawing.draw(after, options(before));
  const again = drawing.draw(structuredClone(after), options(structuredClone(before)));
  expect(again).toEqual(first);
  const columns = (scene: Scene) => scene.regions.filter(({ key }) => key.startsWith('stage:')).flatMap(({ children }) => children);
  expect(columns(again).every((node, index) => node === columns(first)[index])).toBe(true);
  const edited = structuredClone(before);
  named(edited, 'dies').feelings = named(edited, 'dies').feelings.map((feeling) => ({ ...feeling, score: -2, word: 'in despair' }));
  const followed = drawing.draw(after, options(edited));
  expect(followed).toEqual(draw(after, { before: edited }));
  expect(textOf(followed.regions.flatMap(({ children }) => children))).toContain('in despair');
});
