import { describe, expect, test } from 'vitest';
import { icon } from '../../src/draw/icons.ts';
import { drawMap, stringsOf, toSvg } from '../../src/draw/index.ts';
import type { Scene } from '../../src/draw/scene.ts';
import { light } from '../../src/draw/themes.ts';
import type { JourneyMap, Persona, Stage } from '../../src/map/model.ts';
import { mapsOf } from '../language/facts.ts';
import { geometryOfScene, nodesOf } from './geometry-of-scene.ts';
import { longMap, map, marksOnAll } from './maps.ts';
import { overlaps } from './overlaps.ts';
import { samples } from './samples.ts';

const draw = (of: JourneyMap, more: object = {}) => drawMap(of, { view: 'persona', theme: light, ...more });
const words = (scene: Scene) => geometryOfScene(scene).lines.map(({ text }) => text.replaceAll('\u00a0', ' '));
const nodes = (scene: Scene) => scene.regions.flatMap(({ children }) => [...nodesOf(children)].map(({ node }) => node));

/** A persona with everything, on the laptop map. */
function whole(change: Partial<Persona> = {}): JourneyMap {
  const drawn = map('laptop');
  const [vera] = drawn.personas;
  if (!vera) throw new Error('The laptop map has no persona');
  Object.assign(vera, {
    goals: ['A laptop that works on day one'],
    needs: ['To know where it stands', 'To talk to somebody'],
    motivations: ['Looks after new colleagues'],
    frustrations: ['Has to chase people'],
    prefers: ['Phone', 'Pigeon'],
    evidence: [{ id: 'persona:Vera/evidence:1', text: '6 interviews', link: 'https://example.org/' }],
    ...change,
  });
  drawn.channels = [{ name: 'Phone', title: 'Phone', declared: true, kind: 'phone' }];
  return drawn;
}

describe('the card of a persona', () => {
  test('says all that is known', () => {
    const scene = draw(whole());
    const said = words(scene).join('\n');
    for (const text of [
      'Vera Cruz',
      'HR adviser',
      'Office staff',
      '“I just want it to work.”',
      'Goals',
      'Needs',
      'Motivations',
      'Frustrations',
    ])
      expect(said).toContain(text);
    for (const text of ['To talk to somebody', 'Has to chase people', 'Phone', 'Pigeon', '6 interviews', 'VC'])
      expect(said).toContain(text);
    expect(said).toContain('How “Order a new laptop” feels · +0.1 on average');
    expect(said).not.toContain('hypothesis');
  });

  test('has the signs of preferred channels also where the journey uses none of them', () => {
    const [, market] = mapsOf(
      'channel Telly "Text message" sms\npersona Mira "Mira"\n  prefers Telly\njourney "One" for Mira\nstage A\n  step x "X"\njourney "Two" for Mira\nstage A\n  step x "X"',
    );
    const signs = nodes(draw(market as JourneyMap)).map(({ attrs }) => attrs.d);
    expect(signs).toContain(icon('sign', 'sms', 0, 0, '').attrs.d);
    expect(market?.personas[0]?.channels).toEqual([{ name: 'Telly', title: 'Text message', declared: true, kind: 'sms' }]);
  });

  test('leaves out what nobody wrote, and says that it is a hypothesis where there is no evidence', () => {
    const scene = draw(whole({ goals: [], needs: [], motivations: [''], frustrations: [], prefers: [], evidence: [] }));
    const said = words(scene).join('\n');
    expect(said).not.toMatch(/Goals|Needs|Motivations|Frustrations|Prefers/);
    expect(said).toContain('a hypothesis: no evidence stands behind this card');
  });

  test('names the high and the low of the journey with their steps, and the stages below', () => {
    const scene = draw(whole());
    const found = (key: string) => [...nodesOf(nodes(scene).filter((node) => node.key === key))].map(({ node }) => node.text);
    expect(found('high').filter(Boolean)).toEqual(['delighted', 'Set it up']);
    expect(found('low').filter(Boolean)).toEqual(['forgotten', 'Hear nothing']);
    expect(words(scene)).toEqual(expect.arrayContaining(['Request', 'Wait', 'Delivery', 'Follow-up']));
  });

  test('names one place where all feels the same, and has no curve where nothing is felt', () => {
    const flat = whole();
    for (const step of flat.stages.flatMap((stage) => stage.steps)) for (const feeling of step.feelings) feeling.score = -1;
    const keys = nodes(draw(flat)).map(({ key }) => key);
    expect([keys.includes('high'), keys.includes('low')]).toEqual([false, true]);
    for (const step of flat.stages.flatMap((stage) => stage.steps)) step.feelings = [];
    expect(nodes(draw(flat)).map(({ key }) => key)).not.toContain('feels');
  });

  test('parts no name of a stage that has room beside its stretch', async () => {
    const trial = (await samples()).find(({ name }) => name.startsWith('sign-up'));
    const said = words(draw(trial?.map as JourneyMap));
    expect(said.filter((text) => text.startsWith('Acqui'))).toEqual(['Acquisition', 'Acquisition', 'Acquisition']);
    const close = whole();
    close.stages = Array.from({ length: 9 }, (_, at) => ({
      ...(close.stages[3] as Stage),
      id: `s${at}`,
      title: 'Entschädigungsauszahlung',
    }));
    expect(overlaps(geometryOfScene(draw(close)))).toEqual([]);
  });

  test('has a gap in the curve where the persona is absent', () => {
    const lea = nodes({ ...draw(map('personas')), regions: draw(map('personas')).regions.slice(2, 3) });
    expect(lea.filter(({ attrs }) => String(attrs.stroke).startsWith('url('))).toHaveLength(2);
  });

  test('shows the feelings of the persona alone', () => {
    const scene = draw(map('personas'));
    expect(scene.regions).toHaveLength(3);
    expect(words({ ...scene, regions: scene.regions.slice(0, 1) })).not.toContain('sceptical');
    expect(words({ ...scene, regions: scene.regions.slice(1, 2) })).toContain('sceptical');
  });
});

describe('the page', () => {
  test.each([
    [undefined, 3],
    [400, 1],
    [1400, 2],
    [2400, 3],
  ])('of width %s has %s cards side by side', (width, count) => {
    const { regions, width: wide } = draw(map('personas'), width ? { width } : {});
    expect(new Set(regions.map(({ x }) => x)).size).toBe(count);
    if (width) expect(wide).toBeLessThanOrEqual(width);
    for (const { x, width: card } of regions) expect(x + card).toBeLessThanOrEqual(wide);
  });

  test.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 2],
    [5, 3],
  ])('as wide as it likes, with %i cards, has %i in a row', (count, perRow) => {
    const all = map('personas');
    const [first, ...rest] = all.personas;
    const personas = Array.from({ length: count }, (_, index) => ({
      ...([first, ...rest][index] ?? first),
      id: `p${index}`,
      name: `p${index}`,
    }));
    const { regions } = draw({ ...all, personas } as typeof all);
    expect(regions).toHaveLength(count);
    expect(new Set(regions.map(({ x }) => x)).size).toBe(perRow);
  });

  test('has the curves of cards beside each other on one height, with bands alike, so that one can compare them', () => {
    const { regions } = draw(map('personas'));
    const moods = regions.map(({ children }) => [...nodesOf(children)].find(({ node }) => node.key === 'mood')?.node);
    const heights = moods.map((mood) => String(mood?.attrs.transform).split(' ')[1]);
    expect(heights).toHaveLength(3);
    expect(new Set(heights).size).toBe(1);
    expect(new Set(regions.map(({ height }) => height)).size).toBe(1);
  });

  test('invites where there is no persona, in either language', () => {
    const empty = { ...map('laptop'), personas: [] };
    expect(words(draw(empty)).join(' ')).toContain('persona Vera "Vera Cruz"');
    expect(words(draw(empty, { labels: stringsOf('fr') })).join(' ')).toContain('persona Claire "Claire Morel"');
  });

  test.each([320, 420, 600, 1300])('has no text on another or outside its box at width %s, for long words and many steps', (width) => {
    const long = longMap(60);
    const text = 'Kraftfahrzeughaftpflichtversicherungsschadensregulierungsabteilung';
    Object.assign(long.personas[0] ?? {}, {
      title: text,
      role: text,
      quote: `${text} ${text}`,
      goals: [text, text],
      needs: [text],
      prefers: [text],
    });
    for (const step of long.stages.flatMap((stage) => stage.steps)) for (const feeling of step.feelings) feeling.word = text;
    for (const stage of long.stages) stage.title = text;
    const scene = draw(long, { width, marks: marksOnAll(long), labels: stringsOf('fr') });
    expect(overlaps(geometryOfScene(scene))).toEqual([]);
  });
});

test.each([
  [2, 1],
  [-1, -2],
  [0.5, 0],
  [0, -0.5],
])('words of feelings between %d and %d stand on no line', (high, low) => {
  const drawn = longMap(2);
  for (const [at, step] of (drawn.stages[0]?.steps ?? []).entries())
    Object.assign(step.feelings[0] ?? {}, { score: at === 0 ? low : high, word: 'so' });
  const zero = nodes(draw(drawn)).find(({ key }) => key === 'zero');
  const pieces = [...String(zero?.attrs.d).matchAll(/M([\d.]+) 0H([\d.]+)/g)].map(([, from, to]) => ({
    from: Number(from),
    to: Number(to),
  }));
  expect(pieces.length).toBeGreaterThan(0);
  const words = nodes(draw(drawn)).filter(({ tag, key }) => tag === 'text' && (key === 'word' || key === 'step'));
  expect(words).toHaveLength(4);
  for (const { attrs } of words) {
    const [x, y] = [Number(attrs.x), Number(attrs.y)];
    const onLine = y > -3 && y < 14;
    if (onLine) expect(pieces.some(({ from, to }) => from < x && to > x)).toBe(false);
  }
});

test('a word stands below its own face also where the name of the step is pushed aside', () => {
  const drawn = longMap(40);
  const at = (key: string) => nodes(draw(drawn)).find((node) => node.key === key);
  const face = Number(/translate\(([\d.]+)/.exec(String(at('low-face')?.attrs.transform))?.[1]);
  const word = at('low')?.children?.find(({ key }) => key === 'word');
  expect(face).toBeLessThan(40);
  expect(Math.abs(Number(word?.attrs.x) - face)).toBeLessThan(8);
});

const png = 'data:image/png;base64,iVBORw0KGgo=';

describe('a photo', () => {
  test.each(['map', 'persona', 'blueprint'] as const)(
    'is cropped to a circle in the view %s, with initials where there is none',
    (view) => {
      const drawn = map('personas');
      const [first] = drawn.personas;
      const scene = drawMap(drawn, { view, theme: light, photos: { [first?.name ?? '']: png }, idPrefix: 'p-' });
      const images = nodes(scene).filter(({ tag }) => tag === 'image');
      expect(images.map(({ attrs }) => attrs.href)).toEqual([png]);
      const clips = nodes(scene).filter(({ tag }) => tag === 'clipPath');
      expect(clips.map(({ attrs }) => `url(#${attrs.id})`)).toEqual([images[0]?.attrs['clip-path']]);
      expect(String(clips[0]?.attrs.id)).toMatch(/^p-/);
      expect(
        nodes(scene)
          .filter(({ key }) => key === 'initials')
          .map(({ text }) => text),
      ).toEqual(['KH', 'LB']);
      expect(toSvg(scene)).toContain(`href="${png}"`);
    },
  );

  test.each(['https://example.org/x.png', 'javascript:alert(1)', 'data:text/html,x', 'data:image/gif;base64,R0lG', ''])(
    '%j is not asked for',
    (photo) => {
      const drawn = map('laptop');
      const scene = drawMap(drawn, { view: 'persona', theme: light, photos: { Vera: photo } });
      expect(nodes(scene).some(({ tag }) => tag === 'image')).toBe(false);
      expect(words(scene)).toContain('VC');
    },
  );

  test('of somebody else, or a name that objects have anyway, changes nothing', () => {
    const drawn = whole({ name: 'constructor' });
    expect(JSON.stringify(draw(drawn, { photos: { Vera: png } }))).toBe(JSON.stringify(draw(drawn)));
  });
});
