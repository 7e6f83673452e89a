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
