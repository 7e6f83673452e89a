import { say, short } from '../message.ts';
import { journeysOf, stepsOf } from '../names/facts.ts';
import { isoDate } from '../read/values.ts';
import { childrenOf, inFile, nameSpan, textOf, titleOf } from '../tree/node.ts';
import { insertBelow, insertBeside } from './edits.ts';
import { optionOf, type Rule } from './rule.ts';

/** From so many steps on a map is asked when it was checked: below that it is being written. */
const enough = 4;

export const staleMap: Rule = {
  code: 'stale-map',
  severity: 'info',
  finds: 'a map that was `reviewed` more than 180 days ago, or, from four steps on and unless its type is `future`, never',
  why: 'A service changes, and its map does not change by itself. Who plans by an old map mends what is mended already, so say when it was last laid beside reality.',
  example: {
    wrong: 'persona Vera\njourney "Order" for Vera\n  type current\n  reviewed 2020-01-31\nstage Request\n  step form\n    feels -1\n',
    right: 'persona Vera\njourney "Order" for Vera\n  type current\n  reviewed 2199-01-31\nstage Request\n  step form\n    feels -1\n',
  },
  fix: 'Writes today’s date, for who has just checked the map.',
  options: { days: { default: 180, least: 1, about: 'how many days a review holds' } },
  *check(context) {
    const { document, today } = context;
    const days = optionOf(context, staleMap, 'days');
    for (const journey of journeysOf(document)) {
      if (journey.implied || !titleOf(journey).trim()) continue;
      const title = say('It has been checked today: {0}', today);
      const [reviewed] = childrenOf(journey, 'reviewed');
      const item = reviewed?.statement.items.date;
      if (reviewed && item) {
        if (reviewed.statement.problems.some(({ fixes }) => fixes.length > 1)) continue; // it is asked which day that is
        const date = isoDate(item.text);
        const age = date === undefined ? 0 : daysBetween(date, today);
        if (age <= days) continue;
        const span = inFile(reviewed, item);
        yield {
          node: journey,
          ...span,
          message: say('“{0}” was last checked {1} days ago. Go through it again, and write the day.', short(titleOf(journey)), age),
          // Not preferred: to fix all in a file must not claim that somebody looked.
          fixes: [{ title, edits: [{ ...span, text: today }] }],
        };
      } else if (!reviewed && isWritten(journey)) {
        const last = journey.children.findLast(({ kind, misplaced }) => kind !== 'stage' && kind !== 'unreadable' && !misplaced);
        const line = [`reviewed ${today}`];
        yield {
          node: journey,
          ...nameSpan(journey),
          message: say('When was “{0}” last checked against what really happens? Say it: `reviewed {1}`.', short(titleOf(journey)), today),
          fixes: [{ title, edits: [last ? insertBeside(document, last, line) : insertBelow(document, journey, line)] }],
        };
      }
    }
  },
};

function isWritten(journey: Parameters<typeof stepsOf>[0]): boolean {
  const type = childrenOf(journey, 'type')[0];
  return (!type || textOf(type, 'choice') !== 'future') && stepsOf(journey).filter(({ implied }) => !implied).length >= enough;
}

/** Whole days from one ISO date to another. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
