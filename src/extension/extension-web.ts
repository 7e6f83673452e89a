import type { ExtensionContext } from 'vscode';
import { hire } from './export/hire-web.ts';
import { run } from './run.ts';

/** The browser. */
export function activate(context: ExtensionContext): void {
  run(context, {
    client: async (output, restarts) => (await import('./client-web.ts')).makeClient(context, output, restarts),
    hire: () => hire(context.extensionUri),
  });
}
