import { joined } from '../bytes.ts';
import { crc32 } from '../crc32.ts';
import type { Deflate } from '../job.ts';

/** A picture made of dots. */
export interface Dots {
  width: number;
  height: number;
  /** Some dots are not opaque. */
  isTransparent: boolean;
  /** How many are shown to an inch. */
  perInch: number;
  /** Rows from the top, some at a time. Four bytes a dot: red, green, blue, and how opaque; the colours are already dimmed by the last. */
  strips: Iterable<Uint8Array>;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const metresPerInch = 0.0254;
/** A PNG file (ISO/IEC 15948). Nothing of the clock is in it. */
export async function pngOf(dots: Dots, packer = platformDeflate()): Promise<Uint8Array> {
  const { width, height, isTransparent } = dots;
  const density = Math.round(dots.perInch / metresPerInch);
  return joined([
    Uint8Array.from(signature),
    chunk('IHDR', [...u32(width), ...u32(height), 8, isTransparent ? 6 : 2, 0, 0, 0]),
    chunk('sRGB', [0]),
    chunk('pHYs', [...u32(density), ...u32(density), 1]),
    chunk('IDAT', await packed(dots, packer)),
    chunk('IEND', []),
  ]);
}

function u32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function chunk(name: string, data: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  bytes.set(u32(data.length));
  for (let index = 0; index < 4; index++) bytes[4 + index] = name.charCodeAt(index);
  bytes.set(data, 8);
  bytes.set(u32(crc32(bytes.subarray(4, data.length + 8))), data.length + 8);
  return bytes;
}

/** The rows as zlib packs them. Unfiltered: a picture of flat colours becomes smallest so, and soonest. */
async function packed({ width, isTransparent, strips }: Dots, packer: Deflate): Promise<Uint8Array> {
  for (const strip of strips) {
    packer.write(isTransparent ? withOpacity(strip, width) : withoutOpacity(strip, width));
    // So that what was given is begun with before the next rows are drawn.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return packer.end();
}

/** Packs by the platform's own stream. */
export function platformDeflate(): Deflate {
  const stream = new CompressionStream('deflate');
  const result = new Response(stream.readable).arrayBuffer();
  const writer = stream.writable.getWriter();
  return {
    // What fails is told at the end.
    write: (bytes) => void writer.write(bytes).catch(() => {}),
    async end() {
      await writer.close();
      return new Uint8Array(await result);
    },
  };
}

/** Rows, each with its filter before it: none. */
function withoutOpacity(pixels: Uint8Array, width: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array((pixels.length / 4) * 3 + pixels.length / (width * 4));
  for (let from = 0, to = 0; from < pixels.length; ) {
    out[to++] = 0;
    for (const end = from + width * 4; from < end; from += 4) {
      out[to++] = pixels[from] as number;
      out[to++] = pixels[from + 1] as number;
      out[to++] = pixels[from + 2] as number;
    }
  }
  return out;
}

/** The same with how opaque a dot is; a PNG has its colours undimmed. */
function withOpacity(pixels: Uint8Array, width: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(pixels.length + pixels.length / (width * 4));
  for (let from = 0, to = 0; from < pixels.length; ) {
    out[to++] = 0;
    for (const end = from + width * 4; from < end; from += 4) {
      const opacity = pixels[from + 3] as number;
      const full = opacity === 0 || opacity === 255;
      for (let each = 0; each < 3; each++) {
        const value = pixels[from + each] as number;
        out[to++] = full ? value : Math.min(255, Math.round((value * 255) / opacity));
      }
      out[to++] = opacity;
    }
  }
  return out;
}
