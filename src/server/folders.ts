import { type JourneyDocument, readDocument } from '../language/document.ts';
import type { Data } from '../language/names/data.ts';
import { mayBeAnother } from '../language/names/files-beside.ts';
import { Folder } from '../language/names/folder.ts';
import type { PictureFile } from '../language/names/pictures.ts';
import { defaults } from '../language/names/settings.ts';
import type { ProjectFile } from '../language/project/finding.ts';
import { withLogo } from '../language/project/logo.ts';
import { asFolder, folderOf, foldersAbove, isPartOf, isPlace, isProject } from './addresses.ts';
import { turn } from './burst.ts';
import type { Files } from './files.ts';
import { Listings } from './listings.ts';
import type { NamedFiles } from './named-files.ts';
import { picturesAmong } from './pictures.ts';
import { Projects } from './projects.ts';
import { readNamed } from './read-named.ts';
import { nearestOf, placesOutside, rootsAmong } from './roots.ts';
import { tablesAmong } from './tables.ts';
import type { Place } from './watching.ts';

/** So many files are read before what has come meanwhile is answered: together they take a few milliseconds. */
const atOnce = 8;

/**
 * The folders whose files share their names and settings: that of the nearest `journey.json` above a file, also from above the workspace, else
 * the workspace folder. Any other file shares names with none, and neither do the documents of a diff or of history, whose addresses have
 * other schemes.
 */
export class Folders {
  private readonly files: Files;
  private readonly projects: Projects;
  private readonly tables: NamedFiles<Data>;
  private readonly pictures: NamedFiles<PictureFile>;
  private readonly listings: Listings;
  private readonly workspace = new Set<string>();
  /** By address, with a slash at its end. */
  private roots = new Map<string, Folder>();
  /** The folders of which all files have been read, those below them included. */
  private readonly scanned = new Set<string>();
  /** Those that are to be, by the last look for project files above. */
  private areas = new Set<string>();
  /** Folders of open files outside all these above which a project file was looked for. */
  private readonly looked = new Set<string>();
  private readonly alone = new Map<string, Folder>();
  private readonly onDisk = new Map<string, JourneyDocument>();
  private readonly open = new Map<string, JourneyDocument>();

  constructor(files: Files) {
    this.files = files;
    this.projects = new Projects(files);
    this.tables = tablesAmong(files);
    this.pictures = picturesAmong(files);
    this.listings = new Listings(files);
  }

  /** Takes workspace folders in or out. Their files are read by `load`. */
  change(added: readonly string[], removed: readonly string[]): void {
    for (const uri of removed) this.workspace.delete(asFolder(uri));
    for (const uri of added) this.workspace.add(asFolder(uri));
    this.reroot();
  }

  /** Looks for project files above workspace folders and other open files, and reads the files of all folders that have not been read. */
  async load(): Promise<void> {
    const areas = new Set<string>();
    for (const folder of this.workspace) areas.add((await this.projectAbove(folder)) ?? folder);
    const others = [...this.open.keys()].filter((uri) => isPlace(uri) && ![...areas].some((area) => isPartOf(uri, area)));
    this.looked.clear();
    for (const folder of new Set(others.map(folderOf))) {
      const project = await this.projectAbove(folder);
      if (project) areas.add(project);
      this.looked.add(folder);
    }
    this.areas = areas;
    for (const area of this.scanned) if (!areas.has(area)) this.scanned.delete(area);
    this.reroot();
    for (const area of areas) if (!this.scanned.has(area)) await this.scan(area);
  }

  /** Reads all files of all folders anew, as after a folder was renamed or removed. */
  async reloadAll(): Promise<void> {
    this.scanned.clear();
    for (const folder of this.projects.folders()) await this.projects.reload(`${folder}journey.json`);
    await Promise.all([this.tables.reloadAll(), this.pictures.reloadAll(), this.listings.lookAgain()]);
    this.renewData();
    await this.load();
  }

  /** Reads a file again that has changed on the disk, or forgets it where it is gone. A text open in the editor wins over it. */
  async reload(uri: string): Promise<void> {
    if (isProject(uri)) {
      await this.projects.reload(uri);
      await this.load();
    } else if (!uri.endsWith('.journey')) {
      await Promise.all([this.tables.reload(uri), this.pictures.reload(uri), this.listings.lookAgain(uri)]);
      this.renewData();
    } else if (this.rootOf(uri) || this.open.has(uri)) await this.readMap(uri);
  }

  /**
   * Forgets a file that is gone from the disk. Where names count in any case, a map whose name changed its case alone could still be read by the old
   * one: the disk is not asked.
   */
  async forget(uri: string): Promise<void> {
    if (isProject(uri) || !uri.endsWith('.journey')) await this.reload(uri);
    else if (this.onDisk.has(uri)) this.forgetMap(uri);
  }

  /** Whether it changes anything when a file on the disk does: of data and pictures only those count that some map names, or might have meant. */
  concerns(uri: string): boolean {
    const isNamed = this.tables.has(uri) || this.pictures.has(uri);
    return uri.endsWith('.journey') || isProject(uri) || isNamed || this.listings.concerns(uri);
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

  /** Takes the text of a project file in an editor in. */
  editProject(uri: string, version: number, text: string): void {
    this.projects.edit(uri, version, text);
    this.reroot();
  }

  /** Lets the text of a project file in an editor go. */
  closeProject(uri: string): void {
    this.projects.close(uri);
    this.reroot();
  }

  /** The project files that count for some map, and those that are open. */
  projectFiles(): ProjectFile[] {
    return [...this.projects.folders()].flatMap((folder) => {
      const project = this.projectOf(folder);
      return project && (this.roots.has(folder) || this.projects.isOpen(project.uri)) ? project : [];
    });
  }

  projectFile(uri: string): ProjectFile | undefined {
    const project = this.projectOf(folderOf(uri));
    return project?.uri === uri ? project : undefined;
  }

  /** The project file of a folder, with what is found of the logo that it names. */
  private projectOf(folder: string): ProjectFile | undefined {
    const project = this.projects.of(folder);
    return project && withLogo(project, this.logoOf(folder), this.listings.of(folder).list(project.uri, 'picture'));
  }

  /** The logo that the project file of a folder names. */
  private logoOf(folder: string): PictureFile | undefined {
    const { uri, settings } = this.projects.of(folder) ?? {};
    return uri !== undefined && settings?.logo !== undefined ? this.pictures.find(folder, uri, settings.logo) : undefined;
  }

  /** Reads the logos that project files name and that have not been read. Tells whether there were any. */
  async readLogos(): Promise<boolean> {
    let isNew = false;
    for (const { uri, settings } of this.projectFiles())
      if (settings.logo !== undefined && (await this.pictures.read(folderOf(uri), uri, [settings.logo]))) {
        isNew = true;
        if (mayBeAnother(this.logoOf(folderOf(uri)))) await this.listings.look(folderOf(uri));
      }
    if (isNew) this.renewData();
    return isNew;
  }

  /** The schemes of the addresses that files may have. */
  schemes(): string[] {
    return [...new Set(['file', ...[...this.workspace].map((folder) => folder.slice(0, folder.indexOf(':')))])];
  }

  /** What to watch outside the workspace folders. */
  outside(): Place[] {
    const { workspace, areas } = this;
    const files = [...this.onDisk.keys(), ...this.tables.addresses(), ...this.pictures.addresses()];
    return placesOutside({ workspace, areas, open: this.open.keys(), files });
  }

  /** Reads the data files and pictures that an open text names, or shows, and that have not been read. Tells whether there were any. */
  async readData(uri: string): Promise<boolean> {
    const document = this.open.get(uri);
    if (!document) return false;
    const root = this.rootFor(uri);
    const { tables, pictures } = this;
    const { isNew, lacks } = await readNamed({ tables, pictures }, root, { document, folder: this.folderOf(uri) });
    const looks = lacks && (isNew || !this.listings.has(root));
    if (looks) await this.listings.look(root);
    if (isNew || looks) this.renewData();
    return isNew || looks;
  }

  /** Looks for the files that a map may name, in the folder whose names it shares. */
  async lookBeside(uri: string): Promise<void> {
    await this.listings.look(this.rootFor(uri));
  }

  /** The folder that a file shares its names with, or else the one that it stands in, by its address with a slash at its end. */
  rootFor(uri: string): string {
    return this.rootOf(uri) ?? folderOf(uri);
  }

  folderOf(uri: string): Folder {
    const root = this.rootOf(uri);
    const folder = root === undefined ? this.alone.get(uri) : this.roots.get(root);
    if (folder) return folder;
    const alone = this.newFolder(folderOf(uri));
    // What is asked of a text that is not open, or is no longer, leaves nothing behind.
    if (this.open.has(uri)) this.alone.set(uri, alone);
    return alone;
  }

  /** All maps that are known: those of the folders, and others that are open. */
  *documents(): Iterable<JourneyDocument> {
    for (const folder of [...this.roots.values(), ...this.alone.values()]) yield* folder.all();
  }

  /** Whether all the files that share names with this one have been read. */
  isKnown(uri: string): boolean {
    const root = this.rootOf(uri);
    if (root === undefined) return !this.isToBePlaced(uri);
    return [...this.scanned].some((area) => root.startsWith(area));
  }

  /** Whether an open file stands outside all folders, and no project file has been looked for above it. */
  isToBePlaced(uri: string): boolean {
    return this.rootOf(uri) === undefined && isPlace(uri) && !this.looked.has(folderOf(uri));
  }

  private rootOf(uri: string): string | undefined {
    if (!isPlace(uri)) {
      const first = uri.startsWith('untitled:') ? [...this.workspace][0] : undefined;
      return first === undefined ? undefined : this.rootOf(`${first}untitled`);
    }
    return nearestOf(this.roots.keys(), uri);
  }

  private async projectAbove(folder: string): Promise<string | undefined> {
    for (const above of foldersAbove(folder)) {
      if (!this.projects.of(above)) await this.projects.reload(`${above}journey.json`);
      if (this.projects.of(above)) return above;
    }
    return undefined;
  }

  private async scan(area: string): Promise<void> {
    const uris = await this.files.list(area);
    const listed = new Set(uris);
    this.projects.forget((uri) => isPartOf(uri, area) && folderOf(uri) !== area && !listed.has(uri));
    for (const uri of this.onDisk.keys()) if (isPartOf(uri, area) && !listed.has(uri)) this.forgetMap(uri);
    for (const uri of uris.filter(isProject)) await this.projects.reload(uri);
    this.reroot();
    const maps = uris.filter((uri) => uri.endsWith('.journey'));
    for (let at = 0; at < maps.length; at += atOnce) {
      await Promise.all(maps.slice(at, at + atOnce).map((uri) => this.readMap(uri)));
      await turn();
    }
    if (this.areas.has(area)) this.scanned.add(area);
  }

  private async readMap(uri: string): Promise<void> {
    const text = await this.files.read(uri);
    if (text === undefined) this.forgetMap(uri);
    else {
      const document = readDocument(uri, 0, text);
      this.onDisk.set(uri, document);
      if (!this.open.has(uri)) this.folderOf(uri).set(document);
    }
  }

  private forgetMap(uri: string): void {
    this.onDisk.delete(uri);
    if (!this.open.has(uri)) this.folderOf(uri).remove(uri);
  }

  /** Finds the folders anew by workspace and project files. Where they differ from before, every file is put where it now belongs. */
  private reroot(): void {
    const { workspace, areas } = this;
    const roots = rootsAmong(this.projects.folders(), { workspace, areas });
    if (roots.length !== this.roots.size || !roots.every((root) => this.roots.has(root))) {
      this.roots = new Map(roots.map((root) => [root, this.newFolder(root)]));
      this.alone.clear();
      for (const [uri, document] of this.onDisk) {
        if (this.rootOf(uri) === undefined) this.onDisk.delete(uri);
        else if (!this.open.has(uri)) this.folderOf(uri).set(document);
      }
      for (const document of this.open.values()) this.folderOf(document.uri).set(document);
    }
    for (const [root, folder] of this.roots) folder.settings = this.projects.of(root)?.settings ?? defaults;
  }

  /** Lets the folders know that data files or pictures say something else now. */
  private renewData(): void {
    for (const folder of [...this.roots.values(), ...this.alone.values()]) folder.data = { ...folder.data };
  }

  private newFolder(root: string): Folder {
    const folder = new Folder();
    folder.data = {
      find: (uri, path) => this.tables.find(root, uri, path),
      picture: (uri, path) => this.pictures.find(root, uri, path),
      logo: () => this.logoOf(root),
    };
    folder.beside = this.listings.of(root);
    return folder;
  }
}
