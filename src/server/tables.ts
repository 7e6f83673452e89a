import type { Data } from '../language/names/data.ts';
import { asFolder, folderOf, isPlace } from './addresses.ts';
import { readTable } from './csv.ts';
import { type Content, escapeName, type Files, isDataFile } from './files.ts';

/** A data file of more bytes is not read. */
export const mostTableBytes = 5_000_000;

/** The data files that were read, by address. */
export class Tables {
  private readonly files: Files;
  private readonly known = new Map<string, { data: Data; root: string }>();

  constructor(files: Files) {
    this.files = files;
  }

  /** What is known of a file that a map names; nothing while it has not been read. `root` is the folder that it must lie in. */
  find(root: string, map: string, path: string): Data | undefined {
    const uri = addressOf(root, map, path);
    return uri === undefined ? 'outside' : this.known.get(uri)?.data;
  }

  /** Reads those files that a map names and that have not been read. Tells whether there were any. */
  async read(root: string, map: string, paths: readonly string[]): Promise<boolean> {
    const unread = paths.flatMap((path) => addressOf(root, map, path) ?? []).filter((uri) => !this.known.has(uri));
    await Promise.all(unread.map((uri) => this.load(uri, root)));
    return unread.length > 0;
  }

  /** The addresses of the files that some map named. */
  addresses(): string[] {
    return [...this.known.keys()];
  }

  /** Reads a file anew that has changed, if some map named it. */
  async reload(uri: string): Promise<void> {
    const known = this.known.get(uri);
    if (known) await this.load(uri, known.root);
  }

  private async load(uri: string, root: string): Promise<void> {
    const data = isDataFile(uri) ? tableFrom(await this.files.look(uri, mostTableBytes, root)) : 'unreadable';
    this.known.set(uri, { data, root });
  }
}

/** A table as what was found at its address says it. */
export function tableFrom(content: Content): Data {
  if ('text' in content) return readTable(content.text) ?? 'unreadable';
  return content.why === 'missing' || content.why === 'outside' ? content.why : 'unreadable';
}

/**
 * The address of a file that a map names, relative to the map's folder; for a map that was never saved, to the root. Both kinds of slashes part
 * names.
 *
 * @returns Nothing for what does not lie below the root.
 */
export function addressOf(root: string, map: string, path: string): string | undefined {
  const plain = path.trim().replaceAll('\\', '/');
  if (/^(?:\/|[a-z][a-z\d+.-]*:)/i.test(plain)) return undefined;
  let folder = isPlace(map) ? folderOf(map) : asFolder(root);
  for (const name of plain.split('/')) {
    if (name === '..') folder = folderOf(folder.slice(0, -1));
    else if (name !== '.' && name !== '') folder += `${escapeName(name)}/`;
    if (!folder.startsWith(root)) return undefined;
  }
  return folder.slice(0, -1);
}
