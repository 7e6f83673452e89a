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
const loose = /[^ -_a-~]| {2}|\.{3}|^ | $/;

/** Characters that keyboards and word processors put for one another, or that nobody sees. */
const alike: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [/[‘’‚‛ʹʻʼʽˈ´`′＇]/g, "'"],
  [/[“”„‟″＂]/g, '"'],
  [/[‐‑‒–—−﹣－]/g, '-'],
  [/\.{3}/g, '…'],
  [/[\u00ad\u200b\u2060\ufeff]/g, ''],
];

/** Letters, digits and signs of full or half width. */
const wide = /[\uff01-\uffee]+/g;

/**
 * What the spellings of one name have in common. Composed or decomposed accents are the same name, as are straight and typographic
 * apostrophes, quotes and dashes, and letters of full width; another case is another name.
 */
export function nameKey(name: string): string {
  if (!loose.test(name)) return name;
  const plain = alike.reduce(
    (text, [pattern, by]) => text.replace(pattern, by),
    name.replace(wide, (text) => text.normalize('NFKC')),
  );
  return plain.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/**
 * The files of one folder and the names that they share. Files come and go one at a time; the last text given for an address counts.
 */
export class Folder {
  /** What the folder's `journey.json` says. */
  settings: Settings = defaults;
  /** The data files and pictures that are named in it. Another object once one of them says something else. */
  data: DataFiles = noData;
  /** The files that its maps may name. */
  beside: FilesBeside = noFiles;
  /** Counts up when the files declare something else: until then `find` tells the same of every name. */
  revision = 0;
  private readonly documents = new Map<string, JourneyDocument>();
  private readonly names = new Map<SharedScope, Map<string, Declaration[]>>(sharedScopes.map((scope) => [scope, new Map()]));
  private inOrder: string[] | undefined;
  private readonly listed = new Map<SharedScope, readonly string[]>();

  /** Takes a file in, or a newer version of it. */
  set(document: JourneyDocument): void {
    const before = this.documents.get(document.uri);
    if (before) this.forget(before);
    else this.inOrder = undefined;
    this.documents.set(document.uri, document);
    for (const { scope, key, node } of sharedIn(document).declared) {
      const names = this.names.get(scope) as Map<string, Declaration[]>;
      const list = names.get(key) ?? [];
      const isLast = (list.at(-1)?.document.uri ?? '') <= document.uri;
      names.set(key, list);
      list.push({ document, node });
      if (!isLast) list.sort((a, b) => compare(a.document.uri, b.document.uri));
    }
    this.note(before, document);
  }

  remove(uri: string): void {
    const document = this.documents.get(uri);
    if (!document) return;
    this.documents.delete(uri);
    this.inOrder = undefined;
    this.forget(document);
    this.note(document, undefined);
  }

  private forget(document: JourneyDocument): void {
    const gone = new Map(sharedIn(document).declared.map((each) => [`${each.scope} ${each.key}`, each]));
    for (const { scope, key } of gone.values()) {
      const names = this.names.get(scope) as Map<string, Declaration[]>;
      const left = (names.get(key) ?? []).filter((declaration) => declaration.document !== document);
      if (left.length) names.set(key, left);
      else names.delete(key);
    }
  }

  private note(before: JourneyDocument | undefined, after: JourneyDocument | undefined): void {
    if ((before ? sharedIn(before).print : '') === (after ? sharedIn(after).print : '')) return;
    this.revision++;
    this.listed.clear();
  }

  get(uri: string): JourneyDocument | undefined {
    return this.documents.get(uri);
  }

  /** By their addresses. */
  *all(): IterableIterator<JourneyDocument> {
    this.inOrder ??= [...this.documents.keys()].sort(compare);
    for (const uri of this.inOrder) {
      const document = this.documents.get(uri);
      if (document) yield document;
    }
  }

  /** All declarations of a name, by the addresses of their files, those of one file in its order. */
  find(scope: SharedScope, name: string): readonly Declaration[] {
    return this.names.get(scope)?.get(nameKey(name)) ?? [];
  }

  /** The declared names of a scope, as they are written, by the addresses of their files, those of one file in its order. */
  namesOf(scope: SharedScope): readonly string[] {
    let names = this.listed.get(scope);
    if (!names) {
      const first = [...(this.names.get(scope)?.values() ?? [])].map(([declaration]) => declaration as Declaration);
      first.sort(
        (a, b) => compare(a.document.uri, b.document.uri) || a.node.base - b.node.base || a.node.statement.start - b.node.statement.start,
      );
      names = first.map(({ node }) => nameOf(node));
      this.listed.set(scope, names);
    }
    return names;
  }

  /** What a file tells the others: all that its declarations say, and the names of its journeys. Tells whether an edit concerns other files. */
  fingerprint(uri: string): string {
    const document = this.documents.get(uri);
    return document ? sharedIn(document).print : '';
  }
}

/** Puts addresses in an order that does not depend on who reads. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a file declares, and the whole of what that says. */
interface Shared {
  declared: readonly { scope: SharedScope; key: string; node: Node }[];
  print: string;
}

const known = new WeakMap<JourneyDocument, Shared>();

function sharedIn(document: JourneyDocument): Shared {
  let shared = known.get(document);
  if (!shared) {
    const declared = document.roots.flatMap((node) => {
      const scope = sharedScopes.find((candidate) => candidate === node.kind);
      const key = nameKey(nameOf(node));
      return scope && key ? [{ scope, key, node }] : [];
    });
    const saying = (node: Node): string =>
      withAllBelow(node.kind === 'journey' ? [] : [node])
        .map(({ base, statement: { start, end, doc } }) => `${doc ?? ''}\t${document.text.slice(base + start, base + end)}`)
        .join('\n');
    const print = declared
      .map(({ scope, key, node }) => `${scope}\t${key}\t${node.misplaced ? 'in a journey' : ''}\t${saying(node)}`)
      .join('\n');
    shared = { declared, print };
    known.set(document, shared);
  }
  return shared;
}
