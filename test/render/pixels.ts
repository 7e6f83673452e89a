/** Small reader and writer of PNG files, enough for what our readers write. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture: red, green, blue and opacity of each pixel, row by row, 0 to 255. */
export interface Pixels {
  width: number;
  height: number;
  rgba: Uint8Array;
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
/** Bytes of a pixel by the colour type of the file: grey, colour, grey and opacity, colour and opacity. */
const channelsOf: Record<number, number> = { 0: 1, 2: 3, 4: 2, 6: 4 };

/** The pixels of a PNG of eight bits per channel, not interlaced. Throws for any other. */
export function readPng(png: Uint8Array): Pixels {
  const data = Buffer.from(png);
  if (!data.subarray(0, 8).equals(signature)) throw new Error('This is no PNG.');
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  const channels = channelsOf[data[25] ?? -1] ?? 0;
  if (data[24] !== 8 || channels === 0 || data[28] !== 0) throw new Error('This kind of PNG is not read here.');
  const parts: Buffer[] = [];
  for (let at = 8; at < data.length; at += data.readUInt32BE(at) + 12) {
    if (data.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(data.subarray(at + 8, at + 8 + data.readUInt32BE(at)));
  }
  const bytes = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  const rgba = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const from = pixel * channels;
    const grey = channels < 3;
    for (let channel = 0; channel < 3; channel++) rgba[pixel * 4 + channel] = bytes[from + (grey ? 0 : channel)] ?? 0;
    rgba[pixel * 4 + 3] = channels % 2 === 0 ? (bytes[from + channels - 1] ?? 0) : 255;
  }
  return { width, height, rgba };
}

/** Rows of a PNG without their filters: each byte was told by how it differs from its neighbours. */
function unfiltered(data: Uint8Array, stride: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const kind = data[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? (out[y * stride + x - channels] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * stride + x] ?? 0) : 0;
      const corner = y > 0 && x >= channels ? (out[(y - 1) * stride + x - channels] ?? 0) : 0;
      const told = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][kind ?? 0] ?? 0;
      out[y * stride + x] = (data[y * (stride + 1) + 1 + x] ?? 0) + told;
    }
  }
  return out;
}

/** Paeth's predictor: of three neighbours the one nearest to left + up − corner. */
function nearest(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** A PNG of the colours. Opacity is left out. */
export function writePng({ width, height, rgba }: Pixels): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++) {
    // Each byte is told by how it differs from the one above: most are alike.
    rows[y * (width * 3 + 1)] = y === 0 ? 0 : 2;
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 3; channel++) {
        const above = y === 0 ? 0 : (rgba[((y - 1) * width + x) * 4 + channel] ?? 0);
        rows[y * (width * 3 + 1) + 1 + x * 3 + channel] = (rgba[(y * width + x) * 4 + channel] ?? 0) - above;
      }
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The picture on a ground of one grey, made so small that its longest side is at most `longest`: each pixel is the mean of what it covers. */
export function shrunk({ width, height, rgba }: Pixels, longest: number, ground = 255): Pixels {
  const factor = Math.min(1, longest / Math.max(width, height));
  const [w, h] = [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))];
  const out = new Uint8Array(w * h * 4).fill(255);
  for (let y = 0; y < h; y++) {
    const [top, bottom] = [Math.floor((y * height) / h), Math.max(Math.floor(((y + 1) * height) / h), Math.floor((y * height) / h) + 1)];
    for (let x = 0; x < w; x++) {
      const [left, right] = [Math.floor((x * width) / w), Math.max(Math.floor(((x + 1) * width) / w), Math.floor((x * width) / w) + 1)];
      const sums = [0, 0, 0];
      for (let row = top; row < bottom; row++) {
        for (let column = left; column < right; column++) {
          const at = (row * width + column) * 4;
          const opacity = (rgba[at + 3] ?? 0) / 255;
          for (let channel = 0; channel < 3; channel++)
            sums[channel] = (sums[channel] ?? 0) + (rgba[at + channel] ?? 0) * opacity + ground * (1 - opacity);
        }
      }
      for (let channel = 0; channel < 3; channel++)
        out[(y * w + x) * 4 + channel] = Math.round((sums[channel] ?? 0) / ((bottom - top) * (right - left)));
    }
  }
  return { width: w, height: h, rgba: out };
}
