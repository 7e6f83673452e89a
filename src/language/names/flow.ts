import { above, childrenOf, type Node, textOf } from '../tree/node.ts';
import { stepNamed, stepsOf } from './facts.ts';
import { nameKey } from './folder.ts';

/** A way out of a step. */
export interface WayOut {
  /** Absent where no step of the journey has the name. */
  to?: Node;
  /** As written, where it is. */
  name?: string;
  when?: string;
  /** The `leads to` that says so; absent where the next step of the file merely follows. */
  by?: Node;
}

/** A step and where it leads. */
export interface FlowOfStep {
  step: Node;
  /** The step of its stage with which it starts. */
  alongside?: Node;
  ways: readonly WayOut[];
  /** Whether the journey may end here: it says so, or nothing follows. */
  mayEnd: boolean;
  /** The same number for all steps that run alongside one another, and for no others. */
  together: number;
}

const flows = new WeakMap<Node, readonly FlowOfStep[]>();

/**
 * Where each step of a journey leads, in the order of the file. A step leads to the next one of the file, also across stages, unless it has a
 * `leads to` or an `ends` with no `when`; with conditions on every way out it still leads there when none holds, except where `decides`
 * stands with them. Steps that run alongside one another all lead to what follows the last of them.
 */
export function flowOf(journey: Node): readonly FlowOfStep[] {
  let flow = flows.get(journey);
  if (!flow) {
    flow = build(journey);
    flows.set(journey, flow);
  }
  return flow;
}

function build(journey: Node): FlowOfStep[] {
  const steps = stepsOf(journey);
  const startsWith = new Map<Node, Node>();
  for (const step of steps) {
    const named = childrenOf(step, 'alongside').flatMap((child) => textOf(child, 'ref') ?? [])[0];
    const other = named === undefined ? undefined : stepNamed(journey, named);
    if (other && other !== step && above(other, 'stage') === above(step, 'stage')) startsWith.set(step, other);
  }
  const groups = groupsOf(steps, startsWith);
  const last = new Map(steps.map((step, index) => [groups.get(step), index]));
  const numbers = new Map([...last.keys()].map((group, index) => [group, index]));
  return steps.map((step): FlowOfStep => {
    const ways = childrenOf(step, 'leads to').flatMap((by): WayOut[] => {
      const name = textOf(by, 'ref');
      if (name === undefined || !nameKey(name)) return [];
      const to = stepNamed(journey, name);
      const when = textOf(by, 'when');
      return [{ ...(to ? { to } : {}), name, ...(when === undefined ? {} : { when }), by }];
    });
    const ends = childrenOf(step, 'ends');
    const surely = ways.some(({ when }) => when === undefined) || ends.some((node) => textOf(node, 'when') === undefined);
    const isDecided = ways.length + ends.length > 0 && childrenOf(step, 'decides').length > 0;
    const goesOn = !surely && !isDecided;
    const following = steps[(last.get(groups.get(step)) as number) + 1];
    if (following && goesOn) ways.push({ to: following });
    const alongside = startsWith.get(step);
    return {
      step,
      ...(alongside ? { alongside } : {}),
      ways,
      mayEnd: ends.length > 0 || (goesOn && !following),
      together: numbers.get(groups.get(step)) as number,
    };
  });
}

/** For each step, the one that all those running together with it started with. */
function groupsOf(steps: readonly Node[], startsWith: ReadonlyMap<Node, Node>): Map<Node, Node> {
  const groups = new Map<Node, Node>();
  for (const step of steps) {
    const chain = new Set<Node>();
    let at: Node | undefined = step;
    while (at && !chain.has(at) && !groups.has(at)) {
      chain.add(at);
      at = startsWith.get(at);
    }
    const group = (at && groups.get(at)) ?? at ?? ([...chain].at(-1) as Node);
    for (const member of chain) groups.set(member, group);
  }
  return groups;
}
