import { type Message, say } from '../language/message.ts';
import { base64, bytesOf } from './base64.ts';
import type { Job, Resources } from './job.ts';
import { type Dots, pngOf } from './png/file.ts';

const opening = 'data:image/webp;base64,';
/** Nothing in a map is drawn larger, also at a scale of four: a larger picture is made smaller, in pixels. */
const longestSide = 512;

/**
 * A job whose pictures every program can show: WebP, which Inkscape, PDF and PowerPoint lack, becomes PNG. One that cannot be read is left out, and
 * that is said.
 */
export async function withoutWebp(job: Job, resources: Resources): Promise<{ job: Job; warnings: Message[] }> {
  const { photos, logo, ...rest } = job;
  if (![...Object.values(photos), logo?.href].some(isWebp)) return { job, warnings: [] };
  const { init, default: decode } = await import('@jsquash/webp/decode.js');
  await init(await WebAssembly.compile(new Uint8Array(await resources.asset('webp-decoder.wasm'))));
  const readable: Record<string, string> = {};
  const warnings: Message[] = [];
  for (const [name, href] of Object.entries(photos)) {
    const picture = await asPng(href, decode);
    const person = job.map.personas.find((persona) => persona.name === name)?.title ?? name;
    if (picture === undefined)
      warnings.push(say('The picture of {0} cannot be read as WebP, so it is left out. Save it as PNG or JPEG.', person));
    else readable[name] = picture;
  }
  const sign = logo && (await asPng(logo.href, decode));
  if (logo && sign === undefined) warnings.push(say('The logo cannot be read as WebP, so it is left out. Save it as PNG, JPEG or SVG.'));
  return { job: { ...rest, photos: readable, ...(logo && sign !== undefined ? { logo: { ...logo, href: sign } } : {}) }, warnings };
}

function isWebp(href: string | undefined): boolean {
  return href?.startsWith(opening) ?? false;
}

/** A picture, as PNG where it was WebP; nothing where that cannot be read. */
async function asPng(href: string, decode: (webp: ArrayBuffer) => Promise<ImageData>): Promise<string | undefined> {
  if (!isWebp(href)) return href;
  try {
    const picture = await decode(bytesOf(href.slice(opening.length)).slice().buffer);
    return `data:image/png;base64,${base64(await pngOf(smaller(picture)))}`;
  } catch {
    return undefined;
  }
}

/** A picture of which no side is too long: each dot is the mean of those that it stands for, its colours dimmed by how opaque it is. */
function smaller({ width: wide, height: high, data }: ImageData): Dots {
  const by = Math.max(1, Math.ceil(Math.max(wide, high) / longestSide));
  const [width, height] = [Math.max(1, Math.floor(wide / by)), Math.max(1, Math.floor(high / by))];
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sum = [0, 0, 0, 0];
      let count = 0;
      for (let row = y * by; row < Math.min(high, (y + 1) * by); row++) {
        for (let at = (row * wide + x * by) * 4; at < (row * wide + Math.min(wide, (x + 1) * by)) * 4; at += 4) {
          const opacity = data[at + 3] ?? 0;
          for (let each = 0; each < 3; each++) sum[each] = (sum[each] ?? 0) + ((data[at + each] ?? 0) * opacity) / 255;
          sum[3] = (sum[3] ?? 0) + opacity;
          count++;
        }
      }
      for (let each = 0; each < 4; each++) pixels[(y * width + x) * 4 + each] = Math.round((sum[each] ?? 0) / count);
    }
  }
  return { width, height, strips: [pixels], isTransparent: true, perInch: 96 };
}
