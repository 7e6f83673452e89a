import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Files } from '../../src/server/files.ts';
import { nodeFiles } from '../../src/server/node-files.ts';
import { FakeFiles } from './client.ts';
import { serveInMemory } from './memory.ts';
import type { Wire } from './wire.ts';

/** Files of some kind, and what is done to them outside the editor. Paths are those below one folder. */
interface Disk {
  files: Files;
  uri(path: string): string;
  write(path: string, text: string): void;
  remove(path: string): void;
  rename(from: string, to: string): void;
}

function realDisk(): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'journey-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return {
    files: nodeFiles,
    uri: (path) => pathToFileURL(join(folder, path)).href,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    rename: (from, to) => renameSync(join(folder, from), join(folder, to)),
  };
}

function fakeDisk(root: string, files: FakeFiles): Disk {
  const uri = (path: string): string => `${root}/${path}`;
  const below = (path: string): string[] =>
    [...files.texts.keys()].filter((each) => each === uri(path) || each.startsWith(`${uri(path)}/`));
  return {
    files,
    uri,
    write: (path, text) => void files.texts.set(uri(path), text),
    remove: (path) => {
      for (const each of below(path)) files.texts.delete(each);
    },
    rename: (from, to) => {
      for (const each of below(from)) {
        files.texts.set(uri(to) + each.slice(uri(from).length), files.texts.get(each) as string);
        files.texts.delete(each);
      }
    },
  };
}

/** Files whose names count in any case, as they do on Windows and mostly on a Mac: a file is also found by its former name. */
class CarelessFiles extends FakeFiles {
  override async read(uri: string): Promise<string | undefined> {
    return [...this.texts].find(([each]) => each.toLowerCase() === uri.toLowerCase())?.[1];
  }
}

const disks: readonly [string, () => Disk][] = [
  ['files of this machine', realDisk],
  ['files of another kind', () => fakeDisk('file:///w', new FakeFiles())],
  ['files of a remote repository', () => fakeDisk('vscode-vfs://github/some/maps', new FakeFiles())],
  ['files whose names count in any case', () => fakeDisk('file:///c%3A/w', new CarelessFiles())],
];

const created = 1;
const changed = 2;
const deleted = 3;

/** An editor with one file open. */
async function start(disk: Disk, folders: readonly string[], capabilities: object = {}): Promise<Wire> {
  const wire = serveInMemory(disk.files);
  await wire.answer('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: folders.map((path) => ({ uri: disk.uri(path), name: path })),
    capabilities: { workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } }, ...capabilities },
  });
  wire.notify('initialized', {});
  return wire;
}

function open(wire: Wire, uri: string, text: string): void {
  wire.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'journey', version: 1, text } });
}

function tell(wire: Wire, changes: readonly { uri: string; type: number }[]): void {
  wire.notify('workspace/didChangeWatchedFiles', { changes });
}

const codes = (wire: Wire, uri: string): string[] => wire.diagnostics(uri)?.diagnostics.map(({ code }) => code) ?? [];
/** A machine may be busy with other tests. */
const patience = { timeout: 20_000 };
/** What is found in a text, once it is that. */
const finds = (wire: Wire, uri: string, wanted: readonly string[]): Promise<void> =>
  expect.poll(() => codes(wire, uri), patience).toEqual(wanted);

const map =
  'journey Order for Vera\n  type current\n  goal "x"\nstage S\n  goal "y"\n  step call\n    feels 1\n    touchpoint Line via Phone owner Desk\n';
const people = 'persona Vera\nteam Desk\nchannel Phone phone\n';
const unknown = ['unknown-name', 'unknown-name', 'unknown-name'];

describe.each(disks)('%s', (_, make) => {
  test('count under their new name once they are renamed, and only there', async () => {
    const disk = make();
    disk.write('a/people.journey', people);
    const wire = await start(disk, ['a']);
    const uri = disk.uri('a/map.journey');
    open(wire, uri, map);
    await finds(wire, uri, []);
    disk.rename('a/people.journey', 'a/folk.journey');
    tell(wire, [
      { uri: disk.uri('a/people.journey'), type: deleted },
      { uri: disk.uri('a/folk.journey'), type: created },
    ]);
    open(wire, disk.uri('a/folk.journey'), people);
    await wire.answer('journey/at', { uri, position: { line: 0, character: 0 } });
    await finds(wire, disk.uri('a/folk.journey'), []);
    await finds(wire, uri, []);
    disk.remove('a/folk.journey');
    wire.notify('textDocument/didClose', { textDocument: { uri: disk.uri('a/folk.journey') } });
    tell(wire, [{ uri: disk.uri('a/folk.journey'), type: deleted }]);
    await finds(wire, uri, unknown);
  });

  test.each([
    ['told as gone first', true],
    ['told as new first', false],
  ])('are one file still when only the case of a name changes, %s', async (__, goneFirst) => {
    const disk = make();
    disk.write('a/people.journey', people);
    const wire = await start(disk, ['a']);
    const [uri, renamed] = [disk.uri('a/map.journey'), disk.uri('a/People.journey')];
    open(wire, uri, map);
    await finds(wire, uri, []);
    disk.rename('a/people.journey', 'a/People.journey');
    const told = [
      { uri: disk.uri('a/people.journey'), type: deleted },
      { uri: renamed, type: created },
    ];
    tell(wire, goneFirst ? told : told.toReversed());
    open(wire, renamed, people);
    await finds(wire, renamed, []);
    const found = await wire.answer<{ uri: string }[]>('textDocument/definition', {
      textDocument: { uri },
      position: { line: 0, character: 19 },
    });
    expect(found.map((each) => each.uri)).toEqual([renamed]);
    expect(codes(wire, uri)).toEqual([]);
  });

  test('that hold what is measured are missed when their folder is renamed', async () => {
    const disk = make();
    disk.write('a/data/figures.csv', 'nps\n12\n');
    const wire = await start(disk, ['a']);
    const uri = disk.uri('a/map.journey');
    open(wire, uri, `${people}journey Order for Vera\n  type current\n  goal "x"\n  metric nps from "data/figures.csv"\n`);
    await finds(wire, uri, ['empty-journey']);
    disk.rename('a/data', 'a/.hidden');
    wire.notify('workspace/didRenameFiles', { files: [{ oldUri: disk.uri('a/data'), newUri: disk.uri('a/.hidden') }] });
    await expect.poll(() => codes(wire, uri), patience).toContain('unreadable-data');
  });

  test('are asked for instead of one that is not there, as long as they are there', async () => {
    const disk = make();
    const wire = await start(disk, ['a']);
    const uri = disk.uri('a/map.journey');
    open(wire, uri, `${people}journey Order for Vera\n  type current\n  goal "x"\n  metric nps from "figure.csv"\n`);
    const missing = (): string | undefined => wire.diagnostics(uri)?.diagnostics.find(({ code }) => code === 'unreadable-data')?.message;
    await expect.poll(missing, patience).toMatch(/correct the path\.$/);
    disk.write('a/figures.csv', 'nps\n12\n');
    tell(wire, [{ uri: disk.uri('a/figures.csv'), type: created }]);
    await expect.poll(missing, patience).toMatch(/Did you mean “figures.csv”\?$/);
    disk.remove('a/figures.csv');
    tell(wire, [{ uri: disk.uri('a/figures.csv'), type: deleted }]);
    await expect.poll(missing, patience).toMatch(/correct the path\.$/);
  });

  test('are followed when their folder is renamed or removed', async () => {
    const disk = make();
    disk.write('a/sub/people.journey', people);
    const wire = await start(disk, ['a']);
    const uri = disk.uri('a/map.journey');
    open(wire, uri, map);
    await finds(wire, uri, []);
    disk.rename('a/sub', 'a/.hidden');
    wire.notify('workspace/didRenameFiles', { files: [{ oldUri: disk.uri('a/sub'), newUri: disk.uri('a/.hidden') }] });
    await finds(wire, uri, unknown);
    disk.rename('a/.hidden', 'a/team');
    wire.notify('workspace/didRenameFiles', { files: [{ oldUri: disk.uri('a/.hidden'), newUri: disk.uri('a/team') }] });
    await finds(wire, uri, []);
    disk.remove('a/team');
    wire.notify('workspace/didDeleteFiles', { files: [{ uri: disk.uri('a/team') }] });
    await finds(wire, uri, unknown);
  });

  test('of a folder within another are those of the nearest; each counts once, also when one of the two goes', async () => {
    const disk = make();
    disk.write('a/people.journey', people);
    disk.write('a/sub/people.journey', people);
    disk.write('a/sub/journey.json', '{ "wrong": 1 }');
    const wire = await start(disk, ['a', 'a/sub']);
    const [outer, inner, project] = [disk.uri('a/map.journey'), disk.uri('a/sub/map.journey'), disk.uri('a/sub/journey.json')];
    open(wire, outer, map);
    open(wire, inner, map);
    await expect.poll(() => wire.diagnostics(project)?.diagnostics.length, patience).toBe(1);
    await finds(wire, outer, []);
    await finds(wire, inner, []);
    const change = (added: string[], removed: string[]): void =>
      wire.notify('workspace/didChangeWorkspaceFolders', {
        event: {
          added: added.map((path) => ({ uri: disk.uri(path), name: path })),
          removed: removed.map((path) => ({ uri: disk.uri(path), name: path })),
        },
      });
    change([], ['a']);
    await finds(wire, outer, unknown);
    await finds(wire, inner, []);
    change(['a'], ['a/sub']);
    await finds(wire, outer, []);
    await finds(wire, inner, []);
    change([], ['a']);
    disk.remove('a/sub/journey.json');
    tell(wire, [{ uri: project, type: deleted }]);
    await finds(wire, inner, unknown);
    await expect.poll(() => wire.diagnostics(project)?.diagnostics, patience).toEqual([]);
  });

  test('of a folder that is taken out of the workspace find nothing any more', async () => {
    const disk = make();
    disk.write('a/people.journey', people);
    disk.write('b/journey.json', '{ "wrong": 1 }');
    disk.write('b/people.journey', people);
    const wire = await start(disk, ['a', 'b']);
    const [uri, project] = [disk.uri('b/map.journey'), disk.uri('b/journey.json')];
    await expect.poll(() => wire.diagnostics(project)?.diagnostics.length, patience).toBe(1);
    open(wire, uri, map.replace('Vera', 'Veera'));
    await finds(wire, uri, ['unknown-name']);
    wire.notify('textDocument/didClose', { textDocument: { uri } });
    wire.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ uri: disk.uri('b'), name: 'b' }] } });
    await finds(wire, uri, []);
    await expect.poll(() => wire.diagnostics(project)?.diagnostics, patience).toEqual([]);
    const symbols = await wire.answer<{ location: { uri: string } }[]>('workspace/symbol', { query: 'Vera' });
    expect(symbols.map(({ location }) => location.uri)).toEqual([disk.uri('a/people.journey')]);
  });

  test('of 500 that another branch has otherwise are all read, and told of once', { timeout: 60_000 }, async () => {
    const disk = make();
    const path = (index: number): string => `a/${index % 7}/part-${index}.journey`;
    const text = (index: number, branch: string): string =>
      `team "Team ${index} of ${branch}"\n${map.replace('Order', `J${index}${branch}`)}`;
    disk.write('a/people.journey', people);
    for (let index = 0; index < 500; index++) disk.write(path(index), text(index, 'main'));
    const wire = await start(disk, ['a']);
    const [kept, edited] = [disk.uri('a/map.journey'), disk.uri(path(3))];
    open(wire, kept, `${map}    handoff to "Team 1 of main"\n`);
    await finds(wire, kept, []);
    open(wire, edited, `team "Team 3 of nowhere"\n${map.replace('Order', 'Edited')}`);
    await finds(wire, edited, ['unused-declaration']);

    // Of all files some change, some go and some come.
    const changes = Array.from({ length: 500 }, (__, index) => {
      if (index % 5 === 1) disk.remove(path(index));
      else disk.write(path(index), text(index, 'other'));
      return { uri: disk.uri(path(index)), type: index % 5 === 1 ? deleted : changed };
    });
    for (let index = 500; index < 520; index++) {
      disk.write(path(index), text(index, 'other'));
      changes.push({ uri: disk.uri(path(index)), type: created });
    }
    const before = wire.received.length;
    tell(wire, changes);
    await finds(wire, kept, ['unknown-name']);
    const told = wire.received.slice(before).filter(({ method }) => method === 'textDocument/publishDiagnostics');
    expect(told.length).toBeLessThan(10);
    const teams = await wire.answer<{ name: string; location: { uri: string } }[]>('workspace/symbol', { query: 'Team 3 of' });
    const named = new Map(teams.map(({ name, location }) => [name, location.uri]));
    expect([...named.keys()].filter((name) => name.endsWith('of main'))).toEqual([]);
    expect(named.get('Team 3 of nowhere'), 'what is open wins over the disk').toBe(edited);
    expect(named.get('Team 503 of other')).toBe(disk.uri(path(503)));
    wire.notify('textDocument/didClose', { textDocument: { uri: edited } });
    const after = (): Promise<{ name: string }[]> => wire.answer('workspace/symbol', { query: 'Team 3 of' });
    await expect.poll(async () => (await after()).map(({ name }) => name), patience).toContain('Team 3 of other');
  });
});

describe('texts that are no files', () => {
  test('know the names of the first folder, give theirs to it, and are let go with the text', async () => {
    const disk = fakeDisk('vscode-vfs://github/some/maps', new FakeFiles());
    disk.write('a/people.journey', people);
    const wire = await start(disk, ['a']);
    const untitled = 'untitled:Untitled-1';
    open(wire, untitled, map);
    await finds(wire, untitled, []);
    const hover = await wire.answer('textDocument/hover', { textDocument: { uri: untitled }, position: { line: 0, character: 19 } });
    expect(JSON.stringify(hover)).toContain('Vera');
    wire.notify('textDocument/didChange', {
      textDocument: { uri: untitled, version: 2 },
      contentChanges: [{ text: `team Nobody\n${map}` }],
    });
    const names = async (): Promise<string[]> =>
      (await wire.answer<{ name: string }[]>('workspace/symbol', { query: 'Nobody' })).map(({ name }) => name);
    expect(await names()).toEqual(['Nobody']);
    wire.notify('textDocument/didClose', { textDocument: { uri: untitled } });
    expect(await names()).toEqual([]);
  });

  test.each([
    'untitled:Untitled-2',
    'git:/a/b.journey?%7B%22ref%22%3A%22HEAD%22%7D',
    'output:x',
    'vscode-notebook-cell:/a.ipynb#W0',
    'inmemory://model/1',
    ':',
    '',
  ])('%j is served all the same, without a folder', async (uri) => {
    const wire = await start(fakeDisk('file:///w', new FakeFiles()), []);
    open(wire, uri, `${people}${map}`);
    await expect.poll(() => wire.diagnostics(uri)?.version, patience).toBe(1);
    expect(codes(wire, uri)).toEqual([]);
    const symbols = await wire.answer<unknown[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(symbols.length).toBe(4);
  });
});
