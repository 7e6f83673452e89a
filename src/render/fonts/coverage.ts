import { type FoundFace, type Read, tableOf } from './face.ts';

/** Tells whether a font has a letter, by its code point. */
export type Coverage = (code: number) => boolean;

const none: Coverage = () => false;

/** The letters that a font has, by its table `cmap`: of its forms the two that fonts of today use (4 and 12), and 6, 10 and 13. */
export function coverageOf(read: Read, { tables }: Pick<FoundFace, 'tables'>): Coverage {
  const table = tableOf(read, tables, 'cmap');
  if (!table) return none;
  const at = bestOf(table);
  return at === undefined ? none : formOf(table, at);
}

/** Where the part begins that covers most: all of Unicode, else its first plane. */
function bestOf(table: DataView): number | undefined {
  const count = Math.min(table.getUint16(2), 64);
  let best: { rank: number; at: number } | undefined;
  for (let index = 0; index < count; index++) {
    const row = 4 + index * 8;
    const [platform, encoding, at] = [table.getUint16(row), table.getUint16(row + 2), table.getUint32(row + 4)];
    const rank = rankOf(platform, encoding);
    if (rank > (best?.rank ?? 0) && at + 6 <= table.byteLength) best = { rank, at };
  }
  return best?.at;
}

function rankOf(platform: number, encoding: number): number {
  if (platform === 3) return encoding === 10 ? 6 : encoding === 1 ? 3 : 0;
  if (platform !== 0) return 0;
  return encoding === 4 || encoding === 6 ? 5 : encoding <= 3 ? 2 : 0;
}

function formOf(table: DataView, at: number): Coverage {
  switch (table.getUint16(at)) {
    case 4:
      return bySegments(table, at);
    case 6:
      return byList(table, at + 10, table.getUint16(at + 6), table.getUint16(at + 8));
    case 10:
      return byList(table, at + 20, table.getUint32(at + 12), table.getUint32(at + 16));
    case 12:
    case 13:
      return byGroups(table, at);
    default:
      return none;
  }
}

/** One glyph number after the other, from the first letter on. */
function byList(table: DataView, from: number, first: number, count: number): Coverage {
  return (code) => {
    const at = from + (code - first) * 2;
    return code >= first && code < first + count && at + 2 <= table.byteLength && table.getUint16(at) !== 0;
  };
}

/** Form 4: segments, each with a number to add to a letter's code, or with a place where glyph numbers stand. */
function bySegments(table: DataView, at: number): Coverage {
  const twice = table.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + twice];
  const [deltas, ranges] = [starts + twice, starts + twice * 2];
  if (ranges + twice > table.byteLength) return none;
  return (code) => {
    if (code > 0xffff) return false;
    const index = firstWhere(twice / 2, (each) => table.getUint16(ends + each * 2) >= code) * 2;
    if (index >= twice || table.getUint16(starts + index) > code) return false;
    const range = table.getUint16(ranges + index);
    const delta = table.getUint16(deltas + index);
    if (range === 0) return ((code + delta) & 0xffff) !== 0;
    const place = ranges + index + range + (code - table.getUint16(starts + index)) * 2;
    return place + 2 <= table.byteLength && table.getUint16(place) !== 0;
  };
}

/** Forms 12 and 13: groups of letters with the glyph of the first, or of all. */
function byGroups(table: DataView, at: number): Coverage {
  const isOneGlyph = table.getUint16(at) === 13;
  const count = Math.min(table.getUint32(at + 12), Math.floor((table.byteLength - at - 16) / 12));
  return (code) => {
    const row = at + 16 + firstWhere(count, (each) => table.getUint32(at + 20 + each * 12) >= code) * 12;
    if (row + 12 > at + 16 + count * 12) return false;
    const first = table.getUint32(row);
    return first <= code && table.getUint32(row + 8) + (isOneGlyph ? 0 : code - first) !== 0;
  };
}

/** The first of so many for which it is true, where it is true for all behind; as many as there are where it is true for none. */
function firstWhere(count: number, isTrue: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
