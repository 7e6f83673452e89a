import { dataFilesIn } from '../language/names/data.ts';
import type { Context } from '../language/names/facts.ts';
import { mayBeAnother } from '../language/names/files-beside.ts';
import { picturesNamedIn } from '../language/names/pictures.ts';
import type { picturesAmong } from './pictures.ts';
import type { tablesAmong } from './tables.ts';

/** The data files and pictures that maps name. */
export interface Named {
  tables: ReturnType<typeof tablesAmong>;
  pictures: ReturnType<typeof picturesAmong>;
}

/**
 * Reads the data files and pictures that a map names, or shows, and that have not been read. `root` is the folder that they must lie in.
 *
 * @returns Whether there were any, and whether for one that it names another may have been meant.
 */
export async function readNamed({ tables, pictures }: Named, root: string, context: Context): Promise<{ isNew: boolean; lacks: boolean }> {
  const { uri } = context.document;
  const paths = dataFilesIn(context.document);
  const shown = picturesNamedIn(context);
  const read = await Promise.all([tables.read(root, uri, paths), ...shown.map((each) => pictures.read(root, each.uri, [each.path]))]);
  const found = [...paths.map((path) => tables.find(root, uri, path)), ...shown.map((each) => pictures.find(root, each.uri, each.path))];
  return { isNew: read.includes(true), lacks: found.some(mayBeAnother) };
}
