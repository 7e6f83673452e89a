import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawMap, toSvg } from '../../src/draw/index.ts';
import { light } from '../../src/draw/themes.ts';
import { beside, fileName, fileOf, isFileName, languageOf, languages, mapOf, snippetOf, templates } from '../../src/extension/templates.ts';
import { readDocument } from '../../src/language/document.ts';
import { formatted } from '../../src/language/format/index.ts';
import { toText } from '../../src/language/message.ts';
import { check } from '../../src/language/rules/index.ts';
import { mapsOf, read } from '../language/facts.ts';

/** What the editor makes of a snippet that nobody writes over: each stop shows its first value. */
function expanded(snippet: string): string {
  const plain = (text: string) => text.replaceAll(/\\([\\$}])/g, '$1');
  return snippet.replaceAll(
    /\\([\\$}])|\$\{\d+\|([^,|]*),[^|]*\|\}|\$\{\d+:((?:\\.|[^\\}])*)\}|\$0$/g,
    (_, mark = '', choice = '', text = '') => mark + choice + plain(text),
  );
}

const folder = join(import.meta.dirname, '../../media/templates');
const today = '2031-05-06';
const files = templates.flatMap((template) => languages.map((language) => ({ template, language, file: fileOf(template, language) })));
const texts = new Map(files.map(({ file }) => [file, mapOf(readFileSync(join(folder, file), 'utf8'), today)]));
const textOf = (file: string) => texts.get(file) ?? '';

test('there is a file for each kind in each language, and no other', () => {
  expect(readdirSync(folder).sort()).toEqual(files.map(({ file }) => file).sort());
});

describe.each(files)('$file', ({ template, language, file }) => {
  const text = textOf(file);
  const [map, ...others] = mapsOf(text);

  test('leaves nothing to be found, also beside the others of its language in one folder', () => {
    const others = files.filter((other) => other.language === language && other.file !== file).map((other) => other.file);
    for (const neighbours of [[], others]) {
      const context = read(text, Object.fromEntries(neighbours.map((name) => [`file:///maps/${name}`, textOf(name)])));
      expect(check({ ...context, today }).map(({ code, message }) => `${code}: ${toText(message)}`)).toEqual([]);
    }
  });

  test('leaves nothing to be found either beside another of its kind, of which it takes the names', () => {
    const [second, third] = [beside(text, [text]), beside(text, [text, beside(text, [text])])];
    for (const [again, number] of [
      [second, 2],
      [third, 3],
    ] as const) {
      const first = { 'file:///maps/first.journey': text, ...(number === 3 ? { 'file:///maps/second.journey': second } : {}) };
      const context = read(again, first);
      expect(check({ ...context, today }).map(({ code, message }) => `${code}: ${toText(message)}`)).toEqual([]);
      expect(again).toMatch(new RegExp(`^journey ".* ${number}" for `, 'm'));
      expect(again).not.toMatch(/^(?:persona|team|channel|system)\b/m);
      expect(formatted(readDocument('file:///maps/map.journey', 1, again))).toBe(again);
    }
  });

  test('is what it is beside others, of which it takes only what they declare', () => {
    expect(beside(text, ['', 'journey "Another"\n'])).toBe(text);
    const [line = ''] = /^team .*$/m.exec(text) ?? [];
    expect(beside(text, [`// x\n${line}\n`])).toBe(text.replace(`${line}\n`, ''));
  });

  test('is laid out', () => expect(formatted(readDocument('file:///maps/map.journey', 1, text))).toBe(text));

  test('is one map of its kind, with a curve that rises and falls, and is drawn', () => {
    expect(others).toEqual([]);
    expect(map?.type).toBe(template === 'blueprint' ? 'current' : template);
    expect(map?.view).toBe(template === 'blueprint' ? 'blueprint' : undefined);
    const scores = map?.stages.flatMap(({ steps }) => steps.flatMap(({ feelings }) => feelings.map(({ score }) => score))) ?? [];
    expect(scores.length).toBeGreaterThanOrEqual(5);
    expect(Math.max(...scores) - Math.min(...scores)).toBeGreaterThanOrEqual(2);
    const svg = map ? toSvg(drawMap(map, { theme: light })) : '';
    expect(svg).toContain('<svg');
    expect(svg).not.toMatch(/NaN|undefined/);
  });

  test('says who, how it works, and when it was checked', () => {
    expect(text).toMatch(/^\/\/ .*\bTab\b/m);
    expect(map?.personas.map(({ declared }) => declared)).toEqual([true]);
    expect(map?.reviewed).toBe(template === 'future' ? undefined : today);
  });

  test('is a snippet that stops at each text and score in turn, and is the map again where nobody writes', () => {
    const snippet = snippetOf(text);
    expect(expanded(snippet)).toBe(text);
    const stops = [...snippet.matchAll(/\$\{(\d+)[:|]/g)].map(([, stop]) => Number(stop));
    const first = stops.filter((stop, at) => stops.indexOf(stop) === at);
    expect(first).toEqual(first.map((_, at) => at + 1));
    expect(snippet.endsWith('$0')).toBe(true);
    // A text written over must change nothing but that text, so every name stands in quotes.
    expect(text.replaceAll(/\/\/.*|"[^"\n]*"/g, '')).not.toMatch(
      /\b(?:persona|team|channel|system|journey|stage|step|touchpoint|owner|via|by|for) [^\s"]/,
    );
  });
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: that is how snippets are written.
describe('a snippet', () => {
  test('keeps one stop for texts that are equal, and numbers the others in their order', () => {
    expect(snippetOf('team "A"\nstep "B"\n  touchpoint "C" owner "A"\n')).toBe(
      'team "${1:A}"\nstep "${2:B}"\n  touchpoint "${3:C}" owner "${1:A}"\n$0',
    );
  });

  test('offers the scores, the one in the map first', () => {
    expect(snippetOf('feels -1 "lost"')).toBe('feels ${1|-1,-2,0,1,2|} "${2:lost}"$0');
  });

  test.each(['// "a" costs $1}\n', 'says "5 $ or {6}"\n', 'says "C:\\\\x"\n'])('stands for itself whatever is in it: %s', (text) => {
    expect(expanded(snippetOf(text))).toBe(text);
  });

  test('stops at nothing in a comment', () => expect(snippetOf('// say "a" or feels 1\n')).toBe('// say "a" or feels 1\n$0'));
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: that is how snippets are written.

test.each([
  ['fr', 'fr'],
  ['fr-CA', 'fr'],
  ['FR_ch', 'fr'],
  ['en-gb', 'en'],
  ['de', 'en'],
  ['frr', 'en'],
  ['', 'en'],
])('who reads %s gets the template in %s', (tag, language) => expect(languageOf(tag)).toBe(language));

describe('the name of a file', () => {
  test.each([
    ['map', 'map.journey'],
    [' Order a laptop ', 'Order a laptop.journey'],
    ['map.journey', 'map.journey'],
    ['map.JOURNEY', 'map.JOURNEY'],
    ['v1.2', 'v1.2.journey'],
    ['Livraison d’un canapé', 'Livraison d’un canapé.journey'],
    ['お客様', 'お客様.journey'],
  ])('%j is %j', (typed, name) => {
    expect(fileName(typed)).toBe(name);
    expect(isFileName(fileName(typed))).toBe(true);
  });

  test.each([
    '',
    ' ',
    '.journey',
    'a/b',
    'a\\b',
    '..',
    '../a',
    'a:b',
    'what?',
    'a\u0000',
    'con',
    'LPT1.journey',
    'a .journey',
    'a..journey',
    '.hidden',
  ])('%j is none', (typed) => expect(isFileName(fileName(typed))).toBe(false));
});
