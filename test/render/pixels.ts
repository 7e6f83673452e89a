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
    const from = y * (stride + 1) + 1;
    const row = out.subarray(y * stride, (y + 1) * stride);
    const above = y > 0 ? out.subarray((y - 1) * stride, y * stride) : new Uint8Array(stride);
    row.set(data.subarray(from, from + stride));
    for (let x = 0; x < stride && kind !== 0; x++) {
      const left = x >= channels ? (row[x - channels] as number) : 0;
      const up = above[x] as number;
      const corner = x >= channels ? (above[x - channels] as number) : 0;
      const told = kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : nearest(left, up, corner);
      row[x] = (row[x] as number) + told;
    }
  }
  return out;
}

/** Paeth's predictor: of three neighbours the one nearest to left + up − corner. */
function nearest(left: number, up: number, corner: number): number {
  const a = Math.abs(up - corner);
  const b = Math.abs(left - corner);
  const c = Math.abs(left + up - 2 * corner);
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

/** How far the colours of two pictures of one size are apart at most, of 255; endless for two sizes. */
export function farthest(one: Uint8Array, other: Uint8Array): number {
  const [a, b] = [readPng(one), readPng(other)];
  if (a.width !== b.width || a.height !== b.height) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let at = 0; at < a.rgba.length; at++) most = Math.max(most, Math.abs((a.rgba[at] as number) - (b.rgba[at] as number)));
  return most;
}

/** The picture on a ground of one grey, made so small that its longest side is at most `longest`: each pixel is the mean of what it covers. */
export function shrunk({ width, height, rgba }: Pixels, longest: number, ground = 255): Pixels {
  const factor = Math.min(1, longest / Math.max(width, height));
  const [w, h] = [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))];
  const sums = new Float64Array(w * h * 3);
  const counts = new Uint32Array(w * h);
  for (let y = 0; y < height; y++) {
    const row = Math.min(h - 1, Math.floor((y * h) / height)) * w;
    for (let x = 0; x < width; x++) {
      const to = row + Math.min(w - 1, Math.floor((x * w) / width));
      const from = (y * width + x) * 4;
      const opacity = (rgba[from + 3] as number) / 255;
      for (let channel = 0; channel < 3; channel++) {
        const at = to * 3 + channel;
        sums[at] = (sums[at] as number) + (rgba[from + channel] as number) * opacity + ground * (1 - opacity);
      }
      counts[to] = (counts[to] as number) + 1;
    }
  }
  const out = new Uint8Array(w * h * 4).fill(255);
  for (let pixel = 0; pixel < w * h; pixel++) {
    for (let channel = 0; channel < 3; channel++)
      out[pixel * 4 + channel] = Math.round((sums[pixel * 3 + channel] as number) / (counts[pixel] as number));
  }
  return { width: w, height: h, rgba: out };
}
