import { expect, test } from 'vitest';
import { clustersOf } from '../../src/draw/clusters.ts';

test('the simple way and the other one part letters alike', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const letters = Array.from({ length: 0x2100 - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));
  const texts = letters.flatMap((letter) => ['a', ' ', '\u00ad', '\u2060', '!'].flatMap((beside) => [letter + beside, beside + letter]));
  const other = texts.filter(
    (text) => clustersOf(text).join('|') !== Array.from(segmenter.segment(text), ({ segment }) => segment).join('|'),
  );
  expect(other).toEqual([]);
});

test.each([
  ['e\u0301te', ['e\u0301', 't', 'e']],
  ['a👩‍👩‍👧b', ['a', '👩‍👩‍👧', 'b']],
  ['นำ', ['นำ']],
])('a letter keeps its marks, an emoji its parts: %s', (text, expected) => expect(clustersOf(text)).toEqual(expected));
