import {
  commands,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ChangedParams, changed } from '../server/protocol.ts';
import { onceThereAreMaps } from './begin.ts';
import { Echo } from './echo.ts';
import { editorOf, placeOf, revealText } from './editors.ts';
import { command as exportCommand, registerExport } from './export/command.ts';
import { type Hand, Renderer } from './export/renderer.ts';
import { lendFiles } from './files.ts';
import { inSight } from './in-sight.ts';
import { showReferences } from './lenses.ts';
import { showsMade } from './made.ts';
import { registerNewMap } from './new-map.ts';
import { Panels } from './panels.ts';
import { Restarts } from './restarts.ts';
import { registerRules } from './rules.ts';
import { language, servedSchemes } from './served.ts';
import { Server } from './server.ts';
import { StatusBar } from './status-bar.ts';
import { welcomeToEmptyFolder } from './welcome.ts';

/** What differs between a desktop and a browser. */
export interface Machine {
  /** Loads and makes the client. */
  client(output: LogOutputChannel, restarts: Restarts): Promise<BaseLanguageClient>;
  /** Starts a worker that renders. */
  hire(): Hand;
}

/** The whole extension, once its surroundings are known: starts the server, owns the panels and the commands. */
export function run(context: ExtensionContext, machine: Machine): void {
  const output = window.createOutputChannel('Journey', { log: true });
  const restarts = new Restarts();
  const server = new Server(async () => {
    const client = await machine.client(output, restarts);
    context.subscriptions.push(...serve(client));
    return client;
  });
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  const renderer = new Renderer(machine.hire, async (name) => workspace.fs.readFile(Uri.joinPath(dist, name)));
  const echo = new Echo();
  /** What the panels say of the server; nothing while all is well, or the first start is under way. */
  let told: string | undefined;

  const panels = new Panels({
    dist,
    icon: (theme) => Uri.joinPath(context.extensionUri, 'media', `preview-${theme}.svg`),
    map: async (uri, journey, pictures, compares) => {
      const reply = await server.map(uri, journey, pictures, compares);
      if (reply !== undefined) status.take(uri, reply);
      return reply;
    },
    open: async (uri) => void (await workspace.openTextDocument(uri)),
    atCursor: async (uri) => {
      const editor = editorOf(uri);
      return editor === undefined ? undefined : server.at(uri, editor.selection.active);
    },
    reveal: async (uri, id) => {
      try {
        const found = await server.locate(uri, id);
        if (found !== undefined) await revealText(found, uri, echo);
      } catch (error) {
        output.warn(l10n.t('An element could not be shown in its text.'), String(error));
      }
    },
    export: (uri, format) => void commands.executeCommand(exportCommand, uri, format),
    notice: () => told,
    viewed: () => status.look(),
  });

  const status = new StatusBar({
    active: () => inSight(panels),
    drawn: (uri) => panels.of(uri)?.view.visible ?? false,
    map: (uri, journey) => server.map(uri, journey),
    at: async (uri) => {
      const editor = editorOf(uri);
      return editor === undefined ? undefined : server.at(uri, editor.selection.active);
    },
    notice: () => told,
  });

  context.subscriptions.push(
    output,
    panels,
    status,
    showReferences(server),
    showsMade(panels),
    ...registerRules(context),
    ...registerNewMap(context.extensionUri),
    registerExport({
      server,
      panels,
      renderer,
      memory: context.workspaceState,
      map: mapAt,
      failed: (error) =>
        output.error(l10n.t('A map could not be exported.'), error instanceof Error ? (error.stack ?? error) : String(error)),
    }),
    renderer,
    window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const { uri } = textEditor.document;
      const active = selections[0]?.active;
      if (active !== undefined) panels.of(uri)?.cursor(!echo.isOurs(placeOf(uri, active)), active.line);
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor === undefined) return;
      panels.bringForward(editor.document.uri, editor.viewColumn);
      panels.of(editor.document.uri)?.cursor(true, editor.selection.active.line);
    }),
    commands.registerCommand('journey.openPreviewToSide', (uri?: unknown) => show(uri, 'beside')),
    commands.registerCommand('journey.openPreview', (uri?: unknown) => show(uri, 'here')),
    commands.registerCommand('journey.restartServer', async () => {
      restarts.forget();
      await server.restart();
    }),
    commands.registerCommand('journey.showLog', () => output.show()),
    welcomeToEmptyFolder(context.workspaceState),
    server,
  );
  openAutomatically(context, panels);
  context.subscriptions.push(
    onceThereAreMaps(() => {
      // Once the activation, for which the editor waits, is over.
      setTimeout(() => {
        server.start().catch((error: unknown) => output.error(l10n.t('The language server could not start.'), String(error)));
      }, 0);
    }),
  );

  /** Does for a client what the server asks for, and tells the panels of it. */
  function serve(client: BaseLanguageClient): Disposable[] {
    let ran = false;
    return [
      ...lendFiles(client),
      client.onNotification(changed, ({ uri: written }: ChangedParams) => {
        const uri = client.protocol2CodeConverter.asUri(written);
        panels.of(uri)?.changed();
        status.changed(uri);
      }),
      client.onDidChangeState(() => {
        ran ||= client.isRunning();
        told = noticeOf(client, ran);
        for (const panel of panels.all()) panel.server();
        status.look();
      }),
    ];
  }

  async function show(uri: unknown, where: 'beside' | 'here'): Promise<void> {
    const map = await mapAt(uri instanceof Uri ? uri : typeof uri === 'string' ? Uri.parse(uri) : window.activeTextEditor?.document.uri);
    if (map !== undefined) panels.show(map, where);
  }

  /** Opens a map, without showing it. Says why where it is none to draw. */
  async function mapAt(place: Uri | undefined): Promise<Uri | undefined> {
    const document = place && (await workspace.openTextDocument(place));
    const isMap = document?.languageId === language;
    if (isMap && servedSchemes().has(document.uri.scheme)) return document.uri;
    const why = isMap
      ? l10n.t('Journey: only a map of the folder can be drawn, not a version from history.')
      : l10n.t('Journey: open a map first, a file whose name ends in .journey.');
    void window.showInformationMessage(why);
    return undefined;
  }
}

/** Opens the preview beside a map that is opened, once per opening, where the writer wants that. */
function openAutomatically(context: ExtensionContext, panels: Panels): void {
  const opened = new Set<string>();
  const look = (document: TextDocument | undefined) => {
    if (document?.languageId !== language || !servedSchemes().has(document.uri.scheme) || opened.has(document.uri.toString())) return;
    if (!workspace.getConfiguration('journey', document).get<boolean>('preview.openAutomatically', false)) return;
    opened.add(document.uri.toString());
    if (panels.of(document.uri) === undefined) panels.show(document.uri, 'beside');
  };
  context.subscriptions.push(
    window.onDidChangeActiveTextEditor((editor) => look(editor?.document)),
    workspace.onDidCloseTextDocument((document) => opened.delete(document.uri.toString())),
  );
  look(window.activeTextEditor?.document);
}

/** The first start is no news: until then the panel says that it is drawing. */
function noticeOf(client: BaseLanguageClient, ran: boolean): string | undefined {
  const isStarting = !client.isRunning() && client.needsStop();
  if (client.isRunning() || (isStarting && !ran)) return undefined;
  return isStarting
    ? l10n.t('The language server is starting again …')
    : l10n.t('The language server has stopped. The picture stays as it was. To start it: “Journey: Restart Language Server”.');
}
