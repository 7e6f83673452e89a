import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { values, withTables } from '../scripts/generate/language.mjs';
import { filesBelow, pages } from '../scripts/generate/rules.mjs';
import { readDocument } from '../src/language/document.ts';
import { formatted } from '../src/language/format/index.ts';
import { readProject } from '../src/language/project/read.ts';
import { check, rules } from '../src/language/rules/index.ts';
import { definitions } from '../src/language/statements.ts';
import { read } from './language/facts.ts';

const root = join(import.meta.dirname, '..');

describe('the pages of the rules', () => {
  const wanted = pages();

  test('are all there, and no others', () => {
    expect(filesBelow().sort()).toEqual([...wanted.keys()].sort());
  });

  test.each([...wanted])('%s says what the rule says', (name, text) => {
    expect(readFileSync(join(root, 'docs/rules', name), 'utf8')).toBe(text);
  });
});

/** The codes of what cannot be read or cannot be so. */
const mistakes = ['syntax', 'unknown-value', 'misplaced-statement', 'score-out-of-range', 'given-twice'];

const prose = ['README.md', 'docs/language.md', 'docs/first-map.md'];

/** The maps of a page, as they are fenced; those behind `<!-- whole -->` are whole files. */
function mapsIn(page: string): { text: string; whole: boolean }[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/(<!-- whole -->\n+)?```journey\n([\s\S]*?)```/g)].map(([, whole, map]) => ({
    text: map as string,
    whole: !!whole,
  }));
}

function codesOf(text: string): string[] {
  const { document, folder } = read(text);
  return check({ document, folder, today: '2026-11-22' }).map(({ code }) => code);
}

describe.each(prose)('%s', (page) => {
  const maps = mapsIn(page);

  test('shows maps that can be read, and one at least that is whole and has no finding', () => {
    expect(maps.some(({ whole }) => whole)).toBe(true);
    for (const { text, whole } of maps)
      expect(whole ? codesOf(text) : codesOf(text).filter((code) => mistakes.includes(code)), text).toEqual([]);
  });

  test('shows maps as the formatter lays them out', () => {
    for (const { text } of maps) expect(formatted(readDocument('file:///a.journey', 1, text))).toBe(text);
  });

  test('links to files and headings that are there', () => {
    const text = readFileSync(join(root, page), 'utf8');
    const links = [...text.matchAll(/\]\((?!http)([^)]+)\)/g)].map(([, link]) => link as string);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      const [path, heading] = link.split('#');
      const target = path ? join(root, dirname(page), path) : join(root, page);
      expect(existsSync(target), link).toBe(true);
      if (heading) expect(headingsOf(target), link).toContain(heading);
    }
  });
});

/** The anchors that the headings of a page have. */
function headingsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    (title as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('the map in the README is short', () => {
  const [map] = mapsIn('README.md');
  const lines = (map?.text ?? '').split('\n').filter((line) => line.trim());
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.length).toBeLessThanOrEqual(10);
});

describe('the reference of the language', () => {
  const text = readFileSync(join(root, 'docs/language.md'), 'utf8');

  test('has the tables that the build writes', () => {
    expect(withTables(text)).toBe(text);
  });

  test('shows settings that hold', () => {
    const shown = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => readProject('file:///journey.json', 1, json as string));
    expect(shown.length).toBeGreaterThan(0);
    for (const { findings } of shown) expect(findings).toEqual([]);
  });

  test('names every statement, every part of one, every rule and every word to choose', () => {
    const words = definitions.flatMap(({ word, head, parts }) => [
      word,
      ...[...head, ...parts].flatMap(({ takes }) => ('of' in takes ? takes.of : [])),
      ...parts.map((part) => part.word),
    ]);
    const names = [...words, ...rules.map(({ code }) => code)].filter(Boolean);
    expect(names.filter((name) => !new RegExp(`[\`[| ]${name}[\`\\]| ]`).test(text))).toEqual([]);
  });

  test.each(values)('understands each form that it lists: $name', ({ plain, also, in: statement }) => {
    const found = [...plain, ...also].filter((form) => {
      const line = statement.replace('…', form.replace(/^([“„«「] ?)…/, '$1so'));
      const opening = line.startsWith('reviewed') || line.startsWith('channels') ? '' : 'stage Request\n  step form\n    ';
      const below = line.startsWith('action') ? 'pain "Slow"\n      ' : '';
      const codes = codesOf(`journey "Order"\n  ${opening}${below}${line}\n`);
      return codes.some((code) => mistakes.includes(code));
    });
    expect(found).toEqual([]);
  });
});
