import { describe, expect, test } from 'vitest';
import { placesOf, type Riser, tracksOf } from '../../src/draw/blueprint/gutters.ts';
import { linksOf } from '../../src/draw/blueprint/handoffs.ts';
import { Drawing, drawMap, stringsOf } from '../../src/draw/index.ts';
import type { Scene, SceneNode } from '../../src/draw/scene.ts';
import { light } from '../../src/draw/themes.ts';
import type { Handoff, JourneyMap, Step, Team, TeamKind, Work } from '../../src/map/model.ts';
import { geometryOfScene, nodesOf } from './geometry-of-scene.ts';
import { hardMaps } from './hard-maps.ts';
import { longMap, map, marksOnAll } from './maps.ts';
import { overlaps } from './overlaps.ts';

const kinds: Record<string, TeamKind> = { carrier: 'external', buyers: 'customer', who: 'undeclared' };

function team(name: string | undefined): Team | undefined {
  return name === undefined || name === '' ? undefined : { name, title: name, kind: kinds[name] ?? 'ours' };
}

/**
 * A map of steps, each written as what happens there: `desk` is work of a team in view, `(desk)` out of view, `desk+CRM` with a system, `(-)` of
 * nobody, and `desk>stock` a handoff.
 */
function written(...steps: string[]): JourneyMap {
  const drawn = longMap(steps.length);
  const all = drawn.stages.flatMap((stage) => stage.steps);
  for (const [index, words] of steps.entries()) {
    const step = all[index] as Step;
    Object.assign(step, { frontstage: [], backstage: [], handoffs: [] });
    for (const [at, word] of words.split(' ').filter(Boolean).entries()) {
      const id = `${step.id}/${at}`;
      const [, from, to] = /^(.*)>(.*)$/.exec(word) ?? [];
      if (to !== undefined) step.handoffs.push(handoff(id, team(from), team(to)));
      else (word.startsWith('(') ? step.backstage : step.frontstage).push(work(id, word.replace(/[()]/g, '')));
    }
  }
  return drawn;
}

function work(id: string, word: string): Work {
  const [name = '', ...using] = word.split('+');
  const by = team(name === '-' ? undefined : name);
  return { id, text: `Work of ${name}`, using: using.map((each) => ({ name: each, title: each, kind: 'ours' })), ...(by ? { by } : {}) };
}

function handoff(id: string, from: Team | undefined, to: Team | undefined): Handoff {
  return { id, text: 'By hand', after: { text: '2d', minutes: 2880 }, ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

const draw = (of: JourneyMap, more: object = {}) => drawMap(of, { view: 'blueprint', theme: light, ...more });

/** The rows from top to bottom, by their labels. */
function rows(scene: Scene): string[] {
  const labels = scene.regions.find(({ key }) => key === 'labels')?.children ?? [];
  return labels.map(({ key }) => key).filter((key) => key !== 'ground' && !/^line:(?!interaction|visibility|internal)/.test(key));
}

function rowLabel(scene: Scene, key: string): SceneNode[] {
  const labels = scene.regions.find((each) => each.key === 'labels')?.children ?? [];
  return labels.filter((label) => label.key === key);
}

function textOf(nodes: readonly SceneNode[]): string {
  return [...nodesOf(nodes)].map(({ node }) => node.text ?? '').join('');
}

function drawn(scene: Scene, key: string): SceneNode[] {
  const region = scene.regions.find((each) => each.key === key);
  return [...nodesOf(region?.children ?? [])].map(({ node }) => node);
}

describe('the rows of a blueprint', () => {
  const cases: [name: string, steps: string[], rows: string][] = [
    [
      'work in view and out of it, and systems',
      ['desk (stock+CRM)'],
      'line:interaction front:desk line:visibility back:stock line:internal zone:systems system:CRM',
    ],
    ['no system', ['desk (stock)'], 'line:interaction front:desk line:visibility back:stock'],
    ['only what is in view', ['desk'], 'line:interaction front:desk line:visibility zone:back'],
    ['only what is not', ['', '(stock)'], 'line:interaction zone:front line:visibility back:stock'],
    [
      'ours, the customer’s, others, nobody',
      ['(-) (carrier) (who)', '(buyers) (stock)', '(desk)'],
      'line:interaction zone:front line:visibility back:stock back:desk back:buyers back:carrier back:who back:',
    ],
    ['a team that only takes over', ['(stock)', 'stock>carrier'], 'line:interaction zone:front line:visibility back:stock back:carrier'],
    ['a team that only hands over', ['desk>stock'], 'line:interaction zone:front line:visibility back:desk back:stock'],
    ['a handoff to nobody', ['(desk)', 'desk>'], 'line:interaction zone:front line:visibility back:desk back:'],
  ];

  test.each(cases)('%s', (_, steps, wanted) => {
    const scene = draw(written(...steps));
    const below = rows(scene);
    expect(below.splice(below.indexOf('line:interaction'))).toEqual(wanted.split(' '));
    expect(below.at(-1)).toBe('feels');
    expect(overlaps(geometryOfScene(scene))).toEqual([]);
  });

  test('begin with the time line where the map has times', () => {
    expect(rows(draw(map('everything'))).slice(0, 5)).toEqual(['touchpoints', 'steps', 'time', 'feels', 'line:interaction']);
  });

  test('have what is felt in the order of those who travel, whoever is written first', () => {
    const felt = (of: JourneyMap) =>
      geometryOfScene(draw(of)).lines.flatMap(({ text }) => (/^[A-Z]{2}: /.test(text) ? [text.slice(0, 2)] : []));
    const turned = map('personas');
    for (const step of turned.stages.flatMap((stage) => stage.steps)) step.feelings.reverse();
    expect(felt(turned).slice(0, 5)).toEqual(['AH', 'KH', 'AH', 'KH', 'LB']);
    expect(felt(turned)).toEqual(felt(map('personas')));
  });

  test('leave out moods and times that are not among the lanes', () => {
    expect(rows(draw(map('everything'), { lanes: ['steps', 'pains'] })).slice(0, 3)).toEqual(['touchpoints', 'steps', 'line:interaction']);
  });

  test('say what to write where there is no work', () => {
    const scene = draw(map('laptop'));
    expect(rows(scene)).toEqual(['touchpoints', 'steps', 'feels', 'line:interaction']);
    expect(JSON.stringify(drawn(scene, 'invitation'))).toContain('frontstage');
    const french = draw(map('laptop'), { labels: stringsOf('fr') });
    expect(JSON.stringify(drawn(french, 'invitation'))).toContain('backstage');
    expect(drawn(draw(written('desk')), 'invitation')).toEqual([]);
  });

  test('have the line of visibility as the strongest of the three, each drawn in another way', () => {
    const lines = drawn(draw(written('desk (stock+CRM)')), 'lanes').filter(({ key }) =>
      /^line:(interaction|visibility|internal)$/.test(key),
    );
    const looks = new Map(lines.map(({ key, attrs }) => [key, { width: Number(attrs['stroke-width']), dash: attrs['stroke-dasharray'] }]));
    expect(looks.size).toBe(3);
    expect(new Set([...looks.values()].map(({ dash }) => dash)).size).toBe(3);
    const strongest = [...looks].sort(([, a], [, b]) => b.width - a.width)[0];
    expect(strongest).toEqual(['line:visibility', { width: expect.any(Number), dash: undefined }]);
  });
});

/** Ends of handoffs as `row@step`; `!` where an arrowhead is. */
const handoffs: [name: string, steps: string[], links: string[]][] = [
  ['within a step', ['(desk) (stock) desk>stock'], ['back:desk@0 → back:stock@0']],
  ['from an earlier step', ['(desk)', '', '(stock) desk>stock'], ['back:desk@0 → back:stock@2']],
  ['from the last step before', ['(desk)', '(desk)', '(stock) desk>stock'], ['back:desk@1 → back:stock@2']],
  ['from work in view', ['desk', '(stock) desk>stock'], ['front:desk@0 → back:stock@1']],
  ['to work in view', ['(stock) desk stock>desk'], ['back:stock@0 → front:desk@0']],
  ['to a later step', ['(desk) desk>stock', '', '(stock)'], ['back:desk@0 → back:stock@0', 'back:stock@0 → back:stock@2!']],
  ['to a team that does nothing', ['(desk) desk>carrier'], ['back:desk@0 → back:carrier@0!']],
  ['from a team that did nothing yet', ['(stock) desk>stock', '(desk)'], ['back:desk@0 → back:stock@0']],
  ['from nobody', ['(stock) >stock'], []],
  ['from a team to itself', ['(desk) desk>desk'], []],
];

describe('handoffs', () => {
  test.each(handoffs)('%s', (_, steps, wanted) => {
    const of = written(...steps);
    const { links } = linksOf(of);
    expect(links.map(({ from, to, head }) => `${from.row}@${from.column} → ${to.row}@${to.column}${head ? '!' : ''}`)).toEqual(wanted);
    const scene = draw(of, { marks: marksOnAll(of) });
    expect(drawn(scene, 'over').filter(({ key }) => key === 'line')).toHaveLength(wanted.length);
    const chips = of.stages.flatMap((stage) => stage.steps.flatMap((step) => step.handoffs));
    for (const { id } of chips) expect(JSON.stringify(scene.regions)).toContain(`"data-id":"${id}"`);
    // No line is hidden below the names of the lanes.
    const places = drawn(scene, 'over').flatMap(({ key, attrs }) =>
      key === 'line' ? [...String(attrs.d).matchAll(/(-?[\d.]+) -?[\d.]+/g)] : [],
    );
    for (const [, x] of places) expect(Number(x)).toBeGreaterThan(1);
  });

  test('have what changes hands and the wait on them, and the teams under the pointer', () => {
    const scene = draw(written('(desk)', '(stock) desk>stock'));
    const words = geometryOfScene(scene).lines.map(({ text }) => text.replaceAll('\u00a0', ' '));
    expect(words).toContain('By hand');
    expect(words).toContain('after 2 days');
    expect(drawn(scene, 'over').flatMap(({ tag, text }) => (tag === 'title' ? [text] : []))).toEqual([
      expect.stringMatching(/^desk to stock.*By hand.*after/),
    ]);
  });
});

/** Sixty steps in which eight teams work, hand over and use systems, the same each time. */
function crowded(): JourneyMap {
  let seed = 7;
  const any = (count: number) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return (seed >> 8) % count;
  };
  const teams = ['desk', 'stock', 'carrier', 'buyers', 'who', 'Kraftfahrzeughaftpflichtversicherung', 'finance', '-'];
  const one = () => teams[any(teams.length)] ?? '-';
  const other = () => one().replace('-', '');
  const systems = ['', '+CRM', '+ERP+CRM'];
  const steps = Array.from({ length: 60 }, () =>
    [
      ...Array.from({ length: any(3) }, () => `${one()}${systems[any(3)]}`),
      ...Array.from({ length: any(4) }, () => `(${one()}${systems[any(3)]})`),
      ...Array.from({ length: any(3) }, () => `${other()}>${other()}`),
    ].join(' '),
  );
  return written(...steps);
}

describe('the dotted lines to systems', () => {
  /** The upright stretches in the first column, by their place. */
  const uprights = (...steps: string[]) => {
    const found = drawn(draw(written(...steps)), 'over').filter(({ key }) => key.startsWith('systems:'));
    const all = [...String(found[0]?.attrs.d).matchAll(/M([\d.]+) ([\d.]+)V([\d.]+)/g)].map(([, x, from, to]) => [x, from, to].map(Number));
    return Map.groupBy(all, ([x]) => x);
  };

  test('are one for all work that uses the same systems', () => {
    expect(uprights('desk+CRM (stock+CRM)').size).toBe(1);
    expect(uprights('desk+CRM+ERP (stock+ERP+CRM)').size).toBe(1);
  });

  test('are apart for work that uses others, so that each leads to its own', () => {
    const lines = [...uprights('desk+CRM (stock+ERP+CMDB)').values()];
    expect(lines).toHaveLength(2);
    const ends = lines.map((pieces) => Math.max(...pieces.map(([, , to = 0]) => to)));
    expect(new Set(ends).size).toBe(2);
  });

  test('have a gap where the end of another passes', () => {
    const pieces = [...uprights('desk+CRM (stock+ERP)').values()].map((each) => each.length);
    expect(pieces.sort()).toEqual([1, 2]);
  });
});

describe('a crowded blueprint', () => {
  const of = crowded();
  const scene = draw(of, { marks: marksOnAll(of) });
  const geometry = geometryOfScene(scene);

  test('has no text on another or outside its box', () => {
    expect(overlaps(geometry)).toEqual([]);
  });

  test('has no line through a text', () => {
    const over = scene.regions.find(({ key }) => key === 'over');
    const lines = drawn(scene, 'over').filter(({ tag, attrs }) => tag === 'path' && attrs.fill === 'none');
    expect(lines.length).toBeGreaterThan(80);
    const texts = geometry.lines.filter(({ y }) => over && y > over.y);
    const crossed = lines.flatMap(({ attrs }) =>
      stretches(String(attrs.d)).flatMap((stretch) =>
        texts
          .filter(({ x, y, width, height }) => {
            const [left, top] = [x - (over?.x ?? 0), y - (over?.y ?? 0)];
            return stretch.right > left && stretch.left < left + width && stretch.bottom > top && stretch.top < top + height;
          })
          .map(({ text }) => text),
      ),
    );
    expect(crossed).toEqual([]);
  });

  test('is drawn the same again by a drawing that has drawn it', () => {
    const drawing = new Drawing();
    drawing.draw(of, { view: 'blueprint', theme: light });
    const again = drawing.draw(structuredClone(of), { view: 'blueprint', theme: light });
    expect(again).toEqual(draw(of));
  });
});

test('a blueprint says to those who do not see it what stands behind the steps', () => {
  const of = written('(desk) desk+CRM', '(stock) desk>stock');
  expect(draw(of).description).toMatch(/stage.* Behind the scenes: 2 teams, 1 handoff, 1 system\.$/);
  expect(draw(of, { labels: stringsOf('fr') }).description.replaceAll('\u00a0', ' ')).toMatch(
    /Derrière la scène : 2 équipes, 1 transfert, 1 système\.$/,
  );
});

test('what all feel alike is said once, and what some do with whose it is', () => {
  const drawn = structuredClone(hardMaps['5 personas'] as JourneyMap);
  const [first] = drawn.stages[0]?.steps ?? [];
  for (const [at, feeling] of (first?.feelings ?? []).entries())
    Object.assign(feeling, at % 2 === 0 ? { score: 1, word: 'glad' } : { score: -1, word: 'lost' });
  const scene = draw(drawn, { marks: marksOnAll(drawn) });
  const said = geometryOfScene(scene).lines.map(({ text }) => text);
  expect(said.filter((text) => text.includes('together'))).toEqual(['together', 'together', 'together']);
  expect(said.filter((text) => /glad|lost/.test(text))).toEqual(['AA, CJ, EE: glad', 'BB, DD: lost']);
  const ids = scene.regions.flatMap(({ children }) => [...nodesOf(children)].map(({ node }) => node.attrs['data-id']));
  for (const { id } of drawn.stages.flatMap(({ steps }) => steps.flatMap(({ feelings }) => feelings))) expect(ids).toContain(id);
});

test('a row of key moments alone is called so', () => {
  const label = (name: string) => textOf(rowLabel(draw(hardMaps[name] as JourneyMap), 'feels'));
  expect(label('no feelings')).toBe('Key moments');
  expect(label('one step')).toBe('Feels');
});

test('without a step there is no line to interact over, and what to write says where', () => {
  const scene = draw(hardMaps['stages without a step'] as JourneyMap);
  expect(rows(scene)).toEqual([]);
  expect(geometryOfScene(scene).lines.map(({ text }) => text)).toContain(stringsOf('en').noStep);
});

test('a changed word of a step leaves the nodes of the others', () => {
  const drawing = new Drawing();
  const of = written('(desk) desk', '(stock) desk>stock', '(carrier)');
  const before = drawing.draw(of, { view: 'blueprint', theme: light });
  const edited = structuredClone(of);
  const [changed] = edited.stages[0]?.steps[1]?.backstage ?? [];
  if (!changed) throw new Error('The second step has no work out of view');
  changed.text = 'Work of kcots';
  const after = drawing.draw(edited, { view: 'blueprint', theme: light });
  const nodes = (scene: Scene) => scene.regions.filter(({ key }) => key.startsWith('stage:')).flatMap(({ children }) => children);
  const [was, is] = [nodes(before), nodes(after)];
  expect(is.map((node, index) => node === was[index])).toEqual(is.map((_, index) => index !== 1));
  const lines = (scene: Scene) => scene.regions.find(({ key }) => key === 'over')?.children ?? [];
  expect(lines(after)).toHaveLength(1);
  expect(lines(after)[0]).toBe(lines(before)[0]);
});

/** The level and upright stretches of a path, as boxes. */
function stretches(d: string) {
  const found: { left: number; right: number; top: number; bottom: number }[] = [];
  let [x, y] = [0, 0];
  for (const [, command, rest = ''] of d.matchAll(/([MLQHV])([^MLQHVz]*)/g)) {
    const numbers = rest.trim().split(/[ ,]+/).map(Number);
    const to = {
      x: command === 'V' ? x : (numbers.at(command === 'H' ? -1 : -2) ?? 0),
      y: command === 'H' ? y : (numbers.at(-1) ?? 0),
    };
    if (command !== 'M')
      found.push({ left: Math.min(x, to.x), right: Math.max(x, to.x), top: Math.min(y, to.y), bottom: Math.max(y, to.y) });
    [x, y] = [to.x, to.y];
  }
  return found;
}

describe('lines between columns', () => {
  const down = (from: number, to: number): Riser => ({ from: { y: from, side: 'left' }, to: { y: to, side: 'right' } });

  test.each([
    ['one', [down(0, 10)], [0]],
    ['two that never meet share a place', [down(0, 10), down(50, 60)], [0, 0]],
    ['parallel ways down do not cross', [down(0, 50), down(20, 70)], [1, 0]],
    ['parallel ways up do not cross', [down(50, 0), down(70, 20)], [0, 1]],
  ])('%s', (_, risers, places) => {
    expect(placesOf(risers)).toEqual(places);
  });

  test('along a row no two share a track side by side', () => {
    expect(
      tracksOf([
        { from: 1, to: 9 },
        { from: 2, to: 3 },
        { from: 4, to: 5 },
        { from: 12, to: 14 },
      ]),
    ).toEqual([1, 0, 0, 0]);
  });
});
