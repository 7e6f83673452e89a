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

/** How long a call may take, in milliseconds. */
const longest = 60_000;

/** Opens a port for one workbench. A call made before its extension host has come up waits for it. */
export async function listen(): Promise<Bridge> {
  const calls = new Map<number, { socket: Socket; take: (answer: Answer) => void }>();
  let current: Socket | undefined;
  let connected = Promise.withResolvers<void>();
  const server = createServer((socket) => {
    // After a reload of the window a new extension host may come before the old one has gone.
    current = socket;
    connected.resolve();
    lines<Answer>(socket, (answer) => calls.get(answer.id)?.take(answer));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      for (const [id, call] of calls) if (call.socket === socket) call.take({ id, error: 'The extension host went away.' });
      if (current !== socket) return;
      current = undefined;
      connected = Promise.withResolvers();
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
      const id = ++last;
      const timer = Promise.withResolvers<never>();
      const clock = setTimeout(() => timer.reject(new Error(`no answer after ${longest} ms from ${run}`)), longest);
      try {
        while (!current) await Promise.race([connected.promise, timer.promise]);
        const socket = current;
        const answer = new Promise<Answer>((take) => calls.set(id, { socket, take }));
        socket.write(`${JSON.stringify({ id, source: run.toString(), args })}\n`);
        const { value, error } = await Promise.race([answer, timer.promise]);
        if (error !== undefined) throw new Error(error);
        return value as Awaited<Result>;
      } finally {
        clearTimeout(clock);
        calls.delete(id);
      }
    },
    end() {
      current?.destroy();
      server.close();
    },
  };
  return bridge;
}
