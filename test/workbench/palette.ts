import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import encode, { init } from '@jsquash/webp/encode.js';

/** So many colours a palette of one byte holds. */
const most = 256;

/** So many of the most frequent stay whatever others there are: the grounds, however faint. */
const grounds = 64;

/** Colours nearer to one another than this, the squares of their differences added up, are not told apart: so a line of many shades has its own, too. */
const alike = 48;

/**
 * A picture as a WebP with a palette, without any other loss: a quarter as large as a PNG in full colour. The colours that are most frequent stay, all
 * others become the nearest of them. For pictures of windows and text, not for photographs.
 *
 * @param pixels red, green, blue and opacity in a byte each, line by line; the opacity is left out
 */
export async function paletteWebp(width: number, height: number, pixels: Uint8Array): Promise<Uint8Array> {
  const colours = new Uint32Array(width * height);
  const counts = new Map<number, number>();
  for (let at = 0; at < colours.length; at++) {
    const colour = ((pixels[at * 4] ?? 0) << 16) | ((pixels[at * 4 + 1] ?? 0) << 8) | (pixels[at * 4 + 2] ?? 0);
    colours[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette: number[] = [];
  for (const [colour] of [...counts].sort(([, a], [, b]) => b - a)) {
    if (palette.length < grounds || (palette.length < most && !palette.some((other) => distance(other, colour) < alike)))
      palette.push(colour);
  }
  const chosen = new Map([...counts.keys()].map((colour) => [colour, parts(palette[nearest(palette, colour)] ?? 0)]));
  const data = new Uint8ClampedArray(width * height * 4);
  for (const [at, colour] of colours.entries()) data.set([...(chosen.get(colour) ?? []), 255], at * 4);
  const wasm = createRequire(import.meta.url).resolve('@jsquash/webp/codec/enc/webp_enc_simd.wasm');
  await init(new WebAssembly.Module(readFileSync(wasm)));
  // Of the browser's class only this is read.
  return new Uint8Array(await encode({ width, height, data } as ImageData, { lossless: 1, quality: 100, method: 6 }));
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  for (const [index, other] of palette.entries()) if (distance(other, colour) < distance(palette[best] as number, colour)) best = index;
  return best;
}

function distance(one: number, other: number): number {
  const [a, b] = [parts(one), parts(other)];
  return a.reduce((sum, part, at) => sum + (part - (b[at] ?? 0)) ** 2, 0);
}

function parts(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}
