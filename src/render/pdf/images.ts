import type { Scene, SceneNode } from '../../draw/scene.ts';
import { bytesOf } from '../base64.ts';
import { imagesIn } from '../images.ts';
import type { Resources } from '../job.ts';
import type { Pdf, PdfImage } from './document.ts';

/** Dots to a pixel of the picture: 300 and more to an inch of paper. */
const fine = 4;
/** A photo that takes more bytes is drawn anew, no larger than it is seen. */
const heavy = 150_000;

/** The pictures of scenes as a document has them, by their addresses. What is none, or is broken, is left out. */
export async function imagesOf(scenes: readonly Scene[], pdf: Pdf, resources: Resources): Promise<Map<string, PdfImage>> {
  const wanted = new Map(scenes.flatMap(imagesIn).map(({ attrs }) => [String(attrs.href), attrs]));
  const images = new Map<string, PdfImage>();
  for (const [address, attrs] of wanted) {
    const image = await open(address, attrs, pdf, resources);
    if (image) images.set(address, image);
  }
  return images;
}

async function open(address: string, attrs: SceneNode['attrs'], pdf: Pdf, resources: Resources): Promise<PdfImage | undefined> {
  const [, data] = /^data:image\/(?:png|jpeg);base64,(.*)$/is.exec(address) ?? [];
  try {
    const bytes = data === undefined ? undefined : bytesOf(data);
    return pdf.image(bytes && bytes.length <= heavy ? bytes : await asSeen(address, attrs, resources));
  } catch {
    return undefined;
  }
}

/** A picture as a PNG of the size at which it is seen. */
async function asSeen(
  address: string,
  { width, height, preserveAspectRatio }: SceneNode['attrs'],
  resources: Resources,
): Promise<Uint8Array> {
  const { svgAsPng } = await import('../png/picture.ts');
  const look = `width="${Number(width)}" height="${Number(height)}"`;
  const image = `<image ${look} preserveAspectRatio="${preserveAspectRatio}" href="${address.replace(/[<>&"]/g, '')}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${look}>${image}</svg>`;
  return (await svgAsPng(svg, fine, resources, 72 * fine)).bytes;
}
