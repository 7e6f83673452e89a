import { type Context, stepNamed } from '../language/names/facts.ts';
import { nameKey } from '../language/names/folder.ts';
import { idOf, nodeOf } from '../language/tree/ids.ts';
import { above, childrenOf, type Node, textOf } from '../language/tree/node.ts';
import { compact } from './compact.ts';
import type { Stage, Step, Way } from './model.ts';

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
  const groups = new Map<string, string>();
  for (const step of steps) findGroup(step, byId, groups);
  const last = new Map(steps.map((step, index) => [groups.get(step.id), index]));
  return steps.map((step) => last.get(groups.get(step.id)) as number);
}

/** Finds the step that all those running together started with: follows the chain from one, and notes it for all on the way. */
function findGroup(start: Step, byId: ReadonlyMap<string, Step>, groups: Map<string, string>): void {
  const chain = new Set<string>();
  let at: Step | undefined = start;
  while (at && !chain.has(at.id) && !groups.has(at.id)) {
    chain.add(at.id);
    at = at.alongside === undefined ? undefined : byId.get(at.alongside);
  }
  const group = (at && groups.get(at.id)) ?? at?.id ?? ([...chain].at(-1) as string);
  for (const id of chain) groups.set(id, group);
}
