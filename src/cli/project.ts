import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type JourneyDocument, readDocument } from '../language/document.ts';
import { say } from '../language/message.ts';
import { Folder } from '../language/names/folder.ts';
import { decode } from '../server/files.ts';
import { walk } from '../server/node-files.ts';
import { WrongUse } from './wrong-use.ts';

/** The maps that were asked for, each within the folder whose names it shares. */
export interface Project {
  files: { path: string; document: JourneyDocument; folder: Folder }[];
}

/**
 * Reads what the paths name: files, and the `.journey` files below folders. A file shares names with those of the folder of the nearest
 * `journey.json` above it; without one, with those of the folder that was given, or that it stands in.
 *
 * @throws WrongUse for a path that is not there, cannot be read, or holds no map.
 */
export async function openProject(paths: readonly string[]): Promise<Project> {
  const folders = new Map<string, Promise<Map<string, JourneyDocument>>>();
  const shared = new Map<string, Folder>();
  const project: Project = { files: [] };
  const seen = new Set<string>();
  for (const given of paths) {
    const path = resolve(given);
    const info = statSync(path, { throwIfNoEntry: false });
    if (!info) throw new WrongUse(say('there is no {0}.', given));
    const base = info.isDirectory() ? path : dirname(path);
    const wanted = info.isDirectory() ? (await filesBelow(path)).filter((file) => file.endsWith('.journey')) : [path];
    if (!wanted.length) throw new WrongUse(say('{0} holds no .journey file.', given));
    for (const file of wanted) {
      if (seen.has(file)) continue;
      seen.add(file);
      const root = projectAbove(file) ?? base;
      if (!folders.has(root)) folders.set(root, readAll(root));
      const documents = (await folders.get(root)) as Map<string, JourneyDocument>;
      const folder = shared.get(root) ?? new Folder();
      if (!shared.has(root)) {
        for (const [other, document] of documents) if ((projectAbove(other) ?? root) === root) folder.set(document);
        shared.set(root, folder);
      }
      const document = documents.get(file) ?? read(file);
      folder.set(document);
      project.files.push({ path: file, document, folder });
    }
  }
  return project;
}

async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  await walk(folder, found);
  return found.sort();
}

/** All maps below a folder. One that cannot be read says nothing; whether it was asked for is seen later. */
async function readAll(root: string): Promise<Map<string, JourneyDocument>> {
  const documents = new Map<string, JourneyDocument>();
  for (const file of await filesBelow(root)) {
    if (!file.endsWith('.journey')) continue;
    try {
      documents.set(file, read(file));
    } catch (error) {
      if (!(error instanceof WrongUse)) throw error;
    }
  }
  return documents;
}

function read(path: string): JourneyDocument {
  try {
    return readDocument(pathToFileURL(path).href, 0, decode(readFileSync(path)));
  } catch (error) {
    throw new WrongUse(say('{0} cannot be read: {1}.', path, error instanceof Error ? error.message : String(error)));
  }
}

/** The folder of the nearest `journey.json` above a file. */
function projectAbove(file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'journey.json'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
