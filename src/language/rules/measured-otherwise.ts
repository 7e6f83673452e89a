import { say, short } from '../message.ts';
import { isInPlace, journeysOf, moodAt, personasOf, stepsOf } from '../names/facts.ts';
import { measuredValue } from '../names/measured.ts';
import { satisfactionOf } from '../names/satisfaction.ts';
import { childrenOf, inFile, type Node, nameSpan, titleOf } from '../tree/node.ts';
import type { Rule } from './rule.ts';

/** Beyond the middle third of a scale from 0 to 1. */
const [low, high] = [1 / 3, 2 / 3];

export const measuredOtherwise: Rule = {
  code: 'measured-otherwise',
  severity: 'warning',
  finds: 'a step whose mood says one thing and whose measured satisfaction the opposite, both beyond the middle third of their scales',
  why: 'A map shows what we heard from a few, a survey what many ticked. Where they contradict each other one of them is wrong, or they asked different people; either is worth knowing before anything is decided.',
  example: {
    wrong: 'journey "Order"\nstage Delivery\n  step parcel\n    feels 2 "delighted"\n    metric csat 1.4/5\n',
    right: 'journey "Order"\nstage Delivery\n  step parcel\n    feels 2 "delighted"\n    metric csat 4.6/5\n',
  },
  fix: 'None: which of the two is right only those know who asked the customers.',
  hasNoFix: true,
  needsData: true,
  reach: 'stage',
  *check(context) {
    for (const journey of journeysOf(context.document)) {
      const personas = personasOf(journey).map(({ text }) => text);
      for (const step of stepsOf(journey)) {
        const measures = measuresAt(step);
        const mood = measures.length ? moodAt(step, personas) : undefined;
        if (mood === undefined) continue;
        const felt = (mood + 2) / 4;
        for (const node of measures) {
          const { label, value, target, file } = node.statement.items;
          const text = value?.text ?? measuredValue(node, context)?.text;
          const measured = label && text ? satisfactionOf(label.text, text, target?.text) : undefined;
          if (!label || !text || measured === undefined) continue;
          const isBright = felt > high && measured < low;
          if (!isBright && !(felt < low && measured > high)) continue;
          const [feels] = childrenOf(step, 'feels');
          const said = [short(titleOf(step)), short(label.text, 30), short(text, 30)];
          yield {
            node,
            ...inFile(node, value ?? file ?? label),
            message: isBright
              ? say('“{0}” is drawn as a good moment, but {1} {2} says the opposite. Ask which is right.', ...said)
              : say('“{0}” is drawn as a bad moment, but {1} {2} says the opposite. Ask which is right.', ...said),
            fixes: [],
            related: feels ? [{ document: context.document, span: nameSpan(feels), message: say('The mood of the step') }] : [],
          };
        }
      }
    }
  },
};

/** What is measured at a step and at its touchpoints. What a touchpoint says of itself elsewhere is about more than this moment. */
function measuresAt(step: Node): Node[] {
  return step.children
    .flatMap((node) => (node.kind === 'metric' ? [node] : node.kind === 'touchpoint' ? childrenOf(node, 'listens') : []))
    .filter(isInPlace);
}
