import {
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  DiagnosticTag,
  FileChangeType,
  FileOperationPatternKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type JourneyDocument, readDocument } from '../language/document.ts';
import { codeActions, fixAllKind } from '../language/features/code-actions.ts';
import type { Client } from '../language/features/code-actions-edit.ts';
import type { LensCommands } from '../language/features/code-lenses.ts';
import { completions } from '../language/features/completion.ts';
import { filesWantedAt } from '../language/features/completion-files.ts';
import { askedIn, resolved } from '../language/features/completion-resolve.ts';
import { definition } from '../language/features/definition.ts';
import { hover } from '../language/features/hover.ts';
import { documentSymbols } from '../language/features/symbols.ts';
import { type Tongue, toText } from '../language/message.ts';
import type { Context } from '../language/names/facts.ts';
import { fingerprint } from '../language/names/uses.ts';
import { check } from '../language/rules/index.ts';
import { Kept } from '../language/rules/kept.ts';
import type { Finding } from '../language/rules/rule.ts';
import { isProject } from './addresses.ts';
import { Burst } from './burst.ts';
import { type CompletionClient, completionClient, completionsFor } from './completions-for.ts';
import { applyChanges } from './edits.ts';
import type { Files } from './files.ts';
import { Folders } from './folders.ts';
import { formattingCapabilities, serveFormatting } from './formatting.ts';
import { InTurn } from './in-turn.ts';
import { linksOf } from './links.ts';
import { lensCommandsOf, navigationCapabilities, refreshNavigation, serveNavigation } from './navigation.ts';
import { ProjectDocuments } from './project-documents.ts';
import { type AtParams, at, type ChangedParams, changed, getMap, type LocateParams, locate, type MapParams } from './protocol.ts';
import { type PageOf, pagesFor, pagesIn, type RulePages } from './rule-pages.ts';
import { severities } from './severities.ts';
import { type Language, languageOf, tongueOf } from './tongues.ts';
import { locateElement, mapReply, whatIsAt } from './views.ts';
import { Watching } from './watching.ts';

/** One open text: as the editor has it, and as it was last read and checked. */
interface Open {
  text: TextDocument;
  document?: JourneyDocument;
  findings?: Finding[];
  kept: Kept;
  /** It has changed since. Not every client counts its versions. */
  stale?: boolean;
}

/**
 * Serves one client. Texts are read when they change, once per burst of changes, or when a request comes first.
 *
 * @param today - The day to compare dates with, ISO.
 * @param rulePages - Where the pages of the rules open for a client that does not say so itself, see `pagesFor`.
 */
export function serve(connection: Connection, files: Files, today: () => string, rulePages?: string): void {
  const folders = new Folders(files);
  const open = new Map<string, Open>();
  const projects = new ProjectDocuments(connection, folders, ({ settings }) => tongueOf(settings.language ?? locale));
  const burst = new Burst((uris) => {
    const edited = uris.filter(isProject);
    for (const uri of edited) projects.take(uri);
    if (edited.length) publishAll();
    else for (const uri of uris) publish(uri);
  });
  const refresh = new Burst(() => void refreshNavigation(connection, capabilities).catch(refused));
  const reading = new InTurn();
  let watching: Watching | undefined;
  let capabilities: ClientCapabilities = {};
  let locale: Language = 'en';
  let client: Client = { snippets: false, creates: false };
  let completing: CompletionClient = { snippets: false, suggests: false };
  let pages: RulePages | undefined;
  let linked = false;
  let lensCommands: LensCommands = {};
  let watched = false;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    locale = languageOf(params.locale);
    client = actionClient(params);
    completing = completionClient(params.capabilities, params.initializationOptions);
    pages = pagesFor(params.initializationOptions, rulePages);
    linked = params.capabilities.textDocument?.publishDiagnostics?.codeDescriptionSupport === true;
    watched = params.capabilities.workspace?.workspaceFolders === true;
    watching = new Watching(connection, params);
    capabilities = params.capabilities;
    projects.clientChecksJson = checksJson(params.initializationOptions);
    lensCommands = lensCommandsOf(params.initializationOptions);
    const roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    folders.change(roots, []);
    return {
      serverInfo: { name: 'journey' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [' ', '"', ','], resolveProvider: true },
        documentSymbolProvider: true,
        definitionProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.extract', 'refactor.rewrite', fixAllKind] },
        ...formattingCapabilities,
        ...navigationCapabilities,
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { didRename: { filters: anyFolder }, didDelete: { filters: anyFolder } },
        },
      },
    };
  });

  connection.onInitialized(() => {
    projects.register(capabilities, folders.schemes()).catch(refused);
    watching?.start().catch(refused);
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

  /** A client that will not be asked for more is served with what it gives. */
  function refused(error: unknown): void {
    connection.console.warn(error instanceof Error ? error.message : String(error));
  }

  /** What fails costs its own answer only; the log has the rest. */
  function failed(error: unknown): void {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  /** Reads what `read` reads, once what was to be read before is there, and tells what follows from it. */
  function load(read = (): Promise<void> => folders.load()): Promise<void> {
    return reading
      .run(async () => {
        await read();
        for (const uri of open.keys()) await folders.readData(uri);
        publishAll();
        watching?.watch(folders.outside()).catch(refused);
      })
      .catch(failed);
  }

  /** Reads the data files that a text names, and tells what they change. Nobody waits for them. */
  async function readData(uri: string): Promise<void> {
    if (await folders.readData(uri)) publishAnew([uri]);
  }

  function publishAll(): void {
    publishAnew(open.keys());
    projects.publish();
  }

  connection.workspace.onDidRenameFiles(() => load(() => folders.reloadAll()));
  connection.workspace.onDidDeleteFiles(() => load(() => folders.reloadAll()));

  connection.onDidOpenTextDocument(({ textDocument }) => {
    const { uri, languageId, version, text } = textDocument;
    if (isProject(uri)) projects.open(textDocument);
    else open.set(uri, { text: TextDocument.create(uri, languageId, version, text), kept: new Kept() });
    burst.add(uri);
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const entry = open.get(uri);
    if (isProject(uri)) projects.change(uri, version, contentChanges);
    else if (entry) {
      applyChanges(entry.text, contentChanges, version);
      entry.stale = true;
    }
    burst.add(uri);
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (isProject(uri)) {
      projects.close(uri);
      publishAll();
      return;
    }
    open.delete(uri);
    const names = fingerprint(folders.folderOf(uri), uri);
    folders.close(uri);
    connection.sendDiagnostics({ uri, diagnostics: [] });
    if (fingerprint(folders.folderOf(uri), uri) !== names) publishAnew(othersOf(uri));
    // Nobody tells that it was saved.
    if (!watching?.tells) void load(() => folders.reload(uri));
  });

  connection.onDidChangeWatchedFiles(({ changes }) =>
    load(async () => {
      for (const { uri, type } of changes) await (type === FileChangeType.Deleted ? folders.forget(uri) : folders.reload(uri));
    }),
  );

  /** Reads a text whose version is newer than what was last read of it. */
  function upToDate(uri: string): (Open & { document: JourneyDocument }) | undefined {
    const entry = open.get(uri);
    if (!entry) return undefined;
    if (!entry.document || entry.stale) {
      const document = readDocument(uri, entry.text.version, entry.text.getText(), entry.document);
      entry.stale = false;
      const others = othersOf(uri);
      const names = others.length ? fingerprint(folders.folderOf(uri), uri) : '';
      folders.update(document);
      entry.document = document;
      delete entry.findings;
      if (others.length && fingerprint(folders.folderOf(uri), uri) !== names) {
        for (const other of others) delete open.get(other)?.findings;
        queueMicrotask(() => {
          for (const other of others) publish(other);
          refresh.add('');
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
    refresh.add('');
  }

  /** What a request is answered from: the newest texts, also where their burst is still to come. */
  function contextOf(uri: string): (Context & { tongue: Tongue; pages: RulePages | undefined; findings: Finding[] }) | undefined {
    for (const other of othersOf(uri)) upToDate(other);
    const entry = upToDate(uri);
    if (!entry) return undefined;
    const folder = folders.folderOf(uri);
    const language = folder.settings.language ?? locale;
    const context = { document: entry.document, folder, tongue: tongueOf(language) };
    entry.findings ??= check({ ...context, today: today() }, folders.isKnown(uri), entry.kept);
    return { ...context, pages: pagesIn(language, pages), findings: entry.findings };
  }

  function publish(uri: string): void {
    try {
      tell(uri);
    } catch (error) {
      failed(error);
    }
  }

  function tell(uri: string): void {
    const context = contextOf(uri);
    if (!context) return;
    const { document, tongue, findings } = context;
    const pageOf = linked ? context.pages?.ofCode : undefined;
    const { version } = document;
    connection.sendDiagnostics({
      uri,
      version,
      diagnostics: findings.map((finding) => diagnosticOf(finding, document, tongue, pageOf)),
    });
    connection.sendNotification(changed, { uri, version } satisfies ChangedParams);
    if (folders.isToBePlaced(uri)) void load();
    else reading.run(() => readData(uri)).catch(failed);
  }

  connection.onHover(({ textDocument, position }) => {
    const context = contextOf(textDocument.uri);
    return (
      (context && hover(context, context.document.lines.offsetAt(position), context.findings, context.pages?.inHover, today())) ?? null
    );
  });

  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    const document = upToDate(uri)?.document;
    if (document && filesWantedAt(document, document.lines.offsetAt(position))) await folders.lookBeside(uri);
    const context = contextOf(uri);
    return context ? completionsFor(completions(context, context.document.lines.offsetAt(position), today()), completing) : [];
  });

  connection.onCompletionResolve((item) => {
    const uri = askedIn(item);
    const context = uri === undefined ? undefined : contextOf(uri);
    return context ? resolved(item, context) : item;
  });

  connection.onDocumentSymbol(({ textDocument }) => {
    const context = contextOf(textDocument.uri);
    return context ? documentSymbols(context.document) : [];
  });

  connection.onDefinition(({ textDocument, position }) => {
    const context = contextOf(textDocument.uri);
    return context ? definition(context, context.document.lines.offsetAt(position)) : [];
  });

  connection.onCodeAction((params) => {
    const { uri } = params.textDocument;
    const { only } = params.context;
    const { range } = params;
    if (isProject(uri)) return projects.actions(params);
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
        diagnosticOf: (finding) => diagnosticOf(finding, document, tongue, linked ? context.pages?.ofCode : undefined),
        recheck: (other) => check({ ...other, today: today() }, folders.isKnown(uri)),
      },
    );
  });

  serveFormatting(connection, (uri) => upToDate(uri)?.document);
  serveNavigation(connection, {
    contextOf,
    documents: () => {
      for (const uri of open.keys()) upToDate(uri);
      return folders.documents();
    },
    tongue: () => tongueOf(locale),
    lensCommands: () => lensCommands,
    linksOf: (context) => linksOf(context, folders.rootFor(context.document.uri), files),
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

/** What the edits of a client can hold, and the command that it names for showing a file: `{ shows: 'journey.showFile' }`. */
function actionClient({ capabilities: { workspace }, initializationOptions }: InitializeParams): Client {
  const { snippetEditSupport, resourceOperations } = workspace?.workspaceEdit ?? {};
  const shows = (initializationOptions as { shows?: unknown } | null | undefined)?.shows;
  return {
    snippets: snippetEditSupport === true,
    creates: resourceOperations?.includes('create') === true,
    ...(typeof shows === 'string' ? { shows } : {}),
  };
}

/** Whole folders: of files alone the client tells by watching them. */
const anyFolder = [{ pattern: { glob: '**', matches: FileOperationPatternKind.folder } }];

/** Whether a client says that it checks the JSON of texts that are open, as VS Code does: then nothing is said twice. */
function checksJson(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'checksJson' in options && options.checksJson === true;
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
