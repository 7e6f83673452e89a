import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type JourneyDocument, readDocument } from '../language/document.ts';
import { say } from '../language/message.ts';
import { dataFilesIn } from '../language/names/data.ts';
import { Folder } from '../language/names/folder.ts';
import type { ProjectFile } from '../language/project/finding.ts';
import { mostBytes } from '../language/project/read.ts';
import { asFolder } from '../server/addresses.ts';
import { decode, isProjectFile, isSkipped } from '../server/files.ts';
import { lookAt, nodeFiles, walk } from '../server/node-files.ts';
import { projectFrom } from '../server/projects.ts';
import { Tables } from '../server/tables.ts';
import { WrongUse } from './wrong-use.ts';

/** The maps that were asked for, each within the folder whose names it shares. */
export interface Project {
  files: { path: string; document: JourneyDocument; folder: Folder }[];
  /** The `journey.json` files that count for them. */
  settings: { path: string; file: ProjectFile }[];
}

/** A folder whose maps share names and settings. */
interface Root {
  /** Its address, with a slash at its end. */
  uri: string;
  folder: Folder;
  documents: Map<string, JourneyDocument>;
}

/**
 * Reads what the paths name: files, and the `.journey` files below folders. A file shares names with those of the folder of the nearest
 * `journey.json` above it; without one, with those of the folder that was given, or that it stands in. Of other folders nothing is read, but
 * for the data files that the maps name.
 *
 * @throws WrongUse for a path that is not there, cannot be read, or holds no map.
 */
export async function openProject(paths: readonly string[]): Promise<Project> {
  const roots = new Map<string, Root>();
  const tables = new Tables(nodeFiles);
  const project: Project = { files: [], settings: [] };
  const seen = new Set<string>();
  for (const given of paths) {
    const path = resolve(given);
    const info = statSync(path, { throwIfNoEntry: false });
    if (!info) throw new WrongUse(say('there is no {0}.', given));
    const base = info.isDirectory() ? path : dirname(path);
    const wanted = info.isDirectory() ? await mapsBelow(path) : [path];
    if (!wanted.length) throw new WrongUse(say('{0} holds no .journey file.', given));
    for (const file of wanted) {
      if (seen.has(file)) continue;
      seen.add(file);
      const at = projectAbove(file) ?? base;
      const root = roots.get(at) ?? (await openRoot(at, tables, project));
      roots.set(at, root);
      const document = root.documents.get(file) ?? read(file);
      root.folder.set(document);
      await tables.read(root.uri, document.uri, dataFilesIn(document));
      project.files.push({ path: file, document, folder: root.folder });
    }
  }
  return project;
}

/** Reads the maps and the settings of a folder. */
async function openRoot(path: string, tables: Tables, project: Project): Promise<Root> {
  const folder = new Folder();
  const documents = new Map<string, JourneyDocument>();
  for (const file of await mapsBelow(path, (below, names) => below === path || !names.some(isProjectFile))) {
    const document = readIfPossible(file);
    if (!document) continue;
    documents.set(file, document);
    folder.set(document);
  }
  const uri = asFolder(pathToFileURL(path).href);
  const settings = join(path, 'journey.json');
  const file = projectFrom(pathToFileURL(settings).href, await lookAt(settings, mostBytes));
  if (file) {
    folder.settings = file.settings;
    project.settings.push({ path: settings, file });
  }
  folder.data = { find: (map, named) => tables.find(uri, map, named) };
  return { uri, folder, documents };
}

/** The maps below a folder. `into` says whether to look into a folder with such names in it. */
async function mapsBelow(folder: string, into?: (folder: string, names: readonly string[]) => boolean): Promise<string[]> {
  const found: string[] = [];
  await walk(folder, found, into);
  return found.filter((file) => file.endsWith('.journey')).sort();
}

/** A map that shares its names. One that cannot be read says nothing; whether it was asked for is seen later. */
function readIfPossible(path: string): JourneyDocument | undefined {
  try {
    return read(path);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    return undefined;
  }
}

function read(path: string): JourneyDocument {
  try {
    return readDocument(pathToFileURL(path).href, 0, decode(readFileSync(path)));
  } catch (error) {
    throw new WrongUse(say('{0} cannot be read: {1}.', path, error instanceof Error ? error.message : String(error)));
  }
}

/** The folder of the nearest `journey.json` above a file. What lies in a hidden folder, or in `node_modules`, is no part of those above it. */
function projectAbove(file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'journey.json'))) return folder;
    if (dirname(folder) === folder || isSkipped(basename(folder))) return undefined;
  }
}
