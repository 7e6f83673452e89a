import { drawMap, stringsOf, themes, toSvg } from '../draw/index.ts';
import { say } from '../language/message.ts';
import { journeysOf } from '../language/names/facts.ts';
import { nameKey } from '../language/names/folder.ts';
import { themeNames } from '../language/names/settings.ts';
import { nameOf, titleOf } from '../language/tree/node.ts';
import { buildMap } from '../map/build.ts';
import { openFile } from './project.ts';
import { writeWhole } from './write.ts';
import { WrongUse } from './wrong-use.ts';

/**
 * Draws a journey of a file, or with `-` of the standard input, as SVG, to a file or to the standard output. Findings are not drawn.
 *
 * @param options.theme - Wins over that of the `journey.json`; without either it is light.
 * @param options.stdinFilename - What file the standard input is to be taken for.
 * @throws WrongUse where the file is no text or has no such journey, or the target cannot be written.
 */
export async function render(
  file: string,
  options: { output?: string; journey?: string; theme?: string; force?: boolean; stdinFilename?: string },
): Promise<number> {
  const asked = options.theme;
  const chosen = themeNames.find((name) => name === asked);
  if (asked !== undefined && !chosen) throw new WrongUse(say('there is no theme {0}. Themes: {1}.', asked, themeNames.join(', ')));
  const { output } = options;
  if (output !== undefined && !/\.svg$/i.test(output))
    throw new WrongUse(say('{0} does not end in .svg, and SVG is what this writes.', output));
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
  const { theme = 'light', lanes, language } = entry.folder.settings;
  const how = { theme: themes[chosen ?? theme], labels: stringsOf(language), ...(lanes ? { lanes } : {}) };
  const svg = toSvg(drawMap(buildMap(journey, entry), how));
  if (output === undefined) process.stdout.write(svg);
  else writeWhole(output, svg, options.force ?? false);
  return 0;
}
