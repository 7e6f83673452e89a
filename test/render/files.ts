import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { copyFonts } from '../../scripts/fonts.mjs';
import { standalone, writeTexts } from '../../scripts/standalone.mjs';
import type { JourneyMap } from '../../src/map/model.ts';
import { renderHtml } from '../../src/render/html/html.ts';
import type { Job, Resources } from '../../src/render/job.ts';
import { scratch } from './readers.ts';

const folder = scratch('html');
const modules = join(import.meta.dirname, '../../node_modules');

/** What an HTML file is made of, built anew. */
export async function htmlResources(): Promise<Resources> {
  await Promise.all([
    copyFonts(modules, join(folder, 'fonts')),
    writeTexts(folder),
    ...standalone.map(({ from, to, ...options }) =>
      build({ ...options, entryPoints: [from], outfile: join(folder, to), bundle: true, target: 'es2022', logLevel: 'warning' }),
    ),
  ]);
  return {
    font: (face) => readFile(join(folder, 'fonts', `inter-${face}.ttf`)),
    asset: (name) => readFile(name.endsWith('.wasm') ? join(modules, 'harfbuzzjs/dist', name) : join(folder, name)),
  };
}

/** A job that asks for nothing but the map, unless it is said. */
export function jobOf(map: JourneyMap, more: Partial<Job> = {}): Job {
  return { map, theme: 'light', anyTheme: true, photos: {}, ...more };
}

/** A file that is open in a browser. */
export interface Opened {
  page: Page;
  /** What went wrong in it. */
  faults: string[];
  /** What it asked for besides itself. */
  requests: string[];
}

let count = 0;

/** Opens an HTML file from the disk as one that came by mail, with the network cut. */
export async function openHtml(browser: Browser, html: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const file = join(folder, `${++count}.html`);
  writeFileSync(file, html);
  const { href } = pathToFileURL(file);
  const context = await browser.newContext({ offline: true, viewport: { width: 1100, height: 760 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
  page.on('request', (request) => {
    if (request.url() !== href && !request.url().startsWith('data:')) requests.push(request.url());
  });
  await page.goto(href);
  return { page, faults, requests };
}

/** An HTML file of a map. */
export async function htmlOf(job: Job, resources: Resources): Promise<string> {
  return (await renderHtml(job, resources)).content as string;
}
