import { label } from '../../draw/nodes.ts';
import type { Region, SceneNode } from '../../draw/scene.ts';
import { page } from '../../draw/styles.ts';
import type { Pdf } from './document.ts';
import type { Painter } from './paint.ts';
import { aboveHeader, foot as footHeight, margin, type Sheet } from './sheets.ts';

/** A part of a page's structure: what kind it is, and its content. */
type Told = { tag: string; content: PDFKit.PDFStructureContent };

/** What stands at the foot of pages where there are several. */
export interface Foot {
  title: string;
  number: string;
  colour: string;
}

/** Paints one page: what is repeated above, then what its window shows of the picture, then the foot. */
export function printSheet(
  pdf: Pdf,
  painter: Painter,
  sheet: Sheet,
  size: { width: number; height: number },
  foot: Foot | undefined,
): void {
  const { scene, scale, window, repeats } = sheet;
  painter.begin(size.width, size.height, scene.background);
  const x = Math.max(margin, (size.width - (scene.width - page.margin * 2) * scale) / 2) - page.margin * scale;
  const y = margin - aboveHeader * scale;
  const told: Told[] = [];
  const regionNamed = (key: string) => scene.regions.find((region) => region.key === key);
  if (repeats.header || repeats.heads) {
    painter.at({ scale, x, y }, undefined, scene.width, () => {
      let top = aboveHeader;
      const header = regionNamed('header');
      if (repeats.header && header) {
        told.push(...paintRegion(pdf, painter, header, header.x, top));
        top += header.height + 12;
      }
      if (repeats.heads) {
        const [heads, corner] = [regionNamed('heads'), regionNamed('corner')];
        for (const region of [heads, corner]) if (region) told.push(...paintRegion(pdf, painter, region, region.x, top));
        top += heads?.height ?? 0;
        if (scene.titles) told.push(...paintRegion(pdf, painter, scene.titles, scene.titles.x, top));
      }
    });
  }
  const shift = repeats.height === 0 ? 0 : repeats.height - window.top;
  painter.at({ scale, x, y: y + shift * scale }, window, scene.width, () => {
    for (const region of scene.regions) {
      if (region.key !== 'legend' && region.y + region.height > window.top && region.y < window.bottom)
        told.push(...paintRegion(pdf, painter, region, region.x, region.y));
    }
  });
  const legend = regionNamed('legend');
  if (legend) {
    const above = size.height - margin - (foot ? footHeight : 0) - legend.height * scale;
    painter.at({ scale, x, y: above }, undefined, scene.width, () => told.push(...paintRegion(pdf, painter, legend, legend.x, 0)));
  }
  const section = pdf.doc.struct('Sect');
  for (const { tag, content } of inReadingOrder(told)) section.add(pdf.doc.struct(tag, {}, [content]));
  section.end();
  pdf.doc.addStructure(section);
  if (foot) printFoot(pdf, painter, foot, size);
}

const headings: Record<string, string> = { heads: 'H2' };
const order = ['H1', 'P', 'H2'];

function inReadingOrder(told: Told[]): Told[] {
  return told.toSorted((a, b) => Math.min(1, order.indexOf(a.tag)) - Math.min(1, order.indexOf(b.tag)));
}

/** Paints a region: each column, each stage's head and each card as a part of its own. */
function paintRegion(pdf: Pdf, painter: Painter, region: Region, x: number, y: number): Told[] {
  return blocksOf(region).map(({ tag, nodes }) => ({ tag, content: pdf.marked(tag, () => painter.nodes(nodes, x, y)) }));
}

function blocksOf({ key, children }: Region): { tag: string; nodes: SceneNode[] }[] {
  if (key === 'header') {
    const title = children.filter((child) => child.key === 'journey');
    return [
      { tag: 'P', nodes: children.filter((child) => child.key !== 'journey') },
      ...(title.length > 0 ? [{ tag: 'H1', nodes: title }] : []),
    ];
  }
  if (key === 'heads' || key.startsWith('stage:')) return children.map((child) => ({ tag: headings[key] ?? 'P', nodes: [child] }));
  return [{ tag: 'P', nodes: children }];
}

const footSize = 7.5;

function printFoot(
  pdf: Pdf,
  painter: Painter,
  { title, number, colour }: Foot,
  { width, height }: { width: number; height: number },
): void {
  const look = { 'font-size': footSize, fill: colour };
  const y = height - margin + 8;
  painter.at({ scale: 1, x: 0, y: 0 }, undefined, width, () => {
    pdf.artifact(() =>
      painter.nodes(
        [label('title', margin, y, title, look), label('number', width - margin, y, number, { ...look, 'text-anchor': 'end' })],
        0,
        0,
      ),
    );
  });
}
