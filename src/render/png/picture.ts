import type { Resources } from '../job.ts';
import { pngOf } from './file.ts';
import { resvgWith } from './resvg.ts';

/**
 * An SVG as a PNG without a ground, `zoom` dots to each of its units. Its words are set in our font.
 *
 * @param perInch - How many dots are shown to an inch.
 * @throws where it is no SVG that can be drawn.
 */
export async function svgAsPng(
  svg: string,
  zoom: number,
  resources: Resources,
  perInch = 72,
): Promise<{ width: number; height: number; bytes: Uint8Array }> {
  const open = await resvgWith(await Promise.all([resources.font('regular'), resources.font('semibold')]), resources);
  const picture = open(svg, zoom);
  const image = picture.render();
  const { width, height, pixels } = image;
  image.free();
  picture.free();
  return { width, height, bytes: await pngOf({ width, height, strips: [pixels], isTransparent: true, perInch }) };
}
