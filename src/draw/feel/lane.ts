import type { Persona, Step } from '../../map/model.ts';
import { isShown } from '../compare/shown.ts';
import type { Context } from '../context.ts';
import { sharedInitials } from '../initials.ts';
import { group, node } from '../nodes.ts';
import type { SceneNode } from '../scene.ts';
import { bothCurves, curveBefore, drawBefore, type FeltBefore } from './before.ts';
import { curveOf, cutAt, heightAt, type Spot } from './curve.ts';
import { drawDot, drawFeeling, drawMoment, drawTag, momentWays, tagBoxes, type Word, wordForms, wordWays, wrapWord } from './labels.ts';
import { faceRadius } from './moods.ts';
import { type Bounds, type Box, findPlace, Space, shifted } from './places.ts';
import { type Face, type Run, runsOf } from './runs.ts';
import { apart, placeWord, type WordPlace } from './words.ts';

/** Pixels from one score to the next. */
export const perScore = 40;
/** From the zero line to the band's edge, at least. */
const half = 122;
/** From the band's edge to a text in it. */
const rim = 6;

/** A step with its column: its left edge from that of the first one, and its width. */
export interface FeelColumn {
  step: Step;
  x: number;
  width: number;
  /** Folded: a dot on a thin line instead of a face with its word. */
  quiet: boolean;
  /** It lies outside the picture, where curves only lead to. */
  unseen?: true;
  /** What was felt there in the map that this one improves, step by step. Where columns have it, even if it is none, there is a curve of it. */
  before?: readonly FeltBefore[];
}

/** The drawn curves. Heights are from the zero line, up is negative. */
export interface FeelLane {
  top: number;
  bottom: number;
  nodes: SceneNode[];
  /** Where a text stands on the zero line, which makes way for it: from the left of the first column, in order. */
  gaps: { from: number; to: number }[];
  /** Whose each curve is, where there are several, with the pattern of its line. */
  legend: { personas: Persona[]; dash: string | undefined; name?: string; faint?: boolean }[];
  /** What to know of the curves as a whole, below their names. */
  note?: string;
}

/** Patterns of line by curve: the first is whole. */
const dashes = [undefined, '9 6', '2 6', '14 5 2 5', '5 9', '22 7', '14 5 2 5 2 5'];

export function hasFeelings(step: Step): boolean {
  return step.feelings.length > 0 || (isShown(step) && step.felt.length > 0);
}

/** Draws the curves of all personas with faces, words and key moments, each text where it crosses nothing. */
export function feelLane(all: FeelColumn[], context: Context, gradientId: string): FeelLane {
  const columns = all.filter(({ unseen }) => !unseen);
  const width = columns.reduce((most, column) => Math.max(most, column.x + column.width), 0);
  const bounds: Bounds = { left: 4, right: width - 4, top: -half + rim, bottom: half - rim };
  const { curves: whose, runs, faces: felt } = runsOf(all, context.personas, perScore);
  spread(felt);
  const faces = felt.filter(({ column }) => !column.unseen);
  const part = columns.length < all.length ? { from: 0, to: width } : undefined;
  const several = whose.length > 1;

  const space = new Space();
  const solid = new Space();
  const was = curveBefore(all);
  if (was) space.addLine(was.points, 3);
  for (const { x, y } of was?.dots ?? []) space.add(dotBox(x, y));
  const passing = part ? runs.map((run) => ({ ...run, faces: near(run.faces, part) })) : runs;
  const curves = passing.map((run) => ({ ...run, ...curveOf(run.faces) }));
  for (const curve of curves) space.addLine(curve.points, 4);
  for (const { x, y, column } of faces) {
    space.add(column.quiet ? dotBox(x, y) : faceBox(x, y));
    solid.add(dotBox(x, y, column.quiet ? 6 : faceRadius));
  }

  const extent = { top: -half, bottom: half };
  const reach = (top: number, bottom: number) => {
    extent.top = Math.min(extent.top, top - rim);
    extent.bottom = Math.max(extent.bottom, bottom + rim);
  };
  const gaps: FeelLane['gaps'] = [];
  const taken = ({ x, y, width: wide, height }: Box) => {
    reach(y, y + height);
    if (y < 1 && y + height > -1) gaps.push({ from: x - 3, to: x + wide + 3 });
  };
  const put = (anchor: Spot, ways: Parameters<typeof findPlace>[2]) => {
    const found = findPlace(space, anchor, ways, bounds);
    for (const box of found.way.boxes) {
      taken(shifted(box, found.at));
      solid.add(shifted(box, found.at));
    }
    return found;
  };

  const titles = (personas: Persona[]) => context.strings.list(personas.map(({ title }) => title));
  /** The place of a word that is alone at its step, or that nothing but its own initials can tell from the others. */
  const alone = (face: Face, word: Word | undefined): WordPlace | undefined => {
    if (!word) return undefined;
    const { at, way } = put(face, wordWays(word, face.score));
    const box = shifted(way.boxes[0] as Box, at);
    return { word, box: { ...box, x: box.x + apart, width: word.width } };
  };
  const places = new Map<Face, WordPlace | undefined>();
  for (const [{ quiet }, there] of Map.groupBy(faces, ({ column }) => column)) {
    for (const face of quiet ? [] : outermostFirst(there)) {
      const words = wordForms(context, face.word, face.column.width - 16);
      const [only] = words;
      if (!only || there.length < 2) {
        places.set(face, alone(face, only));
        continue;
      }
      const others = there.filter((other) => other !== face);
      const found = placeWord(face, others, words, leanOf(face, others), { all: space, solid }, bounds);
      if (found) taken({ ...found.box, x: found.box.x - apart, width: found.box.width + 2 * apart });
      const named = context.strings.by(sharedInitials(face.personas), face.word ?? '');
      places.set(face, found ?? alone(face, wrapWord(context, named, face.column.width - 16)));
    }
  }
  const drawnFaces = faces.map((face) => {
    const whom = several ? titles(face.personas) : undefined;
    return face.column.quiet
      ? drawDot(context, face, whom)
      : drawFeeling(context, face, face.column.step.hypothesis, places.get(face), whom);
  });
  const tags = several ? curves.flatMap((run) => tag(context, run, whose[run.curve] ?? [], { space, bounds, taken })) : [];
  const firstFaces = new Map(faces.toReversed().map((face) => [face.column, face]));
  const drawnMoments = columns.flatMap((column) =>
    column.step.moments.map((moment) => {
      const anchor = anchorOf(column, firstFaces.get(column), curves);
      const ways = momentWays(context, moment.kind, anchor.radius, anchor.score);
      return drawMoment(context, moment, put(anchor, ways));
    }),
  );

  const drawnBefore = was ? drawBefore(context, was, part, put) : [];
  const quiet = columns.filter((column) => column.quiet).map(({ x, width: wide }) => ({ from: x, to: x + wide }));
  const lines = curves.flatMap((curve) => (curve.faces.length > 1 ? strokes(curve, part, quiet, gradientId) : []));
  return {
    ...extent,
    gaps: gaps.sort((a, b) => a.from - b.from),
    nodes: [...drawnBefore, group('curves', { 'pointer-events': 'none' }, lines), ...drawnMoments, ...drawnFaces, ...tags],
    ...(was && context.personas.length > 1 ? { note: context.strings.compare.mean } : {}),
    legend: was ? bothCurves(context) : several ? whose.map((personas, index) => ({ personas, dash: dashOf(index) })) : [],
  };
}

/** The place of a face, with room for a finding's badge whether there is one or not: a finding moves nothing. */
function faceBox(x: number, y: number) {
  return { x: x - faceRadius - 1, y: y - faceRadius - 4, width: faceRadius * 2 + 4, height: faceRadius * 2 + 5 };
}

function dotBox(x: number, y: number, radius = 6) {
  return { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 };
}

/** The faces that say where a curve runs within a part of the picture: those in it and two on either side; none where it does not reach it. */
function near(faces: Face[], { from, to }: { from: number; to: number }): Face[] {
  const [first, last] = [faces.findIndex(({ x }) => x > from), faces.findLastIndex(({ x }) => x < to)];
  return first < 0 || last < 0 ? [] : faces.slice(Math.max(0, Math.min(first, last) - 2), Math.max(first, last) + 3);
}

/** A curve, or what lies in a part of it, thin where it passes folded steps. */
function strokes(
  { key, d, curve }: Run & { d: string },
  part: { from: number; to: number } | undefined,
  quiet: readonly { from: number; to: number }[],
  gradientId: string,
): SceneNode[] {
  const seen = part ? cutAt(d, [part]).filter(({ within }) => within) : [{ d }];
  return seen
    .flatMap((each) => cutAt(each.d, quiet))
    .map((piece, index) =>
      node('path', index === 0 ? key : `${key}/${index}`, {
        d: piece.d,
        fill: 'none',
        stroke: `url(#${gradientId})`,
        'stroke-width': piece.within ? 1.6 : 3,
        'stroke-linecap': 'round',
        'stroke-dasharray': dashOf(curve),
      }),
    );
}

function dashOf(curve: number): string | undefined {
  return dashes[curve % dashes.length];
}

/** Faces of one step that would lie on each other stand beside each other. */
function spread(faces: Face[]): void {
  const byStep = Map.groupBy(faces, (face) => face.column);
  for (const there of byStep.values()) {
    if (there.length < 2 || there[0]?.column.quiet) continue;
    const ordered = [...there].sort((a, b) => a.y - b.y);
    let near: Face[] = [];
    const settle = () => {
      const pitch = Math.min(faceRadius * 2 + 6, ((near[0]?.column.width ?? 0) - faceRadius * 2) / near.length);
      const inOrder = there.filter((face) => near.includes(face));
      for (const [index, face] of inOrder.entries()) face.x += (index - (inOrder.length - 1) / 2) * pitch;
    };
    for (const face of ordered) {
      const last = near.at(-1);
      if (last && face.y - last.y > faceRadius * 2 + 2) {
        settle();
        near = [];
      }
      near.push(face);
    }
    settle();
  }
}

/** The faces of a step, those with most room round them first: the highest and the lowest, and of those beside each other the outer ones. */
function outermostFirst(faces: Face[]): Face[] {
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const [x, y] = [middle(faces.map((face) => face.x)), middle(faces.map((face) => face.y))];
  const out = (face: Face) => Math.abs(face.y - y) + Math.abs(face.x - x);
  return faces.toSorted((a, b) => out(b) - out(a));
}

/** To which side of its neighbours a face stands that is beside them: −1 left, 1 right, 0 neither. */
function leanOf(face: Face, others: Face[]): -1 | 0 | 1 {
  const near = others.filter(({ x, y }) => x !== face.x && Math.abs(y - face.y) <= faceRadius * 2 + 2);
  if (near.length === 0) return 0;
  if (near.every(({ x }) => x > face.x)) return -1;
  return near.every(({ x }) => x < face.x) ? 1 : 0;
}

/** Where a step's moments hold on: its first face, else the curve above it, else the zero line. */
function anchorOf(column: FeelColumn, face: Face | undefined, curves: { points: Spot[] }[]): Spot & { radius: number; score: number } {
  if (face) return { x: face.x, y: face.y, radius: faceRadius, score: face.score };
  const x = column.x + column.width / 2;
  const y = curves.map((curve) => heightAt(curve.points, x)).find((height) => height !== undefined) ?? 0;
  return { x, y, radius: 4, score: -y / perScore };
}

/** Whose curve it is, beside the first face that is on this curve alone, where there is room. */
function tag(
  context: Context,
  run: Run,
  personas: Persona[],
  { space, bounds: { left, right }, taken }: { space: Space; bounds: Bounds; taken(box: Box): void },
): SceneNode[] {
  const alone = run.faces.filter((each) => !each.column.unseen && each.personas.length <= personas.length);
  const face = alone.find((each) => !each.column.quiet) ?? alone[0];
  if (!face || personas.length === 0) return [];
  const boxes = tagBoxes(context, personas, face).filter(({ x, width }) => x >= left && x + width <= right);
  const box = boxes.find((each) => space.isFree(each));
  if (!box) return [];
  space.add(box);
  taken(box);
  return [drawTag(context, `tag:${run.key}`, personas, box)];
}
