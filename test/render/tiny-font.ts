/** Fonts made for tests: each letter is a filled box, so that whoever draws it needs nothing else. */

export interface TinyFont {
  family: string;
  letters: string;
  weight?: number;
  isItalic?: boolean;
  /** More names of the family, in Japanese. */
  japanese?: string;
  /** Of each letter, of 1000 to the em; as much where it is not given. */
  width?: number;
  /** A PNG of 8 × 8 dots that each letter is drawn as, instead of a box: as large as the text. */
  picture?: Uint8Array;
  /** The ten numbers of PANOSE; sans-serif where they are not given. */
  panose?: number[];
}

/** A TrueType file. Letters are boxes, 700 units high and a little less than their width wide. */
export function tinyFont(font: TinyFont, at = 0): Uint8Array {
  const codes = [...new Set(font.letters)].map((letter) => letter.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const glyphs = codes.length + 1;
  const { width = 1000 } = font;
  const [left, across] = [width / 10, (width * 8) / 10];
  const box = [
    i16(1),
    i16(left, 0, left + across, 700),
    u16(3),
    u16(0),
    u8(1, 1, 1, 1),
    i16(left, 0, across, 0),
    i16(0, 700, 0, -700),
  ].flat();
  const glyph = padded(box);
  const tables: Record<string, number[]> = {
    ...(font.picture ? pictures(font.picture, glyphs) : {}),
    'OS/2': os2(font, codes),
    cmap: cmap(codes),
    glyf: Array.from({ length: glyphs }, () => glyph).flat(),
    head: [u32(0x10000, 0x10000, 0, 0x5f0f3cf5), u16(0x000b, 1000), u32(0, 0, 0, 0), i16(100, 0, 900, 700), u16(0, 8), i16(2, 1, 0)].flat(),
    hhea: [u32(0x10000), i16(900, -200, 0), u16(1000), i16(100, 100, 900, 1, 0, 0, 0, 0, 0, 0, 0), u16(glyphs)].flat(),
    hmtx: Array.from({ length: glyphs }, () => [...u16(width), ...i16(left)]).flat(),
    loca: Array.from({ length: glyphs + 1 }, (_, index) => u32(index * glyph.length)).flat(),
    maxp: [u32(0x10000), u16(glyphs, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)].flat(),
    name: names(font),
    post: [u32(0x30000, 0), i16(-100, 50), u32(0, 0, 0, 0, 0)].flat(),
  };
  const list = Object.entries(tables).filter(([tag]) => !font.picture || (tag !== 'glyf' && tag !== 'loca'));
  let end = 12 + list.length * 16;
  const rows = list.flatMap(([tag, bytes]) => {
    const row = [...ascii(tag), ...u32(0, at + end, bytes.length)];
    end += padded(bytes).length;
    return row;
  });
  return Uint8Array.from([...u32(0x10000), ...u16(list.length, 128, 3, 32), ...rows, ...list.flatMap(([, bytes]) => padded(bytes))]);
}

/** A collection of fonts. */
export function tinyCollection(...fonts: TinyFont[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let end = 12 + fonts.length * 4;
  for (const font of fonts) {
    const part = tinyFont(font, end);
    offsets.push(end);
    parts.push(part);
    end += part.length;
  }
  return Uint8Array.from([...ascii('ttcf'), ...u32(0x10000, fonts.length, ...offsets), ...parts.flatMap((part) => [...part])]);
}

function os2({ weight = 400, isItalic = false, panose = [2, 11, 5, 2, 2, 2, 2, 2, 2, 4] }: TinyFont, codes: number[]): number[] {
  const selection = isItalic ? 1 : 0x40;
  return [
    [u16(4), i16(1000), u16(weight, 5, 0), i16(...Array.from({ length: 10 }, () => 0)), i16(0), u8(...panose), u32(0, 0, 0, 0)],
    [ascii('none'), u16(selection, Math.min(codes[0] ?? 0, 0xffff), Math.min(codes.at(-1) ?? 0, 0xffff)), i16(900, -200, 0)],
    [u16(900, 200), u32(0, 0), i16(500, 700), u16(0, 32, 1)],
  ]
    .flat(2)
    .map((each) => each & 0xff);
}

/** Letters of the first plane as segments (form 4), and all as groups (form 12). */
function cmap(codes: number[]): number[] {
  const narrow = codes.flatMap((code, index) => (code < 0xffff ? [{ code, glyph: index + 1 }] : []));
  const segments = [...narrow, { code: 0xffff, glyph: 0 }];
  const ends = segments.flatMap(({ code }) => u16(code));
  const deltas = segments.flatMap(({ code, glyph }) => u16(glyph === 0 ? 1 : (glyph - code) & 0xffff));
  const body = [...ends, ...u16(0), ...ends, ...deltas, ...segments.flatMap(() => u16(0))];
  const four = [...u16(4, 14 + body.length, 0, segments.length * 2, 0, 0, 0), ...body];
  const groups = codes.flatMap((code, index) => u32(code, code, index + 1));
  const twelve = [...u16(12, 0), ...u32(16 + groups.length, 0, codes.length), ...groups];
  return [...u16(0, 2, 3, 1), ...u32(20), ...u16(3, 10), ...u32(20 + four.length), ...four, ...twelve];
}

/** The same picture for each glyph, in the tables of Google's fonts: every picture with its own short metrics before it. */
function pictures(png: Uint8Array, glyphs: number): Record<string, number[]> {
  const one = [...u8(8, 8, 0, 7, 8), ...u32(png.length), ...png];
  const lines = u8(7, 255, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  const size = [...u32(56, 16 + (glyphs + 1) * 4, 1, 0), ...lines, ...lines, ...u16(0, glyphs - 1), ...u8(8, 8, 32, 1)];
  const list = [...u16(0, glyphs - 1), ...u32(8), ...u16(1, 17), ...u32(4)];
  const offsets = Array.from({ length: glyphs + 1 }, (_, index) => u32(index * one.length)).flat();
  return {
    CBDT: [...u16(3, 0), ...Array.from({ length: glyphs }, () => one).flat()],
    CBLC: [...u16(3, 0), ...u32(1), ...size, ...list, ...offsets],
  };
}

function names({ family, japanese, weight = 400, isItalic = false }: TinyFont): number[] {
  const style = `${weight}${isItalic ? ' Italic' : ''}`;
  const list = [
    { id: 1, language: 0x409, text: family },
    { id: 2, language: 0x409, text: style },
    { id: 4, language: 0x409, text: `${family} ${style}` },
    { id: 6, language: 0x409, text: `${family}-${style}`.replaceAll(' ', '') },
    ...(japanese === undefined ? [] : [{ id: 1, language: 0x411, text: japanese }]),
  ].sort((a, b) => a.language - b.language);
  let end = 0;
  const rows = list.flatMap(({ id, language, text }) => {
    end += text.length * 2;
    return u16(3, 1, language, id, text.length * 2, end - text.length * 2);
  });
  return [
    ...u16(0, list.length, 6 + rows.length),
    ...rows,
    ...list.flatMap(({ text }) => [...text].flatMap((letter) => u16(letter.charCodeAt(0)))),
  ];
}

const u8 = (...values: number[]) => values.map((value) => value & 0xff);
const u16 = (...values: number[]) => values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff]);
const i16 = u16;
const u32 = (...values: number[]) =>
  values.flatMap((value) => [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]);
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const padded = (bytes: number[]) => [...bytes, ...Array.from({ length: (4 - (bytes.length % 4)) % 4 }, () => 0)];
