import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Resources } from '../job.ts';
import { deflate, pack } from './deflate.ts';

/**
 * What rendering needs, from the files that ship with the program that runs.
 *
 * @param options.once - The process ends when a file is written.
 */
export function nodeResources({ once = false } = {}): Resources {
  const shipped = join(packageFolder(), 'dist');
  return {
    // At once: who asks has nothing else to do, and waiting for the file takes several times as long as reading it.
    font: async (face) => readFileSync(join(shipped, 'fonts', `inter-${face}.ttf`)),
    asset: async (name) => {
      if (once && name === 'harfbuzz-subset.wasm') leaveUnoptimised();
      return readFileSync(join(shipped, name));
    },
    deflate,
    pack,
    machineFonts: async (letters, family) => (await import('./machine-fonts.ts')).machineFonts(letters, family),
  };
}

/**
 * Fonts are cut in some milliseconds: optimising the code that cuts them, which V8 begins at once, takes ten times as long. All of it is compiled beforehand, on one
 * other core, and not what is met as it is met. These are flags of the whole process, and scripts that are loaded after they were set are compiled anew.
 */
function leaveUnoptimised(): void {
  for (const flag of [
    '--liftoff-only',
    '--no-wasm-tier-up',
    '--no-wasm-dynamic-tiering',
    '--no-wasm-lazy-compilation',
    '--wasm-num-compilation-tasks=1',
  ])
    setFlagsFromString(flag);
}

/** The folder of the package that this file is part of, built or not. */
function packageFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
