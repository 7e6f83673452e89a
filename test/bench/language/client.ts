import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** A published list of findings and when it came. */
interface Published extends PublishDiagnosticsParams {
  at: number;
}

/** An editor beside a real server process, over its standard input and output. Times are of `performance.now()`, in milliseconds. */
export class Client {
  readonly child: ChildProcess;
  /** From the start of the process to the answer to `initialize`. */
  started = 0;
  /** When `initialized` was sent. */
  initialized = 0;
  /** When the reference said that it has read the folder. */
  readonly indexed: Promise<number>;
  private readonly connection: ProtocolConnection;
  private readonly published = new Map<string, Published>();
  private readonly texts = new Map<string, { text: string; version: number }>();
  private waiting: (() => void)[] = [];

  constructor(command: string) {
    const before = performance.now();
    this.child = spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.child;
    if (!stdin || !stdout) throw new Error('the server has no streams');
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, { ...params, at: performance.now() });
      const waiting = this.waiting;
      this.waiting = [];
      for (const wake of waiting) wake();
    });
    this.indexed = new Promise((resolve) => this.connection.onNotification('bench/indexed', () => resolve(performance.now())));
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/configuration', () => []);
    this.connection.listen();
    this.started = -before;
  }

  /** Starts a session, on a folder if one is given. */
  async start(folder?: string): Promise<this> {
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folder === undefined ? null : [{ uri: pathToFileURL(folder).href, name: basename(folder) }],
      capabilities: { workspace: { workspaceFolders: true }, textDocument: { publishDiagnostics: { versionSupport: true } } },
    });
    this.started += performance.now();
    this.initialized = performance.now();
    await this.connection.sendNotification('initialized', {});
    return this;
  }

  /** Opens a text. Gives when that was. */
  open(uri: string, text: string): number {
    this.texts.set(uri, { text, version: 1 });
    const now = performance.now();
    void this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'journey', version: 1, text } });
    return now;
  }

  openFile(path: string): { uri: string; at: number } {
    const uri = pathToFileURL(path).href;
    return { uri, at: this.open(uri, readFileSync(path, 'utf8')) };
  }

  textOf(uri: string): string {
    return this.texts.get(uri)?.text ?? '';
  }

  /** Replaces a stretch of an open text. Gives when that was. */
  edit(uri: string, start: number, end: number, insert: string): number {
    const open = this.texts.get(uri);
    if (!open) throw new Error(`${uri} is not open`);
    const { text } = open;
    const range = { start: positionAt(text, start), end: positionAt(text, end) };
    open.text = text.slice(0, start) + insert + text.slice(end);
    open.version++;
    const now = performance.now();
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: open.version },
      contentChanges: [{ range, text: insert }],
    });
    return now;
  }

  /** Waits for the findings of the newest version of a text, or for those that fulfil a condition. */
  async findings(uri: string, isMeant: (published: PublishDiagnosticsParams) => boolean = () => true): Promise<Published> {
    for (;;) {
      const published = this.published.get(uri);
      if (published && published.version === this.texts.get(uri)?.version && isMeant(published)) return published;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  stop(): void {
    this.child.kill('SIGKILL');
    this.connection.dispose();
  }
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
