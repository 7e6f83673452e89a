import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Resources } from '../job.ts';

let started: Promise<void> | undefined;

/** Reads what draws, once for all pictures. */
export function start(resources: Resources): Promise<void> {
  started ??= resources.asset('resvg.wasm').then((wasm) => initWasm(WebAssembly.compile(wasm as Uint8Array<ArrayBuffer>)));
  return started;
}

/**
 * Opens SVGs whose words are set in fonts of ours, or of the machine.
 *
 * @returns A function from an SVG, and how many dots each of its units has along a side, to what draws it. It throws where that is no SVG that can be drawn.
 */
export async function resvgWith(
  fontBuffers: Uint8Array[],
  resources: Resources,
): Promise<(svg: string, zoom?: number) => InstanceType<typeof Resvg>> {
  await start(resources);
  const font = { fontBuffers, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' };
  return (svg, zoom) => new Resvg(svg, { font, ...(zoom === undefined ? {} : { fitTo: { mode: 'zoom', value: zoom } }) });
}
