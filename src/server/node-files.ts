import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decode, type Files, isSkipped } from './files.ts';

/** The files of this machine. */
export const nodeFiles: Files = {
  async list(folder) {
    const found: string[] = [];
    const path = pathOf(folder);
    if (path) await walk(path, found);
    return found.map((file) => pathToFileURL(file).href);
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
