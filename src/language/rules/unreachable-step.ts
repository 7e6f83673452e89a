import { english, say, short } from '../message.ts';
import { journeysOf, stepNamed } from '../names/facts.ts';
import { type FlowOfStep, flowOf } from '../names/flow.ts';
import { childrenOf, inFile, type Node, nameOf, nameSpan, titleOf } from '../tree/node.ts';
import { insertBehind, insertBeside, literal, toWrite, written } from './edits.ts';
import type { Found, FoundFix, Rule, RuleContext } from './rule.ts';
import { saysWay } from './words/aside.ts';

export const unreachableStep: Rule = {
  code: 'unreachable-step',
  severity: 'info',
  finds: 'a step that every `leads to` before it passes by, or ways that lead in a circle with no way out of it',
  why: 'A step that nobody comes to is either forgotten or belongs to another journey. A circle without an end says that the customer never arrives, which is rarely meant.',
  example: {
    wrong:
      'journey "Order"\nstage Request\n  step form\n    leads to order\n  step call\n    feels 1 "relieved"\n  step order\n    feels 0 "patient"\n',
    right:
      'journey "Order"\nstage Request\n  step form\n    leads to order when "one form fits"\n  step call\n    feels 1 "relieved"\n  step order\n    feels 0 "patient"\n',
  },
  fix: 'Inserts a `leads to` with a `when` at the step before; out of a circle, an `ends` with a `when`.',
  reach: 'journey',
  looksAt: ['journey', 'stage', 'step', 'leads to', 'ends', 'decides', 'alongside', 'unreadable'],
  *check(context) {
    for (const journey of journeysOf(context.document)) {
      const flow = flowOf(journey);
      // A way to a name that nobody has may have been meant for any of them, and so may a condition that cannot be read.
      if (flow.some(({ step, ways }) => ways.some(({ to }) => !to) || step.children.some((child) => saysWay(child, context)))) continue;
      const circle = circleIn(flow, context);
      yield* unreached(journey, flow, context);
      if (circle) yield circle;
    }
  },
};

/** The steps that can be reached from some, by their places in the file. */
function reachedFrom(start: readonly number[], next: (index: number) => readonly number[]): Set<number> {
  const reached = new Set(start);
  for (const index of reached) for (const other of next(index)) reached.add(other);
  return reached;
}

function* unreached(journey: Node, flow: readonly FlowOfStep[], context: RuleContext): Iterable<Found> {
  const onward = onwardIn(flow);
  const reached = reachedFrom(flow.length ? [0] : [], (index) => onward[index] as number[]);
  // Of several that nobody comes to because nobody comes to the first, the first is told.
  const explained = new Set<number>();
  let before: Node | undefined;
  for (const [index, { step }] of flow.entries()) {
    if (reached.has(index)) before = step;
    else if (!explained.has(index)) {
      const more = (at: number): number[] => (onward[at] as number[]).filter((to) => !reached.has(to) && !explained.has(to));
      for (const other of reachedFrom([index], more)) explained.add(other);
      if (!step.implied && titleOf(step)) yield passedBy(journey, step, before, context);
    }
  }
}

/** For each step the places of those that it leads to, and of one that runs alongside it, so that all of these hang together. */
function onwardIn(flow: readonly FlowOfStep[]): number[][] {
  const places = new Map(flow.map(({ step }, index) => [step, index]));
  const onward = flow.map(({ ways }) => ways.flatMap(({ to }) => (to ? (places.get(to) ?? []) : [])));
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const [index, { together }] of flow.entries()) {
    const previous = last.get(together);
    if (previous === undefined) first.set(together, index);
    else onward[previous]?.push(index);
    last.set(together, index);
  }
  for (const [together, index] of last) if (first.get(together) !== index) onward[index]?.push(first.get(together) as number);
  return onward;
}

function passedBy(journey: Node, step: Node, before: Node | undefined, { document, tongue = english }: RuleContext): Found {
  const name = nameOf(step);
  const anchor = before?.children.findLast(({ kind }) => kind === 'leads to' || kind === 'ends');
  const fixes: FoundFix[] = [];
  if (before && stepNamed(journey, name) === step) {
    const way = `leads to ${literal(written(name))} when ${toWrite(1, tongue('on which condition'))}`;
    fixes.push({
      title: say('Lead there from “{0}”', short(titleOf(before))),
      edits: [anchor ? insertBeside(document, anchor, [way], true) : insertBehind(document, before, [way], true)],
      preferred: true,
    });
  }
  return {
    node: step,
    ...nameSpan(step),
    message: say(
      'No way leads to “{0}”: all before it pass it by. Add a `leads to {1}` where one should, or remove the step.',
      short(titleOf(step)),
      short(written(name), 30),
    ),
    fixes,
  };
}

/** The last way back in the file from which nobody ever comes to an end. */
function circleIn(flow: readonly FlowOfStep[], { document, tongue = english }: RuleContext): Found | undefined {
  const places = new Map(flow.map(({ step }, index) => [step, index]));
  const backward: number[][] = flow.map(() => []);
  for (const [index, { ways }] of flow.entries()) for (const { to } of ways) if (to) backward[places.get(to) ?? 0]?.push(index);
  const ending = flow.flatMap(({ mayEnd }, index) => (mayEnd ? [index] : []));
  const arrives = reachedFrom(ending, (index) => backward[index] as number[]);
  for (let index = flow.length - 1; index >= 0; index--) {
    if (arrives.has(index)) continue;
    const { step, ways } = flow[index] as FlowOfStep;
    const back = ways.find(({ to, by }) => to && by && (places.get(to) as number) <= index);
    if (!back?.by || !back.to) continue;
    const ends = `ends when ${toWrite(1, tongue('on which condition'))}`;
    const last = childrenOf(step, 'leads to').at(-1) as Node;
    return {
      node: back.by,
      ...inFile(back.by, back.by.statement.items.ref ?? back.by.statement.keyword),
      message: say(
        'From “{0}” the way goes back to “{1}”, and round and round. Say when it stops: `ends when "…"`, or a `leads to` with a `when`.',
        short(titleOf(step)),
        short(titleOf(back.to)),
      ),
      fixes: [{ title: say('Insert `{0}`', 'ends'), edits: [insertBeside(document, last, [ends], true)], preferred: true }],
    };
  }
  return undefined;
}
