import type { Scene, SceneNode } from '../../draw/scene.ts';
import { bytesOf } from '../base64.ts';
import type { Pdf, PdfImage } from './document.ts';

/** The pictures of scenes as a document has them, by their addresses: PNG and JPEG. What is none, or is broken, is left out. */
export function imagesOf(scenes: readonly Scene[], pdf: Pdf): Map<string, PdfImage> {
  const images = new Map<string, PdfImage>();
  const gather = (nodes: readonly SceneNode[]) => {
    for (const { tag, attrs, children } of nodes) {
      const address = String(attrs.href ?? '');
      if (tag === 'image' && !images.has(address)) {
        const image = open(address, pdf);
        if (image) images.set(address, image);
      }
      if (children) gather(children);
    }
  };
  for (const { regions } of scenes) for (const { children } of regions) gather(children);
  return images;
}

function open(address: string, pdf: Pdf): PdfImage | undefined {
  const [, data] = /^data:image\/(?:png|jpeg);base64,(.*)$/i.exec(address) ?? [];
  if (data === undefined) return undefined;
  try {
    return pdf.image(bytesOf(data));
  } catch {
    return undefined;
  }
}
