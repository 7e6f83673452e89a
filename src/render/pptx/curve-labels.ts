import { heightAt, type Spot } from '../../draw/feel/curve.ts';
import { wordWays } from '../../draw/feel/labels.ts';
import type { FeelColumn } from '../../draw/feel/lane.ts';
import { toneOf } from '../../draw/feel/moods.ts';
import { type Bounds, type Space, shifted, type Way } from '../../draw/feel/places.ts';
import type { Face } from '../../draw/feel/runs.ts';
import { sharedInitials } from '../../draw/initials.ts';
import type { Moment, Step } from '../../map/model.ts';
import type { Making } from './deck.ts';
import type { Box, Slide } from './slide.ts';
import { lineHeight, paragraph } from './text.ts';

/** A band with curves, where words and signs find their places. */
export interface Band {
  /** On the slide. */
  box: Box;
  /** Of the zero line, on the slide. */
  middle: number;
  /** Of the faces. */
  radius: number;
  /** What is taken, from the band's left end and the zero line. */
  space: Space;
  bounds: Bounds;
}

/** A word stands no farther from its face, in points. */
const farthest = 12;
const stride = 2;
/** And is nearer to it than to any other by so much. */
const nearer = 3;

/** Draws key moments as diamonds at the faces of their steps, and returns them in the order of their numbers. */
export function diamonds(
  { theme, strings }: Making,
  slide: Slide,
  band: Band,
  of: { columns: readonly FeelColumn[]; faces: readonly Face[]; lines: readonly { points: Spot[] }[]; isNumbered: boolean },
): { moment: Moment; step: Step }[] {
  const { box, middle } = band;
  const found: { moment: Moment; step: Step }[] = [];
  const size = of.isNumbered ? 15 : 11;
  for (const column of of.columns) {
    const first = of.faces.find((each) => each.column === column);
    const x = first?.x ?? column.x + column.width / 2;
    const y = first?.y ?? of.lines.map(({ points }) => heightAt(points, x)).find((height) => height !== undefined) ?? 0;
    for (const moment of column.step.moments) {
      found.push({ moment, step: column.step });
      const sign = signOf(band, { x, y }, size);
      const at = { ...sign, x: box.x + sign.x, y: middle + sign.y };
      const name = `${strings.moment[moment.kind]}: ${moment.text ?? column.step.title}`;
      const number = paragraph(`${found.length}`, found.length > 9 ? 6 : 7, { bold: true, align: 'middle', colour: theme.background });
      const text = of.isNumbered ? { text: [number], anchor: 'middle' as const, onOneLine: true } : {};
      slide.shape(at, { name, alt: name, form: 'diamond', fill: theme.moment[moment.kind].fill, ...text });
    }
  }
  return found;
}

/** Where a sign of a face stands: above or below it, or beside that; where all is taken, at its side. */
function signOf(band: Band, at: Spot, size: number): Box {
  const { radius, space, bounds } = band;
  const sides: (1 | -1)[] = at.y > 0 ? [-1, 1] : [1, -1];
  const ways = sides.flatMap((direction, index) =>
    [0, 1, -1, 2, -2].map((aside): Way => {
      const sign = { x: -size / 2, y: direction < 0 ? -size : 0, width: size, height: size };
      return { boxes: [sign], dx: aside * size, direction, start: aside === 0 ? radius + 2 : 0, cost: index * 6 + Math.abs(aside) * size };
    }),
  );
  const free = firstFree(band, at, ways, size * 2);
  if (free) return free;
  const x = Math.min(bounds.right - size, at.x + radius + 1);
  const beside = { x, y: Math.max(bounds.top, Math.min(bounds.bottom - size, at.y - size / 2)), width: size, height: size };
  space.add(beside);
  return beside;
}

/**
 * Sets the words of faces, each at its own face and nearer to that than to any other; where several personas feel at one step with whose it is. False
 * where one found no place: it is left out.
 */
export function labels(
  { theme, set }: Making,
  slide: Slide,
  band: Band,
  { faces, size }: { faces: readonly Face[]; size: number },
): boolean {
  const { box, middle, radius } = band;
  let all = true;
  for (const face of faces) {
    const { word = '', score, personas, column } = face;
    const isAlone = faces.every((other) => other === face || other.column !== column);
    const said = [isAlone ? '' : sharedInitials(personas), word].filter((each) => each.trim() !== '').join(': ');
    if (said === '' || word.trim() === '') continue;
    const text = paragraph(said, size, { bold: true, align: 'middle', colour: theme.mood[toneOf(score)].text });
    const width = Math.min(column.width - 8, set.width(text) * 1.03 + 2);
    const height = set.lines(text, width) * lineHeight(text);
    const place = placeOf(band, face, faces, wordWays({ lines: [], width, height, whole: '' }, score, radius + 1));
    if (place)
      slide.shape({ x: box.x + place.x, y: middle + place.y, width: place.width, height: place.height }, { name: said, text: [text] });
    else all = false;
  }
  return all;
}

/** The first free place of those that belong to a face; it is taken then. */
function placeOf(band: Band, face: Face, faces: readonly Face[], ways: readonly Way[]): Box | undefined {
  return firstFree(band, face, ways, farthest, (box) => {
    const own = distance(box, face);
    return faces.every((other) => other === face || distance(box, other) >= own + nearer);
  });
}

/** The first place within the band that is free and as wished, the ways that cost least first; it is taken then. */
function firstFree(
  { space, bounds }: Band,
  at: Spot,
  ways: readonly Way[],
  most: number,
  isWished: (box: Box) => boolean = () => true,
): Box | undefined {
  for (const way of ways.toSorted((a, b) => a.cost - b.cost)) {
    for (let away = 0; away <= most; away += stride) {
      const [box] = way.boxes.map((each) => shifted(each, { x: at.x + way.dx, y: at.y + way.direction * (way.start + away) }));
      if (!box || !isWithin(box, bounds) || !space.isFree(box) || !isWished(box)) continue;
      space.add(box);
      return box;
    }
  }
  return undefined;
}

function isWithin({ x, y, width, height }: Box, { left, right, top, bottom }: Bounds): boolean {
  return x >= left && x + width <= right && y >= top && y + height <= bottom;
}

/** From a point to the nearest edge of a box; 0 inside it. */
function distance({ x, y, width, height }: Box, at: Spot): number {
  return Math.hypot(Math.max(x - at.x, 0, at.x - x - width), Math.max(y - at.y, 0, at.y - y - height));
}
