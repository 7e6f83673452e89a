import type { FileKind, FilesBeside } from '../language/names/files-beside.ts';
import { folderOf, isPlace } from './addresses.ts';
import { type Files, isDataFile, isPicture } from './files.ts';
import { Latest } from './latest.ts';
import { addressOf } from './named-files.ts';

/** The files that maps may name, folder by folder, as they were when somebody last looked. */
export class Listings {
  private readonly files: Files;
  private readonly known = new Latest<readonly string[]>();

  constructor(files: Files) {
    this.files = files;
  }

  /** Looks what lies below a folder, by its address with a slash at its end. */
  async look(root: string): Promise<void> {
    await this.known.take(root, () => this.files.beside(root));
  }

  /** The same for who looks once and is done. */
  async lookOnce(root: string): Promise<void> {
    if (!this.has(root)) await this.look(root);
  }

  /** Whether somebody has looked at a folder. */
  has(root: string): boolean {
    return this.known.has(root);
  }

  /** Whether a file that comes or goes changes what somebody has seen. */
  concerns(uri: string): boolean {
    return (isDataFile(uri) || isPicture(uri)) && this.seen(uri).length > 0;
  }

  /** Looks again wherever somebody has looked that may have seen a file; everywhere without one. */
  async lookAgain(uri?: string): Promise<void> {
    await Promise.all(this.seen(uri).map((root) => this.look(root)));
  }

  private seen(uri?: string): string[] {
    return this.known.addresses().filter((root) => uri === undefined || uri.startsWith(root));
  }

  /** What lies below a folder, as its maps name it. */
  of(root: string): FilesBeside {
    return {
      list: (uri, kind) => (this.known.get(root) ?? []).flatMap((file) => (kindOf(file) === kind ? (pathTo(root, uri, file) ?? []) : [])),
    };
  }
}

function kindOf(uri: string): FileKind {
  return isDataFile(uri) ? 'data' : 'picture';
}

/** How a map names a file: relative to its own folder, or to the root where it was never saved. Nothing where that would not lead to the file. */
function pathTo(root: string, map: string, file: string): string | undefined {
  const from = (isPlace(map) ? folderOf(map) : root).split('/').slice(0, -1);
  const to = file.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  try {
    const path = [...from.slice(same).map(() => '..'), ...to.slice(same).map(decodeURIComponent)].join('/');
    return addressOf(root, map, path) === file ? path : undefined;
  } catch {
    return undefined;
  }
}
