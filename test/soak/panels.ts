import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Soak } from './soak.ts';

const root = join(import.meta.dirname, '../..');

/** Runs a command of this project, its output shown. Throws where it fails. */
async function run(args: readonly string[]): Promise<void> {
  // The last line of the standard output is the soak's own.
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', process.stderr, process.stderr] });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}; what it said stands above.`);
}

const soak: Soak = {
  name: 'of 200 panels in a real workbench nothing stays',
  full: 1,
  small: 0,
  async run() {
    await run(['scripts/build.mjs']);
    await run(['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/workbench/vitest.config.ts', '--mode', 'soak']);
    return undefined;
  },
};

export default soak;
