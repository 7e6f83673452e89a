import { extname, join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { shippedFonts } from '../../scripts/fonts.mjs';
import { ensureChromium } from '../../scripts/workbench/chromium.ts';
import { pageHtml } from '../../src/extension/html.ts';
import type { FromPage, ToPage } from '../../src/preview/protocol.ts';
import { textsIn } from '../../src/preview/texts.ts';
import { type Language, tongueOf } from '../../src/server/tongues.ts';

/** The page of a panel in a plain browser, under its own content security policy, with a stand-in for what VS Code puts into it. */

const origin = 'http://panel.test';
const contentTypes: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.ttf': 'font/ttf' };

/** What a panel looks like in the editor, as far as the page uses it. */
const colours = {
  'vscode-light': {
    'editor-background': '#ffffff',
    foreground: '#3b3b3b',
    descriptionForeground: '#717171',
    focusBorder: '#005fb8',
    errorForeground: '#c72e0f',
    'editorWarning-foreground': '#bf8803',
    'editorGroup-border': '#e5e5e5',
    'toolbar-hoverBackground': '#b8b8b850',
    'dropdown-background': '#ffffff',
    'dropdown-border': '#cecece',
    'dropdown-foreground': '#3b3b3b',
    'textCodeBlock-background': '#f8f8f8',
    'editor-foreground': '#3b3b3b',
    'button-secondaryBackground': '#e5e5e5',
    'button-secondaryForeground': '#3b3b3b',
    'inputValidation-infoBackground': '#d6ecf2',
    'inputValidation-infoBorder': '#007acc',
    'menu-background': '#ffffff',
    'menu-border': '#cecece',
    'menu-foreground': '#3b3b3b',
    'menu-selectionBackground': '#005fb8',
    'menu-selectionForeground': '#ffffff',
    'widget-shadow': '#00000029',
  },
  'vscode-dark': {
    'editor-background': '#1f1f1f',
    foreground: '#cccccc',
    descriptionForeground: '#9d9d9d',
    focusBorder: '#0078d4',
    errorForeground: '#f85149',
    'editorWarning-foreground': '#cca700',
    'editorGroup-border': '#ffffff17',
    'toolbar-hoverBackground': '#5a5d5e50',
    'dropdown-background': '#313131',
    'dropdown-border': '#3c3c3c',
    'dropdown-foreground': '#cccccc',
    'textCodeBlock-background': '#2b2b2b',
    'editor-foreground': '#cccccc',
    'button-secondaryBackground': '#313131',
    'button-secondaryForeground': '#cccccc',
    'inputValidation-infoBackground': '#063b49',
    'inputValidation-infoBorder': '#007acc',
    'menu-background': '#1f1f1f',
    'menu-border': '#454545',
    'menu-foreground': '#cccccc',
    'menu-selectionBackground': '#0078d4',
    'menu-selectionForeground': '#ffffff',
    'widget-shadow': '#0000005c',
  },
  'vscode-high-contrast': {
    'editor-background': '#000000',
    foreground: '#ffffff',
    descriptionForeground: '#ffffffb3',
    focusBorder: '#f38518',
    contrastBorder: '#6fc3df',
    errorForeground: '#f48771',
    'editorWarning-foreground': '#ffd370',
    'editorGroup-border': '#6fc3df',
    'dropdown-background': '#000000',
    'dropdown-border': '#6fc3df',
    'dropdown-foreground': '#ffffff',
    'textCodeBlock-background': '#000000',
    'editor-foreground': '#ffffff',
    'inputOption-activeBorder': '#6fc3df',
    'inputOption-activeBackground': '#00000000',
    'inputOption-activeForeground': '#ffffff',
    'menu-background': '#000000',
    'menu-border': '#6fc3df',
    'menu-foreground': '#ffffff',
    'menu-selectionBorder': '#f38518',
  },
  'vscode-high-contrast-light': {
    'editor-background': '#ffffff',
    foreground: '#292929',
    descriptionForeground: '#292929b3',
    focusBorder: '#006bbd',
    contrastBorder: '#0f4a85',
    errorForeground: '#b5200d',
    'editorWarning-foreground': '#895503',
    'editorGroup-border': '#0f4a85',
    'dropdown-background': '#ffffff',
    'dropdown-border': '#0f4a85',
    'dropdown-foreground': '#292929',
    'textCodeBlock-background': '#f2f2f2',
    'editor-foreground': '#292929',
    'inputOption-activeBorder': '#0f4a85',
    'inputOption-activeBackground': '#00000000',
    'inputOption-activeForeground': '#292929',
    'menu-background': '#ffffff',
    'menu-border': '#0f4a85',
    'menu-foreground': '#292929',
    'menu-selectionBorder': '#0f4a85',
    'menu-selectionBackground': '#0f4a85',
    'menu-selectionForeground': '#ffffff',
  },
};
export type BodyClass = keyof typeof colours;

export interface Panel {
  page: Page;
  /** Sends a message as the extension would, and waits until a map is drawn as a whole. */
  tell(message: ToPage): Promise<void>;
  /** Everything the page said so far. */
  said(): Promise<FromPage[]>;
  /** What it keeps, once it has come to rest. */
  kept(): Promise<Record<string, unknown>>;
  theme(name: BodyClass): Promise<void>;
  /** What went wrong in the page. */
  faults: string[];
  /** What the page asked for besides its own parts. */
  requests: string[];
}

export interface Panels {
  open(options?: { width?: number; height?: number; theme?: BodyClass; state?: unknown; language?: Language }): Promise<Panel>;
  close(): Promise<void>;
}

export async function startPanels(): Promise<Panels> {
  const files = await bundle();
  const { executablePath, args, env } = await ensureChromium();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...args], env });
  return {
    open: (options = {}) => open(browser, files, options),
    close: () => browser.close(),
  };
}

async function bundle(): Promise<Map<string, string | Buffer>> {
  const shared = { bundle: true, write: false, logLevel: 'warning' } as const;
  const script = await build({ ...shared, entryPoints: ['src/preview/page/main.ts'], format: 'iife', platform: 'browser' });
  const style = await build({ ...shared, entryPoints: ['src/preview/page/preview.css'], external: ['*.ttf'] });
  const fonts = await shippedFonts(join(import.meta.dirname, '../../node_modules'));
  return new Map<string, string | Buffer>([
    ['/preview.js', script.outputFiles[0]?.text ?? ''],
    ['/preview.css', style.outputFiles[0]?.text ?? ''],
    ...Object.entries(fonts).map(([face, bytes]) => [`/fonts/inter-${face}.ttf`, Buffer.from(bytes)] as const),
  ]);
}

async function open(
  browser: Browser,
  files: Map<string, string | Buffer>,
  { width = 900, height = 700, theme = 'vscode-light', state, language = 'en' }: NonNullable<Parameters<Panels['open']>[0]>,
): Promise<Panel> {
  const page = await browser.newPage({ viewport: { width, height } });
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  const html = pageHtml({
    script: `${origin}/preview.js`,
    style: `${origin}/preview.css`,
    source: origin,
    nonce: 'n',
    language,
    texts: textsIn(tongueOf(language)),
  });
  const withTheme = html.replace('<body>', `<body class="${theme}">`);
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: withTheme });
    const body = files.get(pathname);
    if (body !== undefined) return route.fulfill({ contentType: contentTypes[extname(pathname)] ?? '', body });
    requests.push(route.request().url());
    return route.abort();
  });
  await page.addInitScript((kept) => {
    const said: unknown[] = [];
    let state = kept;
    const api = {
      postMessage: (message: unknown) => said.push(message),
      getState: () => state,
      setState: (next: unknown) => (state = next),
    };
    Object.assign(window, { acquireVsCodeApi: () => api, said, kept: () => state });
  }, state);
  await page.goto(`${origin}/`);
  const setColours = (name: BodyClass) =>
    page.evaluate(
      ([each, variables]) => {
        for (const [key, value] of Object.entries(variables)) document.documentElement.style.setProperty(`--vscode-${key}`, value);
        document.body.className = each;
      },
      [name, colours[name]] as const,
    );
  await setColours(theme);
  await page.waitForFunction(() => (window as unknown as { said: FromPage[] }).said.some(({ type }) => type === 'ready'));
  return {
    page,
    faults,
    requests,
    theme: setColours,
    said: () => page.evaluate(() => (window as unknown as { said: FromPage[] }).said),
    async kept() {
      // By frames and clock of the page itself: what it has begun to keep by then, it has kept when this rings.
      return page.evaluate(
        (wait) =>
          new Promise<Record<string, unknown>>((resolve) => {
            const kept = () => resolve((window as unknown as { kept(): Record<string, unknown> }).kept());
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(kept, wait)));
          }),
        150,
      );
    },
    async tell(message) {
      await page.evaluate((each) => window.postMessage(each, '*'), message);
      if (message.type !== 'map') await page.evaluate(() => new Promise((done) => setTimeout(done, 20)));
      else await page.waitForSelector(`body[data-version="${message.reply.version}"]:not([data-filling])`, { state: 'attached' });
    },
  };
}
