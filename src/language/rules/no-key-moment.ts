import { say, short } from '../message.ts';
import { curvesOf, journeysOf, stepsOf } from '../names/facts.ts';
import { childrenOf, type Node, nameSpan, titleOf } from '../tree/node.ts';
import { choices, insertBeside } from './edits.ts';
import type { FoundFix, Rule, RuleContext } from './rule.ts';

/** From so many steps on a map should say which of them decide. */
const enough = 4;

export const noKeyMoment: Rule = {
  code: 'no-key-moment',
  severity: 'warning',
  finds: 'a journey of four steps or more with no `moment`',
  why: 'A few moments turn a satisfied customer into an unsatisfied one, or back; all others are annex. A map that names none leaves everything equally important.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  step a\n    feels 1\n  step b\n    feels -1\n  step c\n    feels 0\n  step d\n    feels 1\n',
    right:
      'journey "Order"\nstage Request\n  step a\n    feels 1\n  step b\n    feels -1\n    moment irritant\n  step c\n    feels 0\n  step d\n    feels 1\n',
  },
  fix: 'Marks the step with the lowest feeling, or the one with the highest, once the feelings differ.',
  reach: 'journey',
  looksAt: ['journey', 'stage', 'step', 'moment'],
  *check(context) {
    for (const journey of journeysOf(context.document)) {
      const steps = stepsOf(journey).filter(({ implied }) => !implied);
      if (journey.implied || steps.length < enough || stepsOf(journey).some((step) => childrenOf(step, 'moment').length)) continue;
      yield {
        node: journey,
        ...nameSpan(journey),
        message: say(
          'Which moment of “{0}” decides, enchants or irritates? Mark it at its step: `moment truth`, `moment delight` or `moment irritant`.',
          short(titleOf(journey)),
        ),
        fixes: marks(journey, context),
      };
    }
  },
};

/** The fixes that mark the worst and the best step, the first of each; none where no step stands out. */
function marks(journey: Node, { document }: RuleContext): FoundFix[] {
  const points = curvesOf(journey)
    .flatMap((curve) => curve.points)
    .filter(({ step }) => !step.implied);
  const [first] = points;
  if (!first) return [];
  const low = points.reduce((lowest, point) => (point.score < lowest.score ? point : lowest), first);
  const high = points.reduce((highest, point) => (point.score > highest.score ? point : highest), first);
  if (low.score === high.score) return [];
  const mark = (behind: Node, kinds: readonly string[]): FoundFix['edits'] => [
    insertBeside(document, behind, [`moment ${choices(1, kinds)}`], true),
  ];
  return [
    {
      title: say('Mark the lowest, “{0}”', short(titleOf(low.step))),
      edits: mark(low.node, low.score < 0 ? ['irritant', 'truth'] : ['truth', 'irritant']),
      preferred: true,
    },
    { title: say('Mark the highest, “{0}”', short(titleOf(high.step))), edits: mark(high.node, ['delight', 'truth']) },
  ];
}
