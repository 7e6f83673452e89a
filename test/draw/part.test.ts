import { describe, expect, test } from 'vitest';
import { pointsOf } from '../../src/draw/feel/curve.ts';
import { drawMap, type Scene, type SceneNode } from '../../src/draw/index.ts';
import { light } from '../../src/draw/themes.ts';
import { longMap, map } from './maps.ts';

const whole = map('laptop');
const steps = whole.stages.flatMap((stage) => stage.steps);
const all = drawMap(whole, { theme: light });

function part(from: number, to: number, about = false): Scene {
  return drawMap(whole, { theme: light, part: { shows: new Set(steps.slice(from, to).map(({ id }) => id)), about } });
}

function textsIn(nodes: readonly SceneNode[]): string[] {
  return nodes.flatMap(({ tag, text, children = [] }) => (tag === 'title' ? [] : [text ?? '', ...textsIn(children)]));
}

function textOf({ regions }: Scene): string {
  return regions.flatMap(({ children }) => textsIn(children)).join(' ');
}

function found(nodes: readonly SceneNode[], key: string): SceneNode[] {
  return nodes.flatMap((node) => (node.key === key ? [node] : found(node.children ?? [], key)));
}

/** The ends of the first curve, in the picture's columns, with their width. */
function curveOf({ regions }: Scene): { left: { x: number; y: number }; right: { x: number; y: number }; width: number } {
  const region = regions.find(({ key }) => key === 'curve');
  const [curves] = found(region?.children ?? [], 'curves');
  const points = (curves?.children ?? []).flatMap((each) => pointsOf(String(each.attrs.d)));
  const [left, right] = [points[0], points.at(-1)];
  if (!left || !right) throw new Error('There is no curve');
  return { left, right, width: region?.width ?? 0 };
}

describe('a part of a map', () => {
  test('shows its steps and no other, with the stages that they stand in', () => {
    const scene = part(3, 5);
    expect(scene.columns.map(({ id }) => id)).toEqual(steps.slice(3, 5).map(({ id }) => id));
    const text = textOf(scene);
    expect(text).toContain('Wait');
    for (const title of ['Request', 'Delivery', 'Follow-up']) expect(text).not.toContain(title);
    expect(text).toContain(whole.title);
  });

  test('has its curve run on to the edges where it leads to steps outside, at heights between the faces, and end where it ends', () => {
    const perScore = 40;
    const height = (at: number) => -(steps[at]?.feelings[0]?.score ?? Number.NaN) * perScore;
    const between = (y: number, a: number, b: number) => y >= Math.min(a, b) - 1 && y <= Math.max(a, b) + 1;
    const inner = curveOf(part(3, 5));
    expect(inner.left.x).toBeCloseTo(0, 0);
    expect(inner.right.x).toBeCloseTo(inner.width, 0);
    expect(between(inner.left.y, height(2), height(3))).toBe(true);
    expect(between(inner.right.y, height(4), height(5))).toBe(true);
    const first = curveOf(part(0, 3));
    expect(first.left.x).toBeGreaterThan(40);
    expect(first.right.x).toBeCloseTo(first.width, 0);
    const last = curveOf(part(5, steps.length));
    expect(last.left.x).toBeCloseTo(0, 0);
    expect(last.right.x).toBeLessThan(last.width - 40);
  });

  test('keeps the colours of its stages', () => {
    const headOf = (scene: Scene, title: string) => {
      const stage = whole.stages.find((each) => each.title === title);
      const heads = scene.regions.find(({ key }) => key === 'heads');
      return found(found(heads?.children ?? [], stage?.id ?? ''), 'shape')[0]?.attrs.fill;
    };
    expect(headOf(part(5, 7), 'Delivery')).toBe(headOf(all, 'Delivery'));
    expect(headOf(all, 'Delivery')).not.toBe(headOf(all, 'Request'));
  });

  test('says what the map is as a whole only where it is asked to', () => {
    const keys = (about: boolean) =>
      drawMap(map('everything'), { theme: light, part: { shows: new Set(), about } }).regions.map(({ key }) => key);
    expect(keys(true)).toContain('about');
    expect(keys(false)).not.toContain('about');
  });

  test('tells in words of a way that leads out of it', () => {
    const drawn = map('laptop');
    const [first, second] = drawn.stages.flatMap((stage) => stage.steps);
    if (!first || !second) throw new Error('The laptop map has no steps');
    first.next = [{ to: second.id, name: second.name, when: 'no form fits' }];
    second.alongside = first.id;
    const shown = (...ids: string[]) => textOf(drawMap(drawn, { theme: light, part: { shows: new Set(ids), about: false } }));
    expect(shown(first.id)).toContain(`${second.title} when`);
    expect(shown(second.id)).toContain(first.title);
  });

  test('of a long map is no larger than that of a short one', () => {
    const long = longMap(200);
    const ids = long.stages[10]?.steps.map(({ id }) => id) ?? [];
    const scene = drawMap(long, { theme: light, part: { shows: new Set(ids), about: false } });
    expect(scene.columns.map(({ id }) => id)).toEqual(ids);
    expect(JSON.stringify(scene).length).toBeLessThan(JSON.stringify(drawMap(longMap(8), { theme: light })).length * 1.5);
  });
});
