import { expect, test } from 'vitest';
import { mapsOf } from '../language/facts.ts';

test('a map shows values in their plain form, however they are typed', () => {
  const [map] = mapsOf(`journey Trial
  metric conversion 6,2 % target 8 %
  metric cost 1 400 € target £1'000
  metric csat 3,2 of 5 on 15.12.2026
  reviewed 15.12.2026
stage Start
  step one
    at 9:10
    takes 2 days
    waits 1h 30 min
    silence "No word" lasts 2–5 d
    handoff to Desk after ３ weeks
    touchpoint Form
      listens "A survey" ces 5,1 of 7
  step two
    at "9:10 or so"
`);
  const metrics = map?.metrics.map(({ value, target, on }) => ({ value, target, on }));
  expect(metrics).toEqual([
    { value: { text: '6.2%', value: 6.2 }, target: { text: '8%', value: 8 } },
    { value: { text: '1400 EUR', value: 1400 }, target: { text: '1000 GBP', value: 1000 } },
    { value: { text: '3.2/5', value: 3.2 }, on: '2026-12-15' },
  ]);
  expect(map?.reviewed).toBe('2026-12-15');
  const [one, two] = map?.stages[0]?.steps ?? [];
  expect(one).toMatchObject({
    at: '09:10',
    takes: { text: '2d', minutes: 2880 },
    waits: { text: '1h30min', minutes: 90 },
    silences: [{ lasts: { text: '2-5d', minutes: 2880 } }],
    handoffs: [{ after: { text: '3w', minutes: 30240 } }],
    touchpoints: [{ listens: [{ value: { text: '5.1/7', value: 5.1 } }] }],
  });
  expect(two?.at).toBe('9:10 or so');
});
