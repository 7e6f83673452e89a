import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampScale, firstScale, fitScale, percent, scrollKeeping, stepScale, wheelScale } from '../../src/preview/page/zoom.ts';

describe('stepping', () => {
  it('goes from stop to stop and ends at the bounds', () => {
    expect(stepScale(1, 1)).toBe(1.1);
    expect(stepScale(1, -1)).toBe(0.9);
    expect(stepScale(0.9342, 1)).toBe(1);
    expect(stepScale(0.9342, -1)).toBe(0.9);
    expect(stepScale(4, 1)).toBe(4);
    expect(stepScale(0.1, -1)).toBe(0.1);
  });

  it('passes 100 % on the way up from anywhere below', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 0.99, noNaN: true }), (from) => {
        let scale = from;
        while (scale < 0.995) scale = stepScale(scale, 1);
        expect(scale).toBe(1);
      }),
    );
  });
});

describe('the wheel', () => {
  it('enlarges upwards and reduces downwards, within bounds', () => {
    expect(wheelScale(1, -100, 0)).toBeGreaterThan(1.1);
    expect(wheelScale(1, 100, 0)).toBeLessThan(0.9);
    expect(wheelScale(4, -1000, 0)).toBe(4);
    expect(wheelScale(0.1, 5000, 0)).toBe(0.1);
  });

  it('comes back when turned back', () => {
    expect(wheelScale(wheelScale(0.8, -7, 0), 7, 0)).toBeCloseTo(0.8, 3);
    expect(wheelScale(wheelScale(0.8, -3, 1), 3, 1)).toBeCloseTo(0.8, 3);
  });
});

describe('fitting', () => {
  const picture = { width: 1600, height: 1000 };

  it('shows the width, or all, and never a hair too much', () => {
    expect(fitScale(picture, { width: 800, height: 200 }, 'width')).toBe(0.5);
    expect(fitScale(picture, { width: 800, height: 200 }, 'all')).toBe(0.2);
    expect(725 * fitScale({ width: 725, height: 10 }, { width: 203, height: 1e6 }, 'width')).toBeLessThanOrEqual(203);
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 3000 }), fc.integer({ min: 300, max: 20_000 }), (view, width) => {
        const scale = fitScale({ width, height: 10 }, { width: view, height: 1e6 }, 'width');
        expect(width * scale).toBeLessThanOrEqual(view);
      }),
    );
  });

  it('has no bound below, and from there a zoom out stays where it is', () => {
    const tiny = fitScale({ width: 20_000, height: 2000 }, { width: 400, height: 300 }, 'all');
    expect(tiny).toBe(0.02);
    expect(stepScale(tiny, -1)).toBe(0.02);
    expect(wheelScale(tiny, 300, 0)).toBe(0.02);
    expect(stepScale(tiny, 1)).toBe(0.1);
  });

  it('opens at the width where that can be read, else at 100 %', () => {
    expect(firstScale(picture, { width: 1200, height: 800 })).toEqual({ scale: 0.75, fit: 'width' });
    expect(firstScale(picture, { width: 700, height: 800 })).toEqual({ scale: 1, fit: undefined });
    expect(firstScale(picture, { width: 2400, height: 800 })).toEqual({ scale: 1, fit: undefined });
  });
});

describe('keeping a point in place', () => {
  it('shows the same point of the picture under the pointer', () => {
    const coordinate = fc.double({ min: 0, max: 5000, noNaN: true });
    const scale = fc.double({ min: 0.1, max: 4, noNaN: true }).map(clampScale);
    fc.assert(
      fc.property(coordinate, coordinate, scale, scale, (scroll, held, from, to) => {
        const after = scrollKeeping({ x: scroll, y: scroll }, { x: held, y: held }, from, to);
        expect((after.x + held) / to).toBeCloseTo((scroll + held) / from, 5);
        expect(after.y).toBe(after.x);
      }),
    );
  });
});

it('writes a scale as a percentage', () => {
  expect(percent(1)).toBe('100 %');
  expect(percent(0.3333)).toBe('33 %');
  expect(percent(0.0634)).toBe('6.3 %');
});
