import { type Face, faces } from '../../draw/fonts.ts';
import { drawMap, type Scene } from '../../draw/index.ts';
import { page } from '../../draw/styles.ts';
import { say } from '../../language/message.ts';
import { drawOptions } from '../drawn.ts';
import { fontsFor, type TextFonts, textOf } from '../fonts/for-text.ts';
import { nearestOf } from '../fonts/nearest.ts';
import type { Job, MachineFont, Rendered, Resources } from '../job.ts';
import { withDrawnLetters } from '../png/lettered.ts';
import { Refusal } from '../refusal.ts';
import { Pdf, type PdfFont } from './document.ts';
import { imagesOf } from './images.ts';
import { linksOf } from './links.ts';
import { Painter } from './paint.ts';
import { printSheet } from './print.ts';
import { aboveHeader, type Draw, margin, type Sheets, sheetsFor } from './sheets.ts';
import { Setter } from './text.ts';

/** Papers in points, the short edge first. */
const sizes = { a4: [595.28, 841.89], a3: [841.89, 1190.55], letter: [612, 792] } as const;
/** No edge of a page may be longer (PDF 1.7, annex C.2). */
const longestEdge = 14_400;
/** A pixel is 1/96 of an inch, a point 1/72. */
const natural = 0.75;
const leastScale = 6 / 11;

/**
 * A map as a PDF: all that its picture shows, on pages of a paper or on one long page, as lines and text. Nothing of it depends on the day or on chance.
 *
 * @throws Refusal where the picture is longer than a page of a PDF can be.
 */
export async function renderPdf(asked: Job, resources: Resources): Promise<Rendered> {
  const job = await withDrawnLetters(asked, resources);
  const { map } = job;
  const options = { ...drawOptions(job), inFull: true, legend: true };
  const draw: Draw = (wanted) => drawMap(map, { ...options, ...wanted });
  const paper = job.paper ?? 'a4';
  const { width, height, sheets } = paper === 'long' ? onePage(draw({})) : sheetsFor(draw, sizes[paper]);
  const scenes = [...new Set(sheets.map(({ scene }) => scene))];
  const pdf = new Pdf(map.title, job.language ?? 'en');
  const found = await fontsFor(`${map.title}\n${scenes.map(textOf).join('\n')}`, job.font, resources);
  const setter = new Setter(await fontsOf(pdf, found, resources));
  const links = linksOf(map, job.before);
  const painter = new Painter(pdf, setter, await imagesOf(scenes, pdf, resources), new Set(links.keys()));
  for (const [index, sheet] of sheets.entries()) {
    const foot = { title: map.title, number: `${index + 1} / ${sheets.length}`, colour: options.theme.faint };
    printSheet(pdf, painter, sheet, { width, height }, sheets.length > 1 ? foot : undefined);
    for (const [id, box] of painter.links) pdf.doc.link(box.x, box.y, box.width, box.height, links.get(id) ?? '');
  }
  return { content: await pdf.end(), warnings: found.warnings };
}

/** The picture as it is, on a page of its size. */
function onePage(scene: Scene): Sheets {
  const [wide, high] = [scene.width - page.margin * 2, scene.height - aboveHeader];
  const scale = Math.min(natural, (longestEdge - margin * 2) / Math.max(wide, high));
  if (scale < leastScale) {
    const metres = ((Math.max(wide, high) * leastScale) / 72) * 0.0254;
    throw new Refusal(
      say(
        'this map is {0} m long where it can be read, and a page of a PDF at most 5 m. Let it be split: leave out --paper long.',
        metres.toFixed(1),
      ),
    );
  }
  return {
    width: wide * scale + margin * 2,
    height: high * scale + margin * 2,
    sheets: [{ scene, scale, window: { top: 0, bottom: scene.height }, repeats: { header: false, heads: false, height: 0 } }],
  };
}

/** The fonts of each face, in the order in which they are asked for a letter: that of the house, ours, and those that have what both lack. */
async function fontsOf(pdf: Pdf, { fonts, family }: TextFonts, resources: Resources): Promise<Record<Face, PdfFont[]>> {
  const known = new Map<Uint8Array, PdfFont | undefined>();
  const open = (data: Uint8Array, weight: number): PdfFont[] => {
    if (!known.has(data)) known.set(data, opened(pdf, data, weight));
    const font = known.get(data);
    return font ? [font] : [];
  };
  const ofHouse = family === undefined ? [] : fonts.filter((font) => font.family === family);
  const others = Map.groupBy(
    fonts.filter((font) => !ofHouse.includes(font) && font.hasOutlines),
    (font) => font.family,
  );
  const all: Partial<Record<Face, PdfFont[]>> = {};
  // One after the other: their order is their names in the file.
  for (const face of Object.keys(faces) as Face[]) {
    const nearest = (family: readonly MachineFont[]) => {
      const font = nearestOf(family, faces[face]);
      return font ? open(font.data, font.weight) : [];
    };
    all[face] = [...nearest(ofHouse), ...open(await resources.font(face), faces[face].weight), ...[...others.values()].flatMap(nearest)];
  }
  return all as Record<Face, PdfFont[]>;
}

/** Nothing where a font of the machine cannot be read after all. */
function opened(pdf: Pdf, data: Uint8Array, weight: number): PdfFont | undefined {
  try {
    return pdf.font(data, weight);
  } catch {
    return undefined;
  }
}
