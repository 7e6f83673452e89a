import { expect, test } from 'vitest';
import { satisfactionOf } from '../../src/language/names/satisfaction.ts';

test.each<[name: string, value: string, target: string | undefined, satisfaction: number | undefined]>([
  ['nps', '-100', undefined, 0],
  ['NPS', '0', undefined, 0.5],
  ['nps', '−50', undefined, 0.25],
  ['Net Promoter Score', '100', undefined, 1],
  ['nps', '101', undefined, undefined],
  ['csat', '1/5', undefined, 0],
  ['csat', '5/5', undefined, 1],
  ['csat', '3,0/5', undefined, 0.5],
  ['csat', '3 of 5', undefined, 0.5],
  ['csat', '50/100', undefined, 0.5],
  ['csat', '61%', undefined, 0.61],
  ['csat', '44% of 1400', undefined, 0.44],
  ['csat', '6/5', undefined, undefined],
  ['csat', '3.2', undefined, undefined],
  ['Étoiles', '5/5', undefined, 1],
  ['ces', '7', '6', 1],
  ['ces', '1.5', '1.2', 11 / 12],
  ['ces', '2', '4', undefined],
  ['ces', '4', '6', 0.5],
  ['ces', '1', '6', 0],
  ['ces', '6/7', '2/7', 1 / 6],
  ['ces', '1', undefined, undefined],
  ['cost', '1/5', undefined, undefined],
  ['volume', '3%', undefined, undefined],
])('%s %s, to reach %s, says %s', (name, value, target, satisfaction) => {
  const found = satisfactionOf(name, value, target);
  if (satisfaction === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(satisfaction, 9);
});
