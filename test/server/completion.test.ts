import { expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver';
import { Client } from './client.ts';

/** Completions that need more than the text: files of the folder, and what is told of a name once it is asked for. */

const map = 'file:///maps/deep/map.journey';

async function complete(text: string, files: Record<string, string>, uri = map): Promise<{ client: Client; items: CompletionItem[] }> {
  const client = await new Client({ [uri]: '', ...files }).start();
  const lines = text.split('\n');
  const line = lines.findIndex((each) => each.includes('|'));
  const character = lines[line]?.indexOf('|') ?? 0;
  client.open(uri, text.replace('|', ''));
  const items = await client.request('textDocument/completion', { textDocument: { uri }, position: { line, character } });
  return { client, items: items as CompletionItem[] };
}

test('data files and pictures of the folder are offered, as the map would name them', async () => {
  const files = {
    'file:///maps/deep/a%20b.csv': '',
    'file:///maps/deep/further/c.TSV': '',
    'file:///maps/all.csv': '',
    'file:///maps/deep/vera.png': '',
    'file:///maps/deep/notes.txt': '',
    'file:///other/secret.csv': '',
  };
  const data = await complete('journey J\n  metric nps from "|"', files);
  expect(data.items.map(({ label }) => label)).toEqual(['a b.csv', '../all.csv', 'further/c.TSV']);
  const pictures = await complete('persona P\n  photo "|"', files);
  expect(pictures.items.map(({ label }) => label)).toEqual(['vera.png']);
});

test('a file whose name could not be written so that it is found again is not offered', async () => {
  const { items } = await complete('journey J\n  metric nps from "|"', {
    'file:///maps/deep/a%5Cb.csv': '',
    'file:///maps/deep/%20c.csv': '',
    'file:///maps/deep/%zz.csv': '',
    'file:///maps/deep/d.csv': '',
  });
  expect(items.map(({ label }) => label)).toEqual(['d.csv']);
});

test('a file that comes later is offered the next time', async () => {
  const { client, items } = await complete('journey J\n  metric nps from "|"', {});
  expect(items).toEqual([]);
  client.files.texts.set('file:///maps/deep/new.csv', '');
  const again = await client.request('textDocument/completion', { textDocument: { uri: map }, position: { line: 1, character: 19 } });
  expect((again as CompletionItem[]).map(({ label }) => label)).toEqual(['new.csv']);
});

test('a name tells its card when it is asked for', async () => {
  const { client, items } = await complete('team Desk contact "desk@example.org"\njourney J\nstage S owner |', {});
  expect(items.map(({ label, documentation }) => [label, documentation])).toEqual([['Desk', undefined]]);
  const resolved = (await client.request('completionItem/resolve', items[0] as object)) as CompletionItem;
  expect(JSON.stringify(resolved.documentation)).toContain('example');
  expect(
    await client.request('completionItem/resolve', { label: 'x', data: { uri: 'file:///gone', name: 'x', at: 3, scope: 'team' } }),
  ).toMatchObject({ label: 'x' });
});
