import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyFonts as copyShipped } from '../../scripts/fonts.mjs';

const root = join(import.meta.dirname, '../..');

/** A link among others of which one is where the reader is. */
export interface Choice {
  name: string;
  href: string;
  here: boolean;
}

/** Writes a page with links above it that stay in sight. */
export function writePage(folder: string, file: string, title: string, choices: readonly (readonly Choice[])[], body: string): void {
  const links = choices.map((row) => `<nav>${row.map(link).join('')}</nav>`).join('');
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<link rel="stylesheet" href="fonts.css"><style>${style}</style>`;
  writeFileSync(
    join(folder, `${file}.html`),
    `<!doctype html><html lang="en">${head}<header><h1>${escaped(title)}</h1>${links}</header>\n<main>${body}</main></html>\n`,
  );
}

function link({ name, href, here }: Choice): string {
  return `<a href="${href}"${here ? ' aria-current="page"' : ''}>${escaped(name)}</a>`;
}

/** A picture with what stands below it; `flaws` are said in red. */
export function figure(
  caption: string,
  svg: string,
  { id, href, flaws = [] }: { id?: string; href?: string; flaws?: readonly string[] } = {},
): string {
  const said = flaws.map((flaw) => `<strong>${escaped(flaw)}</strong>`).join('');
  const shown = href === undefined ? svg : `<a href="${href}">${svg}</a>`;
  return `<figure${id === undefined ? '' : ` id="${id}"`}>${shown}<figcaption>${escaped(caption)}${said}</figcaption></figure>`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** The font, as the panel has it. */
export async function copyFonts(folder: string): Promise<void> {
  await copyShipped(join(root, 'node_modules'), join(folder, 'fonts'));
  copyFileSync(join(root, 'src/preview/page/fonts.css'), join(folder, 'fonts.css'));
}

const style = `
:root { color-scheme: light }
* { box-sizing: border-box }
body { margin: 0; font: 14px/1.45 Inter, sans-serif; background: #dfe3e9; color: #1c2330 }
header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 6px 28px; align-items: baseline; padding: 12px 24px; background: #fffffff2; border-bottom: 1px solid #c9ced8 }
h1 { margin: 0; font-size: 18px } h2 { margin: 32px 0 10px; font-size: 16px; scroll-margin-top: 90px } h2:first-child { margin-top: 0 }
nav { display: flex; flex-wrap: wrap; gap: 2px 4px } a { color: #2f52c0; text-decoration: none } a:hover { text-decoration: underline }
nav a { padding: 2px 9px; border-radius: 11px } nav a[aria-current] { background: #2f52c0; color: #fff }
main { padding: 24px }
figure { margin: 0; content-visibility: auto; contain-intrinsic-size: auto 260px; scroll-margin-top: 90px }
figcaption { padding: 5px 2px; font-size: 12px; color: #4a5262 } strong { display: block; color: #b3261e }
svg { display: block; width: 100%; height: auto; border-radius: 6px; box-shadow: 0 1px 4px #1c233026 }
.sheet { display: grid; grid-template-columns: repeat(5, 1fr); gap: 14px 18px; align-items: start }
.sheet svg { max-height: 360px; background: var(--ground) }
.full figure { margin-bottom: 28px; contain-intrinsic-size: auto 1000px }
.full svg { width: auto; max-width: none } .full figure { overflow-x: auto }
@media (max-width: 900px) { .sheet { grid-template-columns: repeat(2, 1fr) } }`;
