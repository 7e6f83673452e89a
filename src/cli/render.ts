import { dark, drawMap, light, toSvg } from '../draw/index.ts';
import { journeysOf } from '../language/names/facts.ts';
import { nameKey } from '../language/names/folder.ts';
import { nameOf, titleOf } from '../language/tree/node.ts';
import { buildMap } from '../map/build.ts';
import { openProject } from './project.ts';
import { writeWhole } from './write.ts';
import { WrongUse } from './wrong-use.ts';

const themes: Record<string, typeof light> = { light, dark };

/**
 * Draws a journey of a file as SVG, to a file or to the standard output. Findings are not drawn.
 *
 * @throws WrongUse where the file has no such journey, or the target cannot be written.
 */
export async function render(
  file: string,
  options: { output?: string; journey?: string; theme: string; force?: boolean },
): Promise<number> {
  const theme = Object.hasOwn(themes, options.theme) ? themes[options.theme] : undefined;
  if (!theme) throw new WrongUse(`there is no theme ${options.theme}. Themes: ${Object.keys(themes).join(', ')}.`);
  const { output } = options;
  if (output !== undefined && !/\.svg$/i.test(output)) throw new WrongUse(`${output} does not end in .svg, and SVG is what this writes.`);
  const entry = (await openProject([file])).files[0];
  const journeys = entry ? journeysOf(entry.document) : [];
  const wanted = options.journey;
  const journey =
    wanted === undefined
      ? journeys[0]
      : journeys.find((node) => [nameOf(node), titleOf(node)].some((name) => nameKey(name) === nameKey(wanted)));
  if (!entry || !journey) {
    const names = journeys.map((node) => `“${titleOf(node)}”`).join(', ');
    throw new WrongUse(
      journeys.length
        ? `${file} has no journey named ${wanted}. It has: ${names}.`
        : `${file} has no journey to draw. Write one: journey "Order a new laptop".`,
    );
  }
  const svg = toSvg(drawMap(buildMap(journey, entry), { theme }));
  if (output === undefined) process.stdout.write(svg);
  else writeWhole(output, svg, options.force ?? false);
  return 0;
}
