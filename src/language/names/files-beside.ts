import { fold, nearest } from '../read/near.ts';

/** The kinds of files that maps name. */
export type FileKind = 'data' | 'picture';

/** The files of a folder that its maps may name. Filled by who can list files: the server. */
export interface FilesBeside {
  /**
   * @param uri - The map that names the file.
   * @returns Paths as the map would write them, relative to its own folder; none that leads out of the folder whose names it shares.
   */
  list(uri: string, kind: FileKind): readonly string[];
}

/** For who cannot list files. */
export const noFiles: FilesBeside = { list: () => [] };

/**
 * The file that was meant by a path that leads to none: one of nearly that path, else of that name in another folder, nearly that name, or that name
 * with another ending. Of several the one nearest to the map.
 *
 * @param files - Paths as the map would write them.
 */
export function fileMeant(path: string, files: readonly string[]): string | undefined {
  const wanted = plain(path);
  const others = files.filter((file) => plain(file) !== wanted);
  if (!nameIn(wanted)) return undefined;
  const away = (file: string): number => file.split('/').length;
  // How near two names are is told by their stems: most files end alike.
  const like = others
    .filter((file) => nearest(stemOf(wanted), [stemOf(file)]) !== undefined)
    .sort((a, b) => away(a) - away(b) || (a < b ? -1 : 1));
  const called = (name: string | undefined, part: (file: string) => string): string | undefined =>
    name === undefined ? undefined : like.find((file) => fold(part(file)) === fold(name));
  return (
    called(wanted, (file) => file) ??
    called(nameIn(wanted), nameIn) ??
    nearest(wanted, like) ??
    called(stemOf(wanted), stemOf) ??
    called(nearest(stemOf(wanted), like.map(stemOf)), stemOf)
  );
}

/** As it is written here: with plain slashes, and without those that lead nowhere. */
function plain(path: string): string {
  const names = path.trim().replaceAll('\\', '/').split('/');
  return names.filter((name) => name !== '' && name !== '.').join('/');
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The name of a file without its ending. */
function stemOf(path: string): string {
  return nameIn(path).replace(/\.[^.]*$/, '');
}

/** Whether, by what is known of a file that is named, another one may have been meant: it is not there, or none of its kind. */
export function mayBeAnother(content: unknown): boolean {
  return content === 'missing' || content === 'unreadable';
}
