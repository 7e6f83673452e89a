import { branded, type Scene, stringsOf, themes } from '../../draw/index.ts';
import { fontFaces } from '../../draw/svg.ts';
import { tellMap } from '../../exchange/telling.ts';
import { inBothThemes } from '../both-themes.ts';
import { drawn, viewOf } from '../drawn.ts';
import { embeddedFonts } from '../fonts/embed.ts';
import { type Letters, lettersByFace } from '../fonts/letters.ts';
import { imagesIn } from '../images.ts';
import type { Job, Rendered, Resources } from '../job.ts';
import { colourRule } from './colours.ts';
import { withoutPictures } from './pictures.ts';
import { sourceOf } from './policy.ts';
import { sheetHtml } from './sheet.ts';
import { escaped, jsonFor } from './text.ts';
import { viewsOf } from './views.ts';

export { beginEmbedding } from '../fonts/embed.ts';

/** The letters that the page itself may need beside those of the map. */
const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index));
const own: Letters = new Map([
  ['regular', new Set(`${ascii}…“”«»’\u00a0\u202f×`)],
  ['medium', new Set('+0123456789')],
  ['semibold', new Set(ascii)],
]);

/**
 * Writes a map as a page in one file: the picture and the table as a panel shows them. It asks for nothing, and runs no script but its own. Who has no
 * scripts, or prints it, gets the picture as a whole and the table below it.
 */
export async function renderHtml(asked: Job, resources: Resources): Promise<Rendered> {
  const view = viewOf(asked);
  const { anyTheme, ...rest } = asked;
  const job: Job = { ...rest, ...(anyTheme ? { isAuto: true } : {}), view, map: { ...asked.map, view } };
  const { map, before, language = 'en', lanes } = job;
  const told = tellMap(map, stringsOf(language), { view, ...(before ? { before } : {}), ...(lanes ? { lanes } : {}) });
  const views = viewsOf(map, before, view);
  const scenes = new Map(views.map((each) => [each, drawn({ ...job, view: each })]));
  const [script, sheet, texts] = (await Promise.all(
    (['standalone.js', 'standalone.css', `standalone.${language}.json`] as const).map(async (name) =>
      new TextDecoder().decode(await resources.asset(name)),
    ),
  )) as [string, string, string];
  const fonts = await embeddedFonts(lettersOf([...scenes.values()], JSON.stringify(told)), resources);
  const picture = scenes.get(view) as Scene;
  const both = job.isAuto && inBothThemes(picture, drawn({ ...job, theme: 'dark' }));
  const shown = both ? both.scene : picture;
  const dark = both ? `@media screen{${both.style('.paper svg')}}` : '';
  const style = `${fontFaces(fonts, 'Inter')}${colours(job)}${dark}\n${sheet}`;
  const policy = [
    "default-src 'none'",
    `script-src ${await sourceOf(script)}`,
    `style-src ${await sourceOf(style)}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const content = `<!DOCTYPE html>
<html lang="${language}"${told.leftward ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="data:,">
<title>${escaped(told.title)}</title>
<style>${style}</style>
</head>
<body>
<main class="sheet">${sheetHtml(shown, told, language)}</main>
<div id="app" dir="ltr" data-texts="${escaped(texts)}"></div>
<script type="application/json" id="map">${jsonFor(
    withoutPictures(
      job,
      imagesIn(shown).map(({ attrs }) => String(attrs.href)),
    ),
  )}</script>
<script>${script}</script>
</body>
</html>
`;
  return { content, warnings: [] };
}

/** What the drawings are set in, and the table and the bar, whose letters are the map's and the page's own. */
function lettersOf(scenes: readonly Scene[], words: string): Letters {
  const all = new Map([...lettersByFace(scenes)].map(([face, letters]) => [face, new Set(letters)]));
  for (const [face, letters] of own) all.set(face, new Set([...(all.get(face) ?? []), ...letters, ...(face === 'regular' ? words : '')]));
  return all;
}

/** The colours round the picture: those that were asked for; else the reader's before a script chooses them, and on paper light ones. */
function colours({ theme, isAuto, accent }: Job): string {
  const rule = (name: typeof theme, weight = '') => `:root{${colourRule(branded(themes[name], accent), weight)}}`;
  if (!isAuto) return rule(theme);
  return `${rule('light')}@media (prefers-color-scheme:dark){${rule('dark')}}@media print{${rule('light', '!important')}}`;
}
