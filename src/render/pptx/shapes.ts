import { mixed } from '../../draw/colour.ts';
import { mouthOf, toneOf } from '../../draw/feel/moods.ts';
import type { Theme } from '../../draw/themes.ts';
import type { Box, Slide, Stroke, Way } from './slide.ts';

type Command = Way['d'][number];
interface Point {
  x: number;
  y: number;
}

/** How far the handles of a quarter of a circle stand from its ends, in radii. */
const quarter = 0.5523;

/** A whole circle. */
function round({ x, y }: Point, radius: number): Command[] {
  const far = radius * quarter;
  const at = (dx: number, dy: number): Point => ({ x: x + dx, y: y + dy });
  return [
    { to: 'M', points: [at(radius, 0)] },
    { to: 'C', points: [at(radius, far), at(far, radius), at(0, radius)] },
    { to: 'C', points: [at(-far, radius), at(-radius, far), at(-radius, 0)] },
    { to: 'C', points: [at(-radius, -far), at(-far, -radius), at(0, -radius)] },
    { to: 'C', points: [at(far, -radius), at(radius, -far), at(radius, 0)] },
    { to: 'Z', points: [] },
  ];
}

/** Where mouths end and how far they are pulled, from very unhappy to very happy, in a face of 14 whose middle is 0 0. */
const mouths = [
  { half: 5.6, y: 8, pull: 0.6 },
  { half: 4.8, y: 6.6, pull: 2.6 },
  { half: 4.6, y: 4.8, pull: 4.8 },
  { half: 4.8, y: 3.8, pull: 7.8 },
  { half: 5.8, y: 2.6, pull: 10.6 },
];

/** A face as one shape: filled where its score rests on evidence, hollow where it is a hypothesis. Below a radius of 5 points it is a dot. */
export function face(slide: Slide, middle: Point, radius: number, score: number, hypothesis: boolean, theme: Theme, name: string): void {
  const { fill, on } = theme.mood[toneOf(score)];
  const box: Box = { x: middle.x - radius, y: middle.y - radius, width: radius * 2, height: radius * 2 };
  const look = hypothesis ? { fill: theme.background, line: fill } : { fill, line: on };
  if (radius < 5) {
    const stroke: Stroke = { colour: hypothesis ? fill : theme.background, width: hypothesis ? 1.2 : 0.5 };
    slide.shape(box, { name, form: 'ellipse', fill: look.fill, stroke });
    return;
  }
  const unit = radius / 14;
  const at = (x: number, y: number): Point => ({ x: radius + x * unit, y: radius + y * unit });
  const { half, y, pull } = mouths[mouthOf(score) + 2] ?? { half: 4.6, y: 4.8, pull: 4.8 };
  // A curve with one handle as one with two: each two thirds of the way to it.
  const handle = (end: number) => at(end / 3, y + ((pull - y) * 2) / 3);
  const ways: Way[] = [
    { d: round(at(0, 0), radius - (hypothesis ? 0.6 : 0)), filled: true, stroked: hypothesis },
    {
      d: [
        ...round(at(-4.4, -3.4), 0.7 * unit),
        ...round(at(4.4, -3.4), 0.7 * unit),
        { to: 'M', points: [at(-half, y)] },
        { to: 'C', points: [handle(-half), handle(half), at(half, y)] },
      ],
      filled: false,
      stroked: true,
    },
  ];
  slide.shape(box, { name, form: { ways }, fill: look.fill, stroke: { colour: look.line, width: 1.8 * unit, round: true } });
}

interface Moods {
  /** Points from one score to the next. */
  perScore: number;
  theme: Theme;
}

/** A path of `M` and `C` (as `curveOf` draws it) as one shape of its own, moved by some points; with `moods` coloured by its height. */
export function curve(slide: Slide, d: string, by: Point, stroke: Stroke, name: string, moods?: Moods): void {
  const commands = [...d.matchAll(/([MCL])([^MCL]*)/g)].map(([, to, rest = '']): Command => {
    const numbers = rest.split(/[ ,]+/).filter(Boolean).map(Number);
    const points = Array.from({ length: numbers.length / 2 }, (_, index) => ({
      x: numbers[index * 2] ?? 0,
      y: numbers[index * 2 + 1] ?? 0,
    }));
    return { to: to as 'M' | 'C' | 'L', points };
  });
  const all = commands.flatMap(({ points }) => points);
  const [left, top] = [Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))];
  const [right, bottom] = [Math.max(...all.map(({ x }) => x)), Math.max(...all.map(({ y }) => y))];
  const box: Box = { x: by.x + left, y: by.y + top, width: right - left, height: Math.max(0.5, bottom - top) };
  const moved = commands.map(({ to, points }) => ({ to, points: points.map(({ x, y }) => ({ x: x - left, y: y - top })) }));
  const paint = !moods ? {} : bottom - top < 2 ? { colour: colourAt(top, moods) } : { stops: stopsOf(top, bottom, moods) };
  slide.shape(box, { name, form: { ways: [{ d: moved, filled: false, stroked: true }] }, stroke: { ...stroke, ...paint } });
}

/** The curve's colour at a height below the zero line. */
function colourAt(y: number, { perScore, theme: { mood } }: Moods): string {
  const share = Math.min(1, Math.abs(y) / (2 * perScore));
  return mixed(mood.neutral.fill, (y < 0 ? mood.good : mood.bad).fill, share);
}

/** The colours of a curve between two heights. */
function stopsOf(top: number, bottom: number, moods: Moods): NonNullable<Stroke['stops']> {
  const heights = [top, ...[-2, 0, 2].map((score) => score * moods.perScore).filter((y) => y > top + 0.5 && y < bottom - 0.5), bottom];
  return heights.map((y) => ({ at: (y - top) / (bottom - top), colour: colourAt(y, moods) }));
}

/** Patterns of lines by curve: the first is whole. */
export const dashes: readonly (Stroke['dash'] | undefined)[] = [undefined, 'dash', 'sysDot', 'dashDot', 'lgDash', 'sysDash'];
