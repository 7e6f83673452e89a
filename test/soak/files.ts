import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { nodeFiles } from '../../src/server/node-files.ts';
import { serveInMemory } from '../server/memory.ts';
import type { Wire } from '../server/wire.ts';
import { Chance, type Soak } from './soak.ts';

const steps = 60;
/** Every so many runs the folder has 1,000 files, and a table of 50 MB. */
const largeEvery = 50;
/** After so many ms what is told has not settled. A machine may be busy. */
const patience = 15_000;

const created = 1;
const changed = 2;
const deleted = 3;
const names = ['a.journey', 'b.journey', 'sub/c.journey', 'sub/d.journey', 'other/e.journey', 'other/deep/f.journey'];
const folders = ['sub', 'other', 'other/deep'];
const projects = [
  '{}',
  '{ "rules": { "missing-emotion": "off" } }',
  '{ "rules": { "unused-declaration": "error" } }',
  '{ "language": "fr" }',
  '{ "wrong": 1 }',
  '{',
  '',
  `{ "x": "${'y'.repeat(100_000)}" }`,
];
const tables = ['day,nps\n2026-01-01,12\n', 'day;csat\n2026-01-01;61 %\n', '', '\0\u0001', '"not closed'];

const largeTable = 'day,nps\n2026-01-01,12\n'.repeat(2_300_000);

function mapOf(chance: Chance): string {
  const name = (kind: string): string => `${kind}${chance.below(5)}`;
  return `${chance.of(['persona', 'team', 'channel'])} ${name('N')}\njourney ${name('J')} for ${name('N')}
  type current
  goal "x"
stage S
  step s
    touchpoint T via ${name('N')} owner ${name('N')}
    metric nps from "${chance.of(['figures.csv', '../figures.csv', 'none.csv', 'sub/figures.csv'])}"
    handoff to Nobody
`;
}

/** Whether an editor tells of what has such a name. */
function isTold(path: string): boolean {
  return /\.(journey|csv)$|(^|\/)journey\.json$/.test(path);
}

/** A folder that changes under an editor which tells of it, as editors do. */
class Disk {
  readonly root: string;
  private readonly wire: Wire;
  private readonly chance: Chance;
  private told: { uri: string; type: number }[] = [];

  constructor(root: string, wire: Wire, chance: Chance) {
    this.root = root;
    this.wire = wire;
    this.chance = chance;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.root, path)).href;
  }

  /** Tells of what has changed since it was told last. */
  tell(): void {
    if (this.told.length) this.wire.notify('workspace/didChangeWatchedFiles', { changes: this.told });
    this.told = [];
  }

  write(path: string, text: string): void {
    const place = join(this.root, path);
    if (this.isFolder(path)) return;
    if (!this.makeFolder(path.split('/').slice(0, -1).join('/'))) return;
    this.note(path, existsSync(place) ? changed : created);
    writeFileSync(place, text);
  }

  remove(path: string): void {
    if (!existsSync(join(this.root, path))) return;
    const files = this.below(path);
    rmSync(join(this.root, path), { recursive: true });
    for (const file of files) this.note(file, deleted);
    this.note(path, deleted);
  }

  /** Puts a folder where a file was, with a map in it. */
  becomesFolder(path: string, text: string): void {
    this.remove(path);
    if (!this.makeFolder(path)) return;
    this.note(path, created);
    this.write(`${path}/inner.journey`, text);
  }

  /** Gives a folder, or a file, another name. Editors tell of it as such where they did it themselves. */
  rename(from: string, to: string): void {
    if (!existsSync(join(this.root, from)) || existsSync(join(this.root, to)) || to.startsWith(`${from}/`)) return;
    if (!this.makeFolder(to.split('/').slice(0, -1).join('/'))) return;
    const before = this.below(from);
    renameSync(join(this.root, from), join(this.root, to));
    if (this.isFolder(to) && this.chance.percent(50)) {
      this.tell();
      this.wire.notify('workspace/didRenameFiles', { files: [{ oldUri: this.uri(from), newUri: this.uri(to) }] });
      return;
    }
    for (const file of before) this.note(file, deleted);
    for (const file of this.below(to)) this.note(file, created);
  }

  private makeFolder(path: string): boolean {
    try {
      mkdirSync(join(this.root, path), { recursive: true });
      return true;
    } catch {
      return false; // a file stands there
    }
  }

  private isFolder(path: string): boolean {
    return existsSync(join(this.root, path)) && statSync(join(this.root, path)).isDirectory();
  }

  /** The files at or below a path, and the folders that are called as files are: editors tell of those too. */
  private below(path: string): string[] {
    if (!this.isFolder(path)) return [path];
    const place = join(this.root, path);
    return readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() || isTold(entry.name))
      .map((entry) => relative(this.root, join(entry.parentPath, entry.name)));
  }

  private note(path: string, type: number): void {
    if (isTold(path)) this.told.push({ uri: this.uri(path), type });
    if (this.chance.percent(40)) this.tell();
  }
}

async function start(root: string): Promise<Wire> {
  const wire = serveInMemory(nodeFiles);
  const workspace = { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } };
  const workspaceFolders = [{ uri: pathToFileURL(root).href, name: 'maps' }];
  await wire.answer('initialize', { processId: null, rootUri: null, workspaceFolders, capabilities: { workspace } });
  wire.notify('initialized', {});
  return wire;
}

function open(wire: Wire, uri: string, text: string): void {
  wire.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'journey', version: 1, text } });
}

/** What a server has told of open texts, and the names that it knows. Of very many names it tells some. */
async function toldBy(wire: Wire, texts: ReadonlyMap<string, string>, isLarge: boolean): Promise<string> {
  const all = await wire.answer<{ name: string; location: { uri: string } }[]>('workspace/symbol', { query: '' });
  const symbols = isLarge ? [] : all;
  const findings = [...texts.keys()].sort().map((uri) => {
    const told = wire.diagnostics(uri)?.diagnostics ?? [];
    return `${uri}\n${told.map(({ code, message, range }) => `  ${range.start.line} ${code} ${message}`).join('\n')}`;
  });
  return [...findings, ...symbols.map(({ name, location }) => `${location.uri} ${name}`).sort()].join('\n');
}

function differences(now: string, anew: string): string {
  const [some, others] = [now.split('\n'), anew.split('\n')];
  const only = (lines: string[], without: string[]): string => lines.filter((line) => !without.includes(line)).join('\n');
  return `It tells\n${only(some, others)}\nand a server that is started anew\n${only(others, some)}`;
}

async function change(disk: Disk, wire: Wire, texts: Map<string, string>, chance: Chance): Promise<void> {
  const what = chance.below(100);
  const name = chance.of(names);
  if (what < 25) disk.write(name, mapOf(chance));
  else if (what < 35) disk.remove(name);
  else if (what < 42) disk.rename(name, chance.of([...names, 'sub/new.journey', name.replace(/.\.journey/, (last) => last.toUpperCase())]));
  else if (what < 47) disk.rename(chance.of(folders), chance.of([...folders, 'renamed', '.hidden']));
  else if (what < 50) disk.rename(chance.of(['renamed', '.hidden']), chance.of(folders));
  else if (what < 56) disk.becomesFolder(name, mapOf(chance));
  else if (what < 60) disk.becomesFolder(chance.of(['journey.json', 'sub/journey.json', 'figures.csv']), mapOf(chance));
  else if (what < 70) disk.write(chance.of(['journey.json', 'sub/journey.json', 'other/journey.json']), chance.of(projects));
  else if (what < 74) disk.remove(chance.of(['journey.json', 'sub/journey.json', 'other/journey.json', 'figures.csv', 'sub/figures.csv']));
  else if (what < 80) disk.write(chance.of(['figures.csv', 'sub/figures.csv']), chance.of(tables));
  else if (what < 92) {
    const [uri, text] = chance.percent(15) ? [disk.uri('journey.json'), chance.of(projects)] : [disk.uri(name), mapOf(chance)];
    if (!texts.has(uri)) open(wire, uri, text);
    else wire.notify('textDocument/didChange', { textDocument: { uri, version: null }, contentChanges: [{ text }] });
    texts.set(uri, text);
  } else {
    const [uri] = texts.keys();
    if (uri === undefined) return;
    wire.notify('textDocument/didClose', { textDocument: { uri } });
    texts.delete(uri);
  }
}

const soak: Soak = {
  name: `files come, go and become others while texts are open, ${steps} changes a run`,
  full: 600,
  small: 25,
  async run(seed) {
    const chance = new Chance(seed);
    const root = mkdtempSync(join(tmpdir(), 'journey-soak-'));
    const isLarge = seed % largeEvery === 0;
    for (let index = 0; index < (isLarge ? 1000 : 0); index++) {
      mkdirSync(join(root, `many/${index % 20}`), { recursive: true });
      writeFileSync(join(root, `many/${index % 20}/map-${index}.journey`), mapOf(chance));
    }
    const wire = await start(root);
    try {
      const disk = new Disk(root, wire, chance);
      const texts = new Map<string, string>();
      for (let step = 0; step < steps; step++) {
        await change(disk, wire, texts, chance);
        if (isLarge && step === steps / 2) disk.write('figures.csv', largeTable);
        if (chance.percent(30)) disk.tell();
        if (chance.percent(30)) await turn();
        if (chance.percent(10)) await pause(chance.below(10));
      }
      disk.tell();
      const fresh = await start(root);
      for (const [uri, text] of texts) open(fresh, uri, text);
      const started = performance.now();
      for (;;) {
        const [now, anew] = [await toldBy(wire, texts, isLarge), await toldBy(fresh, texts, isLarge)];
        // A server that has not read the folder yet misses no names.
        const maps = [...texts.keys()].filter((uri) => uri.endsWith('.journey'));
        const isReady = maps.every((uri) => fresh.diagnostics(uri)?.diagnostics.some(({ code }) => code === 'unknown-name'));
        if (now === anew && isReady) break;
        if (performance.now() - started > patience) throw new Error(differences(now, anew));
        await pause(20);
      }
      const failed = wire.received.find(({ method, params }) => method === 'window/logMessage' && (params as { type: number }).type === 1);
      if (failed) throw new Error(JSON.stringify(failed.params));
      return { 'ms until all is told': performance.now() - started };
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
};

export default soak;
