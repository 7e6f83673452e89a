import type { Mark } from '../map/model.ts';
import type { Context } from './context.ts';
import { circle, group, hover, path } from './nodes.ts';
import type { Piece } from './piece.ts';
import type { SceneNode } from './scene.ts';

const ranks: Record<Mark['severity'], number> = { error: 0, warning: 1, info: 2, hint: 3 };

/** A finding's badge with its centre at a place, in the colour of the gravest, its messages under the pointer. None where there is no finding. */
export function markAt(context: Context, id: string, x: number, y: number): SceneNode[] {
  const marks = context.marks[id];
  if (!marks || marks.length === 0) return [];
  const gravest = marks.reduce((worst, mark) => (ranks[mark.severity] < ranks[worst.severity] ? mark : worst));
  const { fill, on } = context.theme.mark[gravest.severity];
  return [
    group('mark', { 'data-mark': gravest.severity, transform: `translate(${x} ${y})` }, [
      hover(marks.map((mark) => mark.message).join('\n')),
      circle('ground', 0, 0, 6.5, { fill, stroke: context.theme.background, 'stroke-width': 1 }),
      path('sign', 'M0-3v3.2M0 2.7v.01', { stroke: on, 'stroke-width': 1.6, 'stroke-linecap': 'round' }),
    ]),
  ];
}

/** From a text to the centre of a badge in the gutter left of it: so that in the first column no lane label covers any of it. */
export const gutter = 8;

/** Where a finding's badge stands: on a card's top right corner, or in the gutter left of a text's first line. */
export type MarkPlace = 'corner' | 'gutter';

/** An element of the map: a group that the page can find, frame and click, with its findings. */
export function element(context: Context, id: string, piece: Piece, place: MarkPlace, title?: string): Piece {
  return {
    need: piece.need,
    lay(x, y, width) {
      const laid = piece.lay(x, y, width);
      const mark = place === 'corner' ? markAt(context, id, x + width - 3, y + 2) : markAt(context, id, x - gutter, y + 9);
      const children = title || mark.length > 0 ? [...(title ? [hover(title)] : []), ...laid.nodes, ...mark] : laid.nodes;
      return { height: laid.height, nodes: [group(id, { 'data-id': id }, children)] };
    },
  };
}
