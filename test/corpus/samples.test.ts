import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openProject } from '../../src/cli/project.ts';
import { journeysOf } from '../../src/language/names/facts.ts';
import { check } from '../../src/language/rules/index.ts';
import { buildMap } from '../../src/map/build.ts';

const root = join(import.meta.dirname, '../../samples');
const { files } = await openProject([root]);
const samples = Map.groupBy(files, ({ path }) => relative(root, path).split(sep)[0] as string);

/** What the samples are written for, and a day after which their reviews have grown old. */
const days = { 'the day of the tests': '2026-10-15', 'months later': '2027-01-25' };
const later = '2027-07-01';

/** The codes of the comments `// Left to be seen: … (code).`, by the line below them. */
function leftIn(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const code = /^\s*\/\/ (?:Left to be seen|Reste à voir) ?:.*\(([a-z-]+)\)\.$/.exec(line)?.[1];
    return code ? [`${index + 2}: ${code}`] : [];
  });
}

function foundIn({ document, folder }: (typeof files)[number], today: string): string[] {
  return check({ document, folder, today }).map(({ start, code }) => `${document.lines.rangeOf(start, start).start.line + 1}: ${code}`);
}

test('they are all there', () => {
  expect([...samples.keys()].sort()).toEqual([
    'ask-for-help-with-a-subscription',
    'livraison-d-un-canape',
    'one-problem-four-channels',
    'order-a-new-laptop',
    'sign-up-for-a-trial',
    'tour.journey',
  ]);
});

describe.each([...samples])('the sample %s', (name, maps) => {
  test.each(Object.entries(days))('has no finding but those left to be seen, each said in a comment above it, on %s', (_, today) => {
    for (const map of maps) expect(foundIn(map, today), map.path).toEqual(leftIn(map.document.text));
    expect(maps.flatMap(({ document }) => leftIn(document.text)).length).toBeLessThanOrEqual(2);
  });

  test('asks for a review when half a year has passed, and for its actions when they are due', () => {
    const codes = maps.flatMap((map) => check({ document: map.document, folder: map.folder, today: later }).map(({ code }) => code));
    const journeys = maps.flatMap(({ document }) => journeysOf(document));
    expect(codes.filter((code) => code === 'stale-map')).toHaveLength(journeys.length);
    expect(codes.filter((code) => !['stale-map', 'overdue-action'].includes(code))).toEqual(
      maps.flatMap(({ document }) => leftIn(document.text)).map((left) => left.replace(/.*: /, '')),
    );
  });

  test('is told by comments at its top', () => {
    for (const { document, path } of maps) expect(document.text.startsWith('// '), path).toBe(true);
    if (name !== 'tour.journey')
      expect(maps.map(({ document }) => document.text).join()).toMatch(/(Given|Donné)[\s\S]*(Added|added|Ajouté)/);
  });

  test('is a whole map', () => {
    const drawn = maps.flatMap((map) => journeysOf(map.document).map((journey) => buildMap(journey, map)));
    const whole = drawn.filter(({ stages }) => stages.flatMap(({ steps }) => steps).length >= 10);
    expect(whole.length).toBeGreaterThan(0);
    for (const map of whole) {
      const steps = map.stages.flatMap((stage) => stage.steps);
      expect(map.stages.length).toBeGreaterThanOrEqual(4);
      expect(steps.filter((step) => step.feelings.length).length).toBe(steps.length);
      for (const list of ['touchpoints', 'opportunities', 'moments'] as const)
        expect(
          steps.some((step) => step[list].length),
          list,
        ).toBe(true);
      expect(map.type === 'future' || steps.some(({ pains }) => pains.length), 'pains').toBe(true);
      expect(map.figures.heard).toBeGreaterThan(0);
      expect(map.figures.ours).toBeGreaterThan(0);
    }
  });
});
