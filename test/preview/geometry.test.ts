import { describe, expect, it } from 'vitest';
import { type Box, neighbour, type Spot, scrollToShow, union } from '../../src/preview/page/geometry.ts';

const box = (x: number, y: number, width = 100, height = 40): Box => ({ x, y, width, height });

describe('union', () => {
  it('goes round all', () => {
    expect(union([box(10, 20), box(200, 0, 50, 50)])).toEqual({ x: 10, y: 0, width: 240, height: 60 });
    expect(union([])).toBeUndefined();
  });
});

describe('scrollToShow', () => {
  const view = { width: 600, height: 400 };
  const covered = { x: 100, y: 60 };
  const show = (at: { x: number; y: number }, target: Box) => scrollToShow(at, view, covered, target, 10);

  it('stays where the box is in sight', () => {
    expect(show({ x: 50, y: 50 }, box(200, 200))).toEqual({ x: 50, y: 50 });
  });

  it('goes the shortest way', () => {
    expect(show({ x: 0, y: 0 }, box(900, 200))).toEqual({ x: 410, y: 0 });
    expect(show({ x: 500, y: 0 }, box(300, 200))).toEqual({ x: 190, y: 0 });
    expect(show({ x: 0, y: 300 }, box(200, 340))).toEqual({ x: 0, y: 270 });
  });

  it('takes what lies behind the labels for out of sight', () => {
    expect(show({ x: 200, y: 0 }, box(250, 200)).x).toBe(140);
  });

  it('never scrolls beyond the beginning', () => {
    expect(show({ x: 80, y: 30 }, box(20, 20))).toEqual({ x: 0, y: 0 });
  });

  it('leaves alone what is larger than the view and partly in sight', () => {
    expect(show({ x: 0, y: 300 }, box(200, 100, 100, 900))).toEqual({ x: 0, y: 300 });
    expect(show({ x: 0, y: 0 }, box(200, 2000, 100, 900))).toEqual({ x: 0, y: 1930 });
  });
});

describe('neighbour', () => {
  const spot = (row: string, step: number, y: number, to = step): Spot => ({
    row,
    place: step,
    from: step,
    to,
    box: box(step * 200, y, (to - step + 1) * 180, 20),
  });
  /** A stage over three steps; their names; two touchpoints in the first and one, lower down, in the last; a pain in the second. */
  const spots = {
    stage: spot('stages', 0, 0, 2),
    a: spot('steps', 0, 100),
    b: spot('steps', 1, 100),
    c: spot('steps', 2, 100),
    form: spot('touchpoints', 0, 200),
    phone: spot('touchpoints', 0, 260),
    desk: spot('touchpoints', 2, 250),
    pain: spot('pains', 1, 340),
  };
  const names = Object.keys(spots) as (keyof typeof spots)[];
  const from = (name: keyof typeof spots, direction: Parameters<typeof neighbour>[2]) => {
    const at = neighbour(Object.values(spots), spots[name], direction);
    return at === undefined ? undefined : names[at];
  };

  it('goes along a row from step to step, over steps that have nothing in it', () => {
    expect(from('a', 'right')).toBe('b');
    expect(from('c', 'left')).toBe('b');
    expect(from('form', 'right')).toBe('desk');
    expect(from('desk', 'left')).toBe('phone');
    expect(from('pain', 'right')).toBeUndefined();
    expect(from('c', 'right')).toBeUndefined();
  });

  it('goes from lane to lane within the column', () => {
    expect(from('a', 'down')).toBe('form');
    expect(from('form', 'down')).toBe('phone');
    expect(from('phone', 'down')).toBeUndefined();
    expect(from('b', 'down')).toBe('pain');
    expect(from('pain', 'up')).toBe('b');
    expect(from('c', 'up')).toBe('stage');
    expect(from('stage', 'up')).toBeUndefined();
  });

  it('goes to the ends of the row', () => {
    expect(from('b', 'first')).toBe('a');
    expect(from('a', 'last')).toBe('c');
    expect(from('desk', 'first')).toBe('phone');
    expect(from('a', 'first')).toBeUndefined();
  });
});
