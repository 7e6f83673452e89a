import { isProjectFile, isSkipped } from './files.ts';

/** Addresses of files and folders, as URIs. Those of folders end in a slash. */

export function asFolder(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}

/** The folder that a file lies in. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

/** Whether a file is a project file, by its name. */
export function isProject(uri: string): boolean {
  return isProjectFile(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Whether an address is one of a place in a tree of folders, unlike those of texts that were never saved. */
export function isPlace(uri: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\/[^/]*\//i.test(uri);
}

/** Whether a file or folder lies below a folder and is one of it: what is in `node_modules`, in hidden folders or in one called `journey.json` is not. */
export function isPartOf(uri: string, folder: string): boolean {
  const between = uri.startsWith(folder) ? uri.slice(folder.length).split('/').slice(0, -1) : undefined;
  return between !== undefined && !between.some((name) => isSkipped(name) || isProjectFile(name));
}

/** A folder and those above it of which it is a part, from the nearest on. */
export function foldersAbove(folder: string): string[] {
  const found: string[] = [];
  for (let at = folder; isPlace(at); at = folderOf(at.slice(0, -1))) {
    found.push(at);
    const name = at.slice(folderOf(at.slice(0, -1)).length, -1);
    if (isSkipped(name)) break;
  }
  return found;
}
