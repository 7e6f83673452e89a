import { describe, expect, test } from 'vitest';
import type { CodeAction, CompletionItem, DocumentSymbol, Hover, Location } from 'vscode-languageserver/node';
import type { AtReply, MapReply } from '../../src/server/protocol.ts';
import { Client } from './client.ts';

const map = 'file:///maps/order.journey';
const teams = 'file:///maps/teams.journey';
const text = `persona Vera "Vera Cruz"
journey "Order" for Vera
  goal "A laptop" type current
stage Request
  step form "Look for it"
    feels -1 "lost"
    touchpoint Hotline via Phone owner Desk
  step call
    feels 1
`;
const declared = 'team Desk\nchannel Phone phone\n';

const position = (line: number, character: number) => ({ position: { line, character } });
const document = (uri: string) => ({ textDocument: { uri } });

describe('findings', () => {
  test('are those of the version that was opened', async () => {
    const client = await new Client().start();
    client.open(map, 'journey "Order"');
    expect(await client.codes(map)).toEqual(['missing-persona', 'missing-goal', 'empty-journey', 'missing-type']);
    expect(client.published.map(({ version }) => version)).toEqual([1]);
    expect(client.changes).toEqual([{ uri: map, version: 1 }]);
  });

  test('carry code, source, severity, range and message', async () => {
    const client = await new Client().start();
    client.open(map, 'journey "Order" for Vera\n  goal "x"\n  type curent');
    const [name, value] = (await client.findings(map)).filter(({ code }) => code !== 'empty-journey');
    expect(name).toMatchObject({
      code: 'unknown-name',
      source: 'journey',
      severity: 2,
      range: { start: { line: 0, character: 20 }, end: { line: 0, character: 24 } },
    });
    expect(value).toMatchObject({
      code: 'unknown-value',
      severity: 1,
      range: { start: { line: 2, character: 7 }, end: { line: 2, character: 13 } },
    });
    expect(name?.message).toContain('Vera');
  });

  test('point to the other side of a conflict, in its file', async () => {
    const client = await new Client({ [teams]: 'team Desk' }).start();
    client.open(map, 'team Desk');
    const [finding] = await client.findings(map);
    expect(finding?.relatedInformation).toMatchObject([{ location: { uri: teams, range: { start: { line: 0, character: 5 } } } }]);
  });

  test('of a burst of edits are those of the last version, and each notice follows its findings', async () => {
    const client = await new Client({ [teams]: declared }).start();
    client.open(map, text);
    let version = 1;
    for (const letter of 'abcdefghij') version = client.change(map, letter, [0, 0, 0, 0]);
    await client.settled();
    expect(client.published.at(-1)).toMatchObject({ uri: map, version });
    expect(client.changes.at(-1)).toEqual({ uri: map, version });
    expect(client.changes.length).toBeLessThan(11);
    expect(client.changes.map((each) => each.version)).toEqual(client.published.map((each) => each.version));
  });

  test('follow edits of stretches, also in a text with CRLF and emoji', async () => {
    const client = await new Client({ [teams]: declared }).start();
    client.open(map, text.replace('lost', '😀 lost').replaceAll('\n', '\r\n'));
    expect(await client.codes(map)).toEqual([]);
    client.change(map, '9', [5, 10, 5, 12]);
    expect((await client.findings(map))[0]).toMatchObject({
      code: 'score-out-of-range',
      range: { start: { line: 5, character: 10 }, end: { line: 5, character: 11 } },
    });
    client.change(map, '-1', [5, 10, 5, 11]);
    expect(await client.codes(map)).toEqual([]);
  });

  test('go when the text is closed', async () => {
    const client = await new Client().start();
    client.open(map, 'journey "Order"');
    await client.settled();
    client.close(map);
    expect(await client.findings(map)).toEqual([]);
  });

  test('do not come back for a text that is closed while its edit waits', async () => {
    const client = await new Client().start();
    client.open(map, 'journey "Order"');
    await client.settled();
    client.change(map, 'journey');
    client.close(map);
    expect(await client.findings(map)).toEqual([]);
  });
});

describe('names of other files', () => {
  test('are known', async () => {
    const client = await new Client({ [teams]: declared }).start();
    client.open(map, text);
    expect(await client.codes(map)).toEqual([]);
  });

  test('are not missed before the folder has been read', async () => {
    const client = new Client({ [teams]: declared });
    const go = client.files.hold();
    await client.start();
    client.open(map, text.replace('feels 1', ''));
    expect(await client.codes(map)).toEqual(['missing-emotion']);
    go();
    expect(await client.codes(map)).toEqual(['missing-emotion']);
    expect(client.published.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))).not.toContain('unknown-name');
  });

  test('that are unknown are found as soon as it has been read', async () => {
    const client = new Client();
    const go = client.files.hold();
    await client.start();
    client.open(map, text);
    expect(await client.codes(map)).toEqual([]);
    go();
    expect((await client.codes(map)).sort()).toEqual(['unknown-name', 'unknown-name']);
  });

  test('are read while texts that are opened meanwhile get their findings, and requests their answers', async () => {
    const others = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`file:///maps/${index}.journey`, `team T${index}\n`]));
    const client = new Client({ ...others, [teams]: declared });
    const go = client.files.hold();
    await client.start();
    const read = client.files.read.bind(client.files);
    const told: string[] = [];
    let reads = 0;
    client.files.read = async (uri) => {
      if (++reads === 20) {
        client.open(map, text.replace('feels 1', ''));
        const hover = client.request('textDocument/hover', { textDocument: { uri: map }, position: { line: 0, character: 21 } });
        void hover.then(() => told.push('hover'));
      }
      if (reads === 200) told.push(...client.published.map((params) => params.uri), 'all read');
      return read(uri);
    };
    go();
    expect(await client.codes(map)).toEqual(['missing-emotion']);
    expect(told).toEqual(['hover', map, 'all read']);
  });

  test('an edit of one text updates the findings of another', async () => {
    const client = await new Client().start();
    client.open(map, text);
    client.open(teams, '');
    expect(await client.codes(map)).toEqual(['unknown-name', 'unknown-name']);
    client.change(teams, declared);
    expect(await client.codes(map)).toEqual([]);
    client.change(teams, declared.replace('Desk', 'Dessk'));
    expect(await client.codes(map)).toEqual(['unknown-name']);
  });

  test('and what it shows, also where only what stands below a declaration changed', async () => {
    const client = await new Client().start();
    client.open(map, text);
    client.open(teams, `${declared}touchpoint Hotline\n  listens "A survey"`);
    await client.settled();
    const heard = async () => (await client.request<MapReply>('journey/map', { uri: map })).map?.figures.heard;
    expect(await heard()).toBe(1);
    const before = client.changes.length;
    client.change(teams, `${declared}touchpoint Hotline\n`);
    await client.settled();
    expect(client.changes.slice(before).map(({ uri }) => uri)).toContain(map);
    expect(await heard()).toBe(0);
  });

  test('that nothing mentions are faded, until another text mentions them', async () => {
    const client = await new Client({ [teams]: declared }).start();
    client.open(map, text);
    client.open(teams, `${declared}team Legal\n`);
    expect(await client.findings(teams)).toMatchObject([{ code: 'unused-declaration', severity: 4, tags: [1] }]);
    const version = client.change(map, 'Legal', [6, 39, 6, 43]);
    expect(version).toBe(2);
    expect((await client.findings(teams)).map(({ message }) => message)).toMatchObject([expect.stringContaining('team Desk') as string]);
    client.close(map);
    expect(await client.findings(teams), 'no map is left that could mention any').toEqual([]);
  });

  test('an edit that declares nothing else leaves the others alone', async () => {
    const client = await new Client().start();
    client.open(map, text);
    client.open(teams, `${declared}// one`);
    await client.settled();
    const before = client.changes.length;
    client.change(teams, `${declared}// two`);
    await client.settled();
    expect(client.changes.slice(before)).toEqual([{ uri: teams, version: 2 }]);
  });

  test('come and go with files on the disk', async () => {
    const client = await new Client().start();
    client.open(map, text);
    expect(await client.codes(map)).toEqual(['unknown-name', 'unknown-name']);
    client.write(teams, declared);
    expect(await client.codes(map)).toEqual([]);
    client.write(teams, 'team Desk');
    expect(await client.codes(map)).toEqual(['unknown-name']);
    client.write(teams, undefined);
    expect(await client.codes(map)).toEqual(['unknown-name', 'unknown-name']);
  });

  test('are those of the editor where a file is open, and those of the disk once it is closed', async () => {
    const client = await new Client({ [teams]: declared }).start();
    client.open(map, text);
    client.open(teams, '// nothing any more');
    expect(await client.codes(map)).toEqual(['unknown-name', 'unknown-name']);
    client.write(teams, declared);
    expect(await client.codes(map)).toEqual(['unknown-name', 'unknown-name']);
    client.close(teams);
    expect(await client.codes(map)).toEqual([]);
  });

  test('of a text that was never saved go with it', async () => {
    const client = await new Client().start();
    client.open(map, text);
    client.open('untitled:Untitled-1', declared);
    expect(await client.codes(map)).toEqual([]);
    client.close('untitled:Untitled-1');
    expect(await client.codes(map)).toEqual(['unknown-name', 'unknown-name']);
  });

  test('of history, of hidden folders and of node_modules are none', async () => {
    const client = await new Client({
      'file:///maps/node_modules/x/teams.journey': declared,
      'file:///maps/.history/teams.journey': declared,
    }).start();
    client.open(map, text);
    client.open('git:/maps/teams.journey?ref=HEAD', declared);
    client.open('git:/maps/order.journey?ref=HEAD', text);
    expect(await client.codes(map)).toEqual(['unknown-name', 'unknown-name']);
    client.write('file:///maps/.history/order.journey', 'persona Vera');
    client.write('file:///maps/node_modules/y/order.journey', 'persona Vera');
    expect(await client.codes(map)).toEqual(['unknown-name', 'unknown-name']);
  });

  test('a folder with a journey.json of its own is one of its own', async () => {
    const nested = 'file:///maps/other/order.journey';
    const client = await new Client({ [teams]: declared, [nested]: text, [map]: text }).start();
    client.open(map, text);
    client.open(nested, text);
    expect(await client.codes(map), 'Vera and the journey stand twice in one folder').toContain('duplicate-name');
    client.write('file:///maps/other/journey.json', '{}');
    expect(await client.codes(map)).toEqual([]);
    expect(await client.codes(nested)).toEqual(['unknown-name', 'unknown-name']);
    client.write('file:///maps/other/journey.json', undefined);
    expect(await client.codes(map)).toContain('duplicate-name');
  });

  test('that folder is found at the start as well', async () => {
    const nested = 'file:///maps/other/order.journey';
    const client = await new Client({ [teams]: declared, [nested]: text, 'file:///maps/other/journey.json': '{}' }).start();
    client.open(map, text);
    client.open(nested, text);
    expect(await client.codes(map)).toEqual([]);
    expect(await client.codes(nested)).toEqual(['unknown-name', 'unknown-name']);
  });

  test('folders come and go', async () => {
    const client = await new Client({ 'file:///more/teams.journey': declared, 'file:///more/order.journey': '' }).start();
    const more = 'file:///more/order.journey';
    client.open(more, text);
    expect(await client.codes(more), 'outside every folder a file stands alone').toEqual(['unknown-name', 'unknown-name']);
    const folder = { uri: 'file:///more', name: 'more' };
    void client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } });
    expect(await client.codes(more)).toEqual([]);
    client.files.texts.delete('file:///more/teams.journey');
    void client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [folder] } });
    expect(await client.codes(more)).toEqual(['unknown-name', 'unknown-name']);
    void client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } });
    expect(await client.codes(more), 'what was deleted meanwhile is not remembered').toEqual(['unknown-name', 'unknown-name']);
  });

  test('a client without folders is served', async () => {
    const client = await new Client().start([]);
    client.open(map, declared + text);
    expect(await client.codes(map)).toEqual([]);
  });
});

describe('requests', () => {
  const served = async (): Promise<Client> => {
    const client = await new Client({ [teams]: declared, [map]: text }).start();
    client.open(map, text);
    await client.settled();
    return client;
  };

  test('hover, definition, symbols and completion', async () => {
    const client = await served();
    const hover = await client.request<Hover>('textDocument/hover', { ...document(map), ...position(1, 22) });
    expect(JSON.stringify(hover.contents)).toContain('Vera Cruz');
    expect(await client.request('textDocument/hover', { ...document(map), ...position(2, 9) })).toBeNull();
    const definition = await client.request<Location[]>('textDocument/definition', { ...document(map), ...position(6, 41) });
    expect(definition).toEqual([{ uri: teams, range: { start: { line: 0, character: 5 }, end: { line: 0, character: 9 } } }]);
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', document(map));
    expect(symbols.map(({ name }) => name)).toEqual(['Vera Cruz', 'Order']);
    expect(symbols[1]?.children?.[0]?.children?.map(({ name }) => name)).toEqual(['Look for it', 'call']);
    const items = await client.request<CompletionItem[]>('textDocument/completion', { ...document(map), ...position(6, 41) });
    expect(items.map(({ label }) => label)).toContain('Desk');
  });

  test('answer for the newest text, though its burst is still to come', async () => {
    const client = await served();
    const version = client.change(map, '"Renamed"', [1, 8, 1, 15]);
    const reply = await client.request<MapReply>('journey/map', { uri: map });
    expect(reply).toMatchObject({ version, map: { title: 'Renamed' } });
    client.change(map, '9', [5, 10, 5, 12]);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      ...document(map),
      range: { start: { line: 5, character: 10 }, end: { line: 5, character: 10 } },
      context: { diagnostics: [] },
    });
    expect(actions[0]?.title).toContain('2');
  });

  test('also for the names of another text', async () => {
    const client = await served();
    client.open(teams, declared);
    await client.settled();
    client.change(teams, 'team Desk external\nchannel Phone phone\n');
    const reply = await client.request<MapReply>('journey/map', { uri: map });
    expect(reply.map?.stages[0]?.steps[0]?.touchpoints[0]?.owner?.kind).toBe('external');
    client.change(teams, 'channel Phone phone\n');
    const marks = (await client.request<MapReply>('journey/map', { uri: map })).marks;
    expect(
      Object.values(marks)
        .flat()
        .map(({ code }) => code),
    ).toEqual(['unknown-name']);
  });

  test('code actions: fixes with the edits of this version, as snippets where the client can', async () => {
    for (const snippets of [true, false]) {
      const client = await new Client({ [teams]: declared }).start(['file:///maps'], { workspaceEdit: { snippetEditSupport: snippets } });
      client.open(map, text.replace('    feels 1\n', ''));
      await client.settled();
      const [action] = await client.request<CodeAction[]>('textDocument/codeAction', {
        ...document(map),
        range: { start: { line: 7, character: 8 }, end: { line: 7, character: 8 } },
        context: { diagnostics: [] },
      });
      expect(action).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'missing-emotion' }] });
      const [change] = action?.edit?.documentChanges ?? [];
      expect(change).toMatchObject({ textDocument: { uri: map, version: 1 } });
      const [edit] = change && 'edits' in change ? change.edits : [];
      expect(JSON.stringify(edit)).toContain(snippets ? '"kind":"snippet"' : 'feels -1 \\"word\\"');
    }
  });

  test('of a text that is not open are answered with nothing', async () => {
    const client = await served();
    const other = 'file:///maps/other.journey';
    expect(await client.request('textDocument/hover', { ...document(other), ...position(0, 0) })).toBeNull();
    for (const method of ['completion', 'definition'])
      expect(await client.request(`textDocument/${method}`, { ...document(other), ...position(0, 0) })).toEqual([]);
    expect(await client.request('textDocument/documentSymbol', document(other))).toEqual([]);
    expect(await client.request('journey/map', { uri: other })).toBeNull();
    expect(await client.request('journey/locate', { uri: other, id: 'x' })).toBeNull();
    expect(await client.request('journey/at', { uri: other, ...position(0, 0) })).toEqual({});
  });

  test('positions beyond the text are its end', async () => {
    const client = await served();
    for (const where of [position(999, 0), position(0, 9999), position(2, 9999)]) {
      await client.request('textDocument/hover', { ...document(map), ...where });
      await client.request('textDocument/completion', { ...document(map), ...where });
      await client.request('journey/at', { uri: map, ...where });
    }
  });
});

describe('the map', () => {
  const reply = async (source: string, journey?: string): Promise<MapReply> => {
    const client = await new Client({ [teams]: declared }).start();
    client.open(map, source);
    return client.request<MapReply>('journey/map', { uri: map, ...(journey === undefined ? {} : { journey }) });
  };

  test.each([
    ['', 'empty'],
    ['\n  \n', 'empty'],
    ['// only a comment\n', 'empty'],
    ['\ufeff', 'empty'],
    ['persona Vera\nteam Desk', 'declares'],
    ['Dear all,\nthis is no map', 'unreadable'],
    ['\0\u0001\u0002 PK', 'unreadable'],
  ])('says why there is none: %j', async (source, why) => {
    const { map: drawn, why: said } = await reply(source);
    expect([drawn, said]).toEqual([undefined, why]);
  });

  test('comes with the one that it improves where a view shows it', async () => {
    const both = (view: string) => `journey Now\n  step "a"\n\njourney Then\n  improves Now\n${view}  step "b"\n`;
    const client = await new Client({}).start();
    const asked = async (view: string, more: object) => {
      client.open(map, both(view));
      const found = await client.request<MapReply>('journey/map', { uri: map, journey: 'journey:Then', ...more });
      client.close(map);
      return [found.map?.name, found.before?.name];
    };
    expect(await asked('', {})).toEqual(['Then', undefined]);
    expect(await asked('  view macro\n', {})).toEqual(['Then', undefined]);
    expect(await asked('  view compare\n', {})).toEqual(['Then', 'Now']);
    expect(await asked('', { compares: true })).toEqual(['Then', 'Now']);
    expect(await asked('  view compare\n', { compares: false })).toEqual(['Then', 'Now']);
  });

  test('is that of the journey asked for, else the first', async () => {
    const two = 'journey A\njourney "B c"\nstage S\n';
    const first = await reply(two);
    expect([first.map?.title, first.journeys.map(({ title }) => title)]).toEqual(['A', ['A', 'B c']]);
    expect((await reply(two, first.journeys[1]?.id)).map?.title).toBe('B c');
    expect((await reply(two, 'journey:gone')).map?.title).toBe('A');
  });

  test('counts errors and marks elements', async () => {
    const { marks, errors, map: drawn } = await reply(text.replace('-1 "lost"', '9 "lost"').replace('    feels 1\n', ''));
    expect(errors).toBe(1);
    const [form, call] = drawn?.stages[0]?.steps ?? [];
    expect(marks[form?.feelings[0]?.id ?? '']).toMatchObject([{ code: 'score-out-of-range', severity: 'error' }]);
    expect(marks[call?.id ?? '']).toMatchObject([{ code: 'missing-emotion', severity: 'warning' }]);
  });

  test('every element can be located, and what stands there is found again', async () => {
    const client = await new Client({
      [teams]: `${declared}touchpoint Hotline\n  listens "A survey"\n  promises "Delivery" "3 days"`,
    }).start();
    const source = `persona Paul
${text.replace('for Vera', 'for Vera, Paul')}    feels 2
    touchpoint "A/B ~ c@d"
      listens "x"
  step "1"
    does "a" does "b"
    pain "p"
      action "q"
  step
    does "in a step of no name"
  step "mail@work"
    feels Vera 1
`;
    client.open(map, source);
    const { map: drawn } = await client.request<MapReply>('journey/map', { uri: map });
    const ids: string[] = [];
    JSON.stringify(drawn, (key, value: unknown) => {
      if (key === 'id') ids.push(value as string);
      return value;
    });
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size, 'each id once').toBe(ids.length);
    for (const id of ids) {
      const found = await client.request<Location | null>('journey/locate', { uri: map, id });
      expect(found, id).not.toBeNull();
      if (!found || found.uri !== map) continue;
      const at = await client.request<AtReply>('journey/at', { uri: map, position: found.range.start });
      const said = id.replace(/@(Vera|Paul)$/, '').replace(/\/(listens|promises):said:\d+$/, '');
      expect(said.startsWith('persona') ? said : at.element).toBe(said);
    }
  });

  test('what stands at a place: the step also on the lines below it, nothing outside of journeys', async () => {
    const client = await new Client().start();
    client.open(map, text);
    const at = (line: number, character: number) => client.request<AtReply>('journey/at', { uri: map, ...position(line, character) });
    expect(await at(0, 3)).toEqual({});
    expect((await at(1, 0)).step).toBeUndefined();
    expect((await at(1, 0)).journey).toBe('journey:Order');
    expect(await at(5, 8)).toMatchObject({
      step: 'journey:Order/stage:Request/step:form',
      element: 'journey:Order/stage:Request/step:form/feels:1',
    });
    expect((await at(9, 0)).step).toBe('journey:Order/stage:Request/step:call');
  });

  test('an element of another file is located there', async () => {
    const client = await new Client({ [teams]: 'persona Paul\n' }).start();
    client.open(map, 'journey J for Paul');
    await client.settled();
    const { map: drawn } = await client.request<MapReply>('journey/map', { uri: map });
    expect(await client.request<Location>('journey/locate', { uri: map, id: drawn?.personas[0]?.id })).toMatchObject({ uri: teams });
    expect(await client.request('journey/locate', { uri: map, id: 'journey:J/step:gone' })).toBeNull();
  });
});
