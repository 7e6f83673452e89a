/** Finds a Chromium that playwright-core can drive, and gets one where there is none. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installFromDebian } from '../debian.ts';
import { fetchBrowser, hasBrowser } from './fetch.ts';

/** What playwright's `launch` wants to know. */
export interface Chromium {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env.LOCALAPPDATA}\\Google\\Chrome\\Application\\chrome.exe`,
];

/**
 * A Chromium: the one that CHROME_PATH names, else the system's, else Debian's package (installed when we may), else the
 * one that npm carries (Linux on x64). Throws with what to do when none can be had.
 */
export async function ensureChromium(): Promise<Chromium> {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (starts(given)) return plain(given);
    throw new Error(`CHROME_PATH is ${given}, which does not start.`);
  }
  const found = onSystem();
  if (found) return plain(found);
  if (hasBrowser()) return fromNpm();
  // Fonts come along, because a browser without any shows empty boxes.
  const installed = (await installFromDebian('Chromium', ['chromium', 'fonts-liberation'])) ? onSystem() : undefined;
  if (installed) return plain(installed);
  if (process.platform === 'linux' && process.arch === 'x64') return fromNpm();
  throw new Error('There is no Chromium here. Install Chromium or Google Chrome, or name one in CHROME_PATH.');
}

function plain(executablePath: string): Chromium {
  return { executablePath, args: [], env: environment() };
}

function onSystem(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
  return candidates.find(starts);
}

/** Whether the program is there and runs. Ubuntu's `chromium-browser` may be a mere pointer to a snap, which does not. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows `--version` would open a window.
  if (process.platform === 'win32') return true;
  try {
    return /\d+\.\d+/.test(execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 30_000 }));
  } catch {
    return false;
  }
}

async function fromNpm(): Promise<Chromium> {
  const folder = await fetchBrowser();
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const env = { ...environment(), LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') };
  return { executablePath: join(folder, 'chromium'), args: ['--no-zygote', '--use-angle=swiftshader'], env };
}

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
