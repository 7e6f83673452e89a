import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { Wire } from './wire.ts';

const program = join(import.meta.dirname, '../../src/cli/journey.ts');

/** `journey lsp --stdio` as a process of its own. */
export class ServerProcess extends Wire {
  readonly child: ChildProcess;
  /** What it wrote to the standard error. */
  errors = '';
  readonly ended: Promise<number | null>;

  constructor() {
    const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: 'pipe' });
    super((bytes) => void child.stdin.write(bytes));
    this.child = child;
    // A server that is gone does not read.
    child.stdin.on('error', () => undefined);
    child.stdout.on('data', (chunk: Buffer) => this.take(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      this.errors += chunk;
    });
    this.ended = new Promise((resolve) => child.once('close', resolve));
  }

  /** Starts a session as the poorest client would. */
  async start(params: object = {}): Promise<this> {
    await this.answer('initialize', { processId: null, rootUri: null, capabilities: {}, ...params });
    this.notify('initialized', {});
    return this;
  }

  open(uri: string, text: string): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'journey', version: 1, text } });
  }
}
