import { say, short } from '../message.ts';
import { channelOf, journeysOf, stepsOf } from '../names/facts.ts';
import { nameKey } from '../names/folder.ts';
import { childrenOf, nameOf, nameSpan, namesIn, titleOf } from '../tree/node.ts';
import { written } from './edits.ts';
import { optionOf, type Rule } from './rule.ts';

export const singleChannel: Rule = {
  code: 'single-channel',
  severity: 'info',
  finds: 'a journey with five touchpoints or more, all through one channel, unless its `channels` name that one alone',
  why: 'Customers take the channel that is at hand, and often several for one problem. Where a map knows one only, it was mostly drawn from inside that channel.',
  example: {
    wrong:
      'team Desk\nchannel Portal web\njourney "Order"\nstage Request\n  step form\n    touchpoint A via Portal owner Desk\n    touchpoint B via Portal owner Desk\n    touchpoint C via Portal owner Desk\n    touchpoint D via Portal owner Desk\n    touchpoint E via Portal owner Desk\n',
    right:
      'team Desk\nchannel Portal web\nchannel Phone phone\njourney "Order"\nstage Request\n  step form\n    touchpoint A via Portal owner Desk\n    touchpoint B via Portal owner Desk\n    touchpoint C via Phone owner Desk\n    touchpoint D via Portal owner Desk\n    touchpoint E via Portal owner Desk\n',
  },
  fix: 'There is none: where else customers get in touch only they can tell. If the map is about one channel, name it: channels Portal.',
  hasNoFix: true,
  needsFolder: true,
  options: { touchpoints: { default: 5, least: 2, about: 'from how many touchpoints on one channel is too few' } },
  reach: 'journey',
  looksAt: ['journey', 'stage', 'step', 'touchpoint', 'listens', 'channels'],
  *check(context) {
    const least = optionOf(context, singleChannel, 'touchpoints');
    for (const journey of journeysOf(context.document)) {
      const touchpoints = new Map(
        stepsOf(journey)
          .flatMap((step) => childrenOf(step, 'touchpoint'))
          .filter((node) => nameKey(nameOf(node)))
          .map((node) => [nameKey(nameOf(node)), node]),
      );
      if (journey.implied || touchpoints.size < least) continue;
      const channels = [...touchpoints.values()].map((touchpoint) => channelOf(touchpoint, context)?.item.text);
      const [channel] = channels;
      if (channel === undefined || channels.some((other) => other === undefined || nameKey(other) !== nameKey(channel))) continue;
      const meant = childrenOf(journey, 'channels').flatMap((node) => namesIn(node, 'refs').map(({ text }) => nameKey(text)));
      if (meant.length && meant.every((key) => key === nameKey(channel))) continue;
      yield {
        node: journey,
        ...nameSpan(journey),
        message: say(
          'All {0} touchpoints of “{1}” go through {2}. Ask by what else customers get in touch, or say that this is meant: `channels {2}`.',
          touchpoints.size,
          short(titleOf(journey)),
          short(written(channel)),
        ),
        fixes: [],
      };
    }
  },
};
