import { describe, expect, test } from 'vitest';
import { french, translated, wordsOf } from '../../scripts/generate/examples.mjs';
import { noData } from '../../src/language/names/data.ts';
import { check, rules } from '../../src/language/rules/index.ts';
import { read } from '../language/facts.ts';

/** The examples on the French pages of the rules. */

const examples = rules.flatMap(({ code, example }) =>
  (['wrong', 'right'] as const).map((kind) => ({ code, kind, english: example[kind], text: translated(example[kind], french) })),
);

/** What is found in a text, by line. */
function found(text: string): string[] {
  const { document, folder } = read(text);
  folder.data = { ...noData, find: () => 'missing', picture: () => 'missing' };
  const findings = check({ document, folder, today: '2026-10-15' });
  return findings.map(({ code, start }) => `${document.lines.positionAt(start).line + 1}: ${code}`).sort();
}

describe.each(examples)('the $kind example of $code in French', ({ code, kind, english, text }) => {
  test('is found like the English one', () => {
    expect(found(text)).toEqual(found(english));
    expect(found(text).some((each) => each.endsWith(`: ${code}`))).toBe(kind === 'wrong');
  });

  test('has French words wherever the English one has words', () => {
    const own = /^(?:[\p{Lu}\p{Ll}]|Vera|Vera Cruz|csat|conversion|confirmation|.*\.(?:csv|gif)|)$/u;
    expect(wordsOf(english).filter((word) => !Object.hasOwn(french, word.text) && !own.test(word.text))).toEqual([]);
    expect(text.split('\n')).toHaveLength(english.split('\n').length);
  });
});

test('each translation is of use, and of a text of its own', () => {
  const used = new Set(examples.flatMap(({ english }) => wordsOf(english).map(({ text }) => text)));
  expect(Object.keys(french).filter((text) => !used.has(text))).toEqual([]);
  expect(new Set(Object.values(french)).size).toBe(Object.keys(french).length);
});
