import type { Node } from '../tree/node.ts';

/** Blanks per level. */
export const step = 2;

/**
 * The blanks before a statement: declarations, journeys and stages stand at the edge, steps at the first level, all else one level within what
 * holds it.
 */
export function indentOf(node: Node): number {
  if (!node.parent || node.kind === 'stage') return 0;
  return node.kind === 'step' ? step : indentOf(node.parent) + step;
}
