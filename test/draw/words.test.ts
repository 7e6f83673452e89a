import { describe, expect, test } from 'vitest';
import { drawMap, light } from '../../src/draw/index.ts';
import { measure } from '../../src/draw/measure.ts';
import type { SceneNode } from '../../src/draw/scene.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { mapsOf } from '../language/facts.ts';
import { faceOf, geometryOfScene, nodesOf } from './geometry-of-scene.ts';
import { hardMaps } from './hard-maps.ts';
import { map } from './maps.ts';
import { overlaps } from './overlaps.ts';
import { samples } from './samples.ts';

/** A map of so many personas, whose scores and words are picked by a seed: many near each other, some the same, some absent. */
function crowd(count: number, seed: number): JourneyMap {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const words = [
    'fine',
    'let down',
    'in good hands',
    'curious',
    'by the book',
    'put upon',
    'not at all sure what to make of it',
    'überfordert',
  ];
  const names = ['Ana', 'Ben', 'Cho', 'Dia', 'Eve'].slice(0, count);
  const steps = Array.from({ length: 14 }, (_, at) => {
    const feels = names.flatMap((name) => (next(6) === 0 ? [] : [`    feels ${name} ${next(9) / 2 - 2} "${words[next(words.length)]}"`]));
    return [`  step s${at} "Step ${at}"`, ...feels].join('\n');
  });
  const personas = names.map((name) => `persona ${name} "${name} ${name}son"`).join('\n');
  return mapsOf(`${personas}\njourney "Crowd" for ${names.join(', ')}\nstage A\n${steps.join('\n')}`)[0] as JourneyMap;
}

const crowds = [2, 3, 4, 5].flatMap((count) =>
  [1, 2, 3].map((seed) => ({ name: `${count} personas, seed ${seed}`, drawn: crowd(count, seed) })),
);
const all = [
  { name: 'personas', drawn: map('personas') },
  { name: '5 personas', drawn: hardMaps['5 personas'] as JourneyMap },
  ...(await samples()).map(({ name, map: drawn }) => ({ name, drawn })),
  ...crowds,
];

interface Shown {
  x: number;
  y: number;
  word: string;
  box: { x: number; y: number; width: number; height: number };
  leads: boolean;
}

/** The faces at the curve with their words, in pixels of its region. */
function shown(drawn: JourneyMap): Shown[] {
  const region = drawMap(drawn, { theme: light }).regions.find(({ key }) => key === 'curve');
  return [...nodesOf(region?.children ?? [])].flatMap(({ node }) => {
    const [face, word, leader] = ['face', 'word', 'leader'].map((key) => node.children?.find((child) => child.key === key));
    if (!face || !word) return [];
    const [, x = 0, y = 0] = (/^translate\((\S+) (\S+)\)/.exec(String(node.attrs.transform)) ?? []).map(Number);
    return [
      {
        x,
        y,
        word: linesOf(word)
          .map(({ text }) => text)
          .join(' '),
        box: boxOf(word, x, y),
        leads: leader !== undefined,
      },
    ];
  });
}

function linesOf(text: SceneNode): SceneNode[] {
  const spans = text.children?.filter(({ tag }) => tag === 'tspan') ?? [];
  return spans.length > 0 ? spans : [text];
}

function boxOf(word: SceneNode, x: number, y: number): Shown['box'] {
  const size = Number(word.attrs['font-size']);
  const lines = linesOf(word);
  const width = Math.max(...lines.map(({ text = '' }) => measure(text, size, faceOf(word))));
  const [first, last] = [lines[0], lines.at(-1)].map((line) => Number(line?.attrs.y) - size * 0.364);
  const [top, bottom] = [(first ?? 0) - size / 2, (last ?? 0) + size / 2];
  return { x: x + Number(lines[0]?.attrs.x) - width / 2, y: y + top, width, height: bottom - top };
}

function distance({ x, y }: { x: number; y: number }, box: Shown['box']): number {
  const [dx, dy] = [Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height)];
  return Math.hypot(dx, dy);
}

describe.each(all)('the words of $name', ({ drawn }) => {
  const faces = shown(drawn);

  test('stand nearest to their own faces, or a line leads to them, or initials say whose they are', () => {
    const doubtful = faces.filter(({ x, y, box, leads, word }) => {
      if (leads || /^\p{Lu}{1,2}(, \p{Lu}{1,2}| \+\d)?: /u.test(word)) return false;
      const own = distance({ x, y }, box);
      const others = faces.filter((other) => other.x !== x || other.y !== y).filter((other) => Math.abs(other.x - x) < 91);
      return others.some((other) => distance(other, box) < own + 4);
    });
    expect(doubtful.map(({ word }) => word)).toEqual([]);
  });

  test('cross nothing', () => {
    expect(overlaps(geometryOfScene(drawMap(drawn, { theme: light })))).toEqual([]);
  });
});

test('few words need initials, even where many personas feel alike', () => {
  const every = crowds.flatMap(({ drawn }) => shown(drawn));
  const named = every.filter(({ word }) => /^\p{Lu}{2}: /u.test(word));
  expect(every.length).toBeGreaterThan(300);
  expect(named.length / every.length).toBeLessThan(0.05);
});
