import { english, say, short } from '../message.ts';
import { ownerOf, touchpointsIn } from '../names/facts.ts';
import { inQuotes } from '../read/items.ts';
import { nameOf, nameSpan, titleOf } from '../tree/node.ts';
import { appendTo, choices, declare, written } from './edits.ts';
import type { FoundFix, Rule } from './rule.ts';

export const unownedTouchpoint: Rule = {
  code: 'unowned-touchpoint',
  severity: 'warning',
  finds: 'a touchpoint with no `owner`, neither here nor where it is declared or first named, nor one of its stage',
  why: 'What nobody answers for nobody mends. Customers meet such touchpoints as the place where everybody sends them to somebody else.',
  example: {
    wrong: 'team Desk\nchannel Phone phone\njourney "Order"\nstage Request\n  step call\n    touchpoint Hotline via Phone\n',
    right: 'team Desk\nchannel Phone phone\njourney "Order"\nstage Request\n  step call\n    touchpoint Hotline via Phone owner Desk\n',
  },
  fix: 'Adds `owner` with a choice of the declared teams, or declares one.',
  needsFolder: true,
  reach: 'journey',
  looksAt: ['journey', 'stage', 'step', 'owner', 'touchpoint', 'listens'],
  *check(context) {
    const ours = inQuotes((context.tongue ?? english)('Our team'));
    const declared = context.folder.namesOf('team').slice(0, 30);
    for (const touchpoint of touchpointsIn(context.document)) {
      if (!nameOf(touchpoint) || ownerOf(touchpoint, context)) continue;
      const fix: FoundFix = declared.length
        ? {
            title: say('Choose an owner'),
            edits: [
              appendTo(
                touchpoint,
                `owner ${choices(
                  1,
                  declared.map((name) => written(name)),
                )}`,
                true,
              ),
            ],
            preferred: true,
          }
        : {
            title: say('Declare a team and make it the owner'),
            edits: [declare(context.document, `team ${ours}`), appendTo(touchpoint, `owner ${ours}`)],
            preferred: true,
            decides: true,
          };
      yield {
        node: touchpoint,
        ...nameSpan(touchpoint),
        message: say(
          'Nobody answers for “{0}”. Say who: owner {1}.',
          short(titleOf(touchpoint)),
          declared[0] ? written(declared[0]) : say('"Service desk"'),
        ),
        fixes: [fix],
      };
    }
  },
};
