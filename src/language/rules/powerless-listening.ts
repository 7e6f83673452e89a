import { say, short } from '../message.ts';
import { declarationOf, journeysOf, mentionsOf, ownerOf, teamKind, touchpointTitle } from '../names/facts.ts';
import { above, childrenOf, type Node, nameOf, nameSpan, textOf } from '../tree/node.ts';
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
    for (const touchpoint of context.document.nodes) {
      if (touchpoint.kind !== 'touchpoint') continue;
      const [post] = childrenOf(touchpoint, 'listens');
      const owner = post && nameOf(touchpoint).trim() ? ownerOf(touchpoint, context)?.item.text : undefined;
      if (!post || owner === undefined || !isOutside(owner, context) || isActedUpon(touchpoint, context, acting)) continue;
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

/** Whether an action stands in the stage of a touchpoint, or, for a declared one, in a stage of the folder that mentions it. */
function isActedUpon(touchpoint: Node, { folder }: RuleContext, acting: Map<Node, boolean>): boolean {
  const own = above(touchpoint, 'stage');
  const mentions = own
    ? [touchpoint]
    : [...folder.all()].flatMap((document) => journeysOf(document).flatMap((journey) => mentionsOf(journey, nameOf(touchpoint))));
  return mentions.some((mention) => {
    const stage = above(mention, 'stage');
    if (!stage) return false;
    const known = acting.get(stage) ?? hasAction(stage);
    acting.set(stage, known);
    return known;
  });
}

function hasAction(stage: Node): boolean {
  const inStep = (step: Node): boolean => step.children.some((node) => node.kind === 'action' || childrenOf(node, 'action').length > 0);
  return childrenOf(stage, 'step').some(inStep);
}
