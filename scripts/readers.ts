/** Finds the programs that tests open rendered maps with, and gets those that are not there. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installFromDebian } from './debian.ts';

/** Where Debian puts the one family of fonts that pictures of tests are made with beside ours. */
export const standInFonts = '/usr/share/fonts/truetype/liberation';

interface Reader {
  command: string;
  /** What makes it say its version. */
  asked: string;
  /** Debian's name of it. */
  from: string;
}

const readers: Reader[] = [
  { command: 'inkscape', asked: '--version', from: 'inkscape' },
  { command: 'rsvg-convert', asked: '--version', from: 'librsvg2-bin' },
  { command: 'pdftotext', asked: '-v', from: 'poppler-utils' },
  { command: 'soffice', asked: '--version', from: 'libreoffice-impress' },
];

/**
 * Sees to it that Inkscape, librsvg, poppler and LibreOffice are there, with fonts to draw with: the system's, else Debian's packages (installed when we
 * may, all at once). Throws with what to do where one cannot be had.
 */
export async function ensureReaders(): Promise<void> {
  const wanted = missing();
  if (wanted.length === 0 || ((await installFromDebian(wanted.join(', '), wanted)) && missing().length === 0)) return;
  throw new Error(
    `Tests of rendered maps need these packages of Debian: ${missing().join(', ')}. Install them: apt-get install ${missing().join(' ')}`,
  );
}

function missing(): string[] {
  const packages = readers.filter((reader) => !starts(reader)).map(({ from }) => from);
  return existsSync(standInFonts) ? packages : [...packages, 'fonts-liberation'];
}

function starts({ command, asked }: Reader): boolean {
  try {
    execFileSync(command, [asked], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}
