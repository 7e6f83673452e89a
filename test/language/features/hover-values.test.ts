import { describe, expect, test } from 'vitest';
import { hover } from '../../../src/language/features/hover.ts';
import { noData } from '../../../src/language/names/data.ts';
import { withCursor } from '../cursor.ts';
import { read } from '../facts.ts';

const today = '2026-10-15';

/** What is told with the cursor, `|`, in a text, and of which stretch of it. */
function told(marked: string): [over: string, text: string] | undefined {
  const { text, offset } = withCursor(marked);
  const context = read(text);
  context.folder.data = {
    ...noData,
    find: (_, path) =>
      path === 'm.csv'
        ? {
            columns: ['day', 'Answer', ''],
            rows: [
              ['2026-10-01', '3,5', 'x'],
              ['2026-10-08', '6', 'y'],
            ],
          }
        : 'missing',
  };
  const found = hover(context, offset, [], undefined, today);
  const { lines } = context.document;
  return (
    found?.range && [
      text.slice(lines.offsetAt(found.range.start), lines.offsetAt(found.range.end)),
      (found.contents as { value: string }).value,
    ]
  );
}

const inStep = (own: string): string => `journey J\nstage S\n  step a\n    ${own}`;

describe('a value tells what it means', () => {
  test.each<[text: string, over: string, shown: string]>([
    [inStep('moment tru|th "x"'), 'truth', '**truth** — a moment of truth: here the customer decides'],
    [inStep('moment deli|ght'), 'delight', 'better than the customer expected'],
    ['team T exter|nal', 'external', 'not ours: we do not control it'],
    ['channel C web|', 'web', 'a web site or portal'],
    [inStep('pain "x" severity hi|gh'), 'high', 'the customer may give up'],
    [inStep('expects "x" un|met'), 'unmet', 'disappointed'],
    ['journey J\n  type fut|ure', 'future', 'as we want it'],
    [inStep('feels |-2'), '-2', 'furious, upset, distressed'],
    [inStep('feels −|1 "lost"'), '−1', '**\\-1** — frustrated, worried'],
    [inStep('waits 1h30m|in'), '1h30min', '1 hour, 30 minutes'],
    [inStep('waits 3 da|ys'), '3 days', '**3d** — 3 days'],
    [inStep('silence "x" lasts 2-|5d'), '2-5d', '2 to 5 days; where times are added up, the shorter counts'],
    [inStep('handoff to T after 1|w'), '1w', '1 week'],
    ['journey J\n  reviewed 2026-1|0-01', '2026-10-01', 'Thursday 1 October 2026: 14 days ago'],
    [inStep('pain "x"\n action "y" due 15.12.20|26'), '15.12.2026', '**2026\\-12\\-15** — Tuesday 15 December 2026: in 61 days'],
    ['journey J\n  reviewed 2026-10-1|5', '2026-10-15', 'Thursday 15 October 2026: today'],
    ['journey J\n  reviewed 2026-10-1|4', '2026-10-14', ': yesterday'],
    [inStep('metric nps 3 on 2026-10-1|6'), '2026-10-16', ': tomorrow'],
    [inStep('metric csat 3|.2 of 5'), '3.2 of 5', '**3\\.2\\/5** — a rating: 3.2 of at most 5'],
    [inStep('metric csat 6|1 %'), '61 %', '**61%** — a share'],
    [inStep('metric csat 44% of 1|400'), '44% of 1400', 'a share: 44% of 1400 who were asked'],
    [inStep('metric cost 3|8 €'), '38 €', '**38 EUR** — an amount of money'],
    [inStep('metric volume 1400 per mo|nth'), '1400 per month', 'how often'],
    [inStep('metric n|ps 3'), 'nps', 'net promoter score'],
    [inStep('touchpoint T\n listens "x" cs|at 3/5'), 'csat', 'customer satisfaction'],
    [inStep('metric answer from "m.c|sv"'), '"m.csv"', '2 rows, with day, Answer; the file says 6 on 2026-10-08'],
    [inStep('metric x from "m.csv" column Ans|wer on 2026-10-01'), 'Answer', 'the file says 3.5 on 2026-10-01'],
  ])('%j', (text, over, shown) => {
    const found = told(text);
    expect(found?.[0]).toBe(over);
    expect(found?.[1]).toContain(shown);
  });

  test.each([
    [inStep('metric nps |-3')],
    [inStep('metric backlog| 3')],
    [inStep('feels 4|/5 "x"')],
    [inStep('pain "x" severity zz|z')],
    [inStep('metric x from "gone.c|sv"')],
    [inStep('at 09:|10')],
    [inStep('does "wai|ts 3d"')],
    ['journey J\n  reviewed someti|me'],
    ['journey J\n  scope from "m.c|sv" to "x"'],
  ])('or nothing, where it means no more than it says: %j', (text) => {
    expect(told(text)).toBeUndefined();
  });
});

describe('the word of a part tells what it adds, then what the statement is for', () => {
  test.each([
    [inStep('touchpoint T vi|a C'), 'via', 'The channel of the contact'],
    [inStep('handoff fr|om A to B'), 'from', 'passes the work on'],
    [inStep('metric nps 3 tar|get 4'), 'target', 'The value to reach'],
    ['journey J fo|r P', 'for', 'The personas whose journey it is'],
    ['journey J\n  scope from "a" t|o "b"', 'to', 'Where the journey ends'],
  ])('%j', (text, over, shown) => {
    const found = told(text);
    expect(found?.[0]).toBe(over);
    expect(found?.[1]).toContain(shown);
    expect(found?.[1]).toContain('```journey');
  });
});

describe('a rule in an ignore comment tells what it is about', () => {
  const code = 'pain-without-opportunity';
  test.each([
    [`// journey-ignore pain-without-opp|ortunity: it is known`, code],
    [`// journey-ignore stale-map, |pain-without-opportunity: it is known`, code],
    [`/* journey-ignore pain-without-opportunity|: x */`, code],
  ])('%j', (text, over) => {
    const found = told(text);
    expect(found?.[0]).toBe(over);
    expect(found?.[1]).toContain(`**${code}** — `);
    expect(found?.[1]).toContain('Why it matters');
  });

  test.each([
    '// journey-ignore no-su|ch-rule: x',
    '// journey-ignore stale-map: stale-m|ap is known',
    '// stale-m|ap',
    '// journey-ig|nore stale-map: x',
  ])('and nothing else in a comment: %j', (text) => {
    expect(told(text)).toBeUndefined();
  });
});
