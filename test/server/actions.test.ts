import { describe, expect, test } from 'vitest';
import type { CodeAction, Hover, TextDocumentEdit } from 'vscode-languageserver-types';
import { pagesFor } from '../../src/server/rule-pages.ts';
import { Client } from './client.ts';

const map = 'file:///maps/map.journey';
const text = 'journey "Order" for Vera\n  type current\n  goal "x"\nstage Request\n  step one\n    feels 1\n    pain "x" severity hihg\n';
const edits = { workspaceEdit: { snippetEditSupport: true, documentChanges: true, resourceOperations: ['create'] } };

async function started(options?: object, capabilities: object = edits): Promise<Client> {
  const client = await new Client({ 'file:///maps/people.journey': 'persona Vera\n' }).start(
    ['file:///maps'],
    capabilities,
    undefined,
    options,
  );
  client.open(map, text);
  await client.settled();
  return client;
}

function actions(client: Client, line: number, character: number, only?: string[]): Promise<CodeAction[]> {
  const position = { line, character };
  return client.request('textDocument/codeAction', {
    textDocument: { uri: map },
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });
}

describe('code actions', () => {
  test('are told of by their kinds', async () => {
    const client = await started();
    expect(client.capabilities.codeActionProvider).toEqual({
      codeActionKinds: ['quickfix', 'refactor.extract', 'refactor.rewrite', 'source.fixAll.journey'],
    });
  });

  test('fix a whole file where the editor asks for that on saving, and then no more', async () => {
    const client = await started();
    const [all, ...others] = await actions(client, 0, 0, ['source.fixAll']);
    expect(others).toEqual([]);
    expect(all?.kind).toBe('source.fixAll.journey');
    const [change] = (all?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(change).toMatchObject({ textDocument: { uri: map, version: 1 }, edits: [{ newText: 'high' }] });
    client.change(map, text.replace('hihg', 'high'));
    expect(await actions(client, 0, 0, ['source.fixAll'])).toEqual([]);
  });

  test('make a new file only where the editor can', async () => {
    const titles = async (client: Client): Promise<string[]> =>
      (await actions(client, 0, 9, ['refactor.rewrite'])).map(({ title }) => title);
    expect(await titles(await started())).toHaveLength(2);
    expect(await titles(await started(undefined, {}))).toHaveLength(1);
  });
});

test('a file that a refactoring makes is shown with the command that the client names, and with none else', async () => {
  const made = async (client: Client): Promise<unknown[]> =>
    (await actions(client, 0, 9, ['refactor.rewrite'])).map(({ command }) => command?.command);
  expect(await made(await started({ shows: 'show' }))).toEqual([undefined, 'show']);
  expect(await made(await started())).toEqual([undefined, undefined]);
});

describe('the page of a rule', () => {
  test('is where the client says, for codes and for hovers', async () => {
    const client = await started({ rulePages: 'pages:/{code}.md', ruleLinks: 'command:show?{code}' });
    const [finding] = (await client.findings(map)).filter(({ code }) => code === 'unknown-value');
    expect(finding?.codeDescription).toEqual({ href: 'pages:/unknown-value.md' });
    const hover = await client.request<Hover>('textDocument/hover', { textDocument: { uri: map }, position: { line: 6, character: 24 } });
    expect(JSON.stringify(hover.contents)).toContain('[What is this rule about?](command:show?unknown-value)');
  });

  test('is not linked to where there is none', async () => {
    const client = await started();
    expect((await client.findings(map)).map(({ codeDescription }) => codeDescription)).not.toContainEqual(expect.anything());
    const hover = await client.request<Hover>('textDocument/hover', { textDocument: { uri: map }, position: { line: 6, character: 24 } });
    expect(JSON.stringify(hover.contents)).not.toContain('](');
  });

  test.each([
    [{ rulePages: 'a/{code}/b' }, 'a/x/b', 'a/x/b'],
    [{ rulePages: 'a/' }, 'a/x', 'a/x'],
    [{ rulePages: 'a/', ruleLinks: 'b/{code}' }, 'a/x', 'b/x'],
    [undefined, 'file:///x.md', 'file:///x.md'],
    [null, 'file:///x.md', 'file:///x.md'],
    [{ rulePages: 5 }, 'file:///x.md', 'file:///x.md'],
    [{ rulePages: '' }, undefined, undefined],
  ])('for %j', (options, ofCode, inHover) => {
    const pages = pagesFor(options, 'file:///{code}.md');
    expect([pages?.ofCode('x'), pages?.inHover('x')]).toEqual([ofCode, inHover]);
  });
});
