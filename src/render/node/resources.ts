import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Resources } from '../job.ts';
import { deflate } from './deflate.ts';
import { machineFonts } from './machine-fonts.ts';

/**
 * What rendering needs, from the files that ship with the program that runs.
 *
 * @param options.once - The process ends when a file is written.
 */
export function nodeResources({ once = false } = {}): Resources {
  const shipped = join(packageFolder(), 'dist');
  return {
    font: (face) => readFile(join(shipped, 'fonts', `inter-${face}.ttf`)),
    asset: (name) => {
      if (once && name === 'harfbuzz-subset.wasm') leaveUnoptimised();
      return readFile(join(shipped, name));
    },
    deflate,
    machineFonts: async (letters, family) => machineFonts(letters, family),
  };
}

/**
 * Fonts are cut in some milliseconds: optimising the code that cuts them, which V8 begins at once, takes ten times as long. These are flags of the whole process,
 * and scripts that are loaded after they were set are compiled anew.
 */
function leaveUnoptimised(): void {
  for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);
}

/** The folder of the package that this file is part of, built or not. */
function packageFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
