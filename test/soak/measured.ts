import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Wire } from '../server/wire.ts';

const program = join(import.meta.dirname, '../../src/cli/journey.ts');
const hook = join(import.meta.dirname, 'heap-on-request.ts');

/** A server as a process of its own that can be asked for the size of its heap. */
export class Measured extends Wire {
  readonly child;

  constructor() {
    const args = ['--expose-gc', '--import', pathToFileURL(hook).href, program, 'lsp', '--stdio'];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
    super((bytes) => void child.stdin?.write(bytes));
    child.stdout?.on('data', (chunk: Buffer) => this.take(chunk));
    this.child = child;
  }

  async heap(): Promise<number> {
    const told = once(this.child, 'message');
    this.child.send('heap');
    return Number((await told)[0]);
  }
}

/** How many bytes the heap grows by from one cycle, an edit or a text, to the next: the line that lies nearest to all measures. */
export function slopeOf(measures: readonly { cycle: number; bytes: number }[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(measures.map((each) => each.cycle)), mean(measures.map(({ bytes }) => bytes))];
  const of = (pick: (dx: number, dy: number) => number): number =>
    measures.reduce((sum, each) => sum + pick(each.cycle - x, each.bytes - y), 0);
  return of((dx, dy) => dx * dy) / of((dx) => dx * dx);
}
