import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { shippedFonts } from '../../scripts/fonts.mjs';
import { ensureChromium } from '../../scripts/workbench/chromium.ts';
import { type Face, faces } from '../../src/draw/fonts.ts';

/** A browser for pictures, with variables of its own in its environment. */
export async function openBrowser(own: Record<string, string> = {}): Promise<Browser> {
  const { executablePath, args, env } = await ensureChromium();
  const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath, env: { ...env, ...own }, args: ['--no-sandbox', '--disable-gpu', ...quiet, ...args] });
}

/** The font's faces, as they ship, in a style sheet that carries them. */
export async function fontSheet(): Promise<string> {
  const fonts = await shippedFonts(join(import.meta.dirname, '../../node_modules'));
  return (Object.keys(faces) as Face[])
    .map((face) => {
      const { weight, style } = faces[face];
      const source = `url(data:font/ttf;base64,${Buffer.from(fonts[face]).toString('base64')})`;
      return `@font-face{font-family:Inter;font-weight:${weight};font-style:${style};src:${source}}`;
    })
    .join('\n');
}

/** A page that has the font. */
export async function pageWithFont(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><style>${await fontSheet()} body { margin: 0 }</style><main></main>`);
  return page;
}

/** Puts other pictures into such a page. */
export async function showIn(page: Page, body: string): Promise<void> {
  await page.evaluate(async (html) => {
    const main = document.querySelector('main') as HTMLElement;
    main.innerHTML = html;
    main.getBoundingClientRect();
    await document.fonts.ready;
  }, body);
}
