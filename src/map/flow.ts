import type { Context } from '../language/names/facts.ts';
import { flowOf as flowBetween } from '../language/names/flow.ts';
import { idOf } from '../language/tree/ids.ts';
import type { Node } from '../language/tree/node.ts';
import { compact } from './compact.ts';
import type { Stage, Way } from './model.ts';

/** Fills in where each step leads, and with which other it starts. */
export function flowOf(journey: Node, stages: readonly Stage[], { document }: Context): void {
  const flow = flowBetween(journey);
  stages
    .flatMap((stage) => stage.steps)
    .forEach((step, index) => {
      const { alongside, ways } = flow[index] as (typeof flow)[number];
      if (alongside) step.alongside = idOf(document, alongside);
      step.next = ways.map(({ to, name, when }) => compact<Way>({ to: to && idOf(document, to), name, when }));
    });
}
