import { joined, packed } from './bytes.ts';
import { crc32 } from './crc32.ts';

/** A file inside a ZIP file. Its name has `/` between folders. */
export interface Entry {
  name: string;
  content: string | Uint8Array<ArrayBuffer>;
}

/** 1 January 1980, 0:00, in the date format of MS-DOS: the earliest that ZIP knows, and the same for every file. */
const date = (1 << 5) | 1;
/** Names are UTF-8. */
const flags = 0x0800;
const version = 20;
const deflated = 8;

/**
 * Packs files into a ZIP file (PKWARE's APPNOTE, without its 64-bit parts), in their order. The same files give the same bytes: nothing of the clock is
 * written.
 *
 * @throws RangeError with more than 65,535 files or 4 GB.
 */
export async function zip(entries: readonly Entry[]): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const { name, content } of entries) {
    const path = new TextEncoder().encode(name);
    const plain = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const data = await packed(plain, 'deflate-raw');
    const about: Field[] = [
      [version, 2],
      [flags, 2],
      [deflated, 2],
      [0, 2],
      [date, 2],
      [crc32(plain), 4],
      [data.length, 4],
      [plain.length, 4],
      [path.length, 2],
      [0, 2],
    ];
    parts.push(fields([[0x04034b50, 4], ...about]), path, data);
    directory.push(fields([[0x02014b50, 4], [version, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), path);
    at += 30 + path.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  if (entries.length > 0xffff || at + size > 0xffffffff) throw new RangeError('too much for a ZIP file');
  const end = fields([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [entries.length, 2],
    [entries.length, 2],
    [size, 4],
    [at, 4],
    [0, 2],
  ]);
  return joined([...parts, ...directory, end]);
}

/** A number and how many bytes it takes, the lowest first. */
type Field = [value: number, bytes: 2 | 4];

function fields(list: readonly Field[]): Uint8Array<ArrayBuffer> {
  const bytes = list.flatMap(([value, count]) => Array.from({ length: count }, (_, index) => (value >>> (8 * index)) & 0xff));
  return Uint8Array.from(bytes);
}
