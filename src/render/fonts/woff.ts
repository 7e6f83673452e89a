import { packed } from '../bytes.ts';

/** Bytes of the heads of a TrueType file and of a WOFF file, and of what each tells of one table. */
const size = { head: 12, entry: 16, woffHead: 44, woffEntry: 20 };
/** Smaller tables are not worth the time. */
const worthwhile = 200;

/** Packs bytes as zlib does. */
type Pack = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
const platformPack: Pack = (bytes) => packed(bytes, 'deflate');

interface Table {
  tag: number;
  checksum: number;
  length: number;
  stored: Uint8Array;
}

/**
 * A TrueType file as WOFF 1.0 (https://www.w3.org/TR/WOFF/): the same tables, each compressed where that makes it smaller. It is as large as a third to a half
 * of the file. The result is the same for the same font.
 */
export async function toWoff(font: Uint8Array, pack: Pack = platformPack): Promise<Uint8Array> {
  const from = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = await Promise.all(
    Array.from({ length: from.getUint16(4) }, async (_, index): Promise<Table> => {
      const at = size.head + index * size.entry;
      const [tag, checksum, offset, length] = [0, 4, 8, 12].map((part) => from.getUint32(at + part)) as [number, number, number, number];
      return { tag, checksum, length, stored: await smaller(font.subarray(offset, offset + length), pack) };
    }),
  );
  const begin = size.woffHead + tables.length * size.woffEntry;
  const total = tables.reduce((sum, { stored }) => sum + padded(stored.length), begin);
  const out = new Uint8Array(total);
  const to = new DataView(out.buffer);
  const whole = tables.reduce((sum, { length }) => sum + padded(length), size.head + tables.length * size.entry);
  const signature = 0x774f4646;
  for (const [index, value] of [signature, from.getUint32(0), total].entries()) to.setUint32(index * 4, value);
  to.setUint16(12, tables.length);
  to.setUint32(16, whole);
  let at = begin;
  for (const [index, { tag, checksum, length, stored }] of tables.entries()) {
    const entry = [tag, at, stored.length, length, checksum];
    for (const [part, value] of entry.entries()) to.setUint32(size.woffHead + index * size.woffEntry + part * 4, value);
    out.set(stored, at);
    at += padded(stored.length);
  }
  return out;
}

/** Tables begin at multiples of four. */
function padded(length: number): number {
  return (length + 3) & ~3;
}

/** Bytes as zlib's format, where they are fewer so. */
async function smaller(bytes: Uint8Array, pack: Pack): Promise<Uint8Array> {
  if (bytes.length < worthwhile) return bytes;
  const stored = await pack(bytes);
  return stored.length < bytes.length ? stored : bytes;
}
