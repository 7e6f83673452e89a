import { type Context, stepNamed } from '../language/names/facts.ts';
import { nameKey } from '../language/names/folder.ts';
import { idOf, nodeOf } from '../language/tree/ids.ts';
import { above, childrenOf, type Node, textOf } from '../language/tree/node.ts';
import type { Stage, Step, Way } from './model.ts';
import { compact } from './compact.ts';

/**
 * Fills in where each step leads. A step leads to the next one of the file, also across stages, unless it has a `leads to` or an `ends`
 * with no `when`; with conditions on every way out it still leads there when none holds, except where `decides` stands with them.
 * Steps that run alongside one another all lead to what follows the last of them.
 */
export function flowOf(journey: Node, stages: readonly Stage[], { document }: Context): void {
  const steps = stages.flatMap((stage) => stage.steps);
  const nodes = steps.map((step) => nodeOf(document, step.id) as Node);
  steps.forEach((step, index) => {
    const node = nodes[index] as Node;
    const named = childrenOf(node, 'alongside').flatMap((child) => textOf(child, 'ref') ?? [])[0];
    const other = named === undefined ? undefined : stepNamed(journey, named);
    if (other && other !== node && above(other, 'stage') === above(node, 'stage')) step.alongside = idOf(document, other);
  });
  const last = lastTogether(steps);
  steps.forEach((step, index) => {
    const node = nodes[index] as Node;
    step.next = childrenOf(node, 'leads to').flatMap((way): Way[] => {
      const name = textOf(way, 'ref');
      if (name === undefined || !nameKey(name)) return [];
      const to = stepNamed(journey, name);
      return [compact<Way>({ to: to && idOf(document, to), name, when: textOf(way, 'when') })];
    });
    const surely = step.next.some(({ when }) => when === undefined) || step.ends.some(({ when }) => when === undefined);
    const conditions = step.next.length + step.ends.length > 0;
    const following = steps[(last[index] as number) + 1];
    if (following && !surely && !(conditions && step.decides.length)) step.next.push({ to: following.id });
  });
}

/** For each step, the index of the last one of those that run alongside it, itself included. */
function lastTogether(steps: readonly Step[]): number[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const groups = steps.map((step) => groupOf(step, byId));
  const last = new Map(groups.map((group, index) => [group, index]));
  return groups.map((group) => last.get(group) as number);
}

/** The id of the step that all steps running together started with. */
function groupOf(step: Step, byId: Map<string, Step>): string {
  const seen = [step.id];
  for (let at = step; at.alongside; ) {
    const next = byId.get(at.alongside);
    if (!next) break;
    if (seen.includes(next.id)) return seen.slice(seen.indexOf(next.id)).sort()[0] as string;
    seen.push(next.id);
    at = next;
  }
  return seen.at(-1) as string;
}
