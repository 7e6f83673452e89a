import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureNeovim } from '../../scripts/neovim.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'journey-neovim-'));
const maps = join(folder, 'maps');

interface Seen {
  failed?: string;
  filetype: string;
  findings: { code: string; line: number; text: string }[];
  pid: number;
  capabilities: Record<string, unknown>;
  before: number;
  after: number;
  words: string[];
  hover: string[];
  actions: string[];
  fixed: string[];
  formatted: string[];
  definition: [file: string, line: number, column: number];
  references: number;
  people: string[];
  renamed: string[];
  symbols: number;
}

let seen: Seen;
let output = '';
let code: number | null;

/** The setup that the page shows to those who have Neovim 0.7. */
function setup(): string {
  const page = readFileSync(join(root, 'docs/editors.md'), 'utf8');
  const shown = /<!-- tested -->\s*```lua\n([\s\S]*?)```/.exec(page)?.[1];
  if (!shown) throw new Error('docs/editors.md shows no setup that is tested.');
  return shown;
}

beforeAll(async () => {
  const neovim = await ensureNeovim();
  const bin = join(folder, 'bin');
  for (const made of [maps, bin, join(folder, 'home')]) mkdirSync(made);
  writeFileSync(join(maps, 'journey.json'), '{}');
  writeFileSync(join(maps, 'people.journey'), 'persona Vera "Vera Cruz"\n');
  writeFileSync(
    join(maps, 'order.journey'),
    'journey "Order" for Vera\n  goal "A laptop"\n  type curent\nstage Request\n  step form   "Look for it"\n      feels -1 "lost" // 😀\n',
  );
  writeFileSync(join(folder, 'init.lua'), setup());
  const command = join(bin, 'journey');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'dist/journey.js')}" "$@"\n`);
  chmodSync(command, 0o755);
  const home = join(folder, 'home');
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    HOME: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_STATE_HOME: join(home, 'state'),
    JOURNEY_FOLDER: maps,
    JOURNEY_SEEN: join(folder, 'seen.json'),
  };
  const args = ['--headless', '-n', '-i', 'NONE', '-u', join(folder, 'init.lua'), '-S', join(import.meta.dirname, 'session.lua')];
  const child = spawn(neovim, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk));
  code = await new Promise((resolve) => child.once('close', resolve));
  if (!existsSync(env.JOURNEY_SEEN)) throw new Error(`Neovim ended with ${code} and left nothing:\n${output}`);
  seen = JSON.parse(readFileSync(env.JOURNEY_SEEN, 'utf8')) as Seen;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('Neovim with the setup of docs/editors.md', () => {
  test('comes to the end of the session', () => {
    expect(seen.failed, output).toBeUndefined();
    expect(code).toBe(0);
  });

  test('takes *.journey for maps', () => {
    expect(seen.filetype).toBe('journey');
  });

  test('shows findings with their codes, where they are', () => {
    expect(seen.findings).toContainEqual({ code: 'unknown-value', line: 2, text: expect.stringContaining('`curent`') });
    // The persona is declared in another file of the folder.
    expect(seen.findings.map((found) => found.code)).not.toContain('unknown-name');
  });

  test('moves the findings with an edit', () => {
    expect(seen.after).toBe(seen.before + 2);
  });

  test('completes with plain text', () => {
    expect(seen.words).toEqual(expect.arrayContaining(['current', 'future', 'day']));
    expect(seen.words.join('\n')).not.toContain('$');
  });

  test('explains on hover', () => {
    expect(seen.hover.join('\n')).toContain('type');
  });

  test('offers fixes, and makes the one that is chosen', () => {
    expect(seen.actions.length).toBeGreaterThan(0);
    expect(seen.fixed.slice(0, 5)).toEqual([
      '// one line more',
      '// and another',
      'journey "Order" for Vera',
      '  goal "A laptop"',
      '  type current',
    ]);
  });

  test('lays a map out, with its comments', () => {
    expect(seen.formatted).toContain('  step form "Look for it"');
    expect(seen.formatted).toContain('    feels -1 "lost" // 😀');
    expect(seen.formatted[0]).toBe('// one line more');
  });

  test('goes to a definition in another file', () => {
    expect(seen.definition).toEqual(['people.journey', 1, 9]);
  });

  test('renames in all files', () => {
    expect(seen.references).toBe(2);
    expect(seen.people).toEqual(['persona Nora "Vera Cruz"']);
    expect(seen.renamed).toContain('journey "Order" for Nora');
    expect(readFileSync(join(maps, 'order.journey'), 'utf8')).toContain('for Nora');
  });

  test('gets an outline', () => {
    expect(seen.symbols).toBeGreaterThan(0);
  });

  test('ends the server when it ends', async () => {
    expect(seen.pid).toBeGreaterThan(0);
    await expect.poll(() => isRunning(seen.pid), { timeout: 10_000 }).toBe(false);
  });

  test('gets the command from the package as it is named now', () => {
    const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string };
    expect(readFileSync(join(root, 'docs/editors.md'), 'utf8')).toContain(`./${name}-${version}.tgz`);
  });

  test('has nothing to complain of', () => {
    const logs = readdirSync(join(folder, 'home'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('lsp.log'));
    const text = logs.map((name) => readFileSync(join(folder, 'home', name), 'utf8')).join('\n');
    expect(text).not.toMatch(/\[(ERROR|WARN)\]/);
    expect(output).not.toMatch(/E\d+:|[Ee]rror/);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
