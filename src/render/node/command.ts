import { setFlagsFromString } from 'node:v8';
import type { Rasterizer, Resources } from '../job.ts';
import { fontFile, nodeResources } from './resources.ts';

/** What rendering needs in a process that ends when a file is written: it saves what pays only later. */
export function commandResources(): Resources {
  const { asset, ...others } = nodeResources();
  return {
    ...others,
    asset: (name) => {
      if (name === 'harfbuzz-subset.wasm') leaveUnoptimised();
      return asset(name);
    },
    rasterizer: (faces) => systemRasterizer(faces.map(fontFile)),
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

/**
 * The resvg that is built for this system: it starts sooner and draws twice as fast as the one for all systems, dot by dot the same. Nothing where there is none for it.
 *
 * @param fontFiles - The TrueType files that words are set in.
 */
async function systemRasterizer(fontFiles: string[]): Promise<Rasterizer | undefined> {
  try {
    const { Resvg } = await import('@resvg/resvg-js');
    const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' };
    return (svg) => new Resvg(svg, { font });
  } catch {
    return undefined;
  }
}
