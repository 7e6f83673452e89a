import { toSvg } from '../draw/index.ts';
import { drawn } from './drawn.ts';
import { embeddedFonts } from './fonts/embed.ts';
import { lettersByFace } from './fonts/letters.ts';
import type { Job, Rendered, Resources } from './job.ts';

/** A picture that stands alone: it carries the letters of our font that it needs. The font of a house is not ours to pass on: it is named, and asked for first. */
export async function renderSvg(job: Job, resources: Resources): Promise<Rendered> {
  const scene = drawn(job);
  return { content: toSvg(scene, { fonts: await embeddedFonts(lettersByFace([scene]), resources) }), warnings: [] };
}
