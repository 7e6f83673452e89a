import type { FoundFace } from './face.ts';
import { fontFileOf } from './pack.ts';

/** One font of a collection as a file of its own; a file that holds one font is left as it is. */
export function aloneOf(file: Uint8Array, { at, tables }: Pick<FoundFace, 'at' | 'tables'>): Uint8Array {
  return at === 0 ? file : fontFileOf(kindOf(file, at), tablesOf(file, tables));
}

/** The tables of a font, as far as the file has them. */
export function tablesOf(file: Uint8Array, tables: FoundFace['tables']): [string, Uint8Array][] {
  return [...tables].flatMap(([tag, { offset, length }]) =>
    offset + length <= file.length ? [[tag, file.subarray(offset, offset + length)]] : [],
  );
}

/** The first four bytes of a font. */
export function kindOf(file: Uint8Array, at: number): number {
  return new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(at);
}
