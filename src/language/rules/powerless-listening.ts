import { say, short } from '../message.ts';
import { declarationOf, ownerOf, teamKind, touchpointsIn, touchpointTitle } from '../names/facts.ts';
import { nameKey } from '../names/folder.ts';
import { above, childrenOf, type Node, nameOf, nameSpan, ofKind, textOf } from '../tree/node.ts';
import { written } from './edits.ts';
import type { Rule, RuleContext } from './rule.ts';

export const powerlessListening: Rule = {
  code: 'powerless-listening',
  severity: 'info',
  finds:
    'a listening post on a touchpoint whose owner is `external` or `customer`, with no `action` in the stage and no `contact` for that team',
  why: 'Whoever answers a question expects that somebody acts on it. Where the touchpoint is not ours and nobody is on the line to its owner, asking only disappoints once more.',
  example: {
    wrong:
      'team Carrier external\nchannel Door person\njourney "Order"\nstage Delivery\n  step parcel\n    feels -1\n    touchpoint Hand-over via Door owner Carrier\n      listens "A text message"\n',
    right:
      'team Carrier external contact "dispatch@carrier.example"\nchannel Door person\njourney "Order"\nstage Delivery\n  step parcel\n    feels -1\n    touchpoint Hand-over via Door owner Carrier\n      listens "A text message"\n',
  },
  fix: 'There is none: whom to call at the other company, or what can be done without them, only you know.',
  hasNoFix: true,
  needsFolder: true,
  *check(context) {
    const acting = new Map<Node, boolean>();
    let acted: Set<string> | undefined;
    const isActedUpon = (touchpoint: Node): boolean => {
      const stage = above(touchpoint, 'stage');
      if (stage) return acts(stage, acting);
      acted ??= touchpointsActedUpon(context, acting);
      return acted.has(nameKey(nameOf(touchpoint)));
    };
    for (const touchpoint of ofKind(context.document.nodes, 'touchpoint')) {
      const [post] = childrenOf(touchpoint, 'listens');
      if (!post || !nameOf(touchpoint).trim() || isActedUpon(touchpoint)) continue;
      const owner = ownerOf(touchpoint, context)?.item.text;
      if (owner === undefined || !isOutside(owner, context)) continue;
      yield {
        node: touchpoint,
        ...nameSpan(post),
        message: say(
          '“{0}” is not ours, and nobody acts on what is heard here. Plan an `action` in this stage, or say whom to call: `team {1} contact "…"`.',
          short(touchpointTitle(touchpoint, context)),
          short(written(owner)),
        ),
        fixes: [],
      };
    }
  },
};

/** Whether a team is not ours, and nobody there is known. */
function isOutside(team: string, { folder }: RuleContext): boolean {
  const kind = teamKind(team, folder);
  if (kind !== 'external' && kind !== 'customer') return false;
  const declared = declarationOf(folder, 'team', team);
  return declared !== undefined && textOf(declared.node, 'contact') === undefined;
}

/** The keys of the touchpoints that a stage of the folder mentions in which something is done. */
function touchpointsActedUpon({ folder }: RuleContext, acting: Map<Node, boolean>): Set<string> {
  const keys = new Set<string>();
  for (const document of folder.all()) {
    for (const touchpoint of touchpointsIn(document)) {
      const stage = above(touchpoint, 'stage');
      if (stage && acts(stage, acting)) keys.add(nameKey(nameOf(touchpoint)));
    }
  }
  return keys;
}

/** Whether an action stands in a stage. What was found out before is in `acting`. */
function acts(stage: Node, acting: Map<Node, boolean>): boolean {
  const inStep = (step: Node): boolean => step.children.some((node) => node.kind === 'action' || childrenOf(node, 'action').length > 0);
  const known = acting.get(stage) ?? childrenOf(stage, 'step').some(inStep);
  acting.set(stage, known);
  return known;
}
