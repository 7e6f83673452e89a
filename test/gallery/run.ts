/**
 * Draws every sample, every map of the tests and some that are hard to draw, in every view and theme, in English and in French: `npm run gallery`
 * writes test/results/gallery. Its index.html is a contact sheet, one for each theme and language; behind each picture stands the same at full size.
 * What lies on something else or outside its box is said below it. `npm run gallery -- laptop german` draws the maps whose names hold one of these words.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { drawMap, stringsOf, themes, toSvg } from '../../src/draw/index.ts';
import { languages, type ThemeName, themeNames, type ViewName, viewNames } from '../../src/language/names/settings.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { geometryOfScene } from '../draw/geometry-of-scene.ts';
import { hardMaps } from '../draw/hard-maps.ts';
import { longMap, map, maps, marksOnAll } from '../draw/maps.ts';
import { overlaps } from '../draw/overlaps.ts';
import { samples } from '../draw/samples.ts';
import { inTongue, tongues } from '../draw/tongues.ts';
import { type Choice, copyFonts, escaped, figure, writePage } from './page.ts';

interface Shown {
  name: string;
  map: JourneyMap;
  before?: JourneyMap;
}
type Language = (typeof languages)[number];
interface Picture {
  svg: string;
  flaws: string[];
}

const out = join(import.meta.dirname, '../../test/results/gallery');
let count = 0;
let flawed = 0;

/** A picture no wider than it is. Its ids are its own, as many stand in one page. */
function picture(shown: Shown, view: ViewName, theme: ThemeName, language: Language, marked = false): Picture {
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
  const svg = toSvg(scene).replace(
    / width="[^"]+" height="[^"]+"/,
    ` width="${scene.width}" height="${scene.height}" style="--ground:${scene.background}"`,
  );
  const flaws = overlaps(geometryOfScene(scene));
  flawed += flaws.length > 0 ? 1 : 0;
  return { svg, flaws };
}

const started = performance.now();
const beside = map('laptop');
const every: Shown[] = [
  ...(await samples()),
  ...Object.keys(maps).map((name) => ({ name: `test ${name}`, map: map(name), before: beside })),
  ...[3, 12, 60].map((steps) => ({ name: `${steps} steps`, map: longMap(steps), before: beside })),
  ...Object.entries(hardMaps).map(([name, hard]) => ({ name, map: hard, before: beside })),
  ...Object.keys(tongues).map((tongue) => ({
    name: `laptop in ${tongue}`,
    map: inTongue(map('laptop'), tongue),
    before: inTongue(map('german'), tongue),
  })),
];
const words = process.argv.slice(2);
const chosen = every.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await copyFonts(out);

const fileOf = (name: string) => name.replaceAll(/[^\p{L}\d]+/gu, '-');
const sheetOf = (theme: ThemeName, language: Language) =>
  theme === 'light' && language === 'en' ? 'index.html' : `sheet-${theme}-${language}.html`;
const names: Record<Language, string> = { en: 'English', fr: 'French' };
const sheets = new Map<string, string[]>();

for (const shown of chosen) {
  const file = fileOf(shown.name);
  const full: string[] = [];
  for (const language of languages) {
    for (const theme of themeNames) {
      const drawn = viewNames.map((view) => ({ view, id: `${view}-${theme}-${language}`, picture: picture(shown, view, theme, language) }));
      const thumbs = drawn.map(({ view, id, picture: { svg, flaws } }) => figure(view, svg, { href: `${file}.html#${id}`, flaws }));
      const sheet = sheetOf(theme, language);
      const rows = sheets.get(sheet) ?? [];
      rows.push(`<h2 id="${file}"><a href="${file}.html">${escaped(shown.name)}</a></h2><div class="sheet">${thumbs.join('\n')}</div>`);
      sheets.set(sheet, rows);
      full.push(
        ...drawn.map(({ view, id, picture: { svg, flaws } }) => figure(`${view}, ${theme}, ${names[language]}`, svg, { id, flaws })),
      );
    }
    for (const view of viewNames) {
      const { svg, flaws } = picture(shown, view, 'light', language, true);
      full.push(figure(`${view}, with a finding on everything, ${names[language]}`, svg, { flaws }));
    }
  }
  const others: Choice[] = chosen.map(({ name }) => ({ name, href: `${fileOf(name)}.html`, here: name === shown.name }));
  writePage(
    out,
    file,
    shown.name,
    [[{ name: 'All maps', href: 'index.html', here: false }], others],
    `<div class="full">${full.join('\n')}</div>`,
  );
}
for (const language of languages) {
  for (const theme of themeNames) {
    const sheet = sheetOf(theme, language);
    const choices = [
      themeNames.map((each) => ({ name: each, href: sheetOf(each, language), here: each === theme })),
      languages.map((each) => ({ name: names[each], href: sheetOf(theme, each), here: each === language })),
    ];
    writePage(out, sheet.replace('.html', ''), 'Every map in every view', choices, (sheets.get(sheet) ?? []).join('\n'));
  }
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `${count} pictures of ${chosen.length} maps in ${seconds} s, ${flawed} with something over something else: ${join(out, 'index.html')}`,
);
