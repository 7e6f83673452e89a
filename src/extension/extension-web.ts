import type { ExtensionContext } from 'vscode';
import { run } from './run.ts';

/** The browser. */
export function activate(context: ExtensionContext): void {
  run(context, async (output, restarts) => (await import('./client-web.ts')).makeClient(context, output, restarts));
}
