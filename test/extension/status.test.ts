import { describe, expect, test } from 'vitest';
import { type Summary, statusOf, summaryOf } from '../../src/extension/status.ts';
import { toText } from '../../src/language/message.ts';
import { mapsOf } from '../language/facts.ts';

const none = { errors: 0, warnings: 0, remarks: 0 };
const signed = (mood: number) => `<${mood}>`;
const text = (summary: Summary, counts = none) =>
  statusOf(summary, counts, signed)
    .parts.map((part) => toText(part))
    .join(' · ');
const sentences = (summary: Summary, counts = none) => statusOf(summary, counts, signed).sentences.map((sentence) => toText(sentence));

const figures = { mood: -0.3, touchpoints: 18, ours: 12, heard: 5 };

test('a map’s figures and findings on one line, and in sentences', () => {
  const summary = { title: 'Order', figures, journeys: 1 };
  const counts = { errors: 0, warnings: 2, remarks: 1 };
  expect(text(summary, counts)).toBe('Mood <-0.3> · 12 of 18 ours · 3 findings');
  expect(sentences(summary, counts)).toEqual([
    'Mood <-0.3>: the mean of all feelings, from −2 to +2.',
    'Touchpoints that a team of ours answers for: 12 of 18.',
    'Touchpoints with a listening post: 5 of 18.',
    'Found: 2 warnings, 1 remark.',
  ]);
});

describe('what there is not is not shown as a number', () => {
  test('no feeling', () => {
    const { mood: _, ...rest } = figures;
    expect(text({ figures: rest, journeys: 1 })).toBe('12 of 18 ours · no findings');
    expect(sentences({ figures: rest, journeys: 1 })[0]).toContain('Nobody feels anything yet');
  });

  test('no touchpoint', () => {
    const summary = { figures: { mood: 0, touchpoints: 0, ours: 0, heard: 0 }, journeys: 1 };
    expect(text(summary)).toBe('Mood <0> · no findings');
    expect(sentences(summary)).toContain('No touchpoint yet: write `touchpoint` in a step.');
  });

  test.each([
    ['empty', 'Empty map · no findings'],
    ['declares', 'Names only · no findings'],
    ['unreadable', 'Cannot be read · no findings'],
  ] as const)('no map: %s', (why, expected) => {
    expect(text({ why, journeys: 0 })).toBe(expected);
    expect(sentences({ why, journeys: 0 })).toHaveLength(2);
  });
});

test.each([
  [{ errors: 1, warnings: 0, remarks: 0 }, '1 finding', 'Found: 1 error.'],
  [{ errors: 2, warnings: 1, remarks: 0 }, '3 findings', 'Found: 2 errors, 1 warning.'],
  [{ errors: 1, warnings: 1, remarks: 2 }, '4 findings', 'Found: 1 error, 1 warning, 2 remarks.'],
  [none, 'no findings', 'Nothing was found that the map lacks.'],
])('findings are counted, and told apart: %j', (counts, short, long) => {
  expect(text({ why: 'empty', journeys: 0 }, counts)).toContain(short);
  expect(sentences({ why: 'empty', journeys: 0 }, counts).at(-1)).toBe(long);
});

test('of several journeys it is said which one the figures are of', () => {
  expect(sentences({ figures, journeys: 3 })).toContainEqual(expect.stringContaining('has 3 journeys'));
  expect(sentences({ figures, journeys: 1 })).not.toContainEqual(expect.stringContaining('journeys'));
});

test('a reply is kept without its map', () => {
  const [map] = mapsOf('journey "Order"\nstage S\n  step T\n    feels -1\n');
  const reply = { version: 1, ...(map && { map }), journeys: [{ id: 'journey:Order', title: 'Order' }], marks: {}, errors: 0 };
  expect(summaryOf(reply)).toEqual({ title: 'Order', figures: { mood: -1, touchpoints: 0, ours: 0, heard: 0 }, journeys: 1 });
  expect(summaryOf({ version: 1, why: 'declares', journeys: [], marks: {}, errors: 0 })).toEqual({ why: 'declares', journeys: 0 });
});
