import { type JourneyDocument, readDocument } from '../language/document.ts';
import { Folder } from '../language/names/folder.ts';
import { type Files, isSkipped } from './files.ts';

interface Root {
  /** URI with a slash at its end. */
  uri: string;
  folder: Folder;
  /** All its files have been read. */
  known: boolean;
}

/**
 * The folders whose files share their names: that of the nearest `journey.json` above a file, else the workspace folder. A file outside
 * every one shares names with none, and neither do the documents of a diff or of history, whose addresses have other schemes.
 */
export class Folders {
  private readonly files: Files;
  private roots: Root[] = [];
  private readonly workspace = new Set<string>();
  private readonly alone = new Map<string, Folder>();
  private readonly onDisk = new Map<string, JourneyDocument>();
  private readonly open = new Map<string, JourneyDocument>();

  constructor(files: Files) {
    this.files = files;
  }

  /** Takes workspace folders in or out. Their files are read by `load`. */
  change(added: readonly string[], removed: readonly string[]): void {
    for (const uri of removed) this.workspace.delete(withSlash(uri));
    for (const uri of added) this.workspace.add(withSlash(uri));
    const kept = [...this.roots].filter((root) => [...this.workspace].some((folder) => root.uri.startsWith(folder)));
    for (const uri of this.workspace) if (!kept.some((root) => root.uri === uri)) kept.push({ uri, folder: new Folder(), known: false });
    this.reroot(kept);
  }

  /** Reads the files of all folders that have not been read. */
  async load(): Promise<void> {
    for (const workspace of this.workspace) {
      if (this.rootAt(workspace)?.known !== false) continue;
      const uris = await this.files.list(workspace);
      const projects = uris.filter((uri) => uri.endsWith('/journey.json')).map((uri) => uri.slice(0, -'journey.json'.length));
      const nested = projects.filter((uri) => uri !== workspace && !this.roots.some((other) => other.uri === uri));
      this.reroot([...this.roots, ...nested.map((uri) => ({ uri, folder: new Folder(), known: true }))]);
      for (const uri of uris.filter((candidate) => candidate.endsWith('.journey'))) await this.reload(uri);
      const root = this.rootAt(workspace);
      if (root) root.known = true;
    }
  }

  /** Reads a file again that has changed on the disk, or forgets it where it is gone. A text open in the editor wins over it. */
  async reload(uri: string): Promise<void> {
    if (uri.endsWith('/journey.json')) {
      const text = await this.files.read(uri);
      const root = uri.slice(0, -'journey.json'.length);
      const others = this.roots.filter((other) => other.uri !== root || this.workspace.has(root));
      const isNew = text !== undefined && !others.some((other) => other.uri === root);
      this.reroot(isNew ? [...others, { uri: root, folder: new Folder(), known: true }] : others);
      return;
    }
    const text = await this.files.read(uri);
    if (text === undefined) this.onDisk.delete(uri);
    else this.onDisk.set(uri, readDocument(uri, 0, text));
    if (this.open.has(uri)) return;
    const folder = this.folderOf(uri);
    const document = this.onDisk.get(uri);
    if (document) folder.set(document);
    else folder.remove(uri);
  }

  /** Takes the text of an editor in. */
  update(document: JourneyDocument): void {
    this.open.set(document.uri, document);
    this.folderOf(document.uri).set(document);
  }

  /** Lets the text of an editor go; what is on the disk counts again. */
  close(uri: string): void {
    this.open.delete(uri);
    const folder = this.folderOf(uri);
    const saved = this.onDisk.get(uri);
    if (saved) folder.set(saved);
    else folder.remove(uri);
    if (!saved) this.alone.delete(uri);
  }

  folderOf(uri: string): Folder {
    const root = this.rootOf(uri);
    if (root) return root.folder;
    const alone = this.alone.get(uri) ?? new Folder();
    this.alone.set(uri, alone);
    return alone;
  }

  /** Whether all the files that share names with this one have been read. */
  isKnown(uri: string): boolean {
    const root = this.rootOf(uri)?.uri;
    const above = [...this.workspace].filter((folder) => root?.startsWith(folder)).sort((a, b) => b.length - a.length);
    return this.rootAt(above[0] ?? '')?.known ?? true;
  }

  private rootAt(folder: string): Root | undefined {
    return this.roots.find(({ uri }) => uri === folder);
  }

  private rootOf(uri: string): Root | undefined {
    if (uri.startsWith('untitled:')) return this.roots.find((root) => this.workspace.has(root.uri));
    const above = this.roots.filter(
      (root) => uri.startsWith(root.uri) && !uri.slice(root.uri.length).split('/').slice(0, -1).some(isSkipped),
    );
    return above.sort((a, b) => b.uri.length - a.uri.length)[0];
  }

  /** Sets the folders anew and puts every file where it now belongs. */
  private reroot(roots: Root[]): void {
    this.roots = roots.map((root) => ({ ...root, folder: new Folder() }));
    this.alone.clear();
    for (const [uri, document] of this.onDisk) {
      if (!this.rootOf(uri)) this.onDisk.delete(uri);
      else if (!this.open.has(uri)) this.folderOf(uri).set(document);
    }
    for (const document of this.open.values()) this.folderOf(document.uri).set(document);
  }
}

function withSlash(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}
