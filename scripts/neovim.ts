/** Finds a Neovim, and gets one where there is none. */
import { execFileSync } from 'node:child_process';
import { installFromDebian } from './debian.ts';

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
  if (starts('nvim') || ((await installFromDebian('Neovim', ['neovim'])) && starts('nvim'))) return 'nvim';
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
