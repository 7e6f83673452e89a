import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decode } from '../../src/server/files.ts';
import { nodeFiles } from '../../src/server/node-files.ts';

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
  ];
  for (const given of [root, `${root}/`]) expect((await nodeFiles.list(given)).sort()).toEqual(expected.map((path) => root + path).sort());
});

test('reads what it lists', async () => {
  for (const uri of await nodeFiles.list(pathToFileURL(folder).href))
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
