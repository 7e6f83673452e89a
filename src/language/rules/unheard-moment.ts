import { english, say, short } from '../message.ts';
import { journeysOf, listeningPostsOf, ownerOf, stepsOf, teamKind, touchpointTitle } from '../names/facts.ts';
import { childrenOf, nameOf, nameSpan } from '../tree/node.ts';
import { insertBelow, toWrite } from './edits.ts';
import type { FoundFix, Rule } from './rule.ts';

/** How many touchpoints of a step a fix is offered for. */
const offered = 3;

export const unheardMoment: Rule = {
  code: 'unheard-moment',
  severity: 'warning',
  finds: 'a key moment at a step that has touchpoints, none of which has a listening post',
  why: 'What decides must be heard first when it goes wrong. One need not listen everywhere, but where the customer is won or lost a survey, a question or a call afterwards belongs.',
  example: {
    wrong:
      'team Desk\nchannel Phone phone\njourney "Order"\nstage Request\n  step call\n    feels 1\n    touchpoint Hotline via Phone owner Desk\n    moment truth\n',
    right:
      'team Desk\nchannel Phone phone\njourney "Order"\nstage Request\n  step call\n    feels 1\n    touchpoint Hotline via Phone owner Desk\n      listens "A question after the call"\n    moment truth\n',
  },
  fix: 'Inserts `listens` below a touchpoint of the step, one of ours first, with the cursor in its text.',
  needsFolder: true,
  reach: 'journey',
  looksAt: ['journey', 'stage', 'step', 'touchpoint', 'moment', 'listens'],
  *check(context) {
    const { document, folder, tongue = english } = context;
    for (const step of journeysOf(document).flatMap(stepsOf)) {
      const [moment] = childrenOf(step, 'moment');
      const touchpoints = childrenOf(step, 'touchpoint').filter((touchpoint) => nameOf(touchpoint).trim());
      if (!moment || moment.misplaced || moment.statement.problems.length || !touchpoints.length) continue;
      if (childrenOf(step, 'listens').length || touchpoints.some((touchpoint) => listeningPostsOf(touchpoint, context).length)) continue;
      const isOurs = (touchpoint: (typeof touchpoints)[number]): boolean => {
        const owner = ownerOf(touchpoint, context);
        return owner !== undefined && teamKind(owner.item.text, folder) === 'ours';
      };
      const oursFirst = touchpoints.toSorted((a, b) => Number(isOurs(b)) - Number(isOurs(a))).slice(0, offered);
      const titles = oursFirst.map((touchpoint) => short(touchpointTitle(touchpoint, context)));
      yield {
        node: moment,
        ...nameSpan(moment),
        message: say('Nobody listens at this key moment. Say below “{0}” how you hear from the customer: `listens "…"`.', titles[0] ?? ''),
        fixes: oursFirst.map(
          (touchpoint, index): FoundFix => ({
            title: say('Insert `listens` below “{0}”', titles[index] ?? ''),
            edits: [insertBelow(document, touchpoint, [`listens ${toWrite(1, tongue('how we hear about it'))}`], true)],
            ...(index === 0 ? { preferred: true as const } : {}),
          }),
        ),
      };
    }
  },
};
