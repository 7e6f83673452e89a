import type { Format, Job, Rendered, Resources } from './job.ts';
import { withoutWebp } from './webp.ts';

/** Writes maps as files of one format. */
export type Writer = (job: Job) => Promise<Rendered>;

/**
 * Loads what writes a format, and begins what takes long beside what else is done: a command that asks for it before it reads its map ends sooner. It opens no socket
 * and reads no file but through `resources`.
 */
export async function writerOf(format: Format, resources: Resources): Promise<Writer> {
  if (format === 'md') return (await import('./markdown.ts')).renderMarkdown;
  const write = await load(format, resources);
  return async (asked) => {
    const { job, warnings } = await withoutWebp(asked, resources);
    const rendered = await write(job, resources);
    return { ...rendered, warnings: [...warnings, ...rendered.warnings] };
  };
}

/** Writes a map as a file of a format, as `writerOf` does. */
export async function render(format: Format, job: Job, resources: Resources): Promise<Rendered> {
  return (await writerOf(format, resources))(job);
}

async function load(format: Exclude<Format, 'md'>, resources: Resources): Promise<(job: Job, resources: Resources) => Promise<Rendered>> {
  switch (format) {
    case 'svg': {
      const { renderSvg, beginEmbedding } = await import('./svg.ts');
      await beginEmbedding(resources);
      return renderSvg;
    }
    case 'png':
      return (await import('./png/index.ts')).renderPng;
    case 'pdf':
      return (await import('./pdf/index.ts')).renderPdf;
    case 'html': {
      const { renderHtml, beginEmbedding } = await import('./html/html.ts');
      await beginEmbedding(resources);
      return renderHtml;
    }
    case 'pptx':
      return (await import('./pptx/index.ts')).renderPptx;
  }
}
