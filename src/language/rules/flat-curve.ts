import { say, short } from '../message.ts';
import { absentAt, type Curve, curvesOf, journeysOf, personasOf, stepsOf } from '../names/facts.ts';
import { nameKey } from '../names/folder.ts';
import { childrenOf, type Node, nameSpan, textOf, titleOf } from '../tree/node.ts';
import { type Found, optionOf, type Rule, type RuleContext } from './rule.ts';

/** From so many feelings on a curve is judged. */
const enough = 4;

export const flatCurve: Rule = {
  code: 'flat-curve',
  severity: 'info',
  finds:
    'feelings of a persona that span less than two points, or a `current` map with none below zero; from four feelings on, once no step lacks one',
  why: 'The curve is there to show where a journey is won and lost. A flat one was mostly written at a desk, and where nothing hurts there is nothing to mend.',
  example: {
    wrong:
      'journey "Order"\n  type current\nstage Request\n  step a\n    feels 1\n  step b\n    feels 1\n  step c\n    feels 0\n  step d\n    feels 1\n',
    right:
      'journey "Order"\n  type current\nstage Request\n  step a\n    feels 1\n  step b\n    feels -1\n  step c\n    feels 0\n  step d\n    feels 1\n',
  },
  fix: 'There is none: only the customers know how it felt. Ask them once more, or look at what they wrote.',
  hasNoFix: true,
  options: { span: { default: 2, least: 1, about: 'how many points lie at least between the best and the worst feeling' } },
  reach: 'journey',
  looksAt: ['journey', 'stage', 'step', 'for', 'type', 'feels', 'absent'],
  *check(context) {
    for (const journey of journeysOf(context.document)) {
      const found = journey.implied ? undefined : inJourney(journey, context);
      if (found) yield found;
    }
  },
};

function inJourney(journey: Node, context: RuleContext): Found | undefined {
  const title = short(titleOf(journey));
  const curves = curvesOf(journey);
  const whole = curves.filter((curve) => isWhole(curve, journey));
  const span = optionOf(context, flatCurve, 'span');
  const flat = whole.filter(({ points }) => {
    const scores = points.map(({ score }) => score);
    return scores.reduce((a, b) => Math.max(a, b)) - scores.reduce((a, b) => Math.min(a, b)) < span;
  });
  const at = { node: journey, ...nameSpan(journey), fixes: [] };
  if (flat.length) {
    const who = personasOf(journey).length > 1 ? flat.flatMap(({ persona }) => persona ?? []) : [];
    const message = who.length
      ? say('The feelings of {0} hardly change on “{1}”. Ask again where it goes well and where it does not.', who.join(', '), title)
      : say('The feelings hardly change on “{0}”. Ask again where it goes well and where it does not.', title);
    return { ...at, message };
  }
  const [type] = childrenOf(journey, 'type');
  if (!whole.length || whole.length < curves.length || !type || textOf(type, 'choice') !== 'current') return undefined;
  if (curves.some(({ points }) => points.some(({ score }) => score < 0))) return undefined;
  return { ...at, message: say('Nothing hurts anywhere on “{0}”, which says how it is today. Ask again what is difficult.', title) };
}

/** Whether a curve is long enough to be judged, and no step lacks a feeling of its persona. */
function isWhole({ persona, points }: Curve, journey: Node): boolean {
  if (points.filter(({ step }) => !step.implied).length < enough) return false;
  const felt = new Set(points.map(({ step }) => step));
  return stepsOf(journey).every(
    (step) => step.implied || felt.has(step) || (persona !== undefined && absentAt(step).includes(nameKey(persona))),
  );
}
