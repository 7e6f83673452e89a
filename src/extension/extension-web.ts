import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { run } from './run.ts';

/** The browser: the server is a web worker. Each start makes a new one and ends the old, which cannot end itself. */
export function activate(context: ExtensionContext): void {
  run(context, (options) => {
    const script = Uri.joinPath(context.extensionUri, 'dist', 'server-web.js').toString(true);
    let worker: Worker | undefined;
    context.subscriptions.push({ dispose: () => worker?.terminate() });
    return new LanguageClient(
      'journey',
      'Journey',
      async () => {
        worker?.terminate();
        worker = new Worker(script, { name: 'Journey' });
        return worker;
      },
      options,
    );
  });
}
