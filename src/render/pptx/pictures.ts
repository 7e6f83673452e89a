import { imageIn, unsaidSize } from '../../draw/image.ts';
import { type Message, say } from '../../language/message.ts';
import { bytesOf } from '../base64.ts';
import type { Job, Resources } from '../job.ts';
import type { Picture } from './slide.ts';

/** How large a logo is at most, in points, and one that does not say how wide it is to its height. */
const mostLogo = { width: 140, height: 32 };
const unknown = { width: 96, height: 32 };
/** The longer side of an SVG picture as dots. */
const longest = 640;

export interface Pictures {
  /** By the names of personas. */
  photos: Map<string, Picture>;
  logo?: Picture;
  /** The room that the logo takes, in points. */
  logoRoom: { width: number; height: number };
  warnings: Message[];
}

/** Photos and logo as PowerPoint takes them: it has no SVG without dots beside it. One that cannot be drawn is left out, and that is said. */
export async function picturesOf({ map, photos, logo }: Job, resources: Resources): Promise<Pictures> {
  const found: Pictures = { photos: new Map(), logoRoom: logoRoom(logo?.size ?? unknown), warnings: [] };
  for (const [name, href] of Object.entries(photos)) {
    const persona = map.personas.find((each) => each.name === name);
    if (!persona) continue;
    const picture = await pictureOf(href, resources);
    if (picture) found.photos.set(name, picture);
    else
      found.warnings.push(say('The picture of {0} cannot be drawn on slides, so it is left out. Save it as PNG or JPEG.', persona.title));
  }
  const sign = logo && (await pictureOf(logo.href, resources));
  if (sign) found.logo = sign;
  else if (logo) found.warnings.push(say('The logo cannot be drawn on slides, so it is left out. Save it as PNG or JPEG.'));
  return found;
}

function logoRoom({ width, height }: { width: number; height: number }): Pictures['logoRoom'] {
  const scale = Math.min(mostLogo.width / width, mostLogo.height / height);
  return { width: width * scale, height: height * scale };
}

async function pictureOf(href: string, resources: Resources): Promise<Picture | undefined> {
  const data = /^data:image\/[\w+]+;base64,(.*)$/is.exec(href)?.[1];
  if (data === undefined) return undefined;
  const bytes = Uint8Array.from(bytesOf(data));
  const { type, size = unsaidSize } = imageIn(bytes) ?? {};
  if (type === 'image/png' || type === 'image/jpeg') return { type: type === 'image/png' ? 'png' : 'jpeg', bytes, ...size };
  return type === 'image/svg+xml' ? dotsOf(new TextDecoder().decode(bytes), size, resources) : undefined;
}

/** An SVG picture as PNG; nothing where it cannot be drawn. */
async function dotsOf(svg: string, size: { width: number; height: number }, resources: Resources): Promise<Picture | undefined> {
  const { svgAsPng } = await import('../png/picture.ts');
  try {
    const { bytes, ...drawn } = await svgAsPng(svg, longest / Math.max(size.width, size.height), resources);
    return { type: 'png', bytes: Uint8Array.from(bytes), ...drawn };
  } catch {
    return undefined;
  }
}
