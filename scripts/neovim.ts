/** Finds a Neovim, and gets one where there is none. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './workbench/processes.ts';

/**
 * The command of a Neovim: the one that NVIM_PATH names, else the system's, else Debian's package (installed when we may). Throws with what to do
 * when none can be had. npm has no package of it.
 */
export async function ensureNeovim(): Promise<string> {
  const given = process.env.NVIM_PATH;
  if (given) {
    if (starts(given)) return given;
    throw new Error(`NVIM_PATH is ${given}, which does not start.`);
  }
  if (starts('nvim') || ((await installFromDebian()) && starts('nvim'))) return 'nvim';
  throw new Error('There is no Neovim here. Install Neovim 0.7 or newer (Debian: apt-get install neovim), or name one in NVIM_PATH.');
}

function starts(command: string): boolean {
  try {
    return /NVIM v\d/.test(
      execFileSync(command, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 30_000 }),
    );
  } catch {
    return false;
  }
}

async function installFromDebian(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log('Installing Neovim from the packages of this system …');
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-q'], options);
  const code = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'neovim'], options);
  if (code !== 0) console.log('That did not work.');
  return code === 0;
}
