/** The test's end of the bridge. */
import { createServer, type Socket } from 'node:net';
import type * as VSCode from 'vscode';
import { type Answer, lines } from './wire.ts';

export interface Bridge {
  /** Where the extension host is to connect. */
  port: number;
  /**
   * Runs a function inside the extension host and answers what it returns. The function is sent as text: it may use its
   * arguments and nothing else from around it; arguments and answer travel as JSON.
   */
  call<Args extends unknown[], Result>(run: (vscode: typeof VSCode, ...args: Args) => Result, ...args: Args): Promise<Awaited<Result>>;
  end(): void;
}

/** Opens a port for one workbench. A call made before its extension host has come up waits for it. */
export async function listen(): Promise<Bridge> {
  const waiting = new Map<number, (answer: Answer) => void>();
  const fail = (reason: string) => {
    for (const [id, take] of waiting) take({ id, error: reason });
    waiting.clear();
  };
  let connected = Promise.withResolvers<Socket>();
  const server = createServer((socket) => {
    connected.resolve(socket);
    lines<Answer>(socket, (answer) => {
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    });
    socket.on('error', () => socket.destroy());
    // After a reload of the window another extension host connects.
    socket.on('close', () => {
      connected = Promise.withResolvers();
      fail('The extension host went away.');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  let last = 0;
  const bridge: Bridge = {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    async call<Args extends unknown[], Result>(
      run: (vscode: typeof VSCode, ...args: Args) => Result,
      ...args: Args
    ): Promise<Awaited<Result>> {
      const socket = await connected.promise;
      const id = ++last;
      const answer = await new Promise<Answer>((resolve) => {
        waiting.set(id, resolve);
        socket.write(`${JSON.stringify({ id, source: run.toString(), args })}\n`);
      });
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value as Awaited<Result>;
    },
    end() {
      fail('The workbench was closed.');
      void connected.promise.then((socket) => socket.destroy());
      server.close();
    },
  };
  return bridge;
}
