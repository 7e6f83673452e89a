import { type Connection, DidChangeWatchedFilesNotification, type Disposable, type InitializeParams } from 'vscode-languageserver';

/** Files to watch: names that match `pattern` directly in a folder. */
export interface Place {
  folder: string;
  pattern: string;
}

/** Asks the client to watch files outside its workspace folders. Those inside it watches of its own accord. */
export class Watching {
  private readonly connection: Connection;
  private readonly able: boolean;
  private watched = '[]';
  private registered: Disposable | undefined;

  constructor(connection: Connection, { capabilities }: InitializeParams) {
    this.connection = connection;
    const watching = capabilities.workspace?.didChangeWatchedFiles;
    this.able = watching?.dynamicRegistration === true && watching.relativePatternSupport === true;
  }

  /** Watches these places, and no longer those before. */
  async watch(places: readonly Place[]): Promise<void> {
    const wanted = JSON.stringify(places);
    if (!this.able || wanted === this.watched) return;
    this.watched = wanted;
    this.registered?.dispose();
    this.registered = undefined;
    if (!places.length) return;
    const watchers = places.map(({ folder, pattern }) => ({ globPattern: { baseUri: folder.replace(/([^/])\/$/, '$1'), pattern } }));
    this.registered = await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}
