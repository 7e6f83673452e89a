import { Resvg } from '@resvg/resvg-wasm';
import type { Resources } from '../job.ts';
import { start } from './index.ts';

/** A picture as dots, red, green, blue and opacity each, its colours dimmed by the last. */
export interface Drawn {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/**
 * An SVG as dots, `zoom` of them to each of its units. Its words are set in our font.
 *
 * @throws where it is no SVG that can be drawn.
 */
export async function drawnSvg(svg: string, zoom: number, resources: Resources): Promise<Drawn> {
  await start(resources);
  const picture = new Resvg(svg, {
    font: {
      fontBuffers: await Promise.all([resources.font('regular'), resources.font('semibold')]),
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
    fitTo: { mode: 'zoom', value: zoom },
  });
  const image = picture.render();
  const { width, height, pixels } = image;
  image.free();
  picture.free();
  return { width, height, pixels };
}
