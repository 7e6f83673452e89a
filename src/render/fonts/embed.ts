import { faces } from '../../draw/fonts.ts';
import type { EmbeddedFont } from '../../draw/index.ts';
import { base64 } from '../base64.ts';
import type { Resources } from '../job.ts';
import type { Letters } from './letters.ts';
import { readSubsetter, type Subset, type SubsetOptions } from './subset.ts';
import { toWoff } from './woff.ts';

const subsetters = new WeakMap<Resources, Promise<Subset>>();

/** The subsetter of a program, read once. */
function subsetterOf(resources: Resources): Promise<Subset> {
  const known = subsetters.get(resources);
  if (known) return known;
  const read = resources.asset('harfbuzz-subset.wasm').then(readSubsetter);
  subsetters.set(resources, read);
  return read;
}

/**
 * The font to carry in a file with such letters: of each face that is used a WOFF file with no more than it needs, some 3 to 10 kB. Letters that the font
 * lacks are left to the fonts of who looks.
 */
export async function embeddedFonts(letters: Letters, resources: Resources, options: SubsetOptions = {}): Promise<EmbeddedFont[]> {
  const subset = await subsetterOf(resources);
  return Promise.all(
    [...letters].map(async ([face, used]) => {
      const woff = await toWoff(subset(await resources.font(face), used, options));
      return { ...faces[face], format: 'woff' as const, base64: base64(woff) };
    }),
  );
}
