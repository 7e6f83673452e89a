import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Resources } from '../job.ts';
import { deflate } from './deflate.ts';
import { machineFonts } from './machine-fonts.ts';

/** What rendering needs, from the files that ship with the program that runs. */
export function nodeResources(): Resources {
  const shipped = join(packageFolder(), 'dist');
  return {
    font: (face) => readFile(join(shipped, 'fonts', `inter-${face}.ttf`)),
    asset: (name) => readFile(join(shipped, name)),
    deflate,
    machineFonts: async (letters, family) => machineFonts(letters, family),
  };
}

/** The folder of the package that this file is part of, built or not. */
function packageFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
