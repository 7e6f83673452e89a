import { say, short } from '../message.ts';
import { channelOf, touchpointsIn } from '../names/facts.ts';
import { nameOf, nameSpan, titleOf } from '../tree/node.ts';
import { appendTo, choices, declare, written } from './edits.ts';
import type { FoundFix, Rule } from './rule.ts';

export const missingChannel: Rule = {
  code: 'missing-channel',
  severity: 'warning',
  finds: 'a touchpoint with no `via`, neither here nor where it is declared or first named',
  why: 'The same contact is another one by phone than by mail. Without the channel nobody sees where customers must switch, and where all hangs on one.',
  example: {
    wrong: 'team Desk\nchannel Phone phone\njourney "Order"\nstage Request\n  step call\n    touchpoint Hotline owner Desk\n',
    right: 'team Desk\nchannel Phone phone\njourney "Order"\nstage Request\n  step call\n    touchpoint Hotline owner Desk via Phone\n',
  },
  fix: 'Adds `via` with a choice of the declared channels, or declares one.',
  needsFolder: true,
  reach: 'journey',
  looksAt: ['journey', 'stage', 'step', 'touchpoint', 'listens'],
  *check(context) {
    const declared = context.folder.namesOf('channel').slice(0, 30);
    for (const touchpoint of touchpointsIn(context.document)) {
      if (!nameOf(touchpoint) || channelOf(touchpoint, context)) continue;
      const fix: FoundFix = declared.length
        ? {
            title: say('Choose a channel'),
            edits: [
              appendTo(
                touchpoint,
                `via ${choices(
                  1,
                  declared.map((name) => written(name)),
                )}`,
                true,
              ),
            ],
            preferred: true,
          }
        : {
            title: say('Declare a channel and use it here'),
            edits: [declare(context.document, 'channel Web web'), appendTo(touchpoint, 'via Web')],
            preferred: true,
            decides: true,
          };
      yield {
        node: touchpoint,
        ...nameSpan(touchpoint),
        message: say(
          'By what means does “{0}” reach the customer? Say the channel: via {1}.',
          short(titleOf(touchpoint)),
          written(declared[0] ?? 'Web'),
        ),
        fixes: [fix],
      };
    }
  },
};
