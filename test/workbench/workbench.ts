/**
 * A real VS Code for tests: a workbench in Chromium on a fresh copy of a folder, with fresh user data, and Journey in it.
 *
 *   import { afterAll, beforeAll, expect, test } from 'vitest';
 *   import { openWorkbench, type Workbench } from './workbench.ts';
 *
 *   let workbench: Workbench;
 *   beforeAll(async () => {
 *     workbench = await openWorkbench({ files: { 'a.journey': 'journey "X"\n' }, open: 'a.journey' });
 *   });
 *
 *   test('a map without a persona is warned of', async () => {
 *     await expect.poll(() => workbench.problems()).toMatchObject([{ code: 'missing-persona', line: 1 }]);
 *     await workbench.goTo(1, 10);
 *     await workbench.quickFix('Add a persona');
 *     await expect.poll(() => workbench.text()).toContain('persona ');
 *     await workbench.run('Journey: Open Preview to the Side');
 *     const page = await workbench.preview();
 *     await page.getByText('X').click();
 *     await workbench.screenshot('preview');          // test/results/preview.png
 *   });
 *
 * Opening takes some seconds, so tests of one file share a workbench where they can. It is closed after the file.
 * Lines and columns count from 1. Nothing here sleeps: wait with `expect.poll` (it waits up to 30 s by itself), or with
 * playwright's own waiting. Whatever has no helper is reached through `workbench.page` (playwright) for what a user sees and
 * does, and through `workbench.ask` for VS Code's whole API:
 *
 *   await workbench.ask((vscode, name) => vscode.commands.executeCommand(name), 'editor.action.formatDocument');
 *
 * Run all with `npm run test:workbench`, one file with `npm run test:workbench -- preview`, against the packed extension
 * with `npm run test:vsix`. A failed test leaves a screenshot and a log in test/results/.
 * Suites that need no page but VS Code's API live in inside/ (see inside/suite.ts).
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';
import { inject } from 'vitest';
import type * as VSCode from 'vscode';
import { root } from '../../scripts/root.ts';
import { type Server, startServer } from '../../scripts/workbench/server.ts';
import { remove, temporaryFolder } from '../../scripts/workbench/temporary.ts';
import { type Bridge, listen } from './bridge/listen.ts';
import * as ui from './ui.ts';

export interface WorkbenchOptions {
  /** Folder to copy into the workspace, absolute or from the project's root: `samples/order-a-new-laptop`. */
  folder?: string;
  /** Files of the workspace (on top of those of `folder`): path → text or bytes. */
  files?: Record<string, string | Uint8Array>;
  /** A file of the workspace to open at once. */
  open?: string;
  settings?: Record<string, unknown>;
  /** Run Journey in the browser's web worker, as vscode.dev does. Not for the packed extension. */
  web?: boolean;
  /** Size of the window in CSS pixels; 1600 × 1000 unless told. */
  size?: { width: number; height: number };
  /** The display language that extensions are told. VS Code's own words stay English: its language packs are not here. */
  language?: string;
  /** Another extension than Journey: the folder that it is developed in. */
  extension?: string;
  /** A script whose `run()` is called inside the extension host. */
  inside?: string;
}

/** A finding as the Problems view has it. */
export interface Problem {
  severity: 'error' | 'warning' | 'info' | 'hint';
  code: string;
  source: string;
  message: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** The workbenches that are open in this process. */
export const opened = new Set<Workbench>();

let browser: Promise<Browser> | undefined;

/** Opens a workbench. Resolves when its window is drawn, VS Code's API answers and the file to open is shown. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const folder = join(temporaryFolder('test'), 'maps');
  mkdirSync(folder);
  if (options.folder) cpSync(join(root, options.folder), folder, { recursive: true });
  for (const [path, content] of Object.entries(options.files ?? {})) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  browser ??= chromium.connect(inject('browser'));
  const bridge = await listen();
  const env = { JOURNEY_TEST_BRIDGE: String(bridge.port) };
  const server = await startServer({
    settings: { 'workbench.reduceMotion': 'on', 'files.autoSave': 'off', ...options.settings },
    extensions: inject('extensions'),
    env,
  });
  const context = await (await browser).newContext({ viewport: options.size ?? { width: 1600, height: 1000 } });
  if (options.language !== undefined) {
    await context.addInitScript((language) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language }), options.language);
  }
  const workbench = new Workbench(await context.newPage(), folder, { bridge, server, context });
  opened.add(workbench);
  const development = options.extension ?? (inject('installed') ? undefined : root);
  await workbench.page.goto(
    server.address({
      folder,
      web: options.web ?? false,
      ...(development && { extension: development }),
      ...(options.open && { file: join(folder, options.open) }),
      ...(options.inside && { tests: options.inside }),
    }),
  );
  await workbench.page.locator('.monaco-workbench .part.editor').waitFor();
  if (options.open) await workbench.shows(options.open);
  return workbench;
}

interface Parts {
  bridge: Bridge;
  server: Server;
  context: BrowserContext;
}

export class Workbench {
  /** The window, for playwright. */
  readonly page: Page;
  /** The workspace folder on the disk. */
  readonly folder: string;
  readonly #parts: Parts;
  readonly #console: string[] = [];

  constructor(page: Page, folder: string, parts: Parts) {
    this.page = page;
    this.folder = folder;
    this.#parts = parts;
    page.on('console', (message) => this.#console.push(`${message.type()}: ${message.text()}`));
    // Nothing that a test does may depend on, or reach, the world outside.
    void parts.context.route(
      (url) => url.hostname !== '127.0.0.1' && url.protocol.startsWith('http'),
      (route) => route.abort(),
    );
  }

  /**
   * Runs a function inside the extension host with VS Code's API, and answers what it returns. The function is sent as text: it
   * may use its arguments and nothing else from around it. Arguments and answer travel as JSON.
   */
  ask<Args extends unknown[], Result>(run: (vscode: typeof VSCode, ...args: Args) => Result, ...args: Args): Promise<Awaited<Result>> {
    return this.#parts.bridge.call(run, ...args);
  }

  /** Reads a file of the workspace from the disk. */
  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Writes a file of the workspace to the disk, as another program would. */
  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  /** Opens a file of the workspace as a user does: Ctrl+P, its name, Enter. */
  async openFile(path: string): Promise<void> {
    await ui.quickOpen(this.page, path);
    await this.shows(path);
  }

  /** Waits until the active editor shows this file of the workspace. */
  async shows(path: string): Promise<void> {
    await this.until(
      (vscode, end) => vscode.window.activeTextEditor?.document.uri.path.endsWith(end) ?? false,
      `an editor with ${path}`,
      `/${path.replaceAll('\\', '/')}`,
    );
    await this.page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
  }

  /** Waits until the function, run inside the extension host, answers true. */
  async until<Args extends unknown[]>(run: (vscode: typeof VSCode, ...args: Args) => boolean, what: string, ...args: Args): Promise<void> {
    const end = Date.now() + 30_000;
    while (!(await this.ask(run, ...args))) {
      if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Types at the cursor, key by key, as a user does: brackets close themselves, suggestions come up, Enter may take one. */
  async type(text: string, delay = 0): Promise<void> {
    await this.focus();
    await this.page.keyboard.type(text, { delay });
  }

  /** Presses a key in the editor: `Enter`, `Control+Space`, `Escape` … */
  async press(key: string): Promise<void> {
    await this.focus();
    await this.page.keyboard.press(key);
  }

  /** Puts the keyboard into the active editor. */
  async focus(): Promise<void> {
    await this.ask(async (vscode) => {
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    });
  }

  /**
   * Waits until the extension host knows of all that was typed. The window tells it in order, so a question to the window
   * that has been answered has every earlier edit before it.
   */
  async settled(): Promise<void> {
    await this.ask((vscode) => vscode.commands.executeCommand('setContext', 'journey.test.settled', true));
  }

  /** The whole text of the active editor, or of a file of the workspace that is open. */
  async text(path = ''): Promise<string> {
    await this.settled();
    return this.ask((vscode, path) => {
      const found = vscode.workspace.textDocuments.find((document) => document.uri.path.endsWith(`/${path}`));
      return ((path && found) || vscode.window.activeTextEditor?.document)?.getText() ?? '';
    }, path);
  }

  /** Replaces the whole text of the active editor in one edit. */
  async setText(text: string): Promise<void> {
    await this.ask(async (vscode, text) => {
      const editor = vscode.window.activeTextEditor;
      const end = editor?.document.lineAt(editor.document.lineCount - 1).range.end;
      if (end) await editor.edit((edit) => edit.replace(new vscode.Range(new vscode.Position(0, 0), end), text));
    }, text);
  }

  /** Where the cursor of the active editor is, and its file's path in the workspace. */
  async cursor(): Promise<{ path: string; line: number; column: number } | undefined> {
    await this.settled();
    return this.ask((vscode) => {
      const editor = vscode.window.activeTextEditor;
      if (!editor) return undefined;
      const { line, character } = editor.selection.active;
      return { path: vscode.workspace.asRelativePath(editor.document.uri), line: line + 1, column: character + 1 };
    });
  }

  /** Puts the cursor of the active editor there and brings it into sight. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.ask(
      (vscode, line, column) => {
        const editor = vscode.window.activeTextEditor;
        if (!editor) throw new Error('no editor is active');
        const place = new vscode.Position(line - 1, column - 1);
        editor.selection = new vscode.Selection(place, place);
        editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      },
      line,
      column,
    );
    await this.focus();
  }

  /** The findings on the active editor's file, or on a file of the workspace, in the order of the text. */
  problems(path = ''): Promise<Problem[]> {
    return this.ask((vscode, path) => {
      const severities = ['error', 'warning', 'info', 'hint'] as const;
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      const wanted = (uri: VSCode.Uri) => (path ? uri.path.endsWith(`/${path}`) : uri.toString() === active);
      const found = vscode.languages.getDiagnostics().flatMap(([uri, list]) => (wanted(uri) ? list : []));
      const flat = found.map(({ severity, code, source, message, range: { start, end } }) => ({
        severity: severities[severity] ?? 'error',
        code: String(typeof code === 'object' ? code.value : (code ?? '')),
        source: source ?? '',
        message,
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      }));
      return flat.sort((a, b) => a.line - b.line || a.column - b.column);
    }, path);
  }

  /** Rests the mouse on a text that the active editor shows (the n-th, from 1), and reads the hover that comes up. */
  hover(text: string, nth = 1): Promise<string> {
    return ui.hover(this.page, text, nth);
  }

  /** The titles of the quick fixes at the cursor, in the order of the menu. */
  quickFixes(): Promise<string[]> {
    return this.ask(async (vscode) => {
      const editor = vscode.window.activeTextEditor;
      if (!editor) return [];
      const args = [editor.document.uri, editor.selection, vscode.CodeActionKind.QuickFix.value] as const;
      const found = await vscode.commands.executeCommand<VSCode.CodeAction[]>('vscode.executeCodeActionProvider', ...args);
      return found.map(({ title }) => title);
    });
  }

  /** Takes the quick fix with this title (or the beginning of it) at the cursor. */
  async quickFix(title: string): Promise<void> {
    await this.focus();
    await ui.quickFix(this.page, title);
  }

  /** The labels that completion offers at the cursor, as far as the list shows them. */
  async suggestions(): Promise<string[]> {
    await this.focus();
    return ui.suggestions(this.page);
  }

  /** Takes the suggestion with this label at the cursor. */
  async complete(label: string): Promise<void> {
    await this.focus();
    await ui.complete(this.page, label);
  }

  /** Runs a command by its title in the command palette, as a user does. */
  run(title: string): Promise<void> {
    return ui.command(this.page, title);
  }

  /** The page inside Journey's panel that is in sight (the n-th, from 1): waits until it has content. */
  preview(nth = 1): Promise<Frame> {
    return ui.webview(this.page, nth);
  }

  /** Changes the colour theme: `Default Light Modern`, `Default Dark Modern`, `Default High Contrast` … */
  async setTheme(name: string): Promise<void> {
    await this.set('workbench.colorTheme', name);
    const dark = /dark|high contrast$/i.test(name);
    await this.page
      .locator(dark ? '.monaco-workbench.vs-dark, .monaco-workbench.hc-black' : '.monaco-workbench.vs, .monaco-workbench.hc-light')
      .waitFor();
  }

  /** Changes a setting of the user. */
  async set(key: string, value: unknown): Promise<void> {
    await this.ask(async (vscode, key, value) => vscode.workspace.getConfiguration().update(key, value, true), key, value);
  }

  /** Takes a picture of the window into test/results/NAME.png and answers its path. */
  async screenshot(name: string): Promise<string> {
    const path = join(root, 'test/results', `${name.replaceAll(/[^\p{L}\p{N}-]+/gu, '-')}.png`);
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }

  /** Leaves a picture and all logs in test/results/. */
  async keepTrace(name: string): Promise<void> {
    const path = await this.screenshot(name);
    writeFileSync(path.replace(/png$/, 'log'), `${this.#parts.server.log()}\n\n${this.#console.join('\n')}\n`);
  }

  /** Closes the window, ends the server and removes the folder. */
  async close(): Promise<void> {
    opened.delete(this);
    this.#parts.bridge.end();
    await this.#parts.context.close();
    await this.#parts.server.end();
    remove(dirname(this.folder));
  }
}
