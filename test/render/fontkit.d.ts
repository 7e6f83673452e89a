/** What the tests use of a library that says nothing of its types. */
declare module 'fontkit' {
  export interface Font {
    type: string;
    familyName: string;
    characterSet: number[];
    'OS/2': { usWeightClass: number };
    layout(text: string): { glyphs: { bbox: { width: number } }[] };
  }
  export function create(data: Uint8Array): Font;
}
