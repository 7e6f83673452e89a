import type { ExtensionContext } from 'vscode';
import { run } from './run.ts';

/** The desktop and remote machines. */
export function activate(context: ExtensionContext): void {
  run(context, async (output, restarts) => (await import('./client-desktop.ts')).makeClient(context, output, restarts));
}
