import { type Connection, DidChangeWatchedFilesNotification, type Disposable, type InitializeParams } from 'vscode-languageserver';
import { endingsBeside } from './files.ts';

/** Files to watch: names that match `pattern` directly in a folder. */
export interface Place {
  folder: string;
  pattern: string;
}

/** What is watched in workspace folders. */
const inside = ['**/*.journey', '**/journey.json', `**/*.{${endingsBeside}}`];

/**
 * Asks the client to watch files: in its workspace folders, where it does not say in the option `watchesFiles` that it does so of its own accord,
 * and outside them.
 */
export class Watching {
  /** The client tells of files that change in its workspace folders. */
  readonly tells: boolean;
  private readonly connection: Connection;
  private readonly asks: boolean;
  private readonly able: boolean;
  private watched = '[]';
  private registered: Disposable | undefined;

  constructor(connection: Connection, { capabilities, initializationOptions }: InitializeParams) {
    this.connection = connection;
    const watching = capabilities.workspace?.didChangeWatchedFiles;
    const watches = initializationOptions?.watchesFiles === true;
    this.asks = !watches && watching?.dynamicRegistration === true;
    this.tells = watches || this.asks;
    this.able = watching?.dynamicRegistration === true && watching.relativePatternSupport === true;
  }

  /** Has the workspace folders watched. */
  async start(): Promise<void> {
    const watchers = inside.map((globPattern) => ({ globPattern }));
    if (this.asks) await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
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
