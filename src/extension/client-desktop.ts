import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './client.ts';
import type { Restarts } from './restarts.ts';

/** The client of the desktop and of remote machines: the server is a process of its own. */
export function makeClient({ extensionUri }: ExtensionContext, output: LogOutputChannel, restarts: Restarts): LanguageClient {
  const module = Uri.joinPath(extensionUri, 'dist', 'server.cjs').fsPath;
  return new LanguageClient('journey', 'Journey', { module, transport: TransportKind.ipc }, clientOptions(output, restarts));
}
