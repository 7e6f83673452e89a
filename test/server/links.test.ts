import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentLink } from 'vscode-languageserver';
import { readDocument } from '../../src/language/document.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { linksOf } from '../../src/server/links.ts';
import { nodeFiles } from '../../src/server/node-files.ts';
import { Client } from './client.ts';

/** A folder with maps in it, and a secret beside it. */
let base = '';
let root = '';

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'journey-links-'));
  mkdirSync(join(base, 'maps/deep'), { recursive: true });
  for (const name of ['secret.md', 'maps/notes 1.md', 'maps/deep/a.csv', 'maps/deep/empty.csv'])
    writeFileSync(join(base, name), name.includes('empty') ? '' : 'x');
  symlinkSync(join(base, 'secret.md'), join(base, 'maps/deep/link.md'));
  symlinkSync(base, join(base, 'maps/deep/out'));
  root = `${pathToFileURL(join(base, 'maps')).href}/`;
});

afterAll(() => rmSync(base, { recursive: true }));

async function targets(...links: string[]): Promise<(string | undefined)[]> {
  const text = `journey J\n${links.map((link) => `  evidence "x" link "${link}"\n`).join('')}`;
  const document = readDocument(`${root}deep/map.journey`, 1, text);
  const found = await linksOf({ document, folder: new Folder() }, root, nodeFiles);
  return found.map(({ target }) => target?.replace(root, ''));
}

describe('a file', () => {
  test('of the folder is linked to, also above the map', async () => {
    expect(await targets('a.csv', 'empty.csv', './/a.csv', '../notes%201.md', '..\\\\notes 1.md', '../deep/a.csv')).toEqual([
      'deep/a.csv',
      'deep/empty.csv',
      'deep/a.csv',
      'notes%201.md',
      'notes%201.md',
      'deep/a.csv',
    ]);
  });

  test.each([
    '../../secret.md',
    '..%2f..%2fsecret.md',
    '..%5c..%5csecret.md',
    '..\\\\..\\\\secret.md',
    '%2e%2e/%2e%2e/secret.md',
    '%252e%252e/%252e%252e/secret.md',
    '../deep/../../secret.md',
    '/etc/passwd',
    '%2fetc%2fpasswd',
    '//host/share/x.md',
    '\\\\\\\\host\\\\share\\\\x.md',
    'C:\\\\secret.md',
    'file:///etc/passwd',
    'link.md',
    'out/secret.md',
    'gone.md',
    '.',
    '..',
  ])('outside of it, or of none, leads nowhere: %s', async (link) => {
    expect(await targets(link)).toEqual([]);
  });
});

test('half of a character is in no name of a file', async () => {
  expect(await targets('\ud800.md', 'a\udc00/b.md', 'a.csv')).toEqual(['deep/a.csv']);
});

test('links come over the wire with what they do, in the tongue of the folder', async () => {
  const files = { 'file:///maps/map.journey': '', 'file:///maps/vera.png': 'x', 'file:///maps/journey.json': '{ "language": "fr" }' };
  const client = await new Client(files).start();
  client.open(
    'file:///maps/map.journey',
    'persona P\n  photo "vera.png"\n  evidence "x" link "https://example.org"\n  evidence "y" link "gone.md"',
  );
  const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: 'file:///maps/map.journey' } });
  expect(links.map(({ target, tooltip }) => [target, tooltip])).toEqual([
    ['file:///maps/vera.png', 'Ouvrir le fichier'],
    ['https://example.org/', 'Ouvrir la page'],
  ]);
});
