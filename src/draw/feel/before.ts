import type { Context } from '../context.ts';
import { circle, group, hitArea, hover, moved, node } from '../nodes.ts';
import type { SceneNode } from '../scene.ts';
import { styles } from '../styles.ts';
import { baseline, textNode } from '../text.ts';
import { curveOf, cutAt, type Spot } from './curve.ts';
import { wordWays, wrapWord } from './labels.ts';
import { type FeelColumn, type FeelLane, perScore } from './lane.ts';
import { within } from './moods.ts';
import type { findPlace } from './places.ts';

/** A feeling at a step of the map that the drawn one improves. */
export interface FeltBefore {
  id: string;
  /** The step's. */
  title: string;
  score: number;
  word?: string;
}

interface Dot extends Spot, FeltBefore {
  width: number;
  /** The same is felt after: the face beside it says it. */
  isSame: boolean;
  /** It lies outside the picture. */
  unseen: boolean;
}

/** The curve of before: a dot for each step with a feeling, several in one column beside each other. */
export interface Before {
  dots: Dot[];
  d: string;
  points: Spot[];
}

const dash = '5 5';
const fromDot = 7;

/** Nothing where the columns compare nothing. */
export function curveBefore(columns: readonly FeelColumn[]): Before | undefined {
  if (!columns.some(({ before }) => before)) return undefined;
  const dots = columns.flatMap(({ step, before = [], x, width, unseen = false }) =>
    before.map((felt, index): Dot => {
      const share = width / before.length;
      const isSame = before.length === 1 && step.feelings.some(({ score, word }) => score === felt.score && word === felt.word);
      return { ...felt, isSame, unseen, x: x + share * (index + 0.5), y: -within(felt.score) * perScore, width: share };
    }),
  );
  return { dots, ...curveOf(dots) };
}

/** The quiet line, or what lies in a part of it, with its dots, and the words beside them where there is room. */
export function drawBefore(
  context: Context,
  { dots, d }: Before,
  part: { from: number; to: number } | undefined,
  put: (anchor: Spot, ways: Parameters<typeof findPlace>[2]) => ReturnType<typeof findPlace>,
): SceneNode[] {
  const { theme } = context;
  const seen = part ? cutAt(d, [part]).filter(({ within }) => within) : [{ d }];
  const lines = seen.map((piece, index) =>
    node('path', index === 0 ? 'line' : `line/${index}`, {
      d: piece.d,
      fill: 'none',
      stroke: theme.icon,
      'stroke-width': 1.8,
      'stroke-linecap': 'round',
      'stroke-dasharray': dash,
    }),
  );
  const drawn = dots
    .filter(({ unseen }) => !unseen)
    .map((dot) => {
      const said = context.strings.facts([context.strings.signed(dot.score), dot.word]);
      const nodes = [
        hover(`${dot.title}\n${said}`),
        hitArea(-6, -6, 12, 12),
        circle('dot', 0, 0, 4, { fill: theme.background, stroke: theme.icon, 'stroke-width': 1.8 }),
      ];
      const style = styles.caption(theme.muted);
      const word = wrapWord(context, dot.isSame ? undefined : dot.word, dot.width - 16, style);
      if (word) {
        const ways = wordWays(word, dot.score, fromDot);
        const { at, way } = put(dot, ways);
        const [box] = way.boxes;
        if (box) {
          const x = at.x - dot.x + box.x + box.width / 2;
          nodes.push(
            textNode('word', x, at.y - dot.y + box.y + baseline(style.size, style.leading), word.lines, style, 'middle', word.whole),
          );
        }
      }
      return moved(dot.id, dot.x, dot.y, nodes, { 'pointer-events': 'auto' });
    });
  return [group('before', { 'pointer-events': 'none' }, [...(dots.length > 1 ? lines : []), ...drawn])];
}

/** Which curve is which. */
export function bothCurves({ strings: { compare } }: Context): FeelLane['legend'] {
  return [
    { personas: [], dash: undefined, name: compare.curves.after },
    { personas: [], dash, name: compare.curves.before, faint: true },
  ];
}
