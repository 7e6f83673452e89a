/** What a map that is written as HTML is made of. It becomes part of files, so it is as short as it can be, in every build. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);

/** The bundles, for esbuild. */
export const standalone = [
  { from: 'src/preview/page/standalone.ts', to: 'standalone.js', format: 'iife', minify: true, sourcemap: false },
  { from: 'src/preview/page/standalone.css', to: 'standalone.css', minify: true, sourcemap: false },
];

/** Writes what the page says into a folder, in each tongue that a map may be told in. */
export async function writeTexts(folder) {
  const { fileTextsIn } = await import('../src/preview/texts.ts');
  const french = JSON.parse(readFileSync(join(root, 'l10n/bundle.l10n.fr.json'), 'utf8'));
  const tongues = { en: (text) => text, fr: (text) => french[text] ?? text };
  for (const [name, tongue] of Object.entries(tongues)) {
    writeFileSync(join(folder, `standalone.${name}.json`), JSON.stringify(fileTextsIn(tongue)));
  }
}
