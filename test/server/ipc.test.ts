import { fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { Message } from './wire.ts';

const folder = mkdtempSync(join(tmpdir(), 'journey-ipc-'));
const program = join(folder, 'server.cjs');

/** As scripts/build.mjs makes them: the program for this process, and the script that it runs. */
beforeAll(async () => {
  const shared = { bundle: true, logLevel: 'warning', target: 'es2022' } as const;
  const define = { 'import.meta.dirname': '__dirname' };
  await build({ ...shared, entryPoints: ['src/server/server.ts'], outfile: program, format: 'cjs', platform: 'node', define });
  await build({ ...shared, entryPoints: ['src/server/server-web.ts'], outfile: join(folder, 'server-web.js'), platform: 'browser' });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The server as VS Code starts it, and the next message that comes from it with this id. */
function forked(...more: string[]) {
  const child = fork(program, ['--node-ipc', ...more], { silent: true });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ask = (id: number, method: string, params?: object): Promise<Message> => {
    const { promise, resolve } = Promise.withResolvers<Message>();
    child.on('message', (message: Message) => message.id === id && !message.method && resolve(message));
    child.send({ jsonrpc: '2.0', id, method, params });
    return promise;
  };
  return { child, ended, ask };
}

const session = { processId: null, rootUri: null, capabilities: {} };

test('the server of VS Code answers over the channel between processes, behind the same gate', { timeout: 60_000 }, async () => {
  const { child, ended, ask } = forked();
  expect((await ask(1, 'textDocument/hover', {})).error?.code).toBe(-32002);
  expect((await ask(2, 'initialize', session)).result).toMatchObject({ capabilities: { hoverProvider: true } });
  expect((await ask(3, 'textDocument/hover', {})).error?.code).toBe(-32602);
  expect((await ask(4, 'shutdown')).result).toBeNull();
  child.send({ jsonrpc: '2.0', method: 'exit' });
  expect(await ended).toBe(0);
});

test('the server of VS Code ends with the channel', { timeout: 60_000 }, async () => {
  const { child, ended, ask } = forked();
  await ask(1, 'initialize', session);
  child.disconnect();
  expect(await ended).toBe(1);
});

test('the server of VS Code ends when the process that it was started for is gone', { timeout: 60_000 }, async () => {
  const client = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  onTestFinished(() => void client.kill('SIGKILL'));
  const { ended, ask } = forked(`--clientProcessId=${client.pid}`);
  await ask(1, 'initialize', session);
  client.kill('SIGKILL');
  expect(await ended).toBe(1);
});

test('the server of VS Code reads the files of this machine', { timeout: 60_000 }, async () => {
  const maps = mkdtempSync(join(folder, 'maps-'));
  writeFileSync(join(maps, 'people.journey'), 'persona Ana "Ana Lima"\n');
  const { child, ask } = forked();
  const { href } = pathToFileURL(maps);
  await ask(1, 'initialize', { ...session, rootUri: href, workspaceFolders: [{ uri: href, name: 'maps' }] });
  child.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
  const found = await vi.waitUntil(async () => {
    const { result } = await ask(2, 'workspace/symbol', { query: 'Ana' });
    return Array.isArray(result) && result.length > 0 && result;
  });
  expect(found).toMatchObject([{ name: expect.stringContaining('Ana') }]);
});
