import { fork } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Message } from './wire.ts';

const program = join(import.meta.dirname, '../../src/server/server.ts');

/** The server as VS Code starts it, and the next message that comes from it with this id. */
function forked() {
  const child = fork(program, ['--node-ipc'], { silent: true });
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
