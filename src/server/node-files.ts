import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Bytes,
  type Content,
  decode,
  decodeOld,
  escapeName,
  type Files,
  isDataFile,
  isPicture,
  isProjectFile,
  isSkipped,
  mostFolders,
} from './files.ts';

/** The files of this machine. */
export const nodeFiles: Files = {
  async list(folder) {
    const found: string[] = [];
    const path = pathOf(folder);
    if (path) await walk(path, found);
    return found.map((file) => addressBelow(folder, relative(path ?? '', file)));
  },
  async beside(folder) {
    const path = pathOf(folder);
    const found: string[] = [];
    if (path) await walkBeside(path, found);
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
  async look(uri, most, within) {
    const path = pathOf(uri);
    return path ? lookAt(path, most, within === undefined ? undefined : pathOf(within)) : { why: 'missing' };
  },
  async bytes(uri, most, within) {
    const path = pathOf(uri);
    return path ? bytesAt(path, most, pathOf(within)) : { why: 'missing' };
  },
};

/** As `Files.look`, by paths. */
export async function lookAt(path: string, most: number, within?: string): Promise<Content> {
  const found = await bytesAt(path, most, within);
  return 'bytes' in found ? { text: decodeOld(found.bytes) } : found;
}

async function bytesAt(path: string, most: number, within?: string): Promise<Bytes> {
  try {
    if (within !== undefined && relative(await realpath(within), await realpath(path)).split(sep)[0] === '..') return { why: 'outside' };
    const info = await stat(path);
    if (info.isDirectory()) return { why: 'folder' };
    // A pipe or a device may never end.
    if (!info.isFile()) return { why: 'unreadable' };
    if (info.size > most) return { why: 'large' };
    return { bytes: await readFile(path) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return { why: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' };
  }
}

/** Collects data files and pictures below a folder, the nearer ones first. Links are not followed. */
async function walkBeside(folder: string, found: string[]): Promise<void> {
  const folders = [folder];
  for (let at = 0; at < folders.length && at < mostFolders; at++) {
    const path = folders[at] as string;
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isDirectory() && !isSkipped(entry.name)) folders.push(join(path, entry.name));
      else if (entry.isFile() && (isDataFile(entry.name) || isPicture(entry.name))) found.push(join(path, entry.name));
    }
  }
}

/** The address of a file below a folder, written as editors write it. */
function addressBelow(folder: string, path: string): string {
  return [folder.replace(/\/$/, ''), ...path.split(sep).map(escapeName)].join('/');
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/**
 * Collects the files below a folder. Links are not followed, so that none leads out of the folder or round in it; only a `journey.json` counts
 * whatever it is.
 *
 * @param into - Whether to look into a folder, by its path and the names in it; into all without it.
 */
export async function walk(
  folder: string,
  found: string[],
  into: (folder: string, names: readonly string[]) => boolean = () => true,
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (
    !into(
      folder,
      entries.map(({ name }) => name),
    )
  )
    return;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (isProjectFile(entry.name)) found.push(path);
    else if (entry.isDirectory()) {
      if (!isSkipped(entry.name)) await walk(path, found, into);
    } else if (entry.isFile() && entry.name.endsWith('.journey')) found.push(path);
  }
}
