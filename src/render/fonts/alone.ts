import type { FoundFace } from './face.ts';

/** One font of a collection as a file of its own; a file that holds one font is left as it is. */
export function aloneOf(file: Uint8Array, { at, tables }: Pick<FoundFace, 'at' | 'tables'>): Uint8Array {
  if (at === 0) return file;
  const kept = [...tables].filter(([, { offset, length }]) => offset + length <= file.byteLength);
  const head = 12 + kept.length * 16;
  const size = kept.reduce((sum, [, { length }]) => sum + padded(length), head);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  const source = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const power = 2 ** Math.floor(Math.log2(kept.length));
  view.setUint32(0, source.getUint32(at));
  view.setUint16(4, kept.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (kept.length - power) * 16);
  const sums = sumsOf(source, at);
  let end = head;
  for (const [index, [tag, { offset, length }]] of kept.entries()) {
    const row = 12 + index * 16;
    for (let each = 0; each < 4; each++) view.setUint8(row + each, tag.charCodeAt(each));
    view.setUint32(row + 4, sums.get(tag) ?? 0);
    view.setUint32(row + 8, end);
    view.setUint32(row + 12, length);
    out.set(file.subarray(offset, offset + length), end);
    end += padded(length);
  }
  return out;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

/** The check sums that the collection says of the tables. */
function sumsOf(source: DataView, at: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (let row = at + 12, left = source.getUint16(at + 4); left > 0; row += 16, left--) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((each) => source.getUint8(row + each)));
    sums.set(tag, source.getUint32(row + 4));
  }
  return sums;
}
