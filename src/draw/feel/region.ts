import { group, moved, node, path, round } from '../nodes.ts';
import type { Region, SceneNode } from '../scene.ts';
import { page } from '../styles.ts';
import type { Theme } from '../themes.ts';
import { type FeelLane, perScore } from './lane.ts';

/** The tinted bands behind the curve and its zero line, at the columns; `zero` is that line's height. */
export function feelGround(lane: FeelLane, zero: number, width: number, theme: Theme): SceneNode[] {
  const [left, right] = [page.columnsAt, round(page.columnsAt + width)];
  const [top, bottom, middle] = [round(zero + lane.top), round(zero + lane.bottom), round(zero)];
  const good = `M${left} ${middle}V${top + 8}a8 8 0 0 1 8-8H${right - 8}a8 8 0 0 1 8 8V${middle}z`;
  const bad = `M${left} ${middle}V${bottom - 8}a8 8 0 0 0 8 8H${right - 8}a8 8 0 0 0 8-8V${middle}z`;
  return [
    group('feel', {}, [
      path('good', good, { fill: theme.band.good }),
      path('bad', bad, { fill: theme.band.bad }),
      path('zero', zeroLine(lane.gaps, { left, right, middle }), {
        stroke: theme.band.zero,
        'stroke-width': 1.6,
        'stroke-linecap': 'round',
        'stroke-dasharray': '0.1 6',
      }),
    ]),
  ];
}

/** The zero line, with a gap for each text that stands on it, counted from its left. */
export function zeroLine(gaps: FeelLane['gaps'], { left, right, middle }: { left: number; right: number; middle: number }): string {
  const pieces: string[] = [];
  let from = left + 4;
  for (const gap of gaps) {
    if (left + gap.from > from) pieces.push(`M${round(from)} ${middle}H${round(left + gap.from)}`);
    from = Math.max(from, left + gap.to);
  }
  if (right - 2 > from) pieces.push(`M${round(from)} ${middle}H${round(right - 2)}`);
  return pieces.join('');
}

/** The curves over all stages, coloured by height. Only faces and moments catch the pointer; the steps below get the rest. */
export function curveRegion(lane: FeelLane, y: number, width: number, gradient: string, theme: Theme): Region {
  const stops = (['good', 'neutral', 'bad'] as const).map((tone, index) =>
    node('stop', tone, { offset: index / 2, 'stop-color': theme.mood[tone].fill }),
  );
  const paint = node(
    'linearGradient',
    'gradient',
    { id: gradient, gradientUnits: 'userSpaceOnUse', x1: 0, x2: 0, y1: -2 * perScore, y2: 2 * perScore },
    stops,
  );
  return {
    key: 'curve',
    x: page.columnsAt,
    y,
    width,
    height: round(lane.bottom - lane.top),
    children: [node('defs', 'defs', {}, [paint]), moved('feelings', 0, -lane.top, lane.nodes, { 'pointer-events': 'none' })],
  };
}
