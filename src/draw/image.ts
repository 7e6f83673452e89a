/** The kinds of images that a picture can hold, as `data:` addresses name them. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/svg+xml';

/** What an image file says of itself. */
export interface Image {
  type: ImageType;
  /** In pixels, or for SVG in its own units; nothing where it does not say. */
  size?: { width: number; height: number };
}

/** What programs take an SVG for that does not say how large it is. */
export const unsaidSize = { width: 100, height: 100 };

/**
 * The kind and size of an image by its content, whatever the name of its file. Nothing for what is none of these, or breaks off before its size.
 *
 * @param decode - Reads the text of an SVG file; as UTF-8 without it.
 */
export function imageIn(bytes: Uint8Array, decode: (bytes: Uint8Array) => string = utf8): Image | undefined {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return png(data) ?? jpeg(data) ?? webp(data) ?? svg(decode(bytes));
  } catch (error) {
    // It ends where more should follow.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** https://www.w3.org/TR/png-3/: eight bytes that no other file has, then the chunk IHDR with the size. */
function png(data: DataView): Image | undefined {
  if (!begins(data, 0, '\x89PNG\r\n\x1a\n') || !begins(data, 12, 'IHDR')) return undefined;
  return sized('image/png', data.getUint32(16), data.getUint32(20));
}

/** ITU-T T.81, annex B: segments, of which a start of frame holds the size. */
function jpeg(data: DataView): Image | undefined {
  if (!begins(data, 0, '\xff\xd8\xff')) return undefined;
  for (let at = 2; ; ) {
    while (data.getUint8(at) === 0xff && data.getUint8(at + 1) === 0xff) at++;
    if (data.getUint8(at) !== 0xff) return undefined;
    const marker = data.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return sized('image/jpeg', data.getUint16(at + 7), data.getUint16(at + 5));
    // The image data begins, or ends, before any size was told.
    if (marker === 0xda || marker === 0xd9) return undefined;
    at += 2 + data.getUint16(at + 2);
  }
}

/** https://developers.google.com/speed/webp/docs/riff_container: one of three kinds of chunks comes first. */
function webp(data: DataView): Image | undefined {
  if (!begins(data, 0, 'RIFF') || !begins(data, 8, 'WEBP')) return undefined;
  const uint24 = (at: number): number => data.getUint16(at, true) + data.getUint8(at + 2) * 0x10000;
  if (begins(data, 12, 'VP8X')) return sized('image/webp', uint24(24) + 1, uint24(27) + 1);
  if (begins(data, 12, 'VP8 ')) return sized('image/webp', data.getUint16(26, true) & 0x3fff, data.getUint16(28, true) & 0x3fff);
  if (!begins(data, 12, 'VP8L')) return undefined;
  const bits = data.getUint32(21, true);
  return sized('image/webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
}

/** What may stand before the first element of an XML file: blanks, instructions, comments, the type of the document. */
const prolog = [/\s+/y, /<\?[^>]*>/y, /<!--(?:[^-]|-(?!->))*-->/y, /<!DOCTYPE(?:[^[\]>]|\[[^\]]*\])*>/y];

/** The first element is `svg`, in the name space without which no program draws it. */
function svg(text: string): Image | undefined {
  let at = 0;
  for (let found = true; found; ) {
    found = false;
    for (const pattern of prolog) {
      pattern.lastIndex = at;
      if (!pattern.test(text)) continue;
      at = pattern.lastIndex;
      found = true;
    }
  }
  const element = /<(?:[\w-]+:)?svg(?=[\s>/])((?:[^"'>]|"[^"]*"|'[^']*')*)>/y;
  element.lastIndex = at;
  const root = element.exec(text)?.[1];
  const isWhole = /(?:<\/(?:[\w-]+:)?svg\s*|\/)>$/.test(text.slice(-100).trimEnd()) || text.includes('</svg>');
  if (root === undefined || !isWhole || !/["']http:\/\/www\.w3\.org\/2000\/svg["']/.test(root)) return undefined;
  const attribute = (name: string): string | undefined => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(root)?.[1];
  const length = (name: string): number => Number(/^\s*(\d+\.?\d*|\.\d+)(?:px)?\s*$/.exec(attribute(name) ?? '')?.[1] ?? 0);
  const [, , wide = 0, high = 0] = (attribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return sized('image/svg+xml', length('width') || wide, length('height') || high);
}

function sized(type: ImageType, width: number, height: number): Image {
  return width > 0 && height > 0 && Number.isFinite(width) && Number.isFinite(height) ? { type, size: { width, height } } : { type };
}

function begins(data: DataView, at: number, letters: string): boolean {
  if (at + letters.length > data.byteLength) return false;
  for (let i = 0; i < letters.length; i++) if (data.getUint8(at + i) !== letters.charCodeAt(i)) return false;
  return true;
}
