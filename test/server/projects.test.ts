import { describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import type { MapReply } from '../../src/server/protocol.ts';
import { Client } from './client.ts';

const map = 'file:///maps/order.journey';
const nested = 'file:///maps/sub/other.journey';
const project = 'file:///maps/journey.json';
const above = 'file:///journey.json';
const text = 'journey "Order" for Vera\n  goal "A laptop"\nstage Request\n  step form\n    feels 1\n';
const off = (...codes: string[]) => JSON.stringify({ rules: Object.fromEntries(codes.map((code) => [code, 'off'])) });

/** The codes found in a text, without those that are not of interest here. */
async function has(client: Client, uri: string, code: string): Promise<boolean> {
  return (await client.codes(uri)).includes(code);
}

describe('what a journey.json says holds', () => {
  test('for the findings of the maps below it', async () => {
    const client = await new Client({ [project]: off('unknown-name') }).start();
    client.open(map, text);
    client.open('file:///other/x.journey', text);
    expect([await has(client, map, 'unknown-name'), await has(client, 'file:///other/x.journey', 'unknown-name')]).toEqual([false, true]);
  });

  test('for the lanes of their pictures', async () => {
    const client = await new Client({ [project]: '{ "lanes": ["feels", "steps"] }' }).start();
    client.open(map, text);
    await client.settled();
    expect((await client.request<MapReply>('journey/map', { uri: map })).lanes).toEqual(['feels', 'steps']);
    client.write(project, '{}');
    await client.settled();
    expect((await client.request<MapReply>('journey/map', { uri: map })).lanes).toBeUndefined();
  });

  test('for the language of what is found in them, and in itself', async () => {
    const client = await new Client({ [project]: '{ "language": "fr", "theme": "drak" }' }).start();
    const english = await new Client({ [project]: '{ "theme": "drak" }' }).start();
    const message = async (from: Client) => (await from.findings(project))[0]?.message;
    expect(await message(english)).toBe('`theme` cannot be `"drak"`. Did you mean `"dark"`?');
    expect(await message(client)).toMatch(/^`theme` ne peut/);
  });

  test('for a text that was never saved, as for one of the workspace', async () => {
    const client = await new Client({ [project]: off('unknown-name') }).start();
    client.open('untitled:Untitled-1', text);
    expect(await has(client, 'untitled:Untitled-1', 'unknown-name')).toBe(false);
  });

  test('as an editor has it that does not count its versions', async () => {
    const client = await new Client().start();
    client.open(project, '{}');
    client.open(map, text);
    expect(await has(client, map, 'unknown-name')).toBe(true);
    const change = { textDocument: { uri: project, version: null }, contentChanges: [{ text: off('unknown-name') }] };
    await client.notify('textDocument/didChange', change);
    await client.settled();
    expect(await has(client, map, 'unknown-name')).toBe(false);
  });

  test('not from within a folder of that name', async () => {
    const client = await new Client({ 'file:///maps/journey.json/inner.journey': 'persona Vera' }).start();
    client.open(map, text);
    expect(await has(client, map, 'unknown-name')).toBe(true);
    client.write('file:///maps/journey.json/inner.journey', 'persona Vera // as before');
    await client.settled();
    expect(await has(client, map, 'unknown-name')).toBe(true);
  });

  test('from the nearest one', async () => {
    const client = await new Client({ [project]: off('unknown-name'), 'file:///maps/sub/journey.json': '{}' }).start();
    client.open(map, text);
    client.open(nested, text);
    expect([await has(client, map, 'unknown-name'), await has(client, nested, 'unknown-name')]).toEqual([false, true]);
  });
});

describe('a journey.json above the workspace folder', () => {
  test('counts, and shares the names of all maps below it', async () => {
    const files = { [above]: off('missing-type'), 'file:///people/vera.journey': 'persona Vera' };
    const client = await new Client(files).start();
    client.open(map, text);
    expect([await has(client, map, 'unknown-name'), await has(client, map, 'missing-type')]).toEqual([false, false]);
  });

  test('counts no more where the workspace folder has its own, or once it is gone, and again when it is back', async () => {
    const client = await new Client({ [above]: off('unknown-name') }).start();
    client.open(map, text);
    const found: boolean[] = [];
    for (const [uri, content] of [
      [project, '{}'],
      [project, undefined],
      [above, undefined],
      [above, off('unknown-name')],
    ] as const) {
      client.write(uri, content);
      found.push(await has(client, map, 'unknown-name'));
    }
    expect(found).toEqual([true, false, true, false]);
  });

  test('is not taken from beyond a hidden folder', async () => {
    const client = await new Client({ 'file:///a/journey.json': off('unknown-name') }).start(['file:///a/.worktrees/maps']);
    client.open('file:///a/.worktrees/maps/x.journey', text);
    expect(await has(client, 'file:///a/.worktrees/maps/x.journey', 'unknown-name')).toBe(true);
  });

  test('counts for a file outside the workspace too', async () => {
    const client = await new Client({
      'file:///other/journey.json': off('unknown-name'),
      'file:///other/t.journey': 'persona Vera',
    }).start();
    client.open('file:///other/deep/x.journey', text);
    expect(await has(client, 'file:///other/deep/x.journey', 'unknown-name')).toBe(false);
    client.write('file:///other/journey.json', '{}');
    expect(await has(client, 'file:///other/deep/x.journey', 'unknown-name')).toBe(false);
    client.write('file:///other/t.journey', 'team Desk');
    expect(await has(client, 'file:///other/deep/x.journey', 'unknown-name')).toBe(true);
  });

  test('is watched, with the folders of its maps, where the client can', async () => {
    const client = new Client({ [above]: '{}', 'file:///people/vera.journey': 'persona Vera' });
    const watching = { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } };
    await client.start(['file:///maps'], watching, undefined, { watchesFiles: true });
    const named = '*.{journey,csv,tsv,png,jpg,jpeg,webp,svg,PNG,JPG,JPEG}';
    expect(client.watched).toEqual(['file:/// journey.json', `file:/// ${named}`, `file:///people ${named}`]);
    client.write(above, undefined);
    await client.settled();
    expect(client.watched).toEqual(['file:/// journey.json']);
  });
});

describe('a change of it is followed', () => {
  test('when it is created, changed and removed, and panels are told', async () => {
    const client = await new Client().start();
    client.open(map, text);
    const found = [await has(client, map, 'unknown-name')];
    for (const content of [off('unknown-name'), '{}', off('unknown-name'), undefined]) {
      const before = client.changes.length;
      client.write(project, content);
      found.push(await has(client, map, 'unknown-name'));
      expect(client.changes.slice(before)).toContainEqual({ uri: map, version: 1 });
    }
    expect(found).toEqual([true, false, true, false, true]);
  });

  test('when it is renamed, as a file and with its folder', async () => {
    const client = await new Client({ 'file:///maps/sub/journey.json': off('unknown-name') }).start();
    client.open(nested, text);
    client.open('file:///maps/new/x.journey', text);
    const both = async () => [await has(client, nested, 'unknown-name'), await has(client, 'file:///maps/new/x.journey', 'unknown-name')];
    expect(await both()).toEqual([false, true]);
    // The folder becomes another: of its files nothing is told.
    client.files.texts.set('file:///maps/new/journey.json', off('unknown-name'));
    client.files.texts.delete('file:///maps/sub/journey.json');
    void client.notify('workspace/didRenameFiles', { files: [{ oldUri: 'file:///maps/sub', newUri: 'file:///maps/new' }] });
    expect(await both()).toEqual([true, false]);
    client.files.texts.delete('file:///maps/new/journey.json');
    void client.notify('workspace/didDeleteFiles', { files: [{ uri: 'file:///maps/new' }] });
    expect(await both()).toEqual([true, true]);
  });

  test('while it is edited and not saved; what is on the disk counts again when it is closed', async () => {
    const client = await new Client({ [project]: '{}' }).start();
    client.open(map, text);
    client.open(project, '{}');
    const found = [await has(client, map, 'unknown-name')];
    client.change(project, off('unknown-name'));
    found.push(await has(client, map, 'unknown-name'));
    client.write(project, '{ }');
    found.push(await has(client, map, 'unknown-name'));
    client.close(project);
    found.push(await has(client, map, 'unknown-name'));
    expect(found).toEqual([true, false, false, true]);
  });

  test('also by a client that counts versions from 0', async () => {
    const client = await new Client({ [project]: '{}' }).start();
    client.open(map, text);
    const item = { uri: project, languageId: 'jsonc', version: 0, text: off('unknown-name') };
    void client.notify('textDocument/didOpen', { textDocument: item });
    expect(await has(client, map, 'unknown-name')).toBe(false);
  });

  test('while JSON is broken on the way, with all that can be read', async () => {
    const client = await new Client({ [project]: '{}' }).start();
    client.open(map, text);
    client.open(project, '{}');
    client.change(project, '{ "rules": { "unknown-name": "off", ');
    expect(await has(client, map, 'unknown-name')).toBe(false);
  });

  test('when workspace folders come and go', async () => {
    const client = await new Client({ [project]: '{ "colour": 1 }', 'file:///more/journey.json': '{ "color": 1 }' }).start();
    const folders = (added: string[], removed: string[]) =>
      client.notify('workspace/didChangeWorkspaceFolders', {
        event: { added: added.map((uri) => ({ uri, name: uri })), removed: removed.map((uri) => ({ uri, name: uri })) },
      });
    expect([await client.codes(project), await client.codes('file:///more/journey.json')]).toEqual([['project-file'], []]);
    void folders(['file:///more'], ['file:///maps']);
    expect([await client.codes(project), await client.codes('file:///more/journey.json')]).toEqual([[], ['project-file']]);
  });
});

describe('what is wrong in it', () => {
  test('is told though it is not open, and cleared when it is mended or removed', async () => {
    const client = await new Client({ [project]: '{\n  "theme": "drak"\n}' }).start();
    expect(await client.findings(project)).toEqual([
      {
        range: { start: { line: 1, character: 11 }, end: { line: 1, character: 17 } },
        severity: 1,
        code: 'project-file',
        source: 'journey',
        message: '`theme` cannot be `"drak"`. Did you mean `"dark"`?',
      },
    ]);
    client.write(project, '{ "theme": "dark" }');
    expect(await client.codes(project)).toEqual([]);
    client.write(project, '{ "them": "dark" }');
    expect(await client.codes(project)).toEqual(['project-file']);
    client.write(project, undefined);
    expect(await client.codes(project)).toEqual([]);
  });

  test('is not told again while it stays the same', async () => {
    const client = await new Client({ [project]: '{ "them": 1 }' }).start();
    client.open(map, text);
    await client.settled();
    client.change(map, 'x', [0, 0, 0, 0]);
    await client.settled();
    expect(client.published.filter(({ uri }) => uri === project)).toHaveLength(1);
  });

  test('can be mended when it is open', async () => {
    const client = await new Client({ [project]: '{ "them": "dark" }' }).start();
    client.open(project, '{ "them": "dark" }');
    await client.settled();
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: project },
      range: { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } },
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Write `"theme"`', true],
      ['Remove `them`', undefined],
    ]);
    expect(actions[0]?.edit?.documentChanges).toEqual([
      {
        textDocument: { uri: project, version: 1 },
        edits: [{ range: { start: { line: 0, character: 2 }, end: { line: 0, character: 8 } }, newText: '"theme"' }],
      },
    ]);
  });

  test.each([
    ['"them', ['Write `"theme"`', 'Remove `them`']],
    ['"feel"', ['Write `"feels"`', 'Remove `"feel"`']],
    ['"fr-FR"', ['Write `"fr"`']],
    ['2', ['Write `"error"`']],
    ['"feels",', []],
  ])('offers at %s what mends that, first what was surely meant', async (at, titles) => {
    const line = '{ "them": "dark", "language": "fr-FR", "lanes": ["feels", "feel"], "rules": { "missing-type": 2 } }';
    const client = await new Client({ [project]: line }).start();
    client.open(project, line);
    await client.settled();
    const position = { line: 0, character: line.indexOf(at) };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: project },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toEqual(titles);
  });

  test.each([true, false])('broken JSON is left to an editor that checks it (%s), while the text is open', async (checksJson) => {
    const broken = '{ "theme": "drak" "lanes": [] }';
    const client = await new Client({ [project]: broken }).start(['file:///maps'], {}, 'en', { checksJson });
    expect(await client.codes(project)).toHaveLength(3);
    client.open(project, broken);
    expect(await client.codes(project)).toHaveLength(checksJson ? 2 : 3);
    client.close(project);
    expect(await client.codes(project)).toHaveLength(3);
  });

  test.each([
    ['too large a file', { [project]: `{}${' '.repeat(1_000_001)}` }],
    ['a folder', { [`${project}/x.txt`]: '', [project.replace('journey.json', 'a.journey')]: '' }],
  ])('%s is one finding, and the defaults hold', async (_, files) => {
    const client = await new Client(files).start();
    client.open(map, text);
    client.write(project, files[project as keyof typeof files]);
    expect(await client.codes(project)).toEqual(['project-file']);
    expect(await has(client, map, 'unknown-name')).toBe(true);
  });

  test('is asked for only where it is of use: nobody lays out a JSON file with it', async () => {
    const client = await new Client().start(['vscode-vfs://github/maps']);
    const selector = ['file', 'vscode-vfs'].map((scheme) => ({ scheme, pattern: '**/journey.json' }));
    expect(client.registered.map(({ method }) => method).sort()).toEqual([
      'textDocument/codeAction',
      'textDocument/didChange',
      'textDocument/didClose',
      'textDocument/didOpen',
    ]);
    for (const { options } of client.registered) expect(options).toMatchObject({ documentSelector: selector });
  });

  test('other requests on it give nothing', async () => {
    const client = await new Client({ [project]: '{}' }).start();
    client.open(project, '{}');
    await client.settled();
    const at = { textDocument: { uri: project }, position: { line: 0, character: 0 } };
    expect(await client.request('textDocument/hover', at)).toBeNull();
    expect(await client.request('textDocument/completion', at)).toEqual([]);
    expect(await client.request('textDocument/documentSymbol', at)).toEqual([]);
  });
});

describe('data files', () => {
  const measured = `${text}    metric nps from "data/survey.csv"\n`;
  const data = 'file:///maps/data/survey.csv';

  async function value(client: Client, uri = map): Promise<string | undefined> {
    await client.settled();
    const reply = await client.request<MapReply>('journey/map', { uri });
    return reply.map?.stages[0]?.steps[0]?.metrics[0]?.value?.text;
  }

  test('give a measure its value, and are followed when they change', async () => {
    const client = await new Client({ [data]: 'day;nps\n2026-10-01;-12\n' }).start();
    client.open(map, measured);
    expect(await value(client)).toBe('-12');
    client.write(data, 'day;nps\n2026-10-01;7\n');
    expect(await value(client)).toBe('7');
    expect(client.changes.length).toBeGreaterThan(1);
    client.write(data, undefined);
    expect(await value(client)).toBeUndefined();
    expect(await client.codes(map)).toContain('unreadable-data');
    client.write(data, 'day;nps\n2026-10-01;8\n');
    expect(await value(client)).toBe('8');
    expect(await client.codes(map)).not.toContain('unreadable-data');
  });

  test('are read when a map comes to name them, and not before', async () => {
    const client = await new Client({ [data]: 'nps\n5\n' }).start();
    client.open(map, text);
    await client.settled();
    expect(client.files.looked).not.toContain(data);
    client.change(map, measured);
    expect(await value(client)).toBe('5');
  });

  test('are not waited for', async () => {
    const client = await new Client({ [data]: 'nps\n5\n' }).start();
    const go = client.files.hold();
    client.open(map, measured);
    await client.settled();
    expect(client.changes).toEqual([{ uri: map, version: 1 }]);
    expect(await client.codes(map)).not.toContain('unreadable-data');
    go();
    expect(await value(client)).toBe('5');
  });

  test('are read before a comment that silences their finding is called unused', async () => {
    const ignoring = measured.replace('    metric', '    // journey-ignore unreadable-data: the survey is still out\n    metric');
    const client = await new Client().start();
    const go = client.files.hold();
    client.open(map, ignoring);
    await client.settled();
    expect(await client.codes(map)).not.toContain('unused-ignore');
    go();
    await value(client);
    expect(await client.codes(map)).toEqual(expect.not.arrayContaining(['unused-ignore', 'unreadable-data']));
    client.write(data, 'nps\n5\n');
    expect(await value(client)).toBe('5');
    expect(await client.codes(map)).toContain('unused-ignore');
  });

  test.each(['../other/x.csv', '/etc/x.csv', 'file:///maps/data/survey.csv', 'C:\\\\x.csv', 'data/../../x.csv'])(
    'are not read from outside: %s',
    async (path) => {
      const client = await new Client({
        'file:///other/x.csv': 'nps\n5\n',
        'file:///x.csv': 'nps\n5\n',
        'file:///etc/x.csv': 'nps\n5\n',
      }).start();
      client.open(map, measured.replace('data/survey.csv', path));
      expect(await value(client)).toBeUndefined();
      expect(client.files.looked.filter((uri) => !uri.endsWith('journey.json'))).toEqual([]);
      expect((await client.findings(map)).find(({ code }) => code === 'unreadable-data')?.message).toContain('outside');
    },
  );

  test.each([
    ['too large', `nps\n${'1\n'.repeat(3_000_000)}`, 'data/survey.csv'],
    ['no text', 'PK\u0003\u0004\0', 'data/survey.csv'],
  ])('that are %s are a finding', async (_, content, path) => {
    const client = await new Client({ [data]: content }).start();
    client.open(map, measured.replace('data/survey.csv', path));
    await value(client);
    expect((await client.findings(map)).find(({ code }) => code === 'unreadable-data')?.message).toContain('cannot be read');
  });

  test('with blanks and umlauts in their names, and either slash, are found where editors say they are', async () => {
    const client = await new Client({ 'file:///maps/data/gr%C3%B6%C3%9Fe%20%281%29.csv': 'nps\n5\n' }).start();
    client.open(map, measured.replace('data/survey.csv', './data\\\\größe (1).csv'));
    expect(await value(client)).toBe('5');
  });

  test('above the map, within the folder of its journey.json', async () => {
    const client = await new Client({ [project]: '{}', [data]: 'nps\n5\n' }).start();
    client.open(nested, measured.replace('data/', '../data/'));
    expect(await value(client, nested)).toBe('5');
  });
});
