import type { JourneyDocument } from '../document.ts';
import { say } from '../message.ts';
import { completed, isoDate } from '../read/dates.ts';
import type { Found, Rule } from './rule.ts';
import { problems } from './syntax.ts';

export const unknownValue: Rule = {
  code: 'unknown-value',
  severity: 'error',
  finds: 'a severity, status, type, channel kind, moment, date or duration that the language does not know',
  why: 'Maps are compared, filtered and counted by these words. A severity that only one map knows is seen by nobody.',
  example: {
    wrong: 'journey "Order"\nstage Request\n  step form\n    feels -1 "lost"\n    pain "Three forms" severity hihg\n',
    right: 'journey "Order"\nstage Request\n  step form\n    feels -1 "lost"\n    pain "Three forms" severity high\n',
  },
  fix: 'Writes the nearest value of the list.',
  *check(context) {
    const { document, today } = context;
    const known = problems(context, 'unknown-value');
    for (const found of known) {
      const { partial } = found.node.statement.problems.find(({ start }) => found.node.base + start === found.start) ?? {};
      const day = partial && completed(partial, partial.isDue, nearestDay(document, found, partial.isDue), today);
      yield day ? { ...found, ...dated(found, day) } : found;
    }
  },
};

/** What is said and done about a date without its year, the day being known. */
function dated({ start, end }: Found, day: string): Pick<Found, 'message' | 'fixes'> {
  return {
    message: say('Write dates as year-month-day: `{0}`.', day),
    fixes: [{ title: say('Write `{0}`', day), edits: [{ start, end, text: day }], preferred: true, decides: true }],
  };
}

/** The day that stands nearest to a place in the file: one by which something is due if such is asked for, else one of the past. */
function nearestDay(document: JourneyDocument, { start }: Found, isDue: boolean): { day: string; isDue: boolean } | undefined {
  const days = document.nodes.flatMap(({ base, statement: { items } }) => [
    ...(items.due ? [{ day: items.due.text, isDue: true, at: base + items.due.start }] : []),
    ...[items.date, items.on].flatMap((item) => (item ? [{ day: item.text, isDue: false, at: base + item.start }] : [])),
  ]);
  const real = days.filter(({ day }) => isoDate(day) === day);
  const wanted = real.filter((each) => each.isDue === isDue);
  const nearest = (wanted.length || !isDue ? wanted : real).toSorted((a, b) => Math.abs(a.at - start) - Math.abs(b.at - start));
  return nearest[0];
}
