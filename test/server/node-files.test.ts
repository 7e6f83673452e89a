import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decode, decodeOld } from '../../src/server/files.ts';
import { nodeFiles, walk } from '../../src/server/node-files.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'journey-files-'));
  for (const name of [
    "l'achat (v2), copie!.journey",
    'größe 客服 #1.journey',
    'deep/er/map.journey',
    'journey.json',
    'other.txt',
    '.hidden/a.journey',
    'node_modules/b.journey',
  ]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
  mkdirSync(join(folder, 'folder.journey'));
  mkdirSync(join(folder, 'odd/journey.json'), { recursive: true });
  writeFileSync(join(folder, 'odd/journey.json/inside.journey'), '');
  symlinkSync(folder, join(folder, 'loop'));
});

afterAll(() => rmSync(folder, { recursive: true }));

test('lists maps and journey.json below a folder, by the addresses that editors give them', async () => {
  const root = pathToFileURL(folder).href;
  const expected = [
    '/journey.json',
    '/l%27achat%20%28v2%29%2C%20copie%21.journey',
    '/gr%C3%B6%C3%9Fe%20%E5%AE%A2%E6%9C%8D%20%231.journey',
    '/deep/er/map.journey',
    '/odd/journey.json',
  ];
  for (const given of [root, `${root}/`]) expect((await nodeFiles.list(given)).sort()).toEqual(expected.map((path) => root + path).sort());
});

test('reads what it lists', async () => {
  for (const uri of (await nodeFiles.list(pathToFileURL(folder).href)).filter((each) => !each.includes('/odd/')))
    expect(await nodeFiles.read(uri)).toBe(decodeURIComponent(uri.slice(pathToFileURL(folder).href.length + 1)));
});

test.each(['file:///no/such/folder', 'untitled:Untitled-1', 'git:/maps/x.journey', 'nonsense'])('has nothing at %s', async (uri) => {
  expect(await nodeFiles.list(uri)).toEqual([]);
  expect(await nodeFiles.read(uri)).toBeUndefined();
});

test.each([
  [[0xef, 0xbb, 0xbf, 0x61], 'a'],
  [[0xff, 0xfe, 0x61, 0x00], 'a'],
  [[0xfe, 0xff, 0x00, 0x61], 'a'],
  [[0x61, 0xff, 0x62], 'a\ufffdb'],
  [[], ''],
])('bytes %j are %j', (bytes, text) => {
  expect(decode(Uint8Array.from(bytes))).toBe(text);
});

test('looks at a file, or says why it cannot be read', async () => {
  const at = (path: string) => new URL(path, `${pathToFileURL(folder).href}/`).href;
  const home = at('deep/');
  symlinkSync(join(folder, 'other.txt'), join(folder, 'deep/link.csv'));
  expect(await nodeFiles.look(at('other.txt'), 100)).toEqual({ text: 'other.txt' });
  expect(await nodeFiles.look(at('other.txt'), 8)).toEqual({ why: 'large' });
  expect(await nodeFiles.look(at('odd/journey.json'), 100)).toEqual({ why: 'folder' });
  expect(await nodeFiles.look(at('no/such.txt'), 100)).toEqual({ why: 'missing' });
  expect(await nodeFiles.look(at('other.txt/x'), 100)).toEqual({ why: 'missing' });
  expect(await nodeFiles.look('untitled:x', 100)).toEqual({ why: 'missing' });
  expect(await nodeFiles.look(at('deep/er/map.journey'), 100, home)).toEqual({ text: 'deep/er/map.journey' });
  expect(await nodeFiles.look(at('other.txt'), 100, home)).toEqual({ why: 'outside' });
  expect(await nodeFiles.look(at('deep/link.csv'), 100, home)).toEqual({ why: 'outside' });
});

test('walks only into the folders that are wanted', async () => {
  const asked: string[] = [];
  const found: string[] = [];
  await walk(folder, found, (at, names) => {
    asked.push(at.slice(folder.length));
    return !names.includes('er');
  });
  expect(asked.sort()).toEqual(['', '/deep', '/folder.journey', '/odd']);
  expect(found.some((path) => path.endsWith('map.journey'))).toBe(false);
});

test.each([
  [[0x64, 0xe9, 0x6c, 0x61, 0x69], 'délai'],
  [[0xef, 0xbb, 0xbf, 0xc3, 0xa9], 'é'],
  [[0xff, 0xfe, 0xe9, 0x00], 'é'],
])('bytes %j are %j where old files are read', (bytes, text) => {
  expect(decodeOld(Uint8Array.from(bytes))).toBe(text);
});

test('lists data and pictures that maps may name, the nearer first, and follows no link', async () => {
  for (const name of ['far/a.csv', 'far/off/b.PNG', 'c d.csv', '.hidden/e.csv', 'node_modules/f.csv']) {
    mkdirSync(dirname(join(folder, 'beside', name)), { recursive: true });
    writeFileSync(join(folder, 'beside', name), '');
  }
  symlinkSync(folder, join(folder, 'beside', 'loop'));
  symlinkSync(join(folder, 'other.txt'), join(folder, 'beside', 'link.csv'));
  const root = `${pathToFileURL(join(folder, 'beside')).href}/`;
  expect(await nodeFiles.beside(root)).toEqual(['c%20d.csv', 'far/a.csv', 'far/off/b.PNG'].map((path) => root + path));
  expect(await nodeFiles.beside('file:///nowhere/at/all/')).toEqual([]);
});
