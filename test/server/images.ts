/** Images of a few bytes, of some size: enough of each for its kind and size to be seen. Letters stand for bytes. */

const big = (value: number, bytes: number): string =>
  Array.from({ length: bytes }, (_, at) => byte(value >>> (8 * (bytes - 1 - at)))).join('');
const little = (value: number, bytes: number): string => Array.from({ length: bytes }, (_, at) => byte(value >>> (8 * at))).join('');
const byte = (value: number): string => String.fromCharCode(value & 0xff);

export const png = (width: number, height: number): string =>
  `\x89PNG\r\n\x1a\n${big(13, 4)}IHDR${big(width, 4)}${big(height, 4)}\x08\x06\0\0\0`;

/** With a comment before the frame, as cameras write, and filling between segments. */
export const jpeg = (width: number, height: number, frame = 0xc0): string =>
  `\xff\xd8\xff\xfe${big(6, 2)}look\xff\xff${byte(frame)}${big(17, 2)}\x08${big(height, 2)}${big(width, 2)}\x03`;

const riff = (chunk: string): string => `RIFF${little(chunk.length + 4, 4)}WEBP${chunk}`;
export const webp = (width: number, height: number): string =>
  riff(`VP8X${little(10, 4)}\0\0\0\0${little(width - 1, 3)}${little(height - 1, 3)}`);
export const webpLossy = (width: number, height: number): string =>
  riff(`VP8 ${little(10, 4)}\0\0\0\x9d\x01\x2a${little(width, 2)}${little(height, 2)}`);
export const webpLossless = (width: number, height: number): string =>
  riff(`VP8L${little(5, 4)}\x2f${little((width - 1) | ((height - 1) << 14), 4)}`);

export const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="9" height="9"/></svg>`;

export const bytes = (letters: string): Uint8Array => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
