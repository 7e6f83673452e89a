import { branded, drawMap, stringsOf, themes, toSvg } from '../draw/index.ts';
import { toMarkdown } from '../exchange/markdown.ts';
import { tellMap } from '../exchange/telling.ts';
import { say } from '../language/message.ts';
import { journeysOf } from '../language/names/facts.ts';
import { nameKey } from '../language/names/folder.ts';
import { picturesOf } from '../language/names/pictures.ts';
import { themeNames, viewNames } from '../language/names/settings.ts';
import { nameOf, titleOf } from '../language/tree/node.ts';
import { buildMap } from '../map/build.ts';
import { improvedMap } from '../map/improved.ts';
import { type Format, formats } from './formats.ts';
import { openFile } from './project.ts';
import { writeWhole } from './write.ts';
import { WrongUse } from './wrong-use.ts';

export interface RenderOptions {
  output?: string;
  journey?: string;
  to?: string;
  view?: string;
  theme?: string;
  force?: boolean;
  stdinFilename?: string;
}

/**
 * Draws a journey of a file, or with `-` of the standard input, as SVG, or tells it in Markdown, to a file or to the standard output. Findings are
 * not drawn.
 *
 * @param options.to - Without it the format that the output's name ends in, else SVG.
 * @param options.view - Wins over what the journey says, and that over the `journey.json`. Without it Markdown tells the map
 *   as a whole.
 * @param options.theme - Wins over that of the `journey.json`; without either it is light.
 * @param options.stdinFilename - What file the standard input is to be taken for.
 * @throws WrongUse where the file is no text or has no such journey, or the target cannot be written.
 */
export async function render(file: string, options: RenderOptions): Promise<number> {
  const asked = options.theme;
  const chosen = themeNames.find((name) => name === asked);
  if (asked !== undefined && !chosen) throw new WrongUse(say('there is no theme {0}. Themes: {1}.', asked, themeNames.join(', ')));
  const view = viewNames.find((name) => name === options.view);
  if (options.view !== undefined && !view) throw new WrongUse(say('there is no view {0}. Views: {1}.', options.view, viewNames.join(', ')));
  const { output } = options;
  const format = formatOf(options.to, output);
  const entry = (await openFile(file, options.stdinFilename)).files[0];
  const journeys = entry ? journeysOf(entry.document) : [];
  const wanted = options.journey;
  const journey =
    wanted === undefined
      ? journeys[0]
      : journeys.find((node) => [nameOf(node), titleOf(node)].some((name) => nameKey(name) === nameKey(wanted)));
  if (!entry || !journey) {
    const names = journeys.map((node) => say('“{0}”', titleOf(node)));
    throw new WrongUse(
      journeys.length
        ? say(
            '{0} has no journey named {1}. It has: {2}.',
            entry?.named ?? file,
            wanted ?? '',
            names.reduce((list, name) => say('{0}, {1}', list, name)),
          )
        : say('{0} has no journey to draw. Write one: journey "Order a new laptop".', entry?.named ?? file),
    );
  }
  const { theme = 'light', lanes, language, view: usual = 'map', accent, font } = entry.folder.settings;
  const map = buildMap(journey, entry);
  const labels = stringsOf(language);
  const before = improvedMap(journey, entry);
  const { photos, logo } = picturesOf(map.personas, entry);
  const shared = {
    ...(lanes ? { lanes } : {}),
    ...(before ? { before } : {}),
    ...(font === undefined ? {} : { font }),
    ...(logo ? { logo } : {}),
    photos,
  };
  const written =
    format === 'md'
      ? toMarkdown(tellMap(map, labels, { ...shared, ...(view ? { view } : {}) }))
      : toSvg(drawMap(map, { theme: branded(themes[chosen ?? theme], accent), labels, view: view ?? map.view ?? usual, ...shared }));
  if (output === undefined) process.stdout.write(written);
  else writeWhole(output, written, options.force ?? false);
  return 0;
}

function formatOf(to: string | undefined, output: string | undefined): Format {
  const chosen = formats.find((format) => format === to?.toLowerCase());
  if (to !== undefined && !chosen) throw new WrongUse(say('there is no format {0}. Formats: {1}.', to, formats.join(', ')));
  if (output === undefined) return chosen ?? 'svg';
  const ending = formats.find((format) => output.toLowerCase().endsWith(`.${format}`));
  if (!ending || (chosen && chosen !== ending))
    throw new WrongUse(say('{0} does not end in {1}.', output, (chosen ? [chosen] : formats).map((format) => `.${format}`).join(' / ')));
  return ending;
}
