import { imageIn } from '../draw/image.ts';
import type { PictureFile } from '../language/names/pictures.ts';
import { base64 } from '../render/base64.ts';
import { decode, type Files, isPicture } from './files.ts';
import { NamedFiles } from './named-files.ts';

/** A picture of more bytes is not read. */
export const mostPictureBytes = 1_000_000;

/** One of more pixels is not drawn: a small file can unfold to more than a machine holds. */
const mostPixels = 50_000_000;

/** The pictures that maps and project files name. */
export function picturesAmong(files: Files): NamedFiles<PictureFile> {
  return new NamedFiles(async (uri, root) => {
    if (!isPicture(uri)) return 'unreadable';
    const found = await files.bytes(uri, mostPictureBytes, root);
    if ('bytes' in found) return pictureFrom(found.bytes);
    return found.why === 'folder' ? 'unreadable' : found.why;
  });
}

/** The picture in a file's bytes, by what they are and not by the file's name. */
export function pictureFrom(bytes: Uint8Array): PictureFile {
  const image = imageIn(bytes, decode);
  if (!image) return 'unreadable';
  const { type, size } = image;
  if (type !== 'image/svg+xml' && size && size.width * size.height > mostPixels) return 'large';
  return { href: `data:${type};base64,${base64(bytes)}`, ...(size ? { size } : {}), stamp: stampOf(bytes) };
}

/** The length, and a hash of the content (FNV-1a). */
function stampOf(bytes: Uint8Array): string {
  let value = 2166136261;
  for (const byte of bytes) value = Math.imul(value ^ byte, 16777619);
  return `${bytes.length.toString(36)}-${(value >>> 0).toString(36)}`;
}
