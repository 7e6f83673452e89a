/**
 * A TrueType or OpenType file of some tables.
 *
 * @param kind - The first four bytes of such a file.
 * @param tables - By their names of four letters, in their order.
 */
export function fontFileOf(kind: number, tables: Iterable<readonly [string, Uint8Array]>): Uint8Array {
  const kept = [...tables];
  const head = 12 + kept.length * 16;
  const out = new Uint8Array(kept.reduce((sum, [, { length }]) => sum + padded(length), head));
  const view = new DataView(out.buffer);
  const power = 2 ** Math.floor(Math.log2(kept.length));
  view.setUint32(0, kind);
  for (const [at, value] of [kept.length, power * 16, Math.log2(power), (kept.length - power) * 16].entries())
    view.setUint16(4 + at * 2, value);
  let end = head;
  for (const [index, [tag, bytes]] of kept.entries()) {
    const row = 12 + index * 16;
    for (let each = 0; each < 4; each++) view.setUint8(row + each, tag.charCodeAt(each));
    out.set(bytes, end);
    view.setUint32(row + 4, checkSum(view, end, bytes.length));
    view.setUint32(row + 8, end);
    view.setUint32(row + 12, bytes.length);
    end += padded(bytes.length);
  }
  return out;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function checkSum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + padded(length); at += 4) sum = (sum + view.getUint32(at)) | 0;
  return sum >>> 0;
}
