import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pages } from '../scripts/generate/rules.mjs';
import { check } from '../src/language/rules/index.ts';
import { read } from './language/facts.ts';

const root = join(import.meta.dirname, '..');

describe('the pages of the rules', () => {
  const wanted = pages();

  test('are all there, and no others', () => {
    expect(readdirSync(join(root, 'docs/rules')).sort()).toEqual([...wanted.keys()].sort());
  });

  test.each([...wanted])('%s says what the rule says', (name, text) => {
    expect(readFileSync(join(root, 'docs/rules', name), 'utf8')).toBe(text);
  });
});

test('the map in the README has ten lines and no finding', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const map = /```journey\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  expect(
    map
      .trim()
      .split('\n')
      .filter((line) => line.trim()),
  ).toHaveLength(10);
  const { document, folder } = read(map);
  expect(check({ document, folder, today: '2026-11-22' })).toEqual([]);
});

test('the README links to files that are there', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const links = [...readme.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, path]) => path as string);
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
