import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Pixels, readPng, shrunk, writePng } from './pixels.ts';

const kept = join(import.meta.dirname, 'reviewed');
const results = join(import.meta.dirname, '../results/render');

/** The longest side of a reviewed picture, in pixels. */
const longest = 420;
/** Pictures are compared in squares of so many pixels: within one, letters may be drawn a little differently. */
const square = 6;
/** How far the mean colour of a square may be off, of 255, and that of the picture. */
const most = { square: 14, whole: 1.5 };

/**
 * Expects a picture, a PNG, to look as the one of that name that was reviewed: test/render/reviewed/NAME.png. Compared are small copies, loosely: a word
 * that is missing, another colour or another place is found, another smoothing of edges is not. What was drawn is in test/results/render.
 * `JOURNEY_GOLDEN=write` writes what was drawn as reviewed: look at it before it is committed.
 */
export function expectAsReviewed(png: Uint8Array, name: string): void {
  const file = join(kept, `${name}.png`);
  const drawn = shrunk(readPng(png), longest);
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, `${name}.png`), png);
  if (process.env.JOURNEY_GOLDEN === 'write') {
    mkdirSync(kept, { recursive: true });
    writeFileSync(file, writePng(drawn));
  }
  if (!existsSync(file)) throw new Error(`There is no reviewed picture ${name}. JOURNEY_GOLDEN=write makes one.`);
  expect(differences(drawn, readPng(readFileSync(file))), `${name}: see test/results/render/${name}.png`).toEqual([]);
}

/** How two pictures differ, in words; empty where they look the same. */
export function differences(drawn: Pixels, reviewed: Pixels): string[] {
  const [a, b] = [drawn, reviewed].map(({ width, height }) => `${width} × ${height}`);
  // A row or column more or less comes of rounding.
  if (Math.abs(drawn.width - reviewed.width) > 1 || Math.abs(drawn.height - reviewed.height) > 1) return [`size ${a} instead of ${b}`];
  const [width, height] = [Math.min(drawn.width, reviewed.width), Math.min(drawn.height, reviewed.height)];
  const found: string[] = [];
  let sum = 0;
  for (let y = 0; y < height; y += square) {
    for (let x = 0; x < width; x += square) {
      const box = { x, y, right: Math.min(x + square, width), bottom: Math.min(y + square, height) };
      const [one, other] = [meanOf(drawn, box), meanOf(reviewed, box)];
      const off = Math.max(...one.map((value, channel) => Math.abs(value - (other[channel] ?? 0))));
      sum += off * (box.right - x) * (box.bottom - y);
      if (off > most.square) found.push(`at ${x}, ${y} of ${a} the colour is ${one.map(Math.round)} instead of ${other.map(Math.round)}`);
    }
  }
  const whole = sum / (width * height);
  return whole > most.whole ? [...found, `on the whole it is off by ${whole.toFixed(2)}`] : found;
}

function meanOf(of: Pixels, { x, y, right, bottom }: { x: number; y: number; right: number; bottom: number }): number[] {
  const sums = [0, 0, 0];
  for (let row = y; row < bottom; row++) {
    for (let column = x; column < right; column++) {
      for (let channel = 0; channel < 3; channel++)
        sums[channel] = (sums[channel] ?? 0) + (of.rgba[(row * of.width + column) * 4 + channel] ?? 0);
    }
  }
  return sums.map((total) => total / ((right - x) * (bottom - y)));
}
