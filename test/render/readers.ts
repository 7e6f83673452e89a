/**
 * Opens rendered files with programs that we did not write. A program that is missing is installed where we may, else the test fails: none is skipped.
 * All of them see the same few fonts, so that a picture is the same on every machine: Liberation, and what a test hands over.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { ensureReaders, standInFonts } from '../../scripts/readers.ts';
import { openBrowser } from '../draw/browser.ts';

const execute = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'journey-readers-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A folder for the files of a test. It goes with the process. */
export function scratch(name: string): string {
  const made = join(folder, name);
  mkdirSync(made, { recursive: true });
  return made;
}

/** What makes a program see no fonts but those of these folders and Liberation. */
function fontsOnly(folders: readonly string[]): Record<string, string> {
  const file = join(folder, `fonts-${folders.map((each) => basename(each)).join('-')}.conf`);
  const dirs = [standInFonts, ...folders].map((each) => `<dir>${each}</dir>`).join('');
  const rest = `<cachedir>${join(folder, 'font-cache')}</cachedir><include ignore_missing="yes">/etc/fonts/conf.d</include>`;
  writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}${rest}</fontconfig>`);
  return { FONTCONFIG_FILE: file, XDG_CACHE_HOME: join(folder, 'cache'), XDG_CONFIG_HOME: join(folder, 'config') };
}

async function run(command: string, args: readonly string[], fonts: readonly string[] = []): Promise<string> {
  const options = { env: { ...process.env, ...fontsOnly(fonts), LC_ALL: 'C.UTF-8' }, maxBuffer: 1 << 28, timeout: 120_000 };
  try {
    return (await execute(command, args, options)).stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await ensureReaders();
    return (await execute(command, args, options)).stdout;
  }
}

/** How a picture is wanted. */
export interface Wanted {
  /** In pixels; without it the picture's own. */
  width?: number;
  /** Folders of fonts beside Liberation. */
  fonts?: readonly string[];
}

/** An SVG file as Inkscape draws it: a PNG. Inkscape does not look at the fonts inside the file. */
export async function drawnByInkscape(file: string, { width, fonts }: Wanted = {}): Promise<Uint8Array> {
  const to = join(scratch('inkscape'), `${basename(file)}.png`);
  const size = width === undefined ? [] : [`--export-width=${width}`];
  await run('inkscape', ['--export-type=png', '--export-area-page', `--export-filename=${to}`, ...size, file], fonts);
  return readFileSync(to);
}

/** A box in the picture's own pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where Inkscape draws each element of an SVG file that has an id, by ids; it gives one to each that has none. */
export async function boxesInInkscape(file: string, { fonts }: Wanted = {}): Promise<Map<string, Box>> {
  const lines = (await run('inkscape', ['--query-all', file], fonts)).split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [id = '', x, y, width, height] = line.split(',');
      return height === undefined ? [] : [[id, { x: Number(x), y: Number(y), width: Number(width), height: Number(height) }] as const];
    }),
  );
}

/** An SVG file as librsvg draws it: a PNG. */
export async function drawnByRsvg(file: string, { width, fonts }: Wanted = {}): Promise<Uint8Array> {
  const to = join(scratch('rsvg'), `${basename(file)}.png`);
  await run(
    'rsvg-convert',
    [...(width === undefined ? [] : [`--width=${width}`, '--keep-aspect-ratio']), '--unlimited', `--output=${to}`, file],
    fonts,
  );
  return readFileSync(to);
}

/** The text of an SVG file as librsvg writes it to a PDF, and poppler reads it there. */
export async function wordsByRsvg(file: string): Promise<string> {
  const to = join(scratch('rsvg'), `${basename(file)}.pdf`);
  await run('rsvg-convert', ['--format=pdf', '--unlimited', `--output=${to}`, file]);
  return textOfPdf(to);
}

/** The text of a PDF in the order in which poppler reads it. `options` as `pdftotext` takes them: `['-layout']`. */
export function textOfPdf(file: string, options: readonly string[] = []): Promise<string> {
  return run('pdftotext', [...options, '-enc', 'UTF-8', file, '-']);
}

/** What `pdfinfo` says of a file, by its own names: `Title`, `Pages`, `Page size`. */
export async function infoOfPdf(file: string): Promise<Record<string, string>> {
  const rows = (await run('pdfinfo', [file])).split('\n').filter((line) => line.includes(':'));
  return Object.fromEntries(rows.map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]));
}

/** Where the links of a PDF lead, each with its page. */
export async function linksOfPdf(file: string): Promise<{ page: number; address: string }[]> {
  const rows = [...(await run('pdfinfo', ['-url', file])).matchAll(/^\s*(\d+)\s+\S+\s+(\S+)$/gm)];
  return rows.map(([, page, address = '']) => ({ page: Number(page), address }));
}

/** The table of fonts of a file, as `pdffonts` prints it. */
export function fontsOfPdf(file: string): Promise<string> {
  return run('pdffonts', [file]);
}

/** The pages of a PDF as poppler draws them, a PNG each: all of them, or no more than `most`. */
export async function pagesOfPdf(file: string, { width, fonts, most }: Wanted & { most?: number } = {}): Promise<Uint8Array[]> {
  const to = mkdtempSync(join(scratch('pdf'), 'pages-'));
  const size = width === undefined ? [] : ['-scale-to-x', `${width}`, '-scale-to-y', '-1'];
  await run('pdftoppm', ['-png', ...(most === undefined ? [] : ['-l', `${most}`]), ...size, file, join(to, 'page')], fonts);
  return readdirSync(to)
    .sort()
    .map((name) => readFileSync(join(to, name)));
}

/** A file (slides, say) as LibreOffice shows it: the path of a PDF that it makes. */
export async function pdfByLibreOffice(file: string, wanted: Wanted = {}): Promise<string> {
  const [pdf = ''] = await pdfsByLibreOffice([file], wanted);
  return pdf;
}

/** The same for several files, for which it is started once. Their names differ. */
export async function pdfsByLibreOffice(files: readonly string[], { fonts }: Wanted = {}): Promise<string[]> {
  const to = scratch('libreoffice');
  // A profile of its own: LibreOffice hands over to one that runs already.
  const profile = `-env:UserInstallation=${pathToFileURL(scratch('libreoffice-profile'))}`;
  await run('soffice', [profile, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', to, ...files], fonts);
  return files.map((file) => join(to, `${basename(file).replace(/\.[^.]+$/, '')}.pdf`));
}

/** A browser that sees the same fonts as the other programs. Who opens it closes it. */
export function openReader(fonts: readonly string[] = []): Promise<Browser> {
  return openBrowser(fontsOnly(fonts));
}

/** How a file is shown in a browser. */
export interface Shown extends Omit<Wanted, 'fonts'> {
  scheme?: 'light' | 'dark';
  /** Device pixels to one of CSS. */
  scale?: number;
}

/** A picture file (SVG, PNG) as a browser shows it in an `<img>`, which gives it neither scripts nor the page's fonts: a PNG without a ground. */
export async function drawnAsImage(
  browser: Browser,
  file: string,
  { width, scheme = 'light', scale = 1 }: Shown = {},
): Promise<Uint8Array> {
  const page = await browser.newPage({ colorScheme: scheme, deviceScaleFactor: scale });
  try {
    const html = join(scratch('images'), `${basename(file)}.html`);
    const size = width === undefined ? '' : ` width="${width}"`;
    writeFileSync(html, `<!doctype html><body style="margin:0"><img${size} src="${pathToFileURL(file)}" style="display:block"></body>`);
    await page.goto(pathToFileURL(html).href);
    const image = page.locator('img');
    await image.evaluate((each) => (each as HTMLImageElement).decode());
    return await image.screenshot({ omitBackground: true });
  } finally {
    await page.close();
  }
}
