import { describe, expect, test } from 'vitest';
import { completions } from '../../../src/language/features/completion.ts';
import { emotions, usualScore } from '../../../src/language/features/emotions.ts';
import { scoreOfPhrase } from '../../../src/language/read/take-score.ts';
import { tongueOf } from '../../../src/server/tongues.ts';
import { today } from '../any-text.ts';
import { lineAfter, offered, withCursor } from '../cursor.ts';
import { read } from '../facts.ts';

const labels = (marked: string): string[] => offered(marked).map(({ label }) => label);
const inStep = (own: string): string =>
  `journey J\nstage S\n  step a\n    feels -2 "forgotten"\n  step b\n    feels 1 "lost"\n  step c\n${own}`;

describe('words for feelings', () => {
  test.each([
    [inStep('    feels |'), 'frustrated', '    feels -1 "frustrated"|'],
    [inStep('    feels frus|'), 'frustrated', '    feels -1 "frustrated"|'],
    [inStep('    feels |'), 'delighted', '    feels 2 "delighted"|'],
    [inStep('    feels |'), 'indifferent', '    feels 0 "indifferent"|'],
    [inStep('    feels |'), 'forgotten', '    feels -2 "forgotten"|'],
    [inStep('    feels |'), 'lost', '    feels 1 "lost"|'],
    [inStep('    feels Vera |'), 'frustrated', '    feels Vera -1 "frustrated"|'],
    [inStep('    feels | // so it was'), 'frustrated', '    feels -1 "frustrated"| // so it was'],
    [inStep('    feels -1 |'), 'frustrated', '    feels -1 "frustrated"|'],
    [inStep('    feels -1 "|"'), 'frustrated', '    feels -1 "frustrated"|'],
    [inStep('    feels -1 "fr|'), 'frustrated', '    feels -1 "frustrated"|'],
  ])('write their score too: %j', (text, label, line) => {
    expect(lineAfter(text, label)).toBe(line);
  });

  test('of the journey come first, with the score that they have there', () => {
    expect(labels(inStep('    feels |')).slice(0, 7)).toEqual(['-2', '-1', '0', '1', '2', 'forgotten', 'lost']);
  });

  test('of the score that is written come first', () => {
    const all = labels(inStep('    feels -2 "|"'));
    expect(all.slice(0, 3)).toEqual(['forgotten', 'furious', 'upset']);
    expect(all.at(-1)).toBe('triumphant');
    expect(labels(inStep('    feels −2 "|"'))[0]).toBe('forgotten');
  });

  test('are not offered where one stands already', () => {
    expect(labels(inStep('    feels | "lost"'))).toEqual(['-2', '-1', '0', '1', '2']);
  });

  test('are in the reader’s tongue', () => {
    const { text, offset } = withCursor(inStep('    feels |'));
    const item = completions({ ...read(text), tongue: tongueOf('fr') }, offset, today).find(({ label }) => label === 'frustré');
    expect(item?.textEdit?.newText).toBe('-1 "frustré"');
  });

  test.each(['en', 'fr'] as const)('a whole map is found by the word of the language in %s', (language) => {
    const { text, offset } = withCursor('jour|');
    const item = completions({ ...read(text), tongue: tongueOf(language) }, offset, today).find(({ label }) => / /.test(label));
    expect(item?.filterText).toMatch(/^journey /);
  });

  test('have the score that the fix of a missing one proposes', () => {
    const proposed = emotions.flatMap((emotion) => {
      const score = scoreOfPhrase(emotion.word.text);
      return score === undefined ? [] : [[emotion.word.text, score, usualScore(emotion)]];
    });
    expect(proposed.length).toBeGreaterThan(10);
    expect(proposed.filter(([, fix, usual]) => fix !== usual)).toEqual([]);
  });

  test('are each once, on both sides of the middle, with a valence that a scale of nine has', () => {
    expect(new Set(emotions.map(({ word }) => word.text)).size).toBe(emotions.length);
    for (const { valence } of emotions) expect(valence).toSatisfy((value: number) => value >= 1 && value <= 9);
    const scores = new Set(emotions.map(usualScore));
    expect([...scores].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
    expect([1, 2, 4, 4.9, 5.1, 6, 8, 9].map((valence) => usualScore({ word: { text: '', args: [] }, valence }))).toEqual([
      -2, -2, -1, 0, 0, 1, 2, 2,
    ]);
  });
});

test('a ticket begins as the others do, and its number is left to be written', () => {
  const { text, offset } = withCursor('journey J\nstage S\nstep a\npain "x"\naction "a" ticket "SD-412"\naction "b" ticket "|"');
  const [item] = completions(read(text), offset, today);
  expect([item?.label, item?.textEdit?.newText, item?.insertTextFormat]).toEqual(['SD-', '"SD-$1"$0', 2]);
});

describe('texts that repeat others', () => {
  const journey =
    'journey J\n  evidence "6 interviews" link "https://example.org/a"\nstage S\n  evidence "6 interviews"\n  step a\n    evidence "A survey"\n    pain "x"\n      action "a" ticket "SD-412"\n';
  test.each<[where: string, text: string, expected: string[]]>([
    ['evidence that the journey has, the most frequent first', `${journey}    evidence "|"`, ['6 interviews', 'A survey']],
    ['evidence behind its word', `${journey}    evidence |`, ['"…"', '6 interviews', 'A survey']],
    ['links of evidence', `${journey}    evidence "z" link "|"`, ['https://example.org/a']],
    ['how tickets begin', `${journey}      action "b" ticket "|"`, ['SD-']],
    ['nothing for what somebody does', `${journey}    does "|"`, []],
  ])('%s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });
});
