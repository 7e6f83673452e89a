import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { run } from './run.ts';

/** The desktop and remote machines: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  run(context, (options) => {
    const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
    return new LanguageClient('journey', 'Journey', { module, transport: TransportKind.ipc }, options);
  });
}
