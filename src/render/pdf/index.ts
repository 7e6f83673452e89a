import type { Face } from '../../draw/fonts.ts';
import { drawMap, type Scene } from '../../draw/index.ts';
import { drawOptions } from '../drawn.ts';
import type { Job, Rendered, Resources } from '../job.ts';
import { Pdf, type PdfFont } from './document.ts';
import { Painter } from './paint.ts';
import { printSheet } from './print.ts';
import { type Draw, margin, type Sheets, sheetsFor } from './sheets.ts';
import { Setter } from './text.ts';

/** Papers in points, the short edge first. */
const sizes = { a4: [595.28, 841.89], a3: [841.89, 1190.55], letter: [612, 792] } as const;

export async function renderPdf(job: Job, resources: Resources): Promise<Rendered> {
  const { map } = job;
  const options = { ...drawOptions(job), inFull: true };
  const draw: Draw = (wanted) => drawMap(map, { ...options, ...wanted });
  const paper = job.paper ?? 'a4';
  const { width, height, sheets } = paper === 'long' ? long(draw) : sheetsFor(draw, sizes[paper]);
  const pdf = new Pdf(map.title, job.language ?? 'en');
  const fonts: Partial<Record<Face, PdfFont[]>> = {};
  for (const face of ['regular', 'medium', 'semibold', 'italic'] as const) fonts[face] = [pdf.font(await resources.font(face))];
  const setter = new Setter(fonts as Record<Face, PdfFont[]>);
  const painter = new Painter(pdf, setter, new Map(), new Set());
  for (const [index, sheet] of sheets.entries()) {
    const foot =
      sheets.length > 1 ? { title: map.title, number: `${index + 1} / ${sheets.length}`, colour: options.theme.faint } : undefined;
    printSheet(pdf, painter, sheet, { width, height }, foot);
  }
  return { content: await pdf.end(), warnings: [] };
}

function long(draw: Draw): Sheets {
  const scene: Scene = draw({});
  const scale = 0.75;
  return {
    width: (scene.width - 32) * scale + margin * 2,
    height: (scene.height - 44) * scale + margin * 2,
    sheets: [{ scene, scale, window: { top: 0, bottom: scene.height }, repeats: { header: false, heads: false, height: 0 } }],
  };
}
