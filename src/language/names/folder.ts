import type { JourneyDocument } from '../document.ts';
import { type Node, nameOf, withAllBelow } from '../tree/node.ts';
import { type DataFiles, noData } from './data.ts';
import { type FilesBeside, noFiles } from './files-beside.ts';
import { defaults, type Settings } from './settings.ts';

/** The scopes whose names all files of a folder share. */
export const sharedScopes = ['persona', 'team', 'channel', 'system', 'touchpoint', 'journey'] as const;
export type SharedScope = (typeof sharedScopes)[number];

/** A declaration and the file it stands in. */
export interface Declaration {
  document: JourneyDocument;
  node: Node;
}

/** What a name holds that is not its own key yet. Most hold nothing of it. */
const loose = /[^ -~]| {2}|^ | $/;

/** What two spellings of one name have in common: composed or decomposed accents are the same name, another case is another. */
export function nameKey(name: string): string {
  return loose.test(name) ? name.normalize('NFC').replace(/\s+/g, ' ').trim() : name;
}

/**
 * The files of one folder and the names that they share. Files come and go one at a time; the last text given for an address counts.
 */
export class Folder {
  /** What the folder's `journey.json` says. */
  settings: Settings = defaults;
  /** The data files that its maps name. */
  data: DataFiles = noData;
  /** The files that its maps may name. */
  beside: FilesBeside = noFiles;
  private readonly documents = new Map<string, JourneyDocument>();
  private readonly names = new Map<SharedScope, Map<string, Declaration[]>>(sharedScopes.map((scope) => [scope, new Map()]));

  /** Takes a file in, or a newer version of it. */
  set(document: JourneyDocument): void {
    this.remove(document.uri);
    this.documents.set(document.uri, document);
    for (const { scope, key, node } of declaredIn(document)) {
      const names = this.names.get(scope) as Map<string, Declaration[]>;
      const list = names.get(key);
      if (list) list.push({ document, node });
      else names.set(key, [{ document, node }]);
    }
  }

  remove(uri: string): void {
    const document = this.documents.get(uri);
    if (!document) return;
    this.documents.delete(uri);
    for (const { scope, key } of declaredIn(document)) {
      const names = this.names.get(scope) as Map<string, Declaration[]>;
      const left = (names.get(key) ?? []).filter((declaration) => declaration.document !== document);
      if (left.length) names.set(key, left);
      else names.delete(key);
    }
  }

  get(uri: string): JourneyDocument | undefined {
    return this.documents.get(uri);
  }

  all(): IterableIterator<JourneyDocument> {
    return this.documents.values();
  }

  /** All declarations of a name, those of one file in its order. */
  find(scope: SharedScope, name: string): readonly Declaration[] {
    return this.names.get(scope)?.get(nameKey(name)) ?? [];
  }

  /** The declared names of a scope, as they are written. */
  namesOf(scope: SharedScope): string[] {
    return [...(this.names.get(scope)?.values() ?? [])].map((list) => nameOf((list[0] as Declaration).node));
  }

  /** What a file tells the others: all that its declarations say, and the names of its journeys. Tells whether an edit concerns other files. */
  fingerprint(uri: string): string {
    const document = this.documents.get(uri);
    if (!document) return '';
    const saying = (node: Node): string =>
      withAllBelow(node.kind === 'journey' ? [] : [node])
        .map(({ base, statement: { start, end, doc } }) => `${doc ?? ''}\t${document.text.slice(base + start, base + end)}`)
        .join('\n');
    return declaredIn(document)
      .map(({ scope, key, node }) => `${scope}\t${key}\t${saying(node)}`)
      .join('\n');
  }
}

function declaredIn(document: JourneyDocument): { scope: SharedScope; key: string; node: Node }[] {
  return document.roots.flatMap((node) => {
    const scope = sharedScopes.find((candidate) => candidate === node.kind);
    const key = nameKey(nameOf(node));
    return scope && key ? [{ scope, key, node }] : [];
  });
}
