import { curveOf, cutAt, type Spot } from '../../draw/feel/curve.ts';
import type { FeelColumn } from '../../draw/feel/lane.ts';
import { Space } from '../../draw/feel/places.ts';
import { type Face, runsOf } from '../../draw/feel/runs.ts';
import type { Moment, Persona, Step } from '../../map/model.ts';
import { type Band, diamonds, labels } from './curve-labels.ts';
import type { Making } from './deck.ts';
import { curve, dashes, face } from './shapes.ts';
import type { Box, Slide } from './slide.ts';
import { lineHeight, paragraph } from './text.ts';

export interface CurveOptions {
  /** Those who feel; all who travel without it. */
  personas?: readonly Persona[];
  /** Of the faces, in points; below 5 they are dots. */
  radius: number;
  /** What is felt, in words of so many points. */
  words?: number;
  /** Key moments are diamonds, with numbers where they are to be told elsewhere. */
  moments?: 'plain' | 'numbered';
  /** For those who do not see it. */
  alt: string;
  name: string;
  /** Where thin lines part stages, from the band's left edge. */
  parts?: readonly number[];
  /** Another curve below the others, thin and dashed, by how high a score is. */
  under?: { name: string; line(perScore: number): { d: string; points: Spot[] } | undefined };
}

/** What was drawn of a curve. */
export interface Drawn {
  /** Key moments in the order of their numbers. */
  moments: { moment: Moment; step: Step }[];
  /** A word found no place. */
  lacksWords: boolean;
}

/** Columns of one width for steps. */
export function columnsOf(steps: readonly Step[], width: number, from = 0): FeelColumn[] {
  return steps.map((step, index) => ({ step, x: from + index * width, width, quiet: false }));
}

/**
 * Draws the curves of what is felt in a band: a freeform for each, with a face for each feeling. Columns that stand outside the band are not drawn; the
 * curve comes from them and goes on to them.
 */
export function drawCurve(making: Making, slide: Slide, box: Box, columns: FeelColumn[], options: CurveOptions): Drawn {
  const { theme, map } = making;
  const { radius, words, moments, alt, name, personas = map.personas } = options;
  const half = box.height / 2;
  const perScore = (half - radius - (words ? words * 1.2 + 4 : 3)) / 2;
  const middle = box.y + half;
  const { curves, runs, faces: all } = runsOf(columns, [...personas], perScore);
  const isIn = (column: FeelColumn) => column.x + column.width / 2 > 0 && column.x + column.width / 2 < box.width;
  const faces = all.filter(({ column }) => isIn(column));
  const drawn: Drawn = { moments: [], lacksWords: false };
  slide.group(box, name, alt, () => {
    ground(making, slide, box);
    apart(faces, radius);
    const space = new Space();
    // Nothing is written on the zero line.
    space.add({ x: 0, y: -0.75, width: box.width, height: 1.5 });
    for (const x of options.parts ?? []) {
      slide.shape(
        { x: box.x + x, y: box.y, width: 0, height: box.height },
        { name: 'Line', form: 'line', stroke: { colour: theme.line, width: 1 } },
      );
      space.add({ x: x - 1, y: -half, width: 2, height: box.height });
    }
    const under = options.under?.line(perScore);
    if (under) {
      space.addLine(under.points, 1);
      const stroke = { colour: theme.icon, width: 1.5, dash: 'dash' as const };
      curve(slide, under.d, { x: box.x, y: middle }, stroke, options.under?.name ?? '');
    }
    const lines = runs.map((run) => ({ ...run, ...curveOf(run.faces) }));
    for (const line of lines) space.addLine(line.points, 2);
    for (const { x, y } of faces) space.add({ x: x - radius - 1, y: y - radius - 1, width: radius * 2 + 2, height: radius * 2 + 2 });
    for (const { d, curve: index, faces: own } of lines) {
      if (own.length < 2) continue;
      const dash = dashes[index % dashes.length];
      const stroke = { colour: theme.mood.neutral.fill, width: radius < 5 ? 1.75 : 2.5, round: true, ...(dash ? { dash } : {}) };
      const whose = curves[index]?.map(({ title }) => title).join(', ');
      for (const piece of cutAt(d, [{ from: 0, to: box.width }])) {
        if (piece.within) curve(slide, piece.d, { x: box.x, y: middle }, stroke, whose ? `${name}: ${whose}` : name, { perScore, theme });
      }
    }
    for (const each of faces) {
      face(
        slide,
        { x: box.x + each.x, y: middle + each.y },
        radius,
        each.score,
        each.column.step.hypothesis,
        theme,
        each.column.step.title,
      );
    }
    const band: Band = { box, middle, radius, space, bounds: { left: 1, right: box.width - 1, top: 1 - half, bottom: half - 1 } };
    if (moments)
      drawn.moments = diamonds(making, slide, band, { columns: columns.filter(isIn), faces, lines, isNumbered: moments === 'numbered' });
    if (words) drawn.lacksWords = !labels(making, slide, band, { faces, size: words });
  });
  return drawn;
}

/** The tinted halves of the band and the line between them. */
function ground({ theme }: Making, slide: Slide, { x, y, width, height }: Box): void {
  const half = height / 2;
  slide.shape({ x, y, width, height: half }, { name: 'Above', fill: theme.band.good });
  slide.shape({ x, y: y + half, width, height: half }, { name: 'Below', fill: theme.band.bad });
  slide.shape(
    { x, y: y + half, width, height: 0 },
    { name: 'Zero', form: 'line', stroke: { colour: theme.band.zero, width: 1, dash: 'sysDot' } },
  );
}

/** Faces of one step that would lie on each other stand beside each other. */
function apart(faces: Face[], radius: number): void {
  for (const there of Map.groupBy(faces, ({ column }) => column).values()) {
    const near = there.filter((each) => there.some((other) => other !== each && Math.abs(other.y - each.y) < radius * 2));
    const pitch = Math.min(radius * 2 + 2, (near[0]?.column.width ?? 0) / Math.max(1, near.length));
    for (const [index, each] of near.entries()) each.x += (index - (near.length - 1) / 2) * pitch;
  }
}

/** Whose each curve is, where there are several: a line of its pattern and a name. `right` is where it ends. Returns the room it takes: none where all feel alike. */
export function legend(making: Making, slide: Slide, right: number, top: number, size = 9): number {
  const { theme, set, map, strings } = making;
  const columns = columnsOf(
    map.stages.flatMap(({ steps }) => steps),
    10,
  );
  const { curves } = runsOf(columns, map.personas, 1);
  if (curves.length < 2) return 0;
  let x = right;
  for (const [index, personas] of [...curves.entries()].reverse()) {
    const text = paragraph(strings.list(personas.map(({ title }) => title)), size, { colour: theme.muted });
    const width = Math.min(160, set.width(text) * 1.03 + 2);
    x -= width;
    slide.shape({ x, y: top, width, height: lineHeight(text) }, { name: 'Legend', text: set.shortened([text], width, lineHeight(text)) });
    x -= 34;
    const dash = dashes[index % dashes.length];
    const stroke = { colour: theme.icon, width: 2, ...(dash ? { dash } : {}) };
    slide.shape({ x, y: top + lineHeight(text) / 2, width: 28, height: 0 }, { name: 'Pattern', form: 'line', stroke });
    x -= 14;
  }
  return size * 1.45 + 3;
}
