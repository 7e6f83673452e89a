import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode, type Files, isSkipped } from './files.ts';

/** The files of this machine. */
export const nodeFiles: Files = {
  async list(folder) {
    const found: string[] = [];
    const path = pathOf(folder);
    if (path) await walk(path, found);
    return found.map((file) => addressBelow(folder, relative(path ?? '', file)));
  },
  async read(uri) {
    const path = pathOf(uri);
    if (!path) return undefined;
    try {
      return decode(await readFile(path));
    } catch {
      return undefined;
    }
  },
};

/** The address of a file below a folder, written as editors write it: whatever may have a meaning in an address is escaped. */
function addressBelow(folder: string, path: string): string {
  const names = path
    .split(sep)
    .map((name) => encodeURIComponent(name).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`));
  return [folder.replace(/\/$/, ''), ...names].join('/');
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** Collects the files below a folder. Links are not followed, so that none leads out of the folder or round in it. */
export async function walk(folder: string, found: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!isSkipped(entry.name)) await walk(path, found);
    } else if (entry.isFile() && (entry.name.endsWith('.journey') || entry.name === 'journey.json')) {
      found.push(path);
    }
  }
}
