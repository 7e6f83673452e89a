import { describe, expect, test } from 'vitest';
import { meaningOf, meaningOfPart } from '../../../src/language/features/meanings.ts';
import { definitions } from '../../../src/language/statements.ts';
import { lineAfter, offered } from '../cursor.ts';

const labels = (marked: string): string[] => offered(marked).map(({ label }) => label);
const inStep = (own: string, before = ''): string => `journey J\nstage S\n  step a\n${before}${own}`;

const parts = ['target', 'on', 'from', 'column'];

describe('values', () => {
  test.each<[where: string, text: string, expected: string[]]>([
    ['lengths of time', inStep('    takes |'), ['10min', '2h', '1d', '1w']],
    [
      'lengths that the journey has, first and in their plain form',
      inStep('  step b\n    waits |', '    waits 3 days\n'),
      ['3d', '10min', '2h', '1d', '1w'],
    ],
    ['units behind a number', inStep('    waits 3|'), ['3s', '3min', '3h', '3d', '3w', '3mo']],
    ['units behind a number and half a unit', inStep('    waits 3m|'), ['3s', '3min', '3h', '3d', '3w', '3mo']],
    ['units behind two numbers', inStep('    silence "x" lasts 2-5|'), ['2-5s', '2-5min', '2-5h', '2-5d', '2-5w', '2-5mo']],
    ['what a number may count', inStep('    metric cost 38|'), ['38%', '38 EUR', '38 per month', ...parts]],
    [
      'ratings for a small one',
      inStep('    listens "x" csat 3.2|', '    touchpoint T\n'),
      ['3.2%', '3.2/5', '3.2/7', '3.2/10', '3.2 EUR', 'target'],
    ],
    [
      'the currency of the journey',
      inStep('    metric cost 38|', '    metric cost 40 £\n').replace('£', 'GBP'),
      ['38%', '38 GBP', '38 per month', ...parts],
    ],
    [
      'the target that a measure has elsewhere',
      inStep('    metric nps -3 target |', '    metric nps -12 target 20\n    metric csat 61% target 80 %\n'),
      ['20'],
    ],
    ['no value for a measure', inStep('    metric nps |'), parts],
    ['a time: that of the step before', inStep('  step b\n    at |', '    at 10:30\n'), ['"…"', '10:30']],
    ['a time', inStep('    at |'), ['"…"', '09:00']],
    [
      'what is due: the ends of months and quarters, today last',
      inStep('      action "y" due |', '    pain "x"\n'),
      ['2026-10-31', '2026-12-31', '2026-11-30', '2027-03-31', '2026-10-15'],
    ],
    [
      'what is due: what the journey has first, if it is not over',
      inStep('      action "y" due |', '    pain "x"\n      action "a" due 2026-11-05\n      action "b" due 2026-10-01\n'),
      ['2026-11-05', '2026-10-31', '2026-12-31', '2026-11-30', '2027-03-31', '2026-10-15'],
    ],
    ['when it was checked', 'journey J\n  reviewed |', ['2026-10-15']],
    ['when it was measured', inStep('    metric nps 3 on |'), ['2026-10-15', '2026-09-30']],
  ])('%s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test.each([
    [inStep('    waits 3|'), '3d', '    waits 3d|'],
    [inStep('    metric cost 38| target 20'), '38 EUR', '    metric cost 38 EUR| target 20'],
    [inStep('    feels |'), '-2', '    feels -2 |'],
  ])('are written as %j says', (text, label, line) => {
    expect(lineAfter(text, label)).toBe(line);
  });

  test('say what they mean, every one', () => {
    for (const { kind, head, parts } of definitions) {
      for (const { slot, takes } of [...head, ...parts]) {
        if (!('of' in takes)) continue;
        for (const value of takes.of) expect(meaningOf(kind, slot, value), `${kind} ${slot} ${value}`).toBeDefined();
      }
      for (const { word } of parts) if (word) expect(meaningOfPart(kind, word), `${kind} ${word}`).toBeDefined();
    }
    expect(meaningOf('moment', 'choice', 'constructor')).toBeUndefined();
    expect(meaningOfPart('moment', 'constructor')).toBeUndefined();
    expect(offered(inStep('    moment |')).map(({ detail }) => Boolean(detail))).toEqual([true, true, true]);
  });
});
