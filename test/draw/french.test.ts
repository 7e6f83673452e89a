import { describe, expect, test } from 'vitest';
import { english } from '../../src/draw/english.ts';
import { drawMap, light, stringsOf } from '../../src/draw/index.ts';
import type { Strings } from '../../src/draw/strings.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { geometryOfScene } from './geometry-of-scene.ts';
import { maps, marksOnAll } from './maps.ts';
import { overlaps } from './overlaps.ts';

const french = stringsOf('fr');

test('the words are those of the language that is named, else English', () => {
  expect(stringsOf('en')).toBe(english);
  expect(stringsOf(undefined)).toBe(english);
  expect(french).not.toBe(english);
});

/** Words that both tongues share. */
const shared = new Set(['impact', 'effort', 'web', 'irritant', 'Motivations', 'Frustrations', 'mobile', 'e-mail', 'Action', 'Ticket']);

/** What each function of the words is tried with. */
const tried: { [Key in keyof Strings]?: Parameters<Extract<Strings[Key], (...args: never[]) => unknown>> } = {
  severity: ['high'],
  due: ['2026-12-15'],
  lasts: ['5d'],
  takes: ['10min'],
  waits: ['2d'],
  after: ['2d'],
  quote: ['x'],
  asOf: ['2026-12-15'],
  fromFile: ['x.csv', 'x'],
  using: ['x'],
  handoff: ['x', 'y'],
  leadsTo: ['x', 'y'],
  ends: [undefined, 'y'],
  alongside: ['x'],
  replaces: ['x'],
  drops: ['x'],
  answers: ['x'],
  absent: [['x', 'y']],
  scope: ['x', 'y'],
  measure: ['x', '1', '2'],
};

function leaves(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const args = tried[path as keyof Strings];
    return args ? [[path, String((value as (...given: unknown[]) => unknown)(...args))]] : [];
  }
  return Object.entries(value as object).flatMap(([key, each]) => leaves(each, path ? `${path}.${key}` : key));
}

describe('French', () => {
  test('says everything in its own words', () => {
    const said = new Map(leaves(french, ''));
    const same = leaves(english, '').filter(([path, text]) => said.get(path) === text && !shared.has(text));
    expect(said.size).toBeGreaterThan(100);
    expect(same).toEqual([]);
  });

  test.each([
    ['5d', '5 jours'],
    ['1d', '1 jour'],
    ['1.5d', '1,5 jour'],
    ['2-5d', '2–\u20605 jours'],
    ['1h30min', '1 heure 30 minutes'],
    ['1mo', '1 mois'],
    ['3mo', '3 mois'],
    ['two days', 'two days'],
  ])('%s lasts %s', (written, said) => {
    expect(french.duration(written).replaceAll('\u00a0', ' ')).toBe(said);
  });

  test.each([
    ['1400', '1 400'],
    ['142', '142'],
    ['1234567', '1 234 567'],
    ['6.2', '6,2'],
    ['-12', '−12'],
    ['61%', '61 %'],
    ['6.2%', '6,2 %'],
    ['44% of 1400', '44 % de 1 400'],
    ['3.2/5', '3,2/5'],
    ['14.50 EUR', '14,50 €'],
    ['20 USD', '20 USD'],
    ['310 per month', '310 par mois'],
    ['2.5 per Call', '2,5 par appel'],
    ['3 per bouquet', '3 par bouquet'],
    ['1.234.567', '1.234.567'],
    ['60 EUR per night', '60 € par nuit'],
  ])('%s is measured as %s', (written, said) => {
    expect(french.measure('volume', written, written).replaceAll('\u00a0', ' ')).toBe(`volume ${said} · cible ${said}`);
  });

  test('keeps a number on a line with its unit', () => {
    expect(french.measure('NPS', '61%', '14.50 EUR')).toBe('NPS\u00a061\u00a0%\u00a0· cible\u00a014,50\u00a0€');
  });

  test('keeps what belongs together on a line, with its own numbers, dates and quotes', () => {
    expect(french.duration('2d')).toBe('2\u00a0jours');
    expect(french.quote('Bonjour')).toBe('«\u00a0Bonjour\u00a0»');
    expect(french.date('2026-01-01')).toBe('1er janv. 2026');
    expect(french.date('2026-12-15')).toBe('15 déc. 2026');
    expect(french.date('soon')).toBe('soon');
    expect([-1.25, 0, 0.04, 2].map(french.signed)).toEqual(['−1,3', '0,0', '0,0', '+2,0']);
  });

  test('writes the scale of the curve as whole numbers', () => {
    const { lines } = geometryOfScene(drawMap(maps.laptop as JourneyMap, { theme: light, labels: french }));
    expect(lines.map(({ text }) => text).filter((text) => /^[+−]?[02]([.,]0)?$/.test(text))).toEqual(['+2', '0', '−2']);
  });

  test.each(Object.keys(maps))('draws the map %s with no text outside its box, on another or on the curve', (name) => {
    const map = maps[name];
    if (!map) throw new Error(`There is no map ${name}`);
    for (const width of [undefined, 480]) {
      const scene = drawMap(map, { theme: light, marks: marksOnAll(map), labels: french, ...(width ? { width } : {}) });
      expect(overlaps(geometryOfScene(scene))).toEqual([]);
      expect(scene.description).toMatch(/^Une carte de parcours client.*étape.*activité/);
    }
  });
});
