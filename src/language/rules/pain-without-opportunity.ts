import { english, type Message, say, short } from '../message.ts';
import { feelingsAt, isInPlace, journeysOf, personasOf } from '../names/facts.ts';
import { childrenOf, type Node, nameSpan, textOf, titleOf } from '../tree/node.ts';
import { insertBehind, insertBelow, insertBeside, toWrite } from './edits.ts';
import type { FileEdit, Found, Rule, RuleContext } from './rule.ts';

export const painWithoutOpportunity: Rule = {
  code: 'pain-without-opportunity',
  severity: 'warning',
  finds: 'a pain of high severity, or a step at -2, with no opportunity or action in its stage',
  why: 'A map is drawn in order to change something. Where it hurts most is where a change counts most, and where the reader looks for what is to be done.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  step form\n    feels -1 "lost"\n    pain "Nobody knows which form to use" severity high\n',
    right:
      'journey "Order"\nstage Request\n  step form\n    feels -1 "lost"\n    pain "Nobody knows which form to use" severity high\n    opportunity "One form that asks what you need"\n',
  },
  fix: 'Inserts `opportunity` with the cursor in its text.',
  reach: 'stage',
  *check(context) {
    for (const journey of journeysOf(context.document)) {
      const personas = personasOf(journey).map(({ text }) => text);
      for (const stage of childrenOf(journey, 'stage')) {
        const steps = childrenOf(stage, 'step');
        if (steps.some(isAnswered)) continue;
        for (const step of steps) {
          const found = step.implied ? undefined : inStep(step, personas, context);
          if (found) yield found;
        }
      }
    }
  },
};

/** Whether something is said to be done at a step, or that it could be. */
function isAnswered(step: Node): boolean {
  return step.children.some((node) => node.kind === 'opportunity' || node.kind === 'action' || childrenOf(node, 'action').length > 0);
}

function inStep(step: Node, personas: readonly string[], context: RuleContext): Found | undefined {
  const pains = childrenOf(step, 'pain').filter(isInPlace);
  const isLow = feelingsAt(step, personas).some(({ score }) => score <= -2);
  const pain = pains.find((node) => textOf(node, 'severity') === 'high') ?? (isLow ? pains[0] : undefined);
  if (pain) {
    const text = textOf(pain, 'text')?.trim();
    if (!text) return undefined;
    const message = say('Nothing at this stage answers “{0}”. Say what could be better: `opportunity "…"`.', short(text));
    return found(pain, message, context, (line) => insertBehind(context.document, pain, [line], false));
  }
  // Before anybody can say what could be better, somebody must say what is bad: that is for `unexplained-low`.
  if (!isLow || !['thinks', 'silence'].some((kind) => step.children.some((node) => node.kind === kind))) return undefined;
  const message = say(
    'At “{0}” the journey is at its worst, and nothing at this stage answers it. Say what could be better: `opportunity "…"`.',
    short(titleOf(step)),
  );
  const behind = step.children.findLast(({ kind }) => said.has(kind));
  return found(step, message, context, (line) =>
    behind ? insertBeside(context.document, behind, [line], true) : insertBelow(context.document, step, [line], true),
  );
}

const said: ReadonlySet<string> = new Set(['does', 'thinks', 'says', 'sees', 'hears', 'feels', 'expects', 'silence', 'moment']);

function found(node: Node, message: Message, { tongue = english }: RuleContext, insert: (line: string) => FileEdit): Found {
  const line = `opportunity ${toWrite(1, tongue('what could be better'))}`;
  return {
    node,
    ...nameSpan(node),
    message,
    fixes: [{ title: say('Insert `{0}`', 'opportunity'), edits: [insert(line)], preferred: true }],
  };
}
