/** Reads what is told of the fonts in a TrueType or OpenType file, or in a collection of them. */

/** Bytes of a file from an offset; fewer than asked for where it ends. */
export type Read = (offset: number, length: number) => DataView;

/** One font of a file. */
export interface FoundFace {
  /** Where its table of tables stands in the file. */
  at: number;
  /** All names of its family, in every language it has, as they are written. */
  families: string[];
  /** The name by which programs find it: that which SVG and CSS use. */
  family: string;
  /** From 1 to 1000; 400 is regular. */
  weight: number;
  isItalic: boolean;
  /** From 1 (very narrow) to 9 (very wide); 5 is usual. */
  width: number;
  kind: 'sans' | 'serif' | 'mono' | 'other' | 'unknown';
  /** Letters are drawn by lines, and not only as pictures made of pixels. */
  hasOutlines: boolean;
  /** Letters are pictures made of pixels. */
  hasPictures: boolean;
  tables: ReadonlyMap<string, Table>;
}

export interface Table {
  offset: number;
  length: number;
}

/** Reads from bytes that are at hand. */
export function readerOf(bytes: Uint8Array): Read {
  return (offset, length) => {
    const from = Math.min(Math.max(0, offset), bytes.byteLength);
    return new DataView(bytes.buffer, bytes.byteOffset + from, Math.min(length, bytes.byteLength - from));
  };
}

/** The most that a table which is read here is long; what says more is broken. */
const longest = 1 << 22;
const mostFaces = 64;
const mostTables = 128;

/**
 * The fonts of a file.
 *
 * @throws RangeError where the file ends before what it says that it has.
 */
export function facesIn(read: Read): FoundFace[] {
  const head = read(0, 12);
  const kind = tagAt(head, 0);
  if (kind !== 'ttcf') return isFont(kind) ? [faceAt(read, 0)] : [];
  const count = Math.min(head.getUint32(8), mostFaces);
  const offsets = read(12, count * 4);
  return Array.from({ length: count }, (_, index) => faceAt(read, offsets.getUint32(index * 4)));
}

/** What a TrueType or OpenType font begins with. */
function isFont(tag: string): boolean {
  return tag === '\0\x01\0\0' || tag === 'OTTO' || tag === 'true';
}

function faceAt(read: Read, at: number): FoundFace {
  const tables = tablesAt(read, at);
  const names = namesIn(tableOf(read, tables, 'name'));
  const { weight, width, isItalic, kind } = styleIn(tableOf(read, tables, 'OS/2'), tableOf(read, tables, 'head'));
  const isMono = (tableOf(read, tables, 'post', 16)?.getUint32(12) ?? 0) !== 0;
  return {
    at,
    families: [...new Set(names.map(({ text }) => text))],
    family: [16, 1].flatMap((id) => names.filter((name) => name.id === id).sort((a, b) => b.rank - a.rank))[0]?.text ?? '',
    weight,
    isItalic,
    width,
    kind: isMono ? 'mono' : kind,
    // Letters of the newer kind of colours are drawn by instructions that nobody here follows; their outlines are parts of them.
    hasOutlines: hasAny(tables, ['glyf', 'CFF ', 'CFF2']) && (tableOf(read, tables, 'COLR', 4)?.getUint16(0) ?? 0) === 0,
    hasPictures: hasAny(tables, ['CBDT', 'sbix']),
    tables,
  };
}

function hasAny(tables: FoundFace['tables'], names: readonly string[]): boolean {
  return names.some((name) => (tables.get(name)?.length ?? 0) > 0);
}

function tablesAt(read: Read, at: number): Map<string, Table> {
  const count = Math.min(read(at, 12).getUint16(4), mostTables);
  const list = read(at + 12, count * 16);
  const tables = new Map<string, Table>();
  for (let index = 0; index < count; index++) {
    const row = index * 16;
    tables.set(tagAt(list, row), { offset: list.getUint32(row + 8), length: list.getUint32(row + 12) });
  }
  return tables;
}

/** A table, or its beginning; nothing where the font has none. */
export function tableOf(read: Read, tables: FoundFace['tables'], name: string, most = longest): DataView | undefined {
  const table = tables.get(name);
  if (!table || table.length < Math.min(most, 4)) return undefined;
  return read(table.offset, Math.min(table.length, most));
}

function tagAt(view: DataView, at: number): string {
  return view.byteLength < at + 4 ? '' : String.fromCharCode(...[0, 1, 2, 3].map((each) => view.getUint8(at + each)));
}

interface Name {
  id: number;
  text: string;
  /** Higher is likelier the one that programs ask by: English before others. */
  rank: number;
}

/** Names of the family: that of its four usual styles (1), that of all its weights (16), and that of all its forms (21). */
function namesIn(table: DataView | undefined): Name[] {
  if (!table || table.byteLength < 6) return [];
  const [count, storage] = [Math.min(table.getUint16(2), 4096), table.getUint16(4)];
  const found: Name[] = [];
  for (let index = 0; index < count && 6 + index * 12 + 12 <= table.byteLength; index++) {
    const row = 6 + index * 12;
    const [platform, language, id] = [table.getUint16(row), table.getUint16(row + 4), table.getUint16(row + 6)];
    if (id !== 1 && id !== 16 && id !== 21) continue;
    const [length, from] = [table.getUint16(row + 8), storage + table.getUint16(row + 10)];
    if (from + length > table.byteLength) continue;
    const text = textAt(table, from, length, platform !== 1).trim();
    if (text !== '') found.push({ id, text, rank: platform === 3 && language === 0x409 ? 2 : language === 0 || platform === 0 ? 1 : 0 });
  }
  return found;
}

/** UTF-16 or, in old names of the Macintosh, one byte a letter: those that are not of ASCII are of no use here. */
function textAt(view: DataView, from: number, length: number, isWide: boolean): string {
  const codes: number[] = [];
  for (let at = from; at + (isWide ? 2 : 1) <= from + length; at += isWide ? 2 : 1)
    codes.push(isWide ? view.getUint16(at) : view.getUint8(at));
  return isWide || codes.every((code) => code < 128) ? String.fromCharCode(...codes) : '';
}

function styleIn(os2: DataView | undefined, head: DataView | undefined): Pick<FoundFace, 'weight' | 'width' | 'isItalic' | 'kind'> {
  if (!os2 || os2.byteLength < 64) {
    const style = head && head.byteLength >= 46 ? head.getUint16(44) : 0;
    return { weight: style & 1 ? 700 : 400, width: 5, isItalic: (style & 2) !== 0, kind: 'unknown' };
  }
  const said = os2.getUint16(4);
  // Old files say 1 to 9.
  const weight = said > 0 && said < 10 ? said * 100 : Math.min(1000, said || 400);
  return { weight, width: os2.getUint16(6) || 5, isItalic: (os2.getUint16(62) & 0x201) !== 0, kind: kindIn(os2) };
}

/** By the ten numbers of PANOSE where they are filled in, else by the class of the family. */
function kindIn(os2: DataView): FoundFace['kind'] {
  const [type, serifs, proportion] = [os2.getUint8(32), os2.getUint8(33), os2.getUint8(35)];
  if (type > 2) return 'other';
  if (type === 2 && proportion === 9) return 'mono';
  if (type === 2 && serifs > 1) return serifs > 10 ? 'sans' : 'serif';
  const family = os2.getUint8(30);
  if (family === 8) return 'sans';
  if (family >= 1 && family <= 7) return 'serif';
  return family === 0 ? 'unknown' : 'other';
}
