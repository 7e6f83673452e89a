import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import {
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type Bytes, type Content, type Files, isDataFile, isPicture } from '../../src/server/files.ts';
import { type ChangedParams, changed } from '../../src/server/protocol.ts';
import { serve } from '../../src/server/session.ts';

/** Files that are nowhere but here. `held` keeps reading from going on until it is let go. */
export class FakeFiles implements Files {
  readonly texts: Map<string, string>;
  /** What was looked for, in order. */
  readonly looked: string[] = [];
  held: Promise<void> = Promise.resolve();

  constructor(texts: Record<string, string> = {}) {
    this.texts = new Map(Object.entries(texts));
  }

  async list(folder: string): Promise<string[]> {
    await this.held;
    return [...this.texts.keys()].filter((uri) => uri.startsWith(folder));
  }

  async beside(folder: string): Promise<string[]> {
    return (await this.list(folder)).filter((uri) => isDataFile(uri) || isPicture(uri));
  }

  async read(uri: string): Promise<string | undefined> {
    await this.held;
    return this.texts.get(uri);
  }

  async look(uri: string, most: number): Promise<Content> {
    await this.held;
    this.looked.push(uri);
    const text = this.texts.get(uri);
    if (text === undefined) return { why: [...this.texts.keys()].some((other) => other.startsWith(`${uri}/`)) ? 'folder' : 'missing' };
    return text.length > most ? { why: 'large' } : { text };
  }

  /** Each letter is a byte. */
  async bytes(uri: string, most: number): Promise<Bytes> {
    const found = await this.look(uri, most);
    return 'text' in found ? { bytes: Uint8Array.from(found.text, (letter) => letter.charCodeAt(0)) } : found;
  }

  /** Holds all reading; what is returned lets it go on. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.held = promise;
    return resolve;
  }
}

interface Watcher {
  globPattern: string | { baseUri: string; pattern: string };
}

/** What an editor would do, over a connection in memory. */
export class Client {
  readonly files: FakeFiles;
  capabilities: ServerCapabilities = {};
  /** All findings that were published, and all notes that a map may have changed, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly changes: ChangedParams[] = [];
  /** What the server asked to be watched: folders and patterns. */
  watched: string[] = [];
  /** What else it asked for. */
  readonly registered: { method: string; options: unknown }[] = [];
  private readonly connection;
  private readonly versions = new Map<string, number>();

  constructor(files: Record<string, string> = {}) {
    this.files = new FakeFiles(files);
    const up = new PassThrough();
    const down = new PassThrough();
    const server = createConnection(up, down);
    serve(server, this.files, () => '2026-10-15');
    server.listen();
    this.connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: PublishDiagnosticsParams) => void this.published.push(params),
    );
    this.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const { method, registerOptions } of registrations) {
        if (method !== 'workspace/didChangeWatchedFiles') this.registered.push({ method, options: registerOptions });
        else {
          const { watchers } = registerOptions as { watchers: Watcher[] };
          this.watched = watchers.map(({ globPattern: glob }) => (typeof glob === 'string' ? glob : `${glob.baseUri} ${glob.pattern}`));
        }
      }
    });
    this.connection.onRequest('client/unregisterCapability', () => {
      this.watched = [];
    });
    this.connection.onNotification(changed, (params: ChangedParams) => void this.changes.push(params));
    this.connection.listen();
  }

  /** Starts the session on some folders, for an editor that speaks the language of a locale. */
  async start(
    folders: readonly string[] = ['file:///maps'],
    capabilities: object = {},
    locale?: string,
    initializationOptions?: object,
  ): Promise<this> {
    const { capabilities: offered } = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      ...(locale === undefined ? {} : { locale }),
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      capabilities: {
        workspace: { workspaceFolders: true, ...capabilities },
        textDocument: {
          synchronization: { dynamicRegistration: true },
          codeAction: { dynamicRegistration: true },
          publishDiagnostics: { codeDescriptionSupport: true },
        },
      },
    });
    this.capabilities = offered;
    void this.notify('initialized', {});
    await this.settled();
    return this;
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string): void {
    this.versions.set(uri, 1);
    void this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'journey', version: 1, text } });
  }

  /** Changes a text: as a whole, or a stretch of it. Gives the version that it then has. */
  change(uri: string, text: string, range?: [line: number, character: number, endLine: number, endCharacter: number]): number {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    const at = range && { start: { line: range[0], character: range[1] }, end: { line: range[2], character: range[3] } };
    void this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text, ...(at ? { range: at } : {}) }],
    });
    return version;
  }

  close(uri: string): void {
    void this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Writes a file, or removes it, as something outside the editor does; the editor notices. */
  write(uri: string, text: string | undefined): void {
    const type = text === undefined ? 3 : this.files.texts.has(uri) ? 2 : 1;
    if (text === undefined) this.files.texts.delete(uri);
    else this.files.texts.set(uri, text);
    void this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

  /** Waits until the server has nothing more to do. */
  async settled(): Promise<void> {
    for (let round = 0; round < 4; round++) {
      await this.request('journey/at', { uri: 'none:', position: { line: 0, character: 0 } });
      for (let turns = 0; turns < 8; turns++) await turn();
    }
  }

  /** The findings that hold for a text now. */
  async findings(uri: string): Promise<Diagnostic[]> {
    await this.settled();
    return this.published.findLast((params) => params.uri === uri)?.diagnostics ?? [];
  }

  /** Their codes, with the text that each is about. */
  async codes(uri: string): Promise<string[]> {
    return (await this.findings(uri)).map(({ code }) => String(code));
  }
}
