import type { JourneyDocument } from '../document.ts';
import { ofKind } from '../tree/node.ts';
import type { PictureFile } from './pictures.ts';

/** A table of measured data that a map names with `from "file.csv"`. */
export interface Table {
  /** The first line. */
  columns: readonly string[];
  /** The others, a cell a column. */
  rows: readonly (readonly string[])[];
  /** What stands before the decimals of its numbers, where `1.400` or `1,400` could be two; a point without it. */
  decimal?: '.' | ',';
}

/** What is known of a data file: its content, that there is none, or why it cannot be read as a table. */
export type Data = Table | 'missing' | 'outside' | 'unreadable';

/** The files that the maps of a folder and its `journey.json` name, data and pictures. Filled by who can read files: server and command line. */
export interface DataFiles {
  /**
   * A table of data.
   *
   * @param uri - The map that names the file.
   * @param path - As written there, relative to the map's own folder.
   * @returns Nothing while the file has not been read yet.
   */
  find(uri: string, path: string): Data | undefined;
  /** A picture, as `find`. */
  picture(uri: string, path: string): PictureFile | undefined;
  /** The logo that the `journey.json` names; nothing where it names none, or while it has not been read yet. */
  logo(): PictureFile | undefined;
}

/** For who cannot read files: nothing is known of any. */
export const noData: DataFiles = { find: () => undefined, picture: () => undefined, logo: () => undefined };

const known = new WeakMap<JourneyDocument, readonly string[]>();

/** The data files that a map names, as written, each once. */
export function dataFilesIn(document: JourneyDocument): readonly string[] {
  let paths = known.get(document);
  if (!paths) {
    const named = ofKind(document.nodes, 'metric').flatMap(({ statement }) => statement.items.file?.text ?? []);
    paths = [...new Set(named.filter((path) => path.trim()))];
    known.set(document, paths);
  }
  return paths;
}
