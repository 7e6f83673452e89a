/**
 * The few words of a suite that runs inside the extension host. A suite is a file `NAME.suite.ts` here:
 *
 *   import * as vscode from 'vscode';
 *   import { equal, eventually, test } from './suite.ts';
 *
 *   test('the outline names the journey', async () => {
 *     const outline = await eventually(() => vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri), 'the outline');
 *     equal(outline[0].name, 'A');
 *   });
 *
 * It runs in three hosts: in the workbench's extension host and in its web worker (both by `npm test`), and in a desktop VS Code
 * (`npm run test:desktop`). So it uses no Node module. The workspace folder holds the `files` of report.ts; a suite that
 * needs others writes them through `vscode.workspace.fs`.
 */

interface Registered {
  name: string;
  body: () => void | Promise<void>;
}

export const registered: Registered[] = [];

/** Registers a test. Its body fails by throwing. */
export function test(name: string, body: () => void | Promise<void>): void {
  registered.push({ name, body });
}

/** Fails unless the value is true. */
export function ok(value: boolean, message = 'expected to be true'): asserts value {
  if (!value) throw new Error(message);
}

/** Fails unless both values are equal as JSON. */
export function equal(actual: unknown, expected: unknown): void {
  const [left, right] = [actual, expected].map((value) => JSON.stringify(value, undefined, 2));
  if (left !== right) throw new Error(`expected ${right}\nbut got ${left}`);
}

/** Asks again until the answer is neither false nor undefined, and gives it back. Fails after `longest` milliseconds. */
export async function eventually<T>(ask: () => T | Promise<T>, what: string, longest = 20_000): Promise<NonNullable<T>> {
  const end = Date.now() + longest;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited ${longest} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
