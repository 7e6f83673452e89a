import { english, say, short } from '../message.ts';
import { curvesOf, journeysOf, personasOf, stepsOf } from '../names/facts.ts';
import { flowOf } from '../names/flow.ts';
import { nameKey } from '../names/folder.ts';
import { childrenOf, inFile, type Node, textOf, titleOf } from '../tree/node.ts';
import { insertBeside, literal, toWrite, written } from './edits.ts';
import type { Found, Rule, RuleContext } from './rule.ts';

/** A fall by so many points wants a reason. */
const fall = 2;

export const unexplainedLow: Rule = {
  code: 'unexplained-low',
  severity: 'warning',
  finds: 'a feeling of -2, or a fall of two points or more from the step before, with neither `pain`, `thinks` nor `silence` there',
  why: 'The lows are where to act. One that says how bad it was but not what was bad leaves everybody to guess, and two teams will guess differently.',
  example: {
    wrong: 'journey "Order"\nstage Wait\n  step wait "Hear nothing"\n    feels -2 "forgotten"\n',
    right:
      'journey "Order"\nstage Wait\n  step wait "Hear nothing"\n    feels -2 "forgotten"\n    pain "No news between order and delivery"\n',
  },
  fix: 'Inserts `pain` with the cursor in its text.',
  reach: 'journey',
  looksAt: ['journey', 'stage', 'step', 'for', 'feels', 'absent', 'pain', 'thinks', 'silence', 'leads to', 'ends', 'decides', 'alongside'],
  *check(context) {
    for (const journey of journeysOf(context.document)) {
      const lows = new Map<Node, Low>();
      const isFollowed = follows(journey);
      for (const { persona, points } of curvesOf(journey)) {
        points.forEach(({ step, score, node }, index) => {
          const before = points[index - 1];
          if (step.implied || isGuess(node)) return;
          const isFall = before && !isGuess(before.node) && before.score - score >= fall && isFollowed(before.step, step);
          if ((score > -2 && !isFall) || isExplained(step, persona)) return;
          const falls = isFall ? before.score - score : 0;
          const low = lows.get(node) ?? { step, score, falls, personas: [] };
          lows.set(node, low);
          if (persona !== undefined) low.personas.push(persona);
        });
      }
      const all = personasOf(journey).length;
      for (const [node, low] of lows) yield found(node, low, low.personas.length < all, context);
    }
  },
};

/** Whether one step is followed by another: its ways lead there, or steps at which the persona feels nothing stand between them. */
function follows(journey: Node): (step: Node, next: Node) => boolean {
  const flow = flowOf(journey);
  const places = new Map(stepsOf(journey).map((step, index) => [step, index]));
  return (step, next) => {
    const place = places.get(step) as number;
    return flow[place]?.ways.some(({ to }) => to === next) === true || (places.get(next) as number) - place > 1;
  };
}

/** Whether a score is only what was probably meant. */
function isGuess({ statement }: Node): boolean {
  return statement.problems.length > 0;
}

interface Low {
  step: Node;
  score: number;
  falls: number;
  personas: string[];
}

/** Whether a step says what is bad there for a persona: to all, or to this one. */
function isExplained(step: Node, persona: string | undefined): boolean {
  if (childrenOf(step, 'silence').length) return true;
  return step.children.some((node) => {
    if (node.kind !== 'pain' && node.kind !== 'thinks') return false;
    const whose = textOf(node, 'persona');
    return whose === undefined || persona === undefined || nameKey(whose) === nameKey(persona);
  });
}

function found(node: Node, { step, score, falls, personas }: Low, some: boolean, { document, tongue = english }: RuleContext): Found {
  const item = node.statement.items.score;
  const title = short(titleOf(step));
  const who = some ? personas.join(', ') : '';
  const whose = some && personas.length === 1 ? `${literal(written(personas[0] as string))} ` : '';
  const low = who
    ? say('“{0}” is as bad as it gets for {1}, and nothing says why. Say what is wrong there: `pain "…"`.', title, who)
    : say('“{0}” is as bad as it gets, and nothing says why. Say what is wrong there: `pain "…"`.', title);
  const down = who
    ? say('At “{0}” the feelings of {1} fall by {2} points, and nothing says why. Say what is wrong there: `pain "…"`.', title, who, falls)
    : say('At “{0}” the feelings fall by {1} points, and nothing says why. Say what is wrong there: `pain "…"`.', title, falls);
  const edit = insertBeside(document, node, [`pain ${whose}${toWrite(1, tongue('what goes wrong'))}`], true);
  return {
    node: step,
    ...inFile(node, item ?? node.statement.keyword),
    message: score <= -2 ? low : down,
    fixes: [{ title: say('Say what is wrong: insert `pain`'), edits: [edit], preferred: true }],
  };
}
