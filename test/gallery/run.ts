/**
 * Draws every sample and every map of the tests in every view and theme, in English and in French: `npm run gallery` writes test/results/gallery.
 * Its index.html is a contact sheet; behind each name stand the map's pictures at full size. `npm run gallery -- laptop german` draws the maps
 * whose names hold one of these words.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Face, faces, fontFile, fontSubsets } from '../../src/draw/fonts.ts';
import { drawMap, stringsOf, themes, toSvg } from '../../src/draw/index.ts';
import { languages, type ThemeName, themeNames, type ViewName, viewNames } from '../../src/language/names/settings.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { longMap, map, maps, marksOnAll } from '../draw/maps.ts';
import { samples } from '../draw/samples.ts';

interface Shown {
  name: string;
  map: JourneyMap;
  before?: JourneyMap;
}
type Language = (typeof languages)[number];

const root = join(import.meta.dirname, '../..');
const out = join(root, 'test/results/gallery');
let count = 0;

/** A picture as wide as its box and no wider than it is. Its ids are its own, as many stand in one page. */
function picture(shown: Shown, view: ViewName, theme: ThemeName, language: Language, marked = false): string {
  count += 1;
  const idPrefix = `p${count}-`;
  const scene = drawMap(shown.map, {
    view,
    theme: themes[theme],
    labels: stringsOf(language),
    idPrefix,
    ...(shown.before ? { before: shown.before } : {}),
    ...(marked ? { marks: marksOnAll(shown.map) } : {}),
  });
  return toSvg(scene)
    .replace(/ width="[^"]+" height="[^"]+"/, ` style="max-width:${scene.width}px"`)
    .replace('aria-labelledby="title desc"', `aria-labelledby="${idPrefix}title ${idPrefix}desc"`)
    .replace('<title id="', `<title id="${idPrefix}`)
    .replace('<desc id="', `<desc id="${idPrefix}`);
}

function figure(caption: string, svg: string): string {
  return `<figure><figcaption>${escaped(caption)}</figcaption>${svg}</figure>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function page(name: string, title: string, body: string): void {
  const head = `<meta charset="utf-8"><title>${escaped(title)}</title><link rel="stylesheet" href="fonts.css"><style>${style}</style>`;
  writeFileSync(join(out, `${name}.html`), `<!doctype html><html lang="en">${head}<h1>${escaped(title)}</h1>\n${body}</html>\n`);
}

const style = `
body { margin: 24px; font: 14px/1.4 Inter, sans-serif; background: #e4e7ec; color: #1c2330 }
h1 { font-size: 22px } h2 { font-size: 16px; margin: 28px 0 8px } a { color: #2f52c0 }
figure { margin: 0; content-visibility: auto; contain-intrinsic-size: auto 260px }
figcaption { padding: 4px 0; color: #4a5262 }
svg { display: block; width: 100%; height: auto }
.sheet { display: grid; grid-template-columns: repeat(${viewNames.length}, 1fr); gap: 12px 16px; align-items: start }
.sheet svg { max-height: 340px; background: #fff }
.full figure { margin-bottom: 24px; contain-intrinsic-size: auto 1000px }`;

/** The font, as the panel has it. */
function copyFonts(): void {
  mkdirSync(join(out, 'fonts'), { recursive: true });
  copyFileSync(join(root, 'src/preview/page/fonts.css'), join(out, 'fonts.css'));
  for (const face of Object.keys(faces) as Face[]) {
    for (const subset of fontSubsets) {
      const file = fontFile(face, subset);
      copyFileSync(join(root, 'node_modules/@fontsource/inter/files', file), join(out, 'fonts', file));
    }
  }
}

const started = performance.now();
const ofTests = [...Object.keys(maps), ...[1, 3, 12, 60].map((steps) => `${steps} steps`)];
const every: Shown[] = [
  ...(await samples()),
  ...ofTests.map((name) => {
    const steps = / steps$/.test(name) ? Number.parseInt(name, 10) : 0;
    return { name: `test ${name}`, map: steps ? longMap(steps) : map(name), before: map('laptop') };
  }),
];
const words = process.argv.slice(2);
const chosen = every.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
copyFonts();

const sheet: string[] = [];
for (const shown of chosen) {
  const file = shown.name.replaceAll(' ', '-');
  const thumbs = languages.flatMap((language) =>
    viewNames.map((view) => figure(`${view}, ${language}`, picture(shown, view, 'light', language))),
  );
  sheet.push(`<h2><a href="${file}.html">${escaped(shown.name)}</a></h2><div class="sheet">${thumbs.join('\n')}</div>`);
  const full = languages.flatMap((language) =>
    viewNames.flatMap((view) => [
      ...themeNames.map((theme) => figure(`${view}, ${theme}, ${language}`, picture(shown, view, theme, language))),
      figure(`${view}, with a finding on everything, ${language}`, picture(shown, view, 'light', language, true)),
    ]),
  );
  page(file, shown.name, `<p><a href="index.html">All maps</a></p><div class="full">${full.join('\n')}</div>`);
}
page('index', 'Every map in every view', sheet.join('\n'));
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${count} pictures of ${chosen.length} maps in ${seconds} s: ${join(out, 'index.html')}`);
