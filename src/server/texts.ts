import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type JourneyDocument, readDocument } from '../language/document.ts';
import type { Tongue } from '../language/message.ts';
import type { Context } from '../language/names/facts.ts';
import { fingerprint } from '../language/names/uses.ts';
import { check } from '../language/rules/index.ts';
import { Kept } from '../language/rules/kept.ts';
import type { Finding } from '../language/rules/rule.ts';
import { applyChanges } from './edits.ts';
import type { Folders } from './folders.ts';
import { pagesIn, type RulePages } from './rule-pages.ts';
import { type Language, tongueOf } from './tongues.ts';

/** One open text: as the editor has it, and as it was last read and checked. */
interface Open {
  text: TextDocument;
  document?: JourneyDocument;
  findings?: Finding[];
  kept: Kept;
  /** It has changed since. Not every client counts its versions. */
  stale?: boolean;
}

/** All that a request about a text is answered from. */
export interface TextContext extends Context {
  tongue: Tongue;
  pages: RulePages | undefined;
  findings: Finding[];
}

/** What the open texts need of the session. */
export interface Around {
  folders: Folders;
  /** The day to compare dates with, ISO. */
  today(): string;
  client(): { locale: Language; pages?: RulePages };
  /** These texts have other findings now, because of what another says. */
  touched(uris: readonly string[]): void;
}

/** The maps that are open: read when they have changed, and checked when their findings are asked for. */
export class Texts {
  private readonly open = new Map<string, Open>();
  private readonly around: Around;

  constructor(around: Around) {
    this.around = around;
  }

  /** The addresses of all of them. */
  uris(): string[] {
    return [...this.open.keys()];
  }

  add({ uri, languageId, version, text }: TextDocumentItem): void {
    this.open.set(uri, { text: TextDocument.create(uri, languageId, version, text), kept: new Kept() });
  }

  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void {
    const entry = this.open.get(uri);
    if (!entry) return;
    applyChanges(entry.text, changes, version);
    entry.stale = true;
  }

  /** @returns The others that see by it other names than before. */
  remove(uri: string): string[] {
    const { folders } = this.around;
    this.open.delete(uri);
    const names = fingerprint(folders.folderOf(uri), uri);
    folders.close(uri);
    return fingerprint(folders.folderOf(uri), uri) === names ? [] : this.othersOf(uri);
  }

  /** The text as it now is, read. */
  document(uri: string): JourneyDocument | undefined {
    return this.upToDate(uri)?.document;
  }

  /** Has a text checked anew, because of what depends on more than itself. */
  forgetFindings(uri: string): void {
    delete this.open.get(uri)?.findings;
  }

  /** What a request is answered from: the newest texts, also where their burst is still to come. */
  contextOf(uri: string): TextContext | undefined {
    for (const other of this.othersOf(uri)) this.upToDate(other);
    const entry = this.upToDate(uri);
    if (!entry) return undefined;
    const { folders, today, client } = this.around;
    const { locale, pages } = client();
    const folder = folders.folderOf(uri);
    const language = folder.settings.language ?? locale;
    const context = { document: entry.document, folder, tongue: tongueOf(language) };
    entry.findings ??= check({ ...context, today: today() }, folders.isKnown(uri), entry.kept);
    return { ...context, pages: pagesIn(language, pages), findings: entry.findings };
  }

  /** Reads a text whose version is newer than what was last read of it. */
  private upToDate(uri: string): (Open & { document: JourneyDocument }) | undefined {
    const entry = this.open.get(uri);
    if (!entry) return undefined;
    if (!entry.document || entry.stale) {
      const { folders } = this.around;
      const document = readDocument(uri, entry.text.version, entry.text.getText(), entry.document);
      entry.stale = false;
      const others = this.othersOf(uri);
      const names = others.length ? fingerprint(folders.folderOf(uri), uri) : '';
      folders.update(document);
      entry.document = document;
      delete entry.findings;
      if (others.length && fingerprint(folders.folderOf(uri), uri) !== names) {
        for (const other of others) this.forgetFindings(other);
        queueMicrotask(() => this.around.touched(others));
      }
    }
    return entry as Open & { document: JourneyDocument };
  }

  /** The open texts that share names with this one. */
  private othersOf(uri: string): string[] {
    const { folders } = this.around;
    return this.uris().filter((other) => other !== uri && folders.folderOf(other) === folders.folderOf(uri));
  }
}
