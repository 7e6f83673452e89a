import { expect, test } from 'vitest';
import { rules } from '../../src/language/rules/index.ts';
import { cases, found } from './findings.ts';

const all = cases();

for (const each of all) {
  test(each.name, () => {
    const findings = found(each);
    for (const [index, { name, marks }] of each.files.entries()) expect((findings[index] ?? []).sort(), name).toEqual([...marks].sort());
  });
}

test('every rule is found somewhere in the corpus', () => {
  const marks = all.flatMap(({ files }) => files.flatMap((file) => file.marks));
  expect(rules.map(({ code }) => code).filter((code) => !marks.some((line) => line.includes(`› ${code} at`)))).toEqual([]);
});
