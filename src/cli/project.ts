import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type JourneyDocument, readDocument } from '../language/document.ts';
import { say } from '../language/message.ts';
import { mayBeAnother } from '../language/names/files-beside.ts';
import { Folder } from '../language/names/folder.ts';
import type { ProjectFile } from '../language/project/finding.ts';
import { withLogo } from '../language/project/logo.ts';
import { mostBytes } from '../language/project/read.ts';
import { asFolder } from '../server/addresses.ts';
import { isProjectFile, isSkipped } from '../server/files.ts';
import { Listings } from '../server/listings.ts';
import { lookAt, nodeFiles, walk } from '../server/node-files.ts';
import { picturesAmong } from '../server/pictures.ts';
import { projectFrom } from '../server/projects.ts';
import { type Named, readNamed } from '../server/read-named.ts';
import { tablesAmong } from '../server/tables.ts';
import { type Fault, faultOf, type Input, readBytes, readInput, readStandardInput, standardInput } from './input.ts';
import { WrongUse } from './wrong-use.ts';

/** The maps that were asked for, each within the folder whose names it shares. */
export interface Project {
  files: MapFile[];
  /** The `journey.json` files that count for them. */
  settings: { path: string; file: ProjectFile }[];
}

/** A map that was asked for. */
export interface MapFile {
  path: string;
  /** What messages call it: its path as it was given. */
  named: string;
  document: JourneyDocument;
  folder: Folder;
  /** Its bytes are no text that can be relied on. */
  fault?: Fault;
}

/** A folder whose maps share names and settings. */
interface Root {
  /** Its address, with a slash at its end. */
  uri: string;
  folder: Folder;
  documents: Map<string, Read>;
}

/** The files that maps and settings name. */
interface Files extends Named {
  /** Looked through where one of them is not there. */
  listings: Listings;
}

/** A map as it was read. */
interface Read {
  document: JourneyDocument;
  fault?: Fault;
}

/**
 * Reads what the paths name: files, and the `.journey` files below folders. A file shares names with those of the folder of the nearest
 * `journey.json` above it; without one, with those of the folder that was given, or that it stands in. Of other folders nothing is read, but
 * for the data files and pictures that the maps name.
 *
 * `-` is the standard input. Where a name is given for it, its text stands in the place of that file, whether it is there or not; else it stands
 * alone in the current folder, with the settings that hold there and the names that it declares itself.
 *
 * @param stdinFilename - What file the standard input is to be taken for.
 * @throws WrongUse for a path that is not there, cannot be read, or holds no map; for `-` among others.
 */
export async function openProject(paths: readonly string[], stdinFilename?: string): Promise<Project> {
  const roots = new Map<string, Root>();
  const named = { tables: tablesAmong(nodeFiles), pictures: picturesAmong(nodeFiles), listings: new Listings(nodeFiles) };
  const project: Project = { files: [], settings: [] };
  if (paths.includes(standardInput)) {
    if (paths.length > 1) throw new WrongUse(say('`-` reads the standard input and stands alone.'));
    const input = readInput(await readStandardInput());
    const path = resolve(stdinFilename ?? standardInput);
    const root = await openRoot(projectAbove(path) ?? dirname(path), named, project, stdinFilename !== undefined);
    await add(path, stdinFilename ?? unnamed, documentOf(path, input), root);
    return project;
  }
  const seen = new Set<string>();
  const above = new Map<string, string | undefined>();
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
      const beside = dirname(file);
      if (!above.has(beside)) above.set(beside, projectAbove(file));
      const at = above.get(beside) ?? base;
      const root = roots.get(at) ?? (await openRoot(at, named, project));
      roots.set(at, root);
      const called = file === path ? given : join(given, relative(path, file));
      await add(file, called, root.documents.get(file) ?? read(file, called), root);
    }
  }
  return project;

  async function add(path: string, called: string, { document, fault }: Read, { uri, folder }: Root): Promise<void> {
    if (folder.get(document.uri) !== document) folder.set(document);
    if ((await readNamed(named, uri, { document, folder })).lacks) await named.listings.lookOnce(uri);
    project.files.push({ path, named: called, document, folder, ...(fault ? { fault } : {}) });
  }
}

/** What messages call the standard input where it has no name. */
export const unnamed = '<stdin>';

/**
 * Reads one file, or the standard input, that is to be drawn.
 *
 * @throws WrongUse as `openProject`, and where it is no text.
 */
export async function openFile(path: string, stdinFilename?: string): Promise<Project> {
  const project = await openProject([path], stdinFilename);
  for (const { named, fault } of project.files) if (fault) throw new WrongUse(say('{0}: {1}', named, faultOf(fault)));
  return project;
}

/** Reads the settings of a folder, and its maps where they are `shared`. */
async function openRoot(path: string, { tables, pictures, listings }: Files, project: Project, shared = true): Promise<Root> {
  const folder = new Folder();
  const documents = new Map<string, Read>();
  for (const file of shared ? await mapsBelow(path, (below, names) => below === path || !names.some(isProjectFile)) : []) {
    const found = readIfPossible(file);
    if (!found) continue;
    documents.set(file, found);
    folder.set(found.document);
  }
  const uri = asFolder(pathToFileURL(path).href);
  const settings = join(path, 'journey.json');
  const file = projectFrom(pathToFileURL(settings).href, await lookAt(settings, mostBytes));
  if (file) {
    folder.settings = file.settings;
    const { logo } = file.settings;
    if (logo !== undefined) await pictures.read(uri, file.uri, [logo]);
    const found = logo === undefined ? undefined : pictures.find(uri, file.uri, logo);
    if (mayBeAnother(found)) await listings.lookOnce(uri);
    project.settings.push({ path: settings, file: withLogo(file, found, listings.of(uri).list(file.uri, 'picture')) });
    folder.data = { ...folder.data, logo: () => found };
  }
  folder.data = {
    ...folder.data,
    find: (map, named) => tables.find(uri, map, named),
    picture: (map, named) => pictures.find(uri, map, named),
  };
  folder.beside = listings.of(uri);
  return { uri, folder, documents };
}

/** The maps below a folder. `into` says whether to look into a folder with such names in it. */
async function mapsBelow(folder: string, into?: (folder: string, names: readonly string[]) => boolean): Promise<string[]> {
  const found: string[] = [];
  await walk(folder, found, into);
  return found.filter((file) => file.endsWith('.journey')).sort();
}

/** A map that shares its names. One that cannot be read says nothing; whether it was asked for is seen later. */
function readIfPossible(path: string): Read | undefined {
  try {
    return read(path, path);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    return undefined;
  }
}

function read(path: string, named: string): Read {
  return documentOf(path, readInput(readBytes(path, named)));
}

function documentOf(path: string, { text, fault }: Input): Read {
  return { document: readDocument(pathToFileURL(path).href, 0, text), ...(fault ? { fault } : {}) };
}

/** The folder of the nearest `journey.json` above a file. What lies in a hidden folder, or in `node_modules`, is no part of those above it. */
function projectAbove(file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'journey.json'))) return folder;
    if (dirname(folder) === folder || isSkipped(basename(folder))) return undefined;
  }
}
