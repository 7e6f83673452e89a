/** The end of the bridge inside the extension host: runs the functions that a test sends, and answers what they return. */
import { connect } from 'node:net';
import * as vscode from 'vscode';
import { type Answer, lines, portVariable, type Question } from './wire.ts';

export function activate(context: vscode.ExtensionContext): void {
  const socket = connect(Number(process.env[portVariable]), '127.0.0.1');
  socket.on('error', () => socket.destroy());
  const send = (answer: Answer) => socket.write(`${JSON.stringify(answer)}\n`);
  lines<Question>(socket, async ({ id, source, args }) => {
    try {
      const call = new Function('vscode', 'args', `return (${source})(vscode, ...args)`);
      send({ id, value: await call(vscode, args) });
    } catch (error) {
      send({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  context.subscriptions.push({ dispose: () => socket.destroy() });
}
