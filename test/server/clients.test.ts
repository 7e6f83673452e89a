import { describe, expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver/node';
import { plainText } from '../../src/server/completions-for.ts';
import { Client } from './client.ts';

const map = 'file:///maps/order.journey';
const teams = 'file:///maps/teams.journey';
const end = (line: number) => ({ textDocument: { uri: map }, position: { line, character: 0 } });

/** What a client with these abilities is offered at the start of a text. */
async function offered(capabilities: object, options?: object): Promise<CompletionItem[]> {
  const client = new Client();
  await client.request('initialize', { processId: null, rootUri: null, capabilities, initializationOptions: options });
  client.open(map, '');
  return client.request<CompletionItem[]>('textDocument/completion', end(0));
}

const textOf = ({ textEdit, insertText, label }: CompletionItem): string => textEdit?.newText ?? insertText ?? label;

describe('completion', () => {
  const snippets = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };

  test('has snippets for a client that inserts them', async () => {
    const items = await offered(snippets);
    expect(items.some((item) => item.insertTextFormat === 2 && textOf(item).includes('\n'))).toBe(true);
  });

  test('is plain text of one line for any other', async () => {
    const items = await offered({});
    expect(items.length).toBeGreaterThan(3);
    for (const item of items) {
      expect(item.insertTextFormat).not.toBe(2);
      expect(textOf(item)).not.toMatch(/\$[\d{]|\n/);
    }
    expect(items.filter(({ label }) => label === 'journey').map(textOf)).toEqual(['journey ""']);
  });

  test('asks for the next one only where the client runs that command itself', async () => {
    const withCommand = (items: CompletionItem[]) => items.filter(({ command }) => command).length;
    expect(withCommand(await offered({}))).toBe(0);
    expect(withCommand(await offered({}, { suggests: true }))).toBeGreaterThan(0);
  });

  // With § for $.
  test.each([
    ['step "§1"§0', 'step ""'],
    ['goal "§{1:what}" §{0}', 'goal "what" '],
    ['feels §{5|0,-2,-1|} x', 'feels 0 x'],
    ['costs \\§5 \\} \\\\ §{1:a \\} b}', 'costs §5 } \\ a } b'],
  ])('%s is %s without its places', (snippet, plain) => {
    expect(plainText(snippet.replaceAll('§', '$'))).toBe(plain.replaceAll('§', '$'));
  });
});

describe('files that change on the disk', () => {
  test('are watched by a client that can, where it does not do so by itself', async () => {
    const able = { didChangeWatchedFiles: { dynamicRegistration: true } };
    const asked = await new Client().start(['file:///maps'], able);
    expect(asked.watched).toEqual(['**/*.journey', '**/journey.json', '**/*.{csv,tsv,png,jpg,jpeg,webp,svg,PNG,JPG,JPEG}']);
    const itself = await new Client().start(['file:///maps'], able, undefined, { watchesFiles: true });
    expect(itself.watched).toEqual([]);
  });

  test('count as they were saved once they are closed, for a client that tells of none', async () => {
    const client = await new Client({ [teams]: 'team Desk' }).start();
    client.open(map, 'journey "Order"\n  stage Request\n    step form\n      touchpoint Call owner Helpdesk');
    expect(await client.codes(map)).toContain('unknown-name');
    client.open(teams, 'team Desk');
    client.change(teams, 'team Helpdesk');
    expect(await client.codes(map)).not.toContain('unknown-name');
    client.files.texts.set(teams, 'team Helpdesk');
    client.close(teams);
    expect(await client.codes(map)).not.toContain('unknown-name');
  });
});

describe('a version', () => {
  test('that a client does not count up does not hold the findings back', async () => {
    const client = await new Client().start();
    client.open(map, 'journey "Order"');
    await client.settled();
    const before = await client.codes(map);
    void client.notify('textDocument/didChange', { textDocument: { uri: map, version: 1 }, contentChanges: [{ text: 'team Desk' }] });
    expect(await client.codes(map)).not.toEqual(before);
  });
});

describe('an edit beyond the text', () => {
  test('ends where the text ends, and so do those after it', async () => {
    const client = await new Client().start();
    client.open(map, 'team A\nteam B');
    client.change(map, '\nteam C\nteam D', [1000, 0, 1002, 7]);
    client.change(map, 'x', [3, 99, 3, 400]);
    client.change(map, 'team E\n', [0, 0, 0, 0]);
    const symbols = await client.request<{ name: string }[]>('textDocument/documentSymbol', { textDocument: { uri: map } });
    expect(symbols.map(({ name }) => name)).toEqual(['E', 'A', 'B', 'C', 'Dx']);
  });
});

describe('a failure of one answer', () => {
  test('leaves the others as they are', async () => {
    const client = await new Client().start();
    client.files.list = () => Promise.reject(new Error('no'));
    client.files.look = () => Promise.reject(new Error('no'));
    void client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///more', name: 'more' }], removed: [] },
    });
    client.open(map, 'team A');
    expect(await client.request('textDocument/documentSymbol', { textDocument: { uri: map } })).toHaveLength(1);
  });
});
