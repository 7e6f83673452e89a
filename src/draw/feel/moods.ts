import { circle, path } from '../nodes.ts';
import type { SceneNode } from '../scene.ts';
import type { Theme } from '../themes.ts';

export const faceRadius = 14;

/** How a score between −2 and +2 is coloured. */
export function toneOf(score: number): 'good' | 'neutral' | 'bad' {
  return score >= 0.5 ? 'good' : score <= -0.5 ? 'bad' : 'neutral';
}

/** A score within the scale; what is no number counts as none of either. */
export function within(score: number): number {
  return Number.isNaN(score) ? 0 : Math.max(-2, Math.min(2, score));
}

/** Mouths from very unhappy to very happy, in a face whose middle is 0 0. */
const mouths = ['M-5.6 8Q0 .6 5.6 8', 'M-4.8 6.6Q0 2.6 4.8 6.6', 'M-4.6 4.8H4.6', 'M-4.8 3.8Q0 7.8 4.8 3.8', 'M-5.8 2.6Q0 10.6 5.8 2.6'];

/** The whole score whose mouth a face has, −2 to 2: the nearest, and from the middle of two the outer one, so that −0.5 frowns as +0.5 smiles. */
export function mouthOf(score: number): number {
  const kept = within(score);
  return Math.sign(kept) * Math.round(Math.abs(kept));
}

/** A face of a score, filled where it rests on evidence and hollow where it is a hypothesis; its middle is 0 0. */
export function faceNodes(score: number, hypothesis: boolean, theme: Theme): SceneNode[] {
  const { fill, on } = theme.mood[toneOf(score)];
  const line = hypothesis ? fill : on;
  const ground = hypothesis
    ? circle('face', 0, 0, faceRadius - 1, { fill: theme.background, stroke: fill, 'stroke-width': 2 })
    : circle('face', 0, 0, faceRadius, { fill });
  return [
    ground,
    circle('left', -4.4, -3.4, 1.5, { fill: line }),
    circle('right', 4.4, -3.4, 1.5, { fill: line }),
    path('mouth', mouths[mouthOf(score) + 2] ?? '', {
      fill: 'none',
      stroke: line,
      'stroke-width': 1.8,
      'stroke-linecap': 'round',
    }),
  ];
}
