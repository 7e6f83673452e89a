import { describe, expect, it } from 'vitest';
import { type Box, neighbour, scrollToShow, union } from '../../src/preview/page/geometry.ts';

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
  /** Two rows of three. */
  const grid = [box(0, 0), box(150, 0), box(300, 0), box(0, 100), box(150, 100), box(300, 100)];
  const from = (index: number, direction: Parameters<typeof neighbour>[2]) => neighbour(grid, grid[index] as Box, direction);

  it('goes along rows and columns', () => {
    expect(from(0, 'right')).toBe(1);
    expect(from(1, 'left')).toBe(0);
    expect(from(1, 'down')).toBe(4);
    expect(from(5, 'up')).toBe(2);
  });

  it('ends at the edges', () => {
    expect(from(2, 'right')).toBeUndefined();
    expect(from(0, 'left')).toBeUndefined();
    expect(from(0, 'up')).toBeUndefined();
    expect(from(5, 'down')).toBeUndefined();
  });

  it('leaps over a gap in the row rather than change the row', () => {
    expect(neighbour([box(0, 0), box(120, 60), box(450, 0)], box(0, 0), 'right')).toBe(2);
  });

  it('goes aside where nothing is straight ahead', () => {
    expect(neighbour([box(0, 0), box(150, 120)], box(0, 0), 'down')).toBe(1);
  });
});
