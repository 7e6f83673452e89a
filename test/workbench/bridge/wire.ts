/** What goes over the bridge: one JSON text a line. */
import type { Socket } from 'node:net';

/** The environment variable that tells the extension host where the test listens. */
export const portVariable = 'JOURNEY_TEST_BRIDGE';

export interface Question {
  id: number;
  /** The text of a function `(vscode, ...args) => …`. */
  source: string;
  args: unknown[];
}

export interface Answer {
  id: number;
  value?: unknown;
  error?: string;
}

/** Calls `take` with every message that arrives. */
export function lines<Message>(socket: Socket, take: (message: Message) => void): void {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) take(JSON.parse(part));
  });
}
