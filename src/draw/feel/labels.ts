import type { Moment, Persona } from '../../map/model.ts';
import type { Context } from '../context.ts';
import { sharedInitials } from '../initials.ts';
import { breakLines, tidy, wordsOf } from '../lines.ts';
import { markAt } from '../marks.ts';
import { circle, group, hitArea, hover, moved, node, path, round } from '../nodes.ts';
import type { SceneNode } from '../scene.ts';
import { styles } from '../styles.ts';
import { baseline, textNode } from '../text.ts';
import type { Spot } from './curve.ts';
import { faceNodes, faceRadius, toneOf } from './moods.ts';
import type { Box, Way } from './places.ts';
import type { Face } from './runs.ts';
import { apart, fromFace, type WordPlace } from './words.ts';

/** A word as it is set beside its face. */
export interface Word {
  lines: string[];
  width: number;
  height: number;
  /** The whole, where something was left out. */
  whole: string;
}

export function wrapWord(context: Context, text: string | undefined, width: number, style = styles.word('')): Word | undefined {
  if (text === undefined || tidy(text) === '') return undefined;
  const { size, face, leading } = style;
  const {
    lines,
    width: used,
    cut,
  } = breakLines(wordsOf(text, size, face, context.measure), width, size, face, context.measure, context.inFull ? undefined : 2);
  return { lines, width: used, height: lines.length * leading, whole: cut ? tidy(text) : '' };
}

/** The ways to set a word: on as few lines as it takes, and on about half of the width where that breaks no word of it and leaves out no more. */
export function wordForms(context: Context, text: string | undefined, width: number): Word[] {
  const whole = wrapWord(context, text, width);
  if (!whole || text === undefined) return [];
  const { size, face } = styles.word('');
  const { widest } = wordsOf(text, size, face, context.measure);
  const half = Math.max(widest, width / 2);
  const narrow = half < whole.width ? wrapWord(context, text, half) : undefined;
  return narrow && narrow.whole === whole.whole ? [whole, narrow] : [whole];
}

/** Good words above, bad ones below; else on the other side, aside, or beside the face. `start` is how far from its middle they begin. */
export function wordWays({ width: own, height }: Word, score: number, start = fromFace): Way[] {
  const width = own + 2 * apart;
  const sides: Way['direction'][] = score < 0 ? [1, -1] : [-1, 1];
  const ways: Way[] = [];
  const aside = own / 2 + 10;
  for (const [index, direction] of sides.entries()) {
    const box: Box = { x: -width / 2, y: direction < 0 ? -height : 0, width, height };
    for (const dx of [0, -aside / 2, aside / 2, -aside, aside]) {
      ways.push({ boxes: [box], dx, direction, start, cost: index * 9 + Math.abs(dx) * 0.4 });
    }
  }
  for (const side of [1, -1]) {
    const box: Box = { x: -width / 2, y: -height / 2, width, height };
    ways.push({ boxes: [box], dx: side * (start + 3 + own / 2), direction: -1, start: 0, cost: 22 });
  }
  return ways;
}

const diamond = 6.5;

/** From a diamond's middle to that of a finding's badge beside it. Room for the badge is kept in any case. */
const markAside = 11;
const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

/** A diamond with its kind beside it, or above or below; the reference point is its edge towards the face. */
export function momentWays(context: Context, kind: Moment['kind'], radius: number, score: number): Way[] {
  const { size, face, leading } = styles.moment('');
  const width = context.measure(context.strings.moment[kind], size, face);
  const ways: Way[] = [];
  const sides: Way['direction'][] = score < 0 ? [-1, 1] : [1, -1];
  for (const [index, direction] of sides.entries()) {
    const middle = direction * diamond;
    const box: Box = { x: -diamond, y: middle - diamond, width: diamond * 2, height: diamond * 2 };
    const base = { direction, dx: 0, start: radius + 5, cost: index * 9 };
    const beside = (x: number): Box => ({ x, y: middle - leading / 2, width, height: leading });
    const badge = (x: number, y = middle): Box => ({ x: x - 6, y: y - 6, width: 12, height: 12 });
    ways.push({ ...base, boxes: [box, beside(diamond + 4), badge(-markAside)] });
    ways.push({ ...base, boxes: [box, beside(-diamond - 4 - width), badge(markAside)], cost: base.cost + 2 });
    const past: Box = { x: -width / 2, y: direction < 0 ? -diamond * 2 - 2 - leading : diamond * 2 + 2, width, height: leading };
    ways.push({ ...base, boxes: [box, past, badge(width / 2 + markAside - 2, past.y + leading / 2)], cost: base.cost + 4 });
  }
  return ways;
}

/** A moment at the place that was found for it. */
export function drawMoment(context: Context, moment: Moment, place: { at: Spot; way: Way }): SceneNode {
  const { at, way } = place;
  const colours = context.theme.moment[moment.kind];
  const style = styles.moment(colours.text);
  const [, text = nowhere, badge = nowhere] = way.boxes;
  const middle = way.direction * diamond;
  const [left, top] = [Math.min(-diamond, text.x), Math.min(middle - diamond, text.y)];
  const said = context.strings.moment[moment.kind];
  const nodes = [
    ...(moment.text ? [hover(moment.text)] : []),
    hitArea(left, top, Math.max(diamond, text.x + text.width) - left, Math.max(middle + diamond, text.y + text.height) - top),
    path('sign', `M0 ${round(middle - diamond)}L${diamond} ${middle}L0 ${round(middle + diamond)}L${-diamond} ${middle}Z`, {
      fill: colours.fill,
    }),
    textNode('name', text.x + text.width / 2, text.y + baseline(style.size, style.leading), [said], style, 'middle'),
    ...markAt(context, moment.id, round(badge.x + badge.width / 2), round(badge.y + badge.height / 2)),
  ];
  return moved(moment.id, at.x, at.y, nodes, { 'data-id': moment.id, 'pointer-events': 'auto' });
}

/** Where the badges of feelings that share a face stand: the first at its upper right. */
const badgeSpots: [number, number][] = [
  [10, -11],
  [10, 2],
  [-8, -11],
];

/** The face of a feeling, or of several that are the same, with its word. `whose` names who feels so. */
export function drawFeeling(
  context: Context,
  feeling: Spot & { ids: string[]; score: number },
  hypothesis: boolean,
  place: WordPlace | undefined,
  whose: string | undefined,
): SceneNode {
  const style = styles.word(context.theme.mood[toneOf(feeling.score)].text);
  const title = [whose, hypothesis ? context.strings.hypothesis : undefined].filter((each) => each !== undefined).join(': ');
  const nodes = [...(title ? [hover(title)] : [])];
  if (place?.leader) {
    const { from, to } = place.leader;
    const at = { x1: from.x - feeling.x, y1: from.y - feeling.y, x2: to.x - feeling.x, y2: to.y - feeling.y };
    nodes.push(node('line', 'leader', { ...at, stroke: style.fill, 'stroke-width': 1 }));
  }
  nodes.push(...faceNodes(feeling.score, hypothesis, context.theme));
  if (place) {
    const { box, word } = place;
    const y = box.y - feeling.y + baseline(style.size, style.leading);
    nodes.push(textNode('word', box.x - feeling.x + box.width / 2, y, word.lines, style, 'middle', word.whole));
  }
  const [id = '', ...others] = feeling.ids;
  for (const [index, other] of others.entries()) {
    const [x, y] = badgeSpots[Math.min(index + 1, badgeSpots.length - 1)] ?? [0, 0];
    nodes.push(group(other, { 'data-id': other }, markAt(context, other, x, y)));
  }
  nodes.push(...markAt(context, id, ...(badgeSpots[0] ?? [0, 0])));
  return moved(id, feeling.x, feeling.y, nodes, { 'data-id': id, 'pointer-events': 'auto' });
}

/** The feeling at a folded step: a dot, with the words under the pointer. */
export function drawDot(context: Context, feeling: Face, whose: string | undefined): SceneNode {
  const { strings, theme } = context;
  const { title } = feeling.column.step;
  const said = strings.facts([whose, strings.signed(feeling.score), feeling.word]);
  const [id = '', ...others] = feeling.ids;
  const nodes = [
    hover(`${title}\n${said}`),
    hitArea(-6, -6, 12, 12),
    circle('dot', 0, 0, 3.6, { fill: theme.mood[toneOf(feeling.score)].fill, stroke: theme.background, 'stroke-width': 1 }),
    ...others.map((other) => group(other, { 'data-id': other }, [])),
  ];
  return moved(id, feeling.x, feeling.y, nodes, { 'data-id': id, 'pointer-events': 'auto' });
}

/** Places for a curve's tag, beside a face. */
export function tagBoxes(context: Context, personas: Persona[], face: Spot): Box[] {
  const { size, face: font } = styles.badge('');
  const width = context.measure(sharedInitials(personas), size, font);
  const far = faceRadius + 8;
  return [0, -14, 14].flatMap((dy) => [-far - width, far].map((dx) => ({ x: face.x + dx, y: face.y + dy - 8, width, height: 16 })));
}

/** Whose curve it is, by initials, with the names under the pointer. */
export function drawTag(context: Context, key: string, personas: Persona[], box: Box): SceneNode {
  const style = styles.badge(context.theme.muted);
  return group(key, { 'pointer-events': 'auto' }, [
    hover(context.strings.list(personas.map(({ title }) => title))),
    textNode('name', box.x + box.width / 2, box.y + baseline(style.size, box.height), [sharedInitials(personas)], style, 'middle'),
  ]);
}
