import { folderOf, foldersAbove, isPartOf, isPlace } from './addresses.ts';
import { endingsBeside } from './files.ts';
import type { Place } from './watching.ts';

/** So many folders outside the workspace are watched at most. */
const mostWatched = 100;

/** Where the files lie that a server knows. Folders are addresses with a slash at their end. */
export interface Known {
  workspace: ReadonlySet<string>;
  /** The folders whose files share names, also from above the workspace. */
  areas: ReadonlySet<string>;
  /** Open files. */
  open: Iterable<string>;
  /** Files that were read from the disk. */
  files: Iterable<string>;
}

/** The folders whose files share names: those of project files, and the workspace folders that lie in none of these. */
export function rootsAmong(projects: Iterable<string>, { workspace, areas }: Pick<Known, 'workspace' | 'areas'>): string[] {
  const within = (folder: string, others: Iterable<string>): boolean => [...others].some((other) => isPartOf(folder, other));
  const roots = [...projects].filter((folder) => within(folder, workspace) || within(folder, areas));
  return [...roots, ...[...workspace].filter((folder) => !within(folder, roots))];
}

/** Of some folders the nearest one above a file. */
export function nearestOf(roots: Iterable<string>, uri: string): string | undefined {
  let nearest: string | undefined;
  for (const root of roots) if (isPartOf(uri, root) && root.length > (nearest?.length ?? 0)) nearest = root;
  return nearest;
}

/** What to watch outside the workspace folders: project files above, and the folders in which maps of a project above lie. */
export function placesOutside({ workspace, areas, open, files }: Known): Place[] {
  const isOutside = (folder: string): boolean => ![...workspace].some((inside) => folder.startsWith(inside));
  const starts = [...workspace, ...[...open].filter(isPlace).map(folderOf)];
  const above = new Set(starts.flatMap(foldersAbove).filter(isOutside));
  const beside = new Set([...areas, ...[...files].map(folderOf)].filter(isOutside));
  return [
    ...[...above].map((folder) => ({ folder, pattern: 'journey.json' })),
    ...[...beside].map((folder) => ({ folder, pattern: `*.{journey,${endingsBeside}}` })),
  ].slice(0, mostWatched);
}
