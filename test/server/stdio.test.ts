import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { folderOf } from '../cli/run.ts';
import { ServerProcess } from './server-process.ts';

const map = 'file:///maps/order.journey';
const text = 'journey "Order" for Vera\n  goal "x"\n  type curent\n';
const source = join(import.meta.dirname, '../../src/cli');
const atVera = { textDocument: { uri: map }, position: { line: 0, character: 21 } };

/** A server that does not outlive the test. */
function startServer(): ServerProcess {
  const server = new ServerProcess();
  onTestFinished(async () => {
    server.child.kill('SIGKILL');
    await server.ended;
  });
  return server;
}

const codesOf = (server: ServerProcess, uri: string): string[] => (server.diagnostics(uri)?.diagnostics ?? []).map(({ code }) => code);

// A process starts slowly while others run.
describe('journey lsp --stdio', { timeout: 60_000 }, () => {
  test('serves over the standard input and output, where nothing but the protocol goes', async () => {
    const server = startServer();
    await server.start();
    server.open(map, text);
    await server.until(() => codesOf(server, map).includes('unknown-name'));
    expect(codesOf(server, map)).toContain('unknown-value');
    expect(await server.answer('textDocument/hover', atVera)).toMatchObject({ contents: { kind: 'markdown' } });
    await server.answer('shutdown');
    server.notify('exit');
    expect(await server.ended).toBe(0);
    expect(server.broken).toBeUndefined();
    expect(server.errors).toBe('');
  });

  test('ends with 1 when it is told to exit without a shutdown before', async () => {
    const server = await startServer().start();
    server.notify('exit');
    expect(await server.ended).toBe(1);
  });

  test('ends with 1 when it is told to exit before anything else', async () => {
    const server = startServer();
    server.notify('exit');
    expect(await server.ended).toBe(1);
  });

  test.each([
    ['with 1 when its input ends', 1, false],
    ['with 0 when its input ends after a shutdown', 0, true],
  ])('ends %s', async (_, code, shut) => {
    const server = await startServer().start();
    if (shut) await server.answer('shutdown');
    server.child.stdin?.end();
    expect(await server.ended).toBe(code);
  });

  test('ends when nobody reads its output any more', async () => {
    const server = await startServer().start();
    server.child.stdout?.destroy();
    server.ask('textDocument/hover', atVera);
    expect(await server.ended).toBe(1);
  });

  test('ends when the process that started it dies, though its input stays open', async () => {
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const server = await startServer().start({ processId: editor.pid });
    editor.kill('SIGKILL');
    expect(await server.ended).toBe(1);
  });

  test('reads the folder of a client that knows rootUri alone', async () => {
    const folder = folderOf({ 'people.journey': 'persona Vera "Vera Cruz"\n', 'order.journey': text });
    const root = pathToFileURL(folder).href;
    const uri = `${root}/order.journey`;
    const server = await startServer().start({ rootUri: root });
    server.open(uri, text);
    await server.until(() => codesOf(server, uri).includes('unknown-value'));
    const atName = { textDocument: { uri }, position: { line: 0, character: 21 } };
    await expect.poll(() => server.answer('textDocument/definition', atName)).toMatchObject([{ uri: `${root}/people.journey` }]);
    expect(codesOf(server, uri)).not.toContain('unknown-name');
  });

  test('speaks the language of the locale that the client names', async () => {
    const server = await startServer().start({ locale: 'fr-FR' });
    server.open(map, text);
    const found = (await server.diagnosticsOf(map, 1)).find(({ code }) => code === 'unknown-value');
    expect(found?.message).toMatch(/ne fait pas partie/);
  });

  test('asks a client for nothing that it said it cannot', async () => {
    const server = await startServer().start();
    server.open(map, text);
    await server.diagnosticsOf(map, 1);
    const completions = await server.answer<{ insertTextFormat?: number }[]>('textDocument/completion', {
      textDocument: { uri: map },
      position: { line: 3, character: 0 },
    });
    expect(completions.length).toBeGreaterThan(0);
    expect(completions.filter(({ insertTextFormat }) => insertTextFormat === 2)).toEqual([]);
    await server.answer('shutdown');
    expect(server.received.filter(({ method, id }) => method !== undefined && id !== undefined)).toEqual([]);
  });

  test('is not loaded by other commands', () => {
    const script = `
      import { createRequire } from 'node:module';
      import { main } from ${JSON.stringify(pathToFileURL(join(source, 'main.ts')).href)};
      const loaded = () => Object.keys(createRequire(import.meta.url).cache).filter((path) => /vscode-(languageserver|jsonrpc)\\b/.test(path)).length;
      await main(['--version']);
      console.log(loaded());
      await import(${JSON.stringify(pathToFileURL(join(source, 'lsp.ts')).href)});
      console.log(loaded() > 0);
    `;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(stdout.split('\n').slice(1)).toEqual(['0', 'true', '']);
  });
});
