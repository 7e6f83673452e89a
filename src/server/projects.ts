import type { ProjectFile } from '../language/project/finding.ts';
import { mostBytes, readProject, unreadProject } from '../language/project/read.ts';
import { folderOf } from './addresses.ts';
import type { Content, Files } from './files.ts';

/** The project files that are known, by the folders they lie in. The text in an editor wins over the file. */
export class Projects {
  private readonly files: Files;
  private readonly saved = new Map<string, ProjectFile>();
  private readonly open = new Map<string, ProjectFile>();

  constructor(files: Files) {
    this.files = files;
  }

  /** Reads a project file anew, or forgets it where there is none. */
  async reload(uri: string): Promise<void> {
    const project = projectFrom(uri, await this.files.look(uri, mostBytes));
    if (project) this.saved.set(folderOf(uri), project);
    else this.saved.delete(folderOf(uri));
  }

  /** Forgets files that meet a condition. */
  forget(isGone: (uri: string) => boolean): void {
    for (const [folder, { uri }] of this.saved) if (isGone(uri)) this.saved.delete(folder);
  }

  /** Takes the text of an editor in. */
  edit(uri: string, version: number, text: string): void {
    this.open.set(folderOf(uri), readProject(uri, version, text));
  }

  /** Lets the text of an editor go; what is on the disk counts again. */
  close(uri: string): void {
    this.open.delete(folderOf(uri));
  }

  /** The project file of a folder, if it has one. */
  of(folder: string): ProjectFile | undefined {
    return this.open.get(folder) ?? this.saved.get(folder);
  }

  isOpen(uri: string): boolean {
    return this.open.has(folderOf(uri));
  }

  /** The folders that have one. */
  folders(): Set<string> {
    return new Set([...this.saved.keys(), ...this.open.keys()]);
  }
}

/** A project file as what was found at its address says it; nothing where nothing is there. */
export function projectFrom(uri: string, content: Content): ProjectFile | undefined {
  if ('text' in content) return readProject(uri, 0, content.text);
  const { why } = content;
  if (why === 'missing') return undefined;
  return unreadProject(uri, why === 'outside' ? 'unreadable' : why);
}
