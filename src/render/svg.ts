import { toSvg } from '../draw/index.ts';
import { inBothThemes } from './both-themes.ts';
import { drawn } from './drawn.ts';
import { embeddedFonts } from './fonts/embed.ts';
import { lettersByFace } from './fonts/letters.ts';
import { withoutHandles } from './handles.ts';
import type { Job, Rendered, Resources } from './job.ts';

export { beginEmbedding } from './fonts/embed.ts';

/** A picture that stands alone: it carries the letters of our font that it needs. The font of a house is not ours to pass on: it is named, and asked for first. */
export async function renderSvg(job: Job, resources: Resources): Promise<Rendered> {
  const { transparent = false } = job;
  const picture = withoutHandles(drawn(job));
  const fonts = await embeddedFonts(lettersByFace([picture]), resources);
  if (!job.isAuto) return { content: toSvg(picture, { fonts, transparent }), warnings: [] };
  const { scene, style } = inBothThemes(picture, withoutHandles(drawn({ ...job, theme: 'dark' })));
  return { content: toSvg(scene, { fonts, style, transparent }), warnings: [] };
}
