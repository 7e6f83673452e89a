/** Makes of a font a smaller one with fewer letters, by HarfBuzz's own subsetter, which needs nothing but its memory. */
export type Subset = (font: Uint8Array, letters: Iterable<string>, options?: SubsetOptions) => Uint8Array;

export interface SubsetOptions {
  /** Keep what the font says of its licence, which a font that is passed on as such must carry, and all names of its family. */
  licence?: boolean;
}

/** What HarfBuzz's `harfbuzz-subset.wasm` offers, as far as it is used here. Numbers are addresses in its memory. */
interface HarfBuzz {
  memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  free(address: number): void;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_length(blob: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

/** Features that browsers apply to Latin, Greek and Cyrillic text unasked. Others, of numbers above all, make a font of few letters half as large again. */
const features = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'calt', 'clig', 'liga', 'rlig', 'rclt', 'curs'];
/** Tables that say nothing of how text is drawn. */
const droppedTables = ['STAT', 'gasp'];
/** Ids of the `name` table: copyright, the licence and where it is, and the family of all weights, by which programs find them. */
const licenceNames = [0, 13, 14, 16, 17];

// From hb.h and hb-subset.h.
const writable = 2;
const noHinting = 1;
/** What stands for a letter that no font has: else nothing would. */
const keepBox = 0x40;
const setOf = { dropTables: 3, nameIds: 4, features: 6 };

/**
 * Reads HarfBuzz's subsetter.
 *
 * @param wasm - The bytes of `harfbuzz-subset.wasm`.
 * @returns A function from a whole TrueType font, and letters (texts will do), to a TrueType font of those letters that it has, with all glyphs that the
 * features which browsers apply unasked can make of them. It throws where the font cannot be read.
 */
export function readSubsetter(wasm: Uint8Array): Subset {
  // At once: Node may end, with nothing else to do, while a module is compiled beside it.
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>));
  const hb = instance.exports as unknown as HarfBuzz;
  hb._initialize();
  return (font, letters, options = {}) => subset(hb, font, letters, options);
}

function subset(hb: HarfBuzz, font: Uint8Array, letters: Iterable<string>, { licence = false }: SubsetOptions): Uint8Array {
  const data = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, data);
  const blob = hb.hb_blob_create(data, font.length, writable, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  for (const text of letters) for (const letter of text) hb.hb_set_add(hb.hb_subset_input_unicode_set(input), letter.codePointAt(0) ?? 0);
  const kept = hb.hb_subset_input_set(input, setOf.features);
  hb.hb_set_clear(kept);
  for (const feature of features) hb.hb_set_add(kept, tag(feature));
  for (const table of droppedTables) hb.hb_set_add(hb.hb_subset_input_set(input, setOf.dropTables), tag(table));
  if (licence) for (const name of licenceNames) hb.hb_set_add(hb.hb_subset_input_set(input, setOf.nameIds), name);
  hb.hb_subset_input_set_flags(input, noHinting | keepBox);
  const made = hb.hb_subset_or_fail(face, input);
  const result = made === 0 ? 0 : hb.hb_face_reference_blob(made);
  const length = result === 0 ? 0 : hb.hb_blob_get_length(result);
  const from = result === 0 ? 0 : hb.hb_blob_get_data(result, 0);
  const bytes = new Uint8Array(hb.memory.buffer).slice(from, from + length);
  hb.hb_blob_destroy(result);
  hb.hb_face_destroy(made);
  hb.hb_subset_input_destroy(input);
  hb.hb_face_destroy(face);
  hb.hb_blob_destroy(blob);
  hb.free(data);
  if (length === 0) throw new Error('The font cannot be read.');
  return bytes;
}

/** Four letters as OpenType keeps them: one number. */
function tag(name: string): number {
  return [...name].reduce((sum, letter) => sum * 256 + (letter.codePointAt(0) ?? 0), 0);
}
