import type { JourneyMap, Persona, Stage, Step } from '../../map/model.ts';
import type { Context } from '../context.ts';
import { curveOf } from '../feel/curve.ts';
import type { FeelColumn } from '../feel/lane.ts';
import { faceNodes, faceRadius, toneOf } from '../feel/moods.ts';
import { zeroLine } from '../feel/region.ts';
import { type Face, runsOf } from '../feel/runs.ts';
import { hash } from '../hash.ts';
import { circle, group, hover, node, path, round } from '../nodes.ts';
import type { Piece } from '../piece.ts';
import type { SceneNode } from '../scene.ts';
import { styles } from '../styles.ts';
import { paragraph, type TextStyle } from '../text.ts';

/** Pixels from one score to the next, and from the zero line to the band's edge. */
const perScore = 21;
const half = perScore * 2 + 14;
const faceScale = 0.72;
const fromFace = faceRadius * faceScale + 4;
const widestWords = 220;
/** From the band's ends to the first and last step. */
const rim = 8;
/** A stage whose steps take less room has its name under the pointer alone. */
const leastName = 44;

/** The mean of what a persona feels on a journey; nothing where she feels nothing. */
export function moodOf(map: JourneyMap, persona: Persona): number | undefined {
  const scores = map.stages.flatMap(({ steps }) => steps.flatMap((step) => own(step, persona).feelings.map(({ score }) => score)));
  return scores.length === 0 ? undefined : scores.reduce((sum, score) => sum + Math.max(-2, Math.min(2, score)), 0) / scores.length;
}

/** A step as only this persona feels it. What nobody is named for, all feel. */
function own(step: Step, { name }: Persona): Step {
  const feelings = step.feelings.filter(({ persona }) => persona === undefined || persona === name);
  return { ...step, feelings: feelings.map((each) => ({ ...each, persona: name })) };
}

/** What a persona feels over the stages of a journey as a small curve, with its high and its low named. */
export function moodCurve(map: JourneyMap, persona: Persona, context: Context): Piece {
  const id = `${context.idPrefix}mood-${hash(persona.id)}`;
  return {
    need: 0,
    lay(x, y, width) {
      const columns = columnsOf(map, persona, width);
      const { runs, faces } = runsOf(columns, [persona], perScore);
      const [high, low] = extremes(faces);
      const above = high && words(context, high, width, -1);
      const below = low && words(context, low, width, 1);
      // Bands of cards beside each other are alike, so that one can compare them.
      const extents = map.personas.map((each) => extentOf(map, each, context, width));
      const top = Math.min(-half, ...extents.map((each) => each.top));
      const bottom = Math.max(half, ...extents.map((each) => each.bottom));
      const curves = runs.flatMap((run) => {
        if (run.faces.length < 2) return [];
        const look = { fill: 'none', stroke: `url(#${id})`, 'stroke-width': 2.5, 'stroke-linecap': 'round' };
        return [path(run.key, curveOf(run.faces).d, look)];
      });
      const named = [high, low].filter((each) => each !== undefined);
      const dots = faces.filter((face) => !named.includes(face)).map((face) => dot(context, face));
      const zero = round(y - top);
      const drawn = [
        ...band(context, width, top, bottom, [above, below]),
        node('defs', 'defs', {}, [gradient(context, id)]),
        group('curves', {}, curves),
        ...dots,
        ...named.map((face) => small(context, face)),
        ...(above ? [above.node] : []),
        ...(below ? [below.node] : []),
      ];
      const stages = stageNames(map, columns, context, y + bottom - top + 8);
      return {
        height: bottom - top + 8 + stages.height,
        nodes: [
          group('mood', { transform: `translate(${round(x)} ${zero})` }, drawn),
          group('stages', { transform: `translate(${round(x)} 0)` }, stages.nodes),
        ],
      };
    },
  };
}

/** How far the words of a persona's high and low reach, from the zero line. */
function extentOf(map: JourneyMap, persona: Persona, context: Context, width: number): { top: number; bottom: number } {
  const [high, low] = extremes(runsOf(columnsOf(map, persona, width), [persona], perScore).faces);
  return {
    top: high ? words(context, high, width, -1).top - 6 : 0,
    bottom: low ? words(context, low, width, 1).bottom + 6 : 0,
  };
}

/** Each step with its share of the width. */
function columnsOf(map: JourneyMap, persona: Persona, width: number): FeelColumn[] {
  const steps = map.stages.flatMap((stage) => stage.steps);
  const each = (width - rim * 2) / Math.max(1, steps.length);
  return steps.map((step, index) => ({ step: own(step, persona), x: rim + index * each, width: each, quiet: false }));
}

/** The highest and the lowest feeling, the first of each; one alone where all are the same. */
function extremes(faces: readonly Face[]): [high: Face | undefined, low: Face | undefined] {
  const [first] = faces;
  if (!first) return [undefined, undefined];
  const high = faces.reduce((best, face) => (face.score > best.score ? face : best), first);
  const low = faces.reduce((worst, face) => (face.score < worst.score ? face : worst), first);
  if (high.score !== low.score) return [high, low];
  return high.score < 0 ? [undefined, low] : [high, undefined];
}

/** The word and the step of a high, above it, or of a low, below it: nothing else of the curve is there. */
function words(context: Context, face: Face, width: number, direction: -1 | 1) {
  const { theme } = context;
  const [word, step] = [styles.mood(theme.mood[toneOf(face.score)].text), styles.caption(theme.muted)];
  /** Each of the two as near to the middle of the face as the band's ends let it. */
  const laid = (key: string, text: string, style: TextStyle, y: number) => {
    const room = Math.min(widestWords, width, Math.ceil(context.measure(text, style.size, style.face)) + 2);
    const left = Math.max(0, Math.min(width - room, face.x - room / 2));
    return { left, right: left + room, ...paragraph(context, key, text, style, shown).lay(left, y, room) };
  };
  const texts = (from: number) => {
    const own = face.word?.trim() ? [laid('word', face.word, word, from)] : [];
    return [...own, laid('step', face.column.step.title, step, from + (own[0]?.height ?? 0))];
  };
  const height = texts(0).reduce((sum, each) => sum + each.height, 0);
  const top = direction < 0 ? face.y - fromFace - height : face.y + fromFace;
  const both = texts(top);
  const nodes = both.flatMap((each) => each.nodes);
  return {
    left: Math.min(...both.map(({ left }) => left)),
    right: Math.max(...both.map(({ right }) => right)),
    top,
    bottom: top + height,
    node: group(direction < 0 ? 'high' : 'low', {}, nodes),
  };
}

const shown = { most: 2, anchor: 'middle' } as const;

function small(context: Context, face: Face): SceneNode {
  const at = `translate(${round(face.x)} ${round(face.y)}) scale(${faceScale})`;
  const { hypothesis } = face.column.step;
  return group(face.score < 0 ? 'low-face' : 'high-face', { transform: at }, [
    hover(saying(context, face)),
    ...faceNodes(face.score, hypothesis, context.theme),
  ]);
}

function dot(context: Context, face: Face): SceneNode {
  const { fill } = context.theme.mood[toneOf(face.score)];
  const look = face.column.step.hypothesis ? { fill: context.theme.background, stroke: fill, 'stroke-width': 1.6 } : { fill };
  return group(face.ids[0] ?? '', {}, [hover(saying(context, face)), circle('dot', face.x, face.y, 3.5, look)]);
}

function saying({ strings }: Context, { word, score, column }: Face): string {
  return strings.facts([column.step.title, word, strings.signed(score)]);
}

/** The two grounds and the zero line, which makes way for what stands on it. */
function band(
  { theme }: Context,
  width: number,
  top: number,
  bottom: number,
  texts: readonly (ReturnType<typeof words> | undefined)[],
): SceneNode[] {
  const look = { stroke: theme.band.zero, 'stroke-width': 1.6, 'stroke-linecap': 'round', 'stroke-dasharray': '0.1 6' };
  const [right, low, high] = [round(width), round(bottom), round(top)];
  const gaps = texts
    .flatMap((text) => (text && text.top < 1 && text.bottom > -1 ? [{ from: text.left - 3, to: text.right + 3 }] : []))
    .sort((one, other) => one.from - other.from);
  return [
    path('good', `M0 0V${round(high + 8)}a8 8 0 0 1 8-8H${round(right - 8)}a8 8 0 0 1 8 8V0z`, { fill: theme.band.good }),
    path('bad', `M0 0V${round(low - 8)}a8 8 0 0 0 8 8H${round(right - 8)}a8 8 0 0 0 8-8V0z`, { fill: theme.band.bad }),
    path('zero', zeroLine(gaps, { left: 0, right: width - 2, middle: 0 }), look),
  ];
}

function gradient({ theme }: Context, id: string): SceneNode {
  const stops = (['good', 'neutral', 'bad'] as const).map((tone, index) =>
    node('stop', tone, { offset: index / 2, 'stop-color': theme.mood[tone].fill }),
  );
  return node(
    'linearGradient',
    'gradient',
    { id, gradientUnits: 'userSpaceOnUse', x1: 0, x2: 0, y1: -2 * perScore, y2: 2 * perScore },
    stops,
  );
}

/** The stages below their steps, each in the middle of its stretch, with small lines between them. */
function stageNames(map: JourneyMap, columns: readonly FeelColumn[], context: Context, y: number): { height: number; nodes: SceneNode[] } {
  const each = columns[0]?.width ?? 0;
  let at = columns[0]?.x ?? 0;
  const stretches = map.stages.map((stage): Stretch => {
    const [from, wide] = [at, stage.steps.length * each];
    at += wide;
    const name = paragraph(context, 'name', stage.title, styles.caption(context.theme.muted), shown);
    const natural = context.measure(stage.title, styles.caption('').size, styles.caption('').face);
    const isNamed = !stage.implicit && wide >= leastName;
    return { stage, from, wide, name, room: isNamed ? Math.min(wide - 8, Math.ceil(natural) + 1) : 0 };
  });
  const end = at;
  let height = 0;
  const nodes = stretches.flatMap((stretch, index): SceneNode[] => {
    const { stage, from, wide, name } = stretch;
    if (stage.implicit || wide === 0) return [];
    const line = node('line', 'line', { x1: from + 2, x2: from + wide - 2, y1: y, y2: y, stroke: context.theme.icon, 'stroke-width': 1 });
    if (wide < leastName) return [group(stage.id, {}, [hover(stage.title), line])];
    const middle = from + wide / 2;
    // A word longer than its stretch is not parted where the names beside it leave room.
    const [before, after] = [
      stretches.slice(0, index).findLast(({ room }) => room > 0),
      stretches.slice(index + 1).find(({ room }) => room > 0),
    ];
    const left = middle - (before ? before.from + (before.wide + before.room) / 2 + 10 : 0);
    const right = (after ? after.from + (after.wide - after.room) / 2 - 10 : end) - middle;
    stretch.room = Math.max(stretch.room, Math.min(Math.ceil(name.need) + 1, 2 * left, 2 * right));
    const room = Math.max(wide - 8, stretch.room);
    const laid = name.lay(middle - room / 2, y + 5, room);
    height = Math.max(height, laid.height + 5);
    return [group(stage.id, {}, [line, ...laid.nodes])];
  });
  return { height, nodes };
}

/** A stage's part of the width, and how wide its name is. */
interface Stretch {
  stage: Stage;
  from: number;
  wide: number;
  name: Piece;
  room: number;
}
