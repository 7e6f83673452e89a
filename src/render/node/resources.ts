import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Face } from '../../draw/fonts.ts';
import type { Resources } from '../job.ts';
import { deflate, pack } from './deflate.ts';

/** What rendering needs, from the files that ship with the program that runs. */
export function nodeResources(): Resources {
  return {
    // At once: who asks has nothing else to do, and waiting for the file takes several times as long as reading it.
    font: async (face) => readFileSync(fontFile(face)),
    asset: async (name) => readFileSync(join(shipped(), name)),
    deflate,
    pack,
    machineFonts: async (letters, family) => (await import('./machine-fonts.ts')).machineFonts(letters, family),
  };
}

/** A face of the font that ships. */
export function fontFile(face: Face): string {
  return join(shipped(), 'fonts', `inter-${face}.ttf`);
}

let found: string | undefined;

/** The folder `dist` of the package that this file is part of, built or not. */
function shipped(): string {
  if (found !== undefined) return found;
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  found = join(folder, 'dist');
  return found;
}
