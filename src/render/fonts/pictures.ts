import { type FoundFace, type Read, tableOf } from './face.ts';

/** A letter that is a picture made of pixels. Lengths are parts of the text's size, from the point on the baseline where the letter begins. */
export interface LetterPicture {
  png: Uint8Array;
  left: number;
  /** Upwards. */
  top: number;
  width: number;
  height: number;
}

/** Gives the picture of a glyph by its number, where it has one. */
export type Pictures = (glyph: number) => LetterPicture | undefined;

/** The pictures in a font: those of Google's tables `CBLC` and `CBDT`, or of Apple's `sbix`; of several sizes the largest. */
export function picturesIn(read: Read, { tables }: Pick<FoundFace, 'tables'>): Pictures {
  const whole = 1 << 30;
  const [places, data] = [tableOf(read, tables, 'CBLC', whole), tableOf(read, tables, 'CBDT', whole)];
  if (places && data) return guarded(googles(places, data));
  const strikes = tableOf(read, tables, 'sbix', whole);
  return strikes ? guarded(apples(strikes)) : () => undefined;
}

/** A broken font has no pictures. */
function guarded(pictures: Pictures): Pictures {
  return (glyph) => {
    try {
      return pictures(glyph);
    } catch {
      return undefined;
    }
  };
}

function bytesAt(view: DataView, from: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + from, Math.min(length, view.byteLength - from));
}

function googles(places: DataView, data: DataView): Pictures {
  const sizes = Array.from({ length: Math.min(places.getUint32(4), 32) }, (_, index) => 8 + index * 48);
  const size = sizes.sort((a, b) => places.getUint8(b + 44) - places.getUint8(a + 44))[0];
  if (size === undefined) return () => undefined;
  const [list, count, perEm] = [places.getUint32(size), places.getUint32(size + 8), places.getUint8(size + 44)];
  return (glyph) => {
    for (let row = list; row < list + count * 8; row += 8) {
      const [first, last] = [places.getUint16(row), places.getUint16(row + 2)];
      if (glyph < first || glyph > last) continue;
      const found = placeOf(places, list + places.getUint32(row + 4), glyph, first);
      if (found) return pictureAt(data, found.at, found.form, perEm, places, found.metrics);
    }
    return undefined;
  };
}

/** Where a glyph's picture begins, by the five forms of such a list. */
function placeOf(places: DataView, at: number, glyph: number, first: number): { at: number; form: number; metrics: number } | undefined {
  const [kind, form, start] = [places.getUint16(at), places.getUint16(at + 2), places.getUint32(at + 4)];
  const body = at + 8;
  const found = (offset: number, metrics = 0) => ({ at: start + offset, form, metrics });
  if (kind === 1) return found(places.getUint32(body + (glyph - first) * 4));
  if (kind === 3) return found(places.getUint16(body + (glyph - first) * 2));
  if (kind === 2) return found(places.getUint32(body) * (glyph - first), body + 4);
  if (kind !== 4 && kind !== 5) return undefined;
  const [count, list, step] = kind === 4 ? [places.getUint32(body), body + 4, 4] : [places.getUint32(body + 12), body + 16, 2];
  for (let index = 0; index < count; index++) {
    if (places.getUint16(list + index * step) !== glyph) continue;
    return kind === 4 ? found(places.getUint16(list + index * step + 2)) : found(places.getUint32(body) * index, body + 4);
  }
  return undefined;
}

/** A PNG with its metrics before it (17: short ones, 18: long ones), or in the list (19). */
function pictureAt(data: DataView, at: number, form: number, perEm: number, places: DataView, metrics: number): LetterPicture | undefined {
  if (form !== 17 && form !== 18 && form !== 19) return undefined;
  const [view, from] = form === 19 ? [places, metrics] : [data, at];
  const head = form === 17 ? 5 : form === 18 ? 8 : 0;
  const [height, width, left, top] = [view.getUint8(from), view.getUint8(from + 1), view.getInt8(from + 2), view.getInt8(from + 3)];
  const png = bytesAt(data, at + head + 4, data.getUint32(at + head));
  return { png, left: left / perEm, top: top / perEm, width: width / perEm, height: height / perEm };
}

function apples(table: DataView): Pictures {
  const strikes = Array.from({ length: Math.min(table.getUint32(4), 64) }, (_, index) => table.getUint32(8 + index * 4));
  const strike = strikes.sort((a, b) => table.getUint16(b) - table.getUint16(a))[0];
  if (strike === undefined) return () => undefined;
  const perEm = table.getUint16(strike);
  const pictureOf = (glyph: number, depth: number): LetterPicture | undefined => {
    const [from, to] = [0, 1].map((next) => strike + table.getUint32(strike + 4 + (glyph + next) * 4)) as [number, number];
    if (to - from <= 8) return undefined;
    const kind = table.getUint32(from + 4);
    // 'dupe': that of another glyph.
    if (kind === 0x64757065) return depth > 3 ? undefined : pictureOf(table.getUint16(from + 8), depth + 1);
    // 'png '
    if (kind !== 0x706e6720) return undefined;
    const [width, height] = [table.getUint32(from + 24) / perEm, table.getUint32(from + 28) / perEm];
    const [left, bottom] = [table.getInt16(from) / perEm, table.getInt16(from + 2) / perEm];
    return { png: bytesAt(table, from + 8, to - from - 8), left, top: bottom + height, width, height };
  };
  return (glyph) => pictureOf(glyph, 0);
}
