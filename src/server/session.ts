import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type JourneyDocument, readDocument } from '../language/document.ts';
import { codeActions, fixAllKind } from '../language/features/code-actions.ts';
import type { Client } from '../language/features/code-actions-edit.ts';
import { completions } from '../language/features/completion.ts';
import { definition } from '../language/features/definition.ts';
import { hover } from '../language/features/hover.ts';
import { documentSymbols } from '../language/features/symbols.ts';
import { type Tongue, toText } from '../language/message.ts';
import type { Context } from '../language/names/facts.ts';
import { fingerprint } from '../language/names/uses.ts';
import { check } from '../language/rules/index.ts';
import type { Finding } from '../language/rules/rule.ts';
import { Burst } from './burst.ts';
import type { Files } from './files.ts';
import { Folders } from './folders.ts';
import { type AtParams, at, type ChangedParams, changed, getMap, type LocateParams, locate, type MapParams } from './protocol.ts';
import { type PageOf, pagesFor } from './rule-pages.ts';
import { type Language, languageOf, tongueOf } from './tongues.ts';
import { locateElement, mapReply, whatIsAt } from './views.ts';

/** One open text: as the editor has it, and as it was last read and checked. */
interface Open {
  text: TextDocument;
  document?: JourneyDocument;
  findings?: Finding[];
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * Serves one client. Texts are read when they change, once per burst of changes, or when a request comes first.
 *
 * @param today - The day to compare dates with, ISO.
 * @param rulePages - Where the pages of the rules open for a client that does not say so itself, see `pagesFor`.
 */
export function serve(connection: Connection, files: Files, today: () => string, rulePages?: string): void {
  const folders = new Folders(files);
  const open = new Map<string, Open>();
  const burst = new Burst((uris) => {
    for (const uri of uris) publish(uri);
  });
  let locale: Language = 'en';
  let client: Client = { snippets: false, creates: false };
  let pageOf: PageOf | undefined;
  let linked = false;
  let watched = false;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    locale = languageOf(params.locale);
    const edits = params.capabilities.workspace?.workspaceEdit;
    client = { snippets: edits?.snippetEditSupport === true, creates: edits?.resourceOperations?.includes('create') === true };
    pageOf = pagesFor(params.initializationOptions, rulePages);
    linked = params.capabilities.textDocument?.publishDiagnostics?.codeDescriptionSupport === true;
    watched = params.capabilities.workspace?.workspaceFolders === true;
    const roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    folders.change(roots, []);
    return {
      serverInfo: { name: 'journey' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [' ', '"', ','] },
        documentSymbolProvider: true,
        definitionProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.extract', 'refactor.rewrite', fixAllKind] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (watched) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        folders.change(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        void load();
      });
    }
    void load();
  });

  async function load(): Promise<void> {
    await folders.load();
    publishAnew(open.keys());
  }

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    open.set(uri, { text: TextDocument.create(uri, languageId, version, text) });
    burst.add(uri);
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const entry = open.get(uri);
    if (!entry) return;
    TextDocument.update(entry.text, contentChanges, version);
    burst.add(uri);
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    open.delete(uri);
    const names = fingerprint(folders.folderOf(uri), uri);
    folders.close(uri);
    connection.sendDiagnostics({ uri, diagnostics: [] });
    if (fingerprint(folders.folderOf(uri), uri) !== names) publishAnew(othersOf(uri));
  });

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    for (const { uri } of changes) await folders.reload(uri);
    publishAnew(open.keys());
  });

  /** Reads a text whose version is newer than what was last read of it. */
  function upToDate(uri: string): (Open & { document: JourneyDocument }) | undefined {
    const entry = open.get(uri);
    if (!entry) return undefined;
    if (entry.document?.version !== entry.text.version) {
      const document = readDocument(uri, entry.text.version, entry.text.getText(), entry.document);
      const names = fingerprint(folders.folderOf(uri), uri);
      folders.update(document);
      entry.document = document;
      delete entry.findings;
      if (fingerprint(folders.folderOf(uri), uri) !== names) {
        const others = othersOf(uri);
        for (const other of others) delete open.get(other)?.findings;
        queueMicrotask(() => {
          for (const other of others) publish(other);
        });
      }
    }
    return entry as Open & { document: JourneyDocument };
  }

  /** The open texts that share names with this one. */
  function othersOf(uri: string): string[] {
    const folder = folders.folderOf(uri);
    return [...open.keys()].filter((other) => other !== uri && folders.folderOf(other) === folder);
  }

  /** Checks and tells again what depends on more than its own text. */
  function publishAnew(uris: Iterable<string>): void {
    for (const uri of uris) {
      delete open.get(uri)?.findings;
      publish(uri);
    }
  }

  /** What a request is answered from: the newest texts, also where their burst is still to come. */
  function contextOf(uri: string): (Context & { tongue: Tongue; findings: Finding[] }) | undefined {
    for (const other of othersOf(uri)) upToDate(other);
    const entry = upToDate(uri);
    if (!entry) return undefined;
    const folder = folders.folderOf(uri);
    const context = { document: entry.document, folder, tongue: tongueOf(folder.settings.language ?? locale) };
    entry.findings ??= check({ ...context, today: today() }, folders.isKnown(uri));
    return { ...context, findings: entry.findings };
  }

  function publish(uri: string): void {
    const context = contextOf(uri);
    if (!context) return;
    const { document, tongue, findings } = context;
    const { version } = document;
    connection.sendDiagnostics({ uri, version, diagnostics: findings.map((finding) => diagnosticOf(finding, document, tongue, linked ? pageOf : undefined)) });
    connection.sendNotification(changed, { uri, version } satisfies ChangedParams);
  }

  connection.onHover(({ textDocument, position }) => {
    const context = contextOf(textDocument.uri);
    return (context && hover(context, context.document.lines.offsetAt(position), context.findings, pageOf)) ?? null;
  });

  connection.onCompletion(({ textDocument, position }) => {
    const context = contextOf(textDocument.uri);
    return context ? completions(context, context.document.lines.offsetAt(position), today()) : [];
  });

  connection.onDocumentSymbol(({ textDocument }) => {
    const context = contextOf(textDocument.uri);
    return context ? documentSymbols(context.document) : [];
  });

  connection.onDefinition(({ textDocument, position }) => {
    const context = contextOf(textDocument.uri);
    return context ? definition(context, context.document.lines.offsetAt(position)) : [];
  });

  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) => {
    const context = contextOf(uri);
    if (!context) return [];
    const { document, tongue, findings } = context;
    const { lines } = document;
    return codeActions(
      context,
      { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), ...(only ? { only } : {}) },
      {
        findings,
        client,
        diagnosticOf: (finding) => diagnosticOf(finding, document, tongue, linked ? pageOf : undefined),
        recheck: (other) => check({ ...other, today: today() }, folders.isKnown(uri)),
      },
    );
  });

  connection.onRequest(getMap, ({ uri, journey }: MapParams) => {
    const context = contextOf(uri);
    return context ? mapReply(context, context.findings, journey) : null;
  });

  connection.onRequest(locate, ({ uri, id }: LocateParams) => {
    const context = contextOf(uri);
    return context ? locateElement(context, id) : null;
  });

  connection.onRequest(at, ({ uri, position }: AtParams) => {
    const context = contextOf(uri);
    return context ? whatIsAt(context, context.document.lines.offsetAt(position)) : {};
  });
}

/** A finding as the Language Server Protocol has it, in a tongue; its code links to the page of its rule. */
export function diagnosticOf(finding: Finding, document: JourneyDocument, tongue: Tongue, pageOf?: PageOf): Diagnostic {
  return {
    range: document.lines.rangeOf(finding.start, finding.end),
    severity: severities[finding.severity],
    code: finding.code,
    ...(pageOf ? { codeDescription: { href: pageOf(finding.code) } } : {}),
    source: 'journey',
    message: toText(finding.message, tongue),
    ...(finding.faded ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(finding.related?.length
      ? {
          relatedInformation: finding.related.map((other) => ({
            location: { uri: other.document.uri, range: other.document.lines.rangeOf(other.span.start, other.span.end) },
            message: toText(other.message, tongue),
          })),
        }
      : {}),
  };
}
