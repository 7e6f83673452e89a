import { describe, expect, test } from 'vitest';
import { drawMap } from '../../src/draw/index.ts';
import { light } from '../../src/draw/themes.ts';
import { type Route, type Routed, routed } from '../../src/draw/ways/routes.ts';
import { geometryOfScene, nodesOf } from './geometry-of-scene.ts';
import { longMap, map } from './maps.ts';
import { overlaps } from './overlaps.ts';

/** Ways by their columns, `from-to`, and how often they have to cross: as often as two of them overlap with neither within the other. */
const cases: [name: string, ways: string, crossings: number][] = [
  ['one way', '0-2', 0],
  ['two from one step', '0-1 0-3', 0],
  ['two to one step', '0-3 2-3', 0],
  ['one within another', '0-5 1-3', 0],
  ['several within one another', '0-9 1-8 2-7 3-4', 0],
  ['one after another', '0-2 2-4 4-6', 0],
  ['there and back', '0-2 2-0', 0],
  ['back', '4-1 3-2', 0],
  ['two that overlap', '0-2 1-3', 1],
  ['a chain of overlaps', '0-2 1-3 2-4', 2],
  ['out and in at one step', '0-2 2-5 1-2 2-3', 0],
  ['twice the same', '0-2 0-2', 0],
];

function routesOf(ways: string): Route[] {
  return ways.split(' ').map((way, index) => {
    const [from = 0, to = 0] = way.split('-').map(Number);
    return { key: `${index}`, from, to };
  });
}

/** The stretches of a drawn way: down, along, up. */
function stretches({ from, to, track, fromPort, toPort }: Routed): { x: [number, number]; y: [number, number] }[] {
  const [start, end] = [from + fromPort / 100, to + toPort / 100];
  const [x1, x2] = [Math.min(start, end), Math.max(start, end)];
  return [
    { x: [start, start], y: [-1, track] },
    { x: [x1, x2], y: [track, track] },
    { x: [end, end], y: [-1, track] },
  ];
}

/** How often the lines of two ways cross. Two that only touch lie upon each other, which is counted as well. */
function crossings(one: Routed, other: Routed): number {
  const meet = (a: [number, number], b: [number, number]) => a[0] <= b[1] && b[0] <= a[1];
  return stretches(one).flatMap((a) => stretches(other).filter((b) => meet(a.x, b.x) && meet(a.y, b.y))).length;
}

describe('ways cross no more than they have to', () => {
  test.each(cases)('%s: %s', (_, ways, wanted) => {
    const all = routed(routesOf(ways));
    const pairs = all.flatMap((one, index) => all.slice(index + 1).map((other) => crossings(one, other)));
    expect(pairs.reduce((sum, count) => sum + count, 0)).toBe(wanted);
  });
});

/** The two uprights of a drawn way. */
function uprightsOf(d: string): { x: number; top: number; bottom: number }[] {
  const [, fromX, fromY, turn, along, corner, toY] = /^M(\S+) (\S+)V([\d.-]+)q.*H([\d.-]+)q([\d.-]+) .*V([\d.-]+)$/.exec(d) ?? [];
  const toX = Number(along) + Number(corner);
  return [
    { x: Number(fromX), top: Number(fromY), bottom: Number(turn) },
    { x: toX, top: Number(toY), bottom: Number(turn) },
  ];
}

describe('the picture of ways', () => {
  const laptop = map('laptop');
  const steps = laptop.stages.flatMap((stage) => stage.steps);
  const [first, second, third, fourth] = steps;
  if (!first || !second || !third || !fourth) throw new Error('The laptop map has fewer than four steps');
  const long = 'no form fits, as ever when one is in a hurry and has no colleague at hand who would know';
  first.decides = [{ id: 'decides', text: 'Does one of the three forms that the intranet has to offer fit at all?' }];
  first.next = [
    { to: fourth.id, name: 'fourth', when: 'yes' },
    { to: second.id, name: 'second', when: long },
    { to: first.id, name: 'first', when: 'she tries once more' },
    { name: 'elsewhere' },
  ];
  fourth.next = [{ to: second.id, name: 'second' }];
  third.alongside = second.id;
  const scene = drawMap(laptop, { theme: light });
  const region = scene.regions.find(({ key }) => key === 'ways');
  const titles = [...nodesOf(region?.children ?? [])].filter(({ node }) => node.tag === 'title').map(({ node }) => node.text);

  test('has an arrow for each that is said, and a line between steps that begin together', () => {
    expect(titles.toSorted()).toEqual(
      [
        `${first.title} → ${fourth.title} when “yes”`,
        `${first.title} → ${second.title} when “${long}”`,
        long, // what is shortened on its line
        `${fourth.title} → ${second.title}`,
        `${third.title}: at the same time as “${second.title}”`,
      ].toSorted(),
    );
  });

  test('says ways to nowhere and back to the same step in words', () => {
    const words = geometryOfScene(scene).lines.map(({ text }) => text);
    expect(words).toContain('elsewhere');
    expect(words.join(' ')).toContain('when “she tries once more”');
  });

  test('has no text on another', () => {
    expect(overlaps(geometryOfScene(scene))).toEqual([]);
  });

  test.each([[['0-2', '1-3']], [['0-3', '1-4', '2-5']], [['0-4', '3-6', '1-2']], [['5-0', '4-1', '3-6']], [['0-1', '1-2', '0-2']]])(
    'has no words on the line of another: %j',
    (ways) => {
      const drawn = longMap(8);
      const all = drawn.stages.flatMap((stage) => stage.steps);
      for (const way of ways) {
        const [from, to] = way.split('-').map((index) => all[Number(index)]);
        if (from && to)
          from.next = [...from.next, { to: to.id, name: to.name, when: 'it is between the exchange and her flat, and the rain' }];
      }
      const lane = drawMap(drawn, { theme: light }).regions.find(({ key }) => key === 'ways');
      const nodes = [...nodesOf(lane?.children ?? [])].map(({ node }) => node);
      const grounds = nodes.filter(({ key }) => key === 'ground').map(({ attrs }) => attrs as Record<string, number>);
      expect(grounds).toHaveLength(ways.length);
      const uprights = nodes.filter(({ key }) => key === 'line').flatMap(({ attrs }) => uprightsOf(String(attrs.d)));
      expect(uprights).toHaveLength(ways.length * 2);
      const crossed = grounds.flatMap(({ x = 0, y = 0, width = 0, height = 0 }) =>
        uprights.filter((line) => line.x > x && line.x < x + width && line.bottom > y && line.top < y + height),
      );
      expect(crossed).toEqual([]);
    },
  );

  test('is left out with its lane', () => {
    expect(drawMap(laptop, { theme: light, lanes: ['steps', 'feels'] }).regions.map(({ key }) => key)).not.toContain('ways');
  });
});
