import type { ExtensionContext } from 'vscode';
import { hire } from './export/hire-desktop.ts';
import { run } from './run.ts';

/** The desktop and remote machines. */
export function activate(context: ExtensionContext): void {
  run(context, {
    client: async (output, restarts) => (await import('./client-desktop.ts')).makeClient(context, output, restarts),
    hire: () => hire(context.extensionUri),
  });
}
