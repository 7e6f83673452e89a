import type { Context } from './context.ts';
import { type FeelLane, perScore } from './feel/lane.ts';
import { sharedInitials } from './initials.ts';
import type { Lane } from './lanes/lane.ts';
import { group, hover, label, moved, node } from './nodes.ts';
import { type Piece, stack } from './piece.ts';
import type { SceneNode } from './scene.ts';
import type { LaneKey } from './strings.ts';
import { page, styles } from './styles.ts';
import { baseline, paragraph, textAttrs } from './text.ts';

/** A lane's name and, smaller, what to read in it; `y` is the top of its first line. */
export function laneLabel(lane: Pick<Lane, 'key' | 'label'>, y: number, context: Context): { height: number; nodes: SceneNode[] } {
  const words = lane.label?.(context) ?? usualLabel(lane.key as LaneKey, context);
  const laid = words.lay(page.labelsAt, y, page.columnsAt - page.labelsAt - 8);
  return { height: laid.height, nodes: [group(lane.key, {}, laid.nodes)] };
}

function usualLabel(key: LaneKey, context: Context): Piece {
  const { label: name, sub } = context.strings.lanes[key];
  const words = [paragraph(context, 'name', name, styles.lane(context.theme.muted))];
  const all = key === 'time' ? context.time?.total : undefined;
  const below = [sub, all === undefined ? undefined : context.strings.inAll(all)];
  for (const [index, text] of below.entries())
    if (text) words.push(paragraph(context, `sub-${index}`, text, styles.caption(context.theme.faint), { most: 3 }));
  return stack(words, 0);
}

/** The scale beside the curve, and whose line is whose; `zero` is the height of the zero line. */
export function feelScale(lane: FeelLane, zero: number, top: number, context: Context): SceneNode[] {
  const style = styles.caption(context.theme.faint);
  const scale = [2, 0, -2].map((score) => {
    const text = score === 0 ? '0' : context.strings.signed(score).replace(/[.,]0$/, '');
    const y = zero - score * perScore + baseline(style.size, 0);
    return label(`scale${score}`, page.columnsAt - 16, y, text, { ...textAttrs(style), 'text-anchor': 'end' });
  });
  const legend = lane.legend.map(({ personas, dash, name: said, faint }, index) => {
    const y = top + 26 + index * 18;
    const line = node('line', 'line', {
      x1: 0,
      x2: 24,
      y1: 8,
      y2: 8,
      stroke: context.theme.muted,
      'stroke-width': faint ? 2 : 2.5,
      'stroke-dasharray': dash,
      'stroke-linecap': 'round',
    });
    const name = label('name', 32, 8 + baseline(11, 0), said ?? sharedInitials(personas), textAttrs(styles.badge(context.theme.muted)));
    const whose = said === undefined ? [hover(context.strings.list(personas.map(({ title }) => title)))] : [];
    return moved(`legend:${index}`, page.labelsAt, y, [...whose, line, name]);
  });
  const small = styles.caption(context.theme.faint);
  const noteAt = top + 26 + lane.legend.length * 18;
  const note =
    lane.note === undefined ? [] : [label('note', page.labelsAt, noteAt + baseline(small.size, 16), lane.note, textAttrs(small))];
  return [...scale, ...legend, ...note];
}
