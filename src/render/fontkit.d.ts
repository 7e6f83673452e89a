/** What is used of a library that says nothing of its types. */
declare module 'fontkit' {
  export interface Path {
    commands: readonly unknown[];
    transform(a: number, b: number, c: number, d: number, e: number, f: number): Path;
    toSVG(): string;
  }
  export interface Glyph {
    id: number;
    path: Path;
    bbox: { width: number };
    advanceWidth: number;
    /** Of a glyph of several colours. */
    layers?: { glyph: Glyph; color: { red: number; green: number; blue: number; alpha: number } }[];
  }
  export interface Position {
    xAdvance: number;
    xOffset: number;
    yOffset: number;
  }
  export interface Font {
    type: string;
    familyName: string;
    unitsPerEm: number;
    copyright: string;
    getName(key: string): string;
    characterSet: number[];
    'OS/2': { usWeightClass: number };
    layout(
      text: string,
      features?: string[],
      script?: string,
      language?: string,
      direction?: 'ltr' | 'rtl',
    ): { glyphs: Glyph[]; positions: Position[] };
    glyphForCodePoint(code: number): Glyph;
    hasGlyphForCodePoint(code: number): boolean;
  }
  export function create(data: Uint8Array): Font;
}
