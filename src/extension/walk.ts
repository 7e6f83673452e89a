import { isSkipped } from '../server/files.ts';

/** A file system to walk through, of whatever kind its places are. */
export interface Tree<Place> {
  entries(folder: Place): Promise<{ name: string; folder: boolean }[]>;
  join(folder: Place, name: string): Place;
  wanted(name: string): boolean;
}

/** As many folders are read at a time: enough to hide the way to a remote file system, too few to flood it. */
const atOnce = 8;

/**
 * All wanted files below a folder, folder by folder. A folder that cannot be read counts as empty.
 *
 * @param most - No more folders than so many are read, give or take those that are read at a time.
 */
export async function walk<Place>(root: Place, tree: Tree<Place>, most = Number.POSITIVE_INFINITY): Promise<Place[]> {
  const found: Place[] = [];
  let front = [root];
  let count = 0;
  while (front.length > 0 && count < most) {
    const next: Place[] = [];
    for (let start = 0; start < front.length && count < most; start += atOnce) {
      count += atOnce;
      const folders = front.slice(start, start + atOnce);
      const contents = await Promise.all(folders.map((folder) => tree.entries(folder).catch(() => [])));
      for (const [index, folder] of folders.entries()) {
        for (const entry of contents[index] ?? []) {
          if (entry.folder && isSkipped(entry.name)) continue;
          const place = tree.join(folder, entry.name);
          if (entry.folder) next.push(place);
          else if (tree.wanted(entry.name)) found.push(place);
        }
      }
    }
    front = next;
  }
  return found;
}
