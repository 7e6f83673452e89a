import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions } from './client.ts';
import type { Restarts } from './restarts.ts';

/** The client of the browser: the server is a web worker. Each start makes a new one and ends the old, which cannot end itself. */
export function makeClient(
  { extensionUri, subscriptions }: ExtensionContext,
  output: LogOutputChannel,
  restarts: Restarts,
): LanguageClient {
  const script = Uri.joinPath(extensionUri, 'dist', 'server-web.js').toString(true);
  let worker: Worker | undefined;
  subscriptions.push({ dispose: () => worker?.terminate() });
  return new LanguageClient(
    'journey',
    'Journey',
    async () => {
      worker?.terminate();
      worker = new Worker(script, { name: 'Journey' });
      return worker;
    },
    clientOptions(output, restarts),
  );
}
