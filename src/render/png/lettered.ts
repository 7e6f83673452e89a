import { imageIn, unsaidSize } from '../../draw/image.ts';
import { base64, bytesOf } from '../base64.ts';
import type { Job, Resources } from '../job.ts';

/** The longer side of a picture as dots: more than a logo takes on paper, or at the largest scale that is usual. */
const longest = 640;

/**
 * A job whose logo and photos have no letters that are text. What makes dots of an SVG sets none in the pictures inside it: an SVG that has some becomes
 * a PNG first. One that cannot be drawn stays.
 */
export async function withDrawnLetters(job: Job, resources: Resources): Promise<Job> {
  const { photos, logo } = job;
  const lettered = [...Object.values(photos), logo?.href ?? ''].filter(hasLetters);
  if (lettered.length === 0) return job;
  const drawn = new Map<string, string>();
  for (const href of lettered) drawn.set(href, await asPng(textIn(href), resources).catch(() => href));
  const own = (href: string) => drawn.get(href) ?? href;
  return {
    ...job,
    photos: Object.fromEntries(Object.entries(photos).map(([name, href]) => [name, own(href)])),
    ...(logo ? { logo: { ...logo, href: own(logo.href), ...(logo.size ? { size: asDots(logo.size) } : {}) } } : {}),
  };
}

/** An SVG as the `data:` address of a PNG, its words set in our font. */
async function asPng(svg: string, resources: Resources): Promise<string> {
  const { svgAsPng } = await import('./picture.ts');
  const { width, height } = imageIn(new TextEncoder().encode(svg))?.size ?? unsaidSize;
  const { bytes } = await svgAsPng(svg, longest / Math.max(width, height), resources);
  return `data:image/png;base64,${base64(bytes)}`;
}

/** As wide to its height as it was, and so large that it is made smaller to fit, as an SVG would be. */
function asDots({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const zoom = longest / Math.max(width, height);
  return { width: width * zoom, height: height * zoom };
}

function hasLetters(href: string): boolean {
  return /^data:image\/svg\+xml;base64,/i.test(href) && /<(?:[\w-]+:)?text[\s>]/.test(textIn(href));
}

function textIn(href: string): string {
  return new TextDecoder().decode(bytesOf(href.slice(href.indexOf(',') + 1)));
}
