import { stringsOf } from '../draw/index.ts';
import { toMarkdown } from '../exchange/markdown.ts';
import { tellMap } from '../exchange/telling.ts';
import type { Format, Job, Rendered, Resources } from './job.ts';
import { withoutWebp } from './webp.ts';

/**
 * Writes a map as a file of a format. It opens no socket and reads no file but through `resources`.
 */
export async function render(format: Format, asked: Job, resources: Resources): Promise<Rendered> {
  if (format === 'md') return { content: markdown(asked), warnings: [] };
  const { job, warnings } = await withoutWebp(asked, resources);
  const rendered = await draw(format, job, resources);
  return { ...rendered, warnings: [...warnings, ...rendered.warnings] };
}

async function draw(format: Exclude<Format, 'md'>, job: Job, resources: Resources): Promise<Rendered> {
  switch (format) {
    case 'svg':
      return (await import('./svg.ts')).renderSvg(job, resources);
    case 'png':
      return (await import('./png/index.ts')).renderPng(job, resources);
    case 'pdf':
      return (await import('./pdf/index.ts')).renderPdf(job, resources);
    case 'html':
      return (await import('./html/html.ts')).renderHtml(job, resources);
    case 'pptx':
      return (await import('./pptx/index.ts')).renderPptx(job, resources);
  }
}

/** What the view shows, as tables; the map as a whole where no view was asked for. */
function markdown({ map, before, view, language, lanes }: Job): string {
  const options = { ...(view ? { view } : {}), ...(before ? { before } : {}), ...(lanes ? { lanes } : {}) };
  return toMarkdown(tellMap(map, stringsOf(language), options));
}
