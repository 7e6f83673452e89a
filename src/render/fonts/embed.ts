import { faces } from '../../draw/fonts.ts';
import type { EmbeddedFont } from '../../draw/index.ts';
import { base64 } from '../base64.ts';
import type { Resources } from '../job.ts';
import type { Letters } from './letters.ts';
import { readSubsetter, type Subset } from './subset.ts';
import { toWoff } from './woff.ts';

/** What cuts fonts, while it is got ready. */
interface Cutter {
  wasm: Uint8Array;
  /** Holds what is compiled until it is used. */
  compiled: Promise<unknown>;
  subset?: Subset;
}

const cutters = new WeakMap<Resources, Promise<Cutter>>();

/**
 * Has what cuts fonts compiled beside what else is done, once for a program.
 *
 * @returns when that has begun, or fails where the file cannot be had.
 */
export function beginEmbedding(resources: Resources): Promise<Cutter> {
  const known = cutters.get(resources);
  if (known) return known;
  const begun = resources.asset('harfbuzz-subset.wasm').then((wasm) => {
    // Whoever needs it compiles the same bytes at once, for which the engine takes what is done or being done here. If it fails, it fails there.
    const compiled = WebAssembly.compile(wasm as Uint8Array<ArrayBuffer>).catch(() => {});
    return { wasm, compiled };
  });
  cutters.set(resources, begun);
  return begun;
}

/** The subsetter of a program, read once. */
async function subsetterOf(resources: Resources): Promise<Subset> {
  const cutter = await beginEmbedding(resources);
  cutter.subset ??= readSubsetter(cutter.wasm);
  return cutter.subset;
}

/**
 * The font to carry in a file with such letters: of each face that is used a WOFF file with no more than it needs, some 3 to 10 kB. Letters that the font
 * lacks are left to the fonts of who looks.
 */
export async function embeddedFonts(letters: Letters, resources: Resources): Promise<EmbeddedFont[]> {
  const subset = await subsetterOf(resources);
  return Promise.all(
    [...letters].map(async ([face, used]) => {
      const woff = await toWoff(subset(await resources.font(face), used), resources.pack);
      return { ...faces[face], format: 'woff' as const, base64: base64(woff) };
    }),
  );
}
