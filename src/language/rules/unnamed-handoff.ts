import type { JourneyDocument } from '../document.ts';
import { say, short } from '../message.ts';
import { journeysOf } from '../names/facts.ts';
import { type FlowOfStep, flowOf } from '../names/flow.ts';
import { nameKey } from '../names/folder.ts';
import type { Item } from '../read/statement.ts';
import { childrenOf, inFile, type Node, nameSpan, textOf, titleOf } from '../tree/node.ts';
import { insertBeside, written } from './edits.ts';
import type { Found, Rule } from './rule.ts';

export const unnamedHandoff: Rule = {
  code: 'unnamed-handoff',
  severity: 'warning',
  finds: 'a step whose backstage team is another than that of the step before, with no `handoff`',
  why: 'Work that changes hands is where things get lost, wait, or are asked for twice. The customer feels it and cannot see it, so the map must show it.',
  example: {
    wrong:
      'team Desk\nteam Logistics\njourney "Order"\nstage Request\n  step order\n    backstage "Books the order" by Desk\n  step wait\n    backstage "Checks the stock" by Logistics\n',
    right:
      'team Desk\nteam Logistics\njourney "Order"\nstage Request\n  step order\n    backstage "Books the order" by Desk\n  step wait\n    backstage "Checks the stock" by Logistics\n    handoff from Desk to Logistics\n',
  },
  fix: 'Inserts the `handoff` from the one team to the other.',
  reach: 'journey',
  looksAt: ['journey', 'stage', 'step', 'backstage', 'handoff', 'leads to', 'ends', 'decides', 'alongside'],
  *check({ document }) {
    for (const journey of journeysOf(document)) {
      const flow = flowOf(journey);
      const work = new Map(flow.map(({ step }) => [step, workAt(step)]));
      for (const { step, before } of arrivals(flow)) {
        const found = inStep(step, before, work, document);
        if (found) yield found;
      }
    }
  },
};

/** A team at work behind a step, and the `backstage` that says so. */
interface Work {
  step: Node;
  node: Node;
  team: Item;
}

/** The teams at work behind a step, in its order; none where it does not say of all that is done who does it. */
function workAt(step: Node): Work[] {
  const all = childrenOf(step, 'backstage');
  const work = all.flatMap((node) => (node.statement.items.by ? [{ step, node, team: node.statement.items.by }] : []));
  return work.length === all.length ? work : [];
}

/** Each step with those that lead on to it. Those that run alongside one another belong together: what one of them hands on, all do. */
function arrivals(flow: readonly FlowOfStep[]): { step: Node; before: Node[][] }[] {
  const places = new Map(flow.map(({ step }, index) => [step, index]));
  const found = flow.map(({ step }) => ({ step, before: new Map<number, Node[]>() }));
  for (const [index, { step, ways, together }] of flow.entries()) {
    for (const { to } of ways) {
      const place = to && places.get(to);
      if (place === undefined || place <= index) continue; // back to what has been done before
      const { before } = found[place] as (typeof found)[number];
      const group = before.get(together);
      if (group) group.push(step);
      else before.set(together, [step]);
    }
  }
  return found.map(({ step, before }) => ({ step, before: [...before.values()] }));
}

function inStep(step: Node, before: readonly Node[][], work: ReadonlyMap<Node, Work[]>, document: JourneyDocument): Found | undefined {
  const here = work.get(step) ?? [];
  const [to] = here;
  if (!to || step.implied || !titleOf(step)) return undefined;
  for (const others of before) {
    const there = others.flatMap((other) => work.get(other) ?? []);
    const from = there.at(-1);
    if (!from || there.some(({ team }) => has(here, team.text))) continue;
    if ([step, ...others].some((at) => handsOver(at, there, here))) continue;
    const handoff = `handoff from ${written(from.team.text)} to ${written(to.team.text)}`;
    return {
      node: step,
      ...nameSpan(step),
      message: say(
        'Between “{0}” and “{1}” the work passes from {2} to {3}. Say how: `handoff`.',
        short(titleOf(from.step), 40),
        short(titleOf(step), 40),
        short(from.team.text, 40),
        short(to.team.text, 40),
      ),
      fixes: [
        { title: say('Insert `{0}`', short(handoff)), edits: [insertBeside(document, to.node, [handoff])], preferred: true, decides: true },
      ],
      related: [{ document, span: inFile(from.node, from.team), message: say('The team before') }],
    };
  }
  return undefined;
}

/** Whether a step tells of work that leaves the teams before or reaches those of now. One that names no team tells of all. */
function handsOver(step: Node, before: readonly Work[], now: readonly Work[]): boolean {
  return childrenOf(step, 'handoff').some((node) => {
    const [from, to] = [textOf(node, 'from'), textOf(node, 'to')];
    if (from === undefined && to === undefined) return true;
    return (from !== undefined && has(before, from)) || (to !== undefined && has(now, to));
  });
}

function has(work: readonly Work[], name: string): boolean {
  return work.some(({ team }) => nameKey(team.text) === nameKey(name));
}
