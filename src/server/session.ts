import {
  type Connection,
  FileChangeType,
  FileOperationPatternKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { fixAllKind } from '../language/features/code-actions.ts';
import { isProject } from './addresses.ts';
import { Burst } from './burst.ts';
import { factsOf, unknownClient } from './client.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { Files } from './files.ts';
import { Folders } from './folders.ts';
import { formattingCapabilities } from './formatting.ts';
import { InTurn } from './in-turn.ts';
import { navigationCapabilities, refreshNavigation } from './navigation.ts';
import { ProjectDocuments } from './project-documents.ts';
import { type ChangedParams, changed } from './protocol.ts';
import { serveRequests } from './requests.ts';
import { Texts } from './texts.ts';
import { tongueOf } from './tongues.ts';
import { Watching } from './watching.ts';

/**
 * Serves one client. Texts are read when they change, once per burst of changes, or when a request comes first.
 *
 * @param today - The day to compare dates with, ISO.
 * @param rulePages - Where the pages of the rules open for a client that does not say so itself, see `pagesFor`.
 */
export function serve(connection: Connection, files: Files, today: () => string, rulePages?: string): void {
  let client = unknownClient;
  let watching: Watching | undefined;
  const folders = new Folders(files);
  const texts = new Texts({
    folders,
    today,
    client: () => client,
    touched: (uris) => {
      for (const uri of uris) publish(uri);
      refresh.add('');
    },
  });
  const projects = new ProjectDocuments(connection, folders, ({ settings }) => tongueOf(settings.language ?? client.locale));
  const burst = new Burst((uris) => {
    const edited = uris.filter(isProject);
    for (const uri of edited) projects.take(uri);
    if (edited.length) {
      publishAll();
      reading.run(readLogos).catch(failed);
    } else for (const uri of uris) publish(uri);
  });
  const refresh = new Burst(() => void refreshNavigation(connection, client.capabilities).catch(refused));
  const reading = new InTurn();

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = factsOf(params, rulePages);
    watching = new Watching(connection, params);
    projects.clientChecksJson = client.checksJson;
    const roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    folders.change(roots, []);
    return { serverInfo: { name: 'journey' }, capabilities };
  });

  connection.onInitialized(() => {
    projects.register(client.capabilities, folders.schemes()).catch(refused);
    watching?.start().catch(refused);
    if (client.tellsFolders) {
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
        for (const uri of texts.uris()) await folders.readData(uri);
        await folders.readLogos();
        publishAll();
        watching?.watch(folders.outside()).catch(refused);
      })
      .catch(failed);
  }

  /** Reads the data files that a text names, and tells what they change. Nobody waits for them. */
  async function readData(uri: string): Promise<void> {
    if (await folders.readData(uri)) publishAnew([uri]);
  }

  /** Reads whatever a text names that has not been read. */
  async function ready(uri: string): Promise<void> {
    if (texts.document(uri) === undefined) return;
    if (folders.isToBePlaced(uri)) await load();
    await reading.run(() => readData(uri)).catch(failed);
  }

  /** Reads the logos that project files name, and tells what they change. */
  async function readLogos(): Promise<void> {
    if (await folders.readLogos()) publishAll();
  }

  function publishAll(): void {
    publishAnew(texts.uris());
    projects.publish();
  }

  /** Checks and tells again what depends on more than its own text. */
  function publishAnew(uris: Iterable<string>): void {
    for (const uri of uris) {
      texts.forgetFindings(uri);
      publish(uri);
    }
    refresh.add('');
  }

  function publish(uri: string): void {
    try {
      tell(uri);
    } catch (error) {
      failed(error);
    }
  }

  function tell(uri: string): void {
    const context = texts.contextOf(uri);
    if (!context) return;
    const { document, tongue, findings } = context;
    const pageOf = client.linksCodes ? context.pages?.ofCode : undefined;
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

  connection.workspace.onDidRenameFiles(() => load(() => folders.reloadAll()));
  connection.workspace.onDidDeleteFiles(() => load(() => folders.reloadAll()));

  connection.onDidOpenTextDocument(({ textDocument }) => {
    if (isProject(textDocument.uri)) projects.open(textDocument);
    else texts.add(textDocument);
    burst.add(textDocument.uri);
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    if (isProject(uri)) projects.change(uri, version, contentChanges);
    else texts.change(uri, version, contentChanges);
    burst.add(uri);
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (isProject(uri)) {
      projects.close(uri);
      publishAll();
      return;
    }
    const touched = texts.remove(uri);
    connection.sendDiagnostics({ uri, diagnostics: [] });
    if (touched.length) publishAnew(touched);
    // Nobody tells that it was saved.
    if (!watching?.tells) void load(() => folders.reload(uri));
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const concerning = changes.filter(({ uri }) => folders.concerns(uri));
    if (!concerning.length) return;
    return load(async () => {
      for (const { uri, type } of concerning) await (type === FileChangeType.Deleted ? folders.forget(uri) : folders.reload(uri));
    });
  });

  serveRequests(connection, { texts, projects, folders, files, client: () => client, ready, today });
}

/** Whole folders: of files alone the client tells by watching them. */
const anyFolder = [{ pattern: { glob: '**', matches: FileOperationPatternKind.folder } }];

/** What the server does, as it tells its client. */
const capabilities: InitializeResult['capabilities'] = {
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
};
