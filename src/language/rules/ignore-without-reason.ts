import { english, say, short } from '../message.ts';
import { literal } from './edits.ts';
import type { Rule } from './rule.ts';

export const ignoreWithoutReason: Rule = {
  code: 'ignore-without-reason',
  severity: 'warning',
  finds: 'a `journey-ignore` comment with no reason',
  why: 'A finding that is silenced today puzzles whoever opens the map next year. The reason says whether it still holds.',
  example: {
    wrong: '// journey-ignore missing-persona\njourney "Order"\n  type current\n  goal "A laptop"\n',
    right: '// journey-ignore missing-persona: the interviews are in May\njourney "Order"\n  type current\n  goal "A laptop"\n',
  },
  fix: 'Puts the cursor behind the colon, where the reason goes.',
  *check({ document, ignores, tongue = english }) {
    for (const ignore of ignores?.all ?? []) {
      const last = ignore.codes.at(-1);
      const node = ignore.covers ?? document.nodes.at(-1);
      if (ignore.reason || !last || !node) continue;
      const codes = ignore.codes.map(({ code }) => code).join(', ');
      yield {
        node,
        start: ignore.start,
        end: ignore.end,
        message: say('Say why `{0}` is silenced here: `// journey-ignore {0}: …`.', short(codes)),
        fixes: [
          {
            title: say('Add a reason'),
            edits: [
              {
                start: ignore.reasonAt,
                end: ignore.reasonAt,
                text: `${ignore.hasColon ? '' : ':'} \${1:${literal(tongue('why'))}}`,
                snippet: true,
              },
            ],
            preferred: true,
          },
        ],
      };
    }
  },
};
