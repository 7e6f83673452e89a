/** What the tests use of a library that says nothing of its types. */
declare module 'fontkit' {
  interface Position {
    xAdvance: number;
    xOffset: number;
    yOffset: number;
  }
  interface Glyph {
    advanceWidth: number;
    bbox: { width: number };
    path: { toSVG(): string };
  }
  export interface Font {
    type: string;
    familyName: string;
    unitsPerEm: number;
    copyright: string;
    characterSet: number[];
    'OS/2': { usWeightClass: number };
    getName(key: string): string;
    glyphForCodePoint(code: number): Glyph;
    hasGlyphForCodePoint(code: number): boolean;
    layout(text: string): { glyphs: Glyph[]; positions: Position[] };
  }
  export function create(data: Uint8Array): Font;
}
