import { say, short } from '../message.ts';
import { feelingsAt, journeysOf, personasOf, stepNamed, stepsOf } from '../names/facts.ts';
import type { Declaration } from '../names/folder.ts';
import { type Felt, feelingChanges, namesBefore } from '../names/improved.ts';
import { improvedBy } from '../names/references.ts';
import { childrenOf, inFile, type Node, nameOf, nameSpan, namesIn, titleOf } from '../tree/node.ts';
import type { Rule } from './rule.ts';

export const futureNotBetter: Rule = {
  code: 'future-not-better',
  severity: 'info',
  finds: 'a step of a map that `improves` another that feels worse than the step of that name there, or than those that it `replaces`',
  why: 'A future that is worse at some point may be a price worth paying, but somebody should have decided that. More often the score was simply not thought about.',
  example: {
    wrong:
      'journey "Order today"\nstage Request\n  step form\n    feels 1 "sure"\n\njourney "Order tomorrow"\n  improves "Order today"\nstage Request\n  step form\n    feels 0 "patient"\n',
    right:
      'journey "Order today"\nstage Request\n  step form\n    feels 1 "sure"\n\njourney "Order tomorrow"\n  improves "Order today"\nstage Request\n  step form\n    feels 2 "proud"\n',
  },
  fix: 'None: whether the score is meant, or the idea wants more thought, is for those to say who plan it.',
  hasNoFix: true,
  needsFolder: true,
  *check(context) {
    for (const journey of journeysOf(context.document)) {
      const [current] = improvedBy(journey, context);
      if (!current || current.node === journey) continue;
      const [now, then] = [namesOf(current.node), namesOf(journey)];
      for (const step of stepsOf(journey)) {
        const worse = worst(step, then, stepsMeant(step, current), now);
        if (!worse) continue;
        const { node, score, before } = worse;
        yield {
          node,
          ...inFile(node, node.statement.items.score ?? node.statement.keyword),
          message: say(
            'Today “{0}” feels better: {1}, and {2} here. Is that meant?',
            short(titleOf(before.step)),
            withSign(before.score),
            withSign(score),
          ),
          fixes: [],
          related: [{ document: current.document, span: nameSpan(before.step), message: say('As it is today') }],
        };
      }
    }
  },
};

function namesOf(journey: Node): string[] {
  return personasOf(journey).map(({ text }) => text);
}

/** The steps of today that a step of tomorrow stands for. */
function stepsMeant(step: Node, { node: current }: Declaration): Node[] {
  const replaced = childrenOf(step, 'replaces').flatMap((node) => namesIn(node, 'refs').map(({ text }) => text));
  return namesBefore(nameOf(step), replaced).flatMap((name) => stepNamed(current, name) ?? []);
}

interface FeltAt extends Felt {
  step: Node;
  node: Node;
}

function felt(step: Node, personas: readonly string[]): FeltAt[] {
  return feelingsAt(step, personas).map(({ persona, score, node }) => ({ step, persona, score: Math.max(-2, Math.min(2, score)), node }));
}

/** The first feeling at a step that is worse than those of today. */
function worst(
  step: Node,
  personas: readonly string[],
  meant: readonly Node[],
  today: readonly string[],
): (FeltAt & { before: FeltAt }) | undefined {
  const changes = feelingChanges(
    meant.flatMap((other) => felt(other, today)),
    felt(step, personas),
  );
  const found = changes.find(({ change }) => change < 0);
  return found && { ...found.after, before: found.before };
}

function withSign(score: number): string {
  return score > 0 ? `+${score}` : String(score);
}
