import { asFolder, folderOf, isPlace } from './addresses.ts';
import { escapeName } from './files.ts';
import { Latest } from './latest.ts';

/** The files of one kind that maps name, by address: each read once, and again when it has changed. */
export class NamedFiles<Content> {
  private readonly load: (uri: string, root: string) => Promise<Content>;
  private readonly known = new Latest<Content>();
  private readonly roots = new Map<string, string>();

  /** @param load - Reads a file, or says why it cannot be read. `root` is the folder that it must lie in. */
  constructor(load: (uri: string, root: string) => Promise<Content>) {
    this.load = load;
  }

  /** What is known of a file that a map names; nothing while it has not been read. `root` is the folder that it must lie in. */
  find(root: string, map: string, path: string): Content | 'outside' | undefined {
    const uri = addressOf(root, map, path);
    return uri === undefined ? 'outside' : this.known.get(uri);
  }

  /** Reads those files that a map names and that have not been read. Tells whether there were any. */
  async read(root: string, map: string, paths: readonly string[]): Promise<boolean> {
    const named = new Set(paths.flatMap((path) => addressOf(root, map, path) ?? []));
    const unread = [...named].filter((uri) => this.known.get(uri) === undefined);
    await Promise.all(unread.map((uri) => this.take(uri, root)));
    return unread.length > 0;
  }

  /** The addresses of the files that some map named. */
  addresses(): string[] {
    return this.known.addresses();
  }

  /** Whether some map named a file. */
  has(uri: string): boolean {
    return this.known.has(uri);
  }

  /** Reads a file anew that has changed, if some map named it. */
  async reload(uri: string): Promise<void> {
    const root = this.roots.get(uri);
    if (root !== undefined) await this.take(uri, root);
  }

  /** Reads all of them anew. */
  async reloadAll(): Promise<void> {
    await Promise.all([...this.roots.keys()].map((uri) => this.reload(uri)));
  }

  private async take(uri: string, root: string): Promise<void> {
    this.roots.set(uri, root);
    await this.known.take(uri, () => this.load(uri, root));
  }
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
