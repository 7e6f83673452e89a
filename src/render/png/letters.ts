import { create, type Font, type Glyph, type Position } from 'fontkit';
import { kindOf, tablesOf } from '../fonts/alone.ts';
import { type Coverage, coverageOf } from '../fonts/coverage.ts';
import { facesIn, readerOf } from '../fonts/face.ts';
import { fontFileOf } from '../fonts/pack.ts';
import { type Pictures, picturesIn } from '../fonts/pictures.ts';

/** A font that can be asked for the shapes of text. */
export interface LetterFont {
  weight: number;
  has: Coverage;
  /** Units to the em. */
  unitsPerEm: number;
  /** Glyphs of a text in one direction, from left to right. */
  set(text: string, isLeftward: boolean): { glyphs: Glyph[]; positions: Position[] };
  pictures: Pictures;
  /** Its letters may be pictures, or be made of several colours. */
  isColourful: boolean;
}

/** Opens a font file that holds one font. Nothing where it cannot be read. */
export function openFont(data: Uint8Array, weight: number): LetterFont | undefined {
  try {
    const read = readerOf(data);
    const [face] = facesIn(read);
    if (!face) return undefined;
    const font: Font = create(withRoom(face.hasOutlines ? data : withoutPictures(data, face.tables)));
    return {
      weight,
      has: coverageOf(read, face),
      unitsPerEm: font.unitsPerEm,
      set: (text, isLeftward) => font.layout(text, undefined, undefined, undefined, isLeftward ? 'rtl' : 'ltr'),
      pictures: picturesIn(read, face),
      isColourful: ['CBDT', 'sbix', 'COLR'].some((table) => face.tables.has(table)),
    };
  } catch {
    return undefined;
  }
}

/** A font with room behind it: the library looks a little beyond the last outline, which may be the end of the file. */
function withRoom(data: Uint8Array): Uint8Array {
  const longer = new Uint8Array(data.length + 16);
  longer.set(data);
  return longer;
}

/** A font of pictures as one whose glyphs are empty: the library that sets text knows no glyphs that have no outlines. */
function withoutPictures(data: Uint8Array, tables: Parameters<typeof tablesOf>[1]): Uint8Array {
  const kept = new Map(tablesOf(data, tables).filter(([tag]) => !['CBDT', 'CBLC', 'sbix', 'COLR', 'glyf', 'loca'].includes(tag)));
  const maxp = kept.get('maxp');
  const glyphs = maxp ? new DataView(maxp.buffer, maxp.byteOffset).getUint16(4) : 0;
  kept.set('glyf', new Uint8Array(16)).set('loca', new Uint8Array((glyphs + 1) * 2));
  const head = kept.get('head')?.slice();
  // Offsets of two bytes.
  if (head) new DataView(head.buffer).setInt16(50, 0);
  if (head) kept.set('head', head);
  return fontFileOf(kindOf(data, 0), kept);
}
