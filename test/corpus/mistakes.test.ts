import { describe, expect, test } from 'vitest';
import { annotated, complaints, mistakes, parse } from './mistakes.ts';

const all = mistakes();

describe('mistakes', () => {
  for (const mistake of all) {
    test(mistake.name, () => {
      const wrong = complaints(mistake);
      expect(wrong, `${wrong.join('\n')}\n\nThe file would have to be:\n\n${annotated(mistake.text)}`).toEqual([]);
    });
  }

  test('every one of the twenty-five has a file', () => {
    const numbers = new Set(all.map(({ name }) => Number.parseInt(name, 10)));
    expect(Array.from({ length: 25 }, (_, index) => index + 1).filter((number) => !numbers.has(number))).toEqual([]);
  });

  test('a file with what it would have to be holds, and says something of every finding', () => {
    for (const { name, text } of all) {
      const { marks, reads } = parse(annotated(text));
      expect(complaints({ name, content: '', text, marks, reads }), name).toEqual([]);
    }
  });

  test.each([
    ['a finding that is not marked', 'step form\n  takes 1.5h', 1],
    ['a mark where nothing is found', 'journey J\nstage S\nstep form\n  takes 2h\n//      ^^ unknown-value', 1],
    ['another message', 'journey J\nstage S\nstep form\n  takes 1.5h\n//      ^^^^ unknown-value\n// says: No.', 1],
    ['another fix', 'journey J\nstage S\nstep form\n  takes 1.5h\n//      ^^^^ unknown-value\n// fix: takes 2h', 1],
    ['another reading', 'journey J\nstage S\nstep form\n  takes 2h\n// reads: takes | duration=3h', 1],
  ])('complains of %s', (_, content, least) => {
    expect(complaints({ name: '', content, ...parse(content) }).length).toBeGreaterThanOrEqual(least);
  });
});
