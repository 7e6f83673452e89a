import type { Message } from '../../language/message.ts';
import { bytesOf } from '../base64.ts';
import type { Job, Resources } from '../job.ts';
import type { Picture } from './slide.ts';

/** Photos and logo as PowerPoint takes them. */
export async function picturesOf(
  job: Job,
  _resources: Resources,
): Promise<{ photos: Map<string, Picture>; logo?: Picture & { width: number; height: number }; warnings: Message[] }> {
  const photos = new Map<string, Picture>();
  for (const [name, href] of Object.entries(job.photos)) {
    const picture = pictureOf(href);
    if (picture) photos.set(name, picture);
  }
  const logo = job.logo && pictureOf(job.logo.href);
  const { width, height } = job.logo?.size ?? { width: 96, height: 32 };
  const scale = Math.min(140 / width, 32 / height);
  return { photos, ...(logo ? { logo: { ...logo, width: width * scale, height: height * scale } } : {}), warnings: [] };
}

function pictureOf(href: string): Picture | undefined {
  const [, type, data = ''] = /^data:image\/(png|jpeg);base64,(.*)$/is.exec(href) ?? [];
  if (!type) return undefined;
  return { type: type.toLowerCase() as Picture['type'], bytes: Uint8Array.from(bytesOf(data)) };
}
