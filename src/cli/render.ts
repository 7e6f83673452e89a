import { type Message, say, toText } from '../language/message.ts';
import { journeysOf } from '../language/names/facts.ts';
import { nameKey } from '../language/names/folder.ts';
import { viewNames } from '../language/names/settings.ts';
import { type Node, nameOf, titleOf } from '../language/tree/node.ts';
import { writerOf } from '../render/index.ts';
import { askedThemes, type Format, formats, formatsOfTwoThemes, papers, scales } from '../render/job.ts';
import { commandResources } from '../render/node/command.ts';
import { prepare } from '../render/prepare.ts';
import { Refusal } from '../render/refusal.ts';
import { type MapFile, openFile } from './project.ts';
import { checkTarget } from './target.ts';
import { tongueFor } from './tongue.ts';
import { writeWhole } from './write.ts';
import { WrongUse } from './wrong-use.ts';

/** The name that stands for the standard output, as `-` does for the input. */
const standardOutput = '-';

export interface RenderOptions {
  output?: string;
  journey?: string;
  to?: string;
  view?: string;
  theme?: string;
  paper?: string;
  scale?: string;
  transparent?: boolean;
  force?: boolean;
  stdinFilename?: string;
}

/**
 * Writes a journey of a file, or with `-` of the standard input, as a picture or in words, to a file or to the standard output. Findings are
 * not drawn. What the reader should know of the result goes to the standard error output.
 *
 * @param options.to - Without it the format that the output's name ends in, else SVG.
 * @param options.view - Wins over what the journey says, and that over the `journey.json`. Without it Markdown tells the map
 *   as a whole.
 * @param options.theme - Wins over that of the `journey.json`; without either it is light. `auto` is light, and dark where the reader's machine is.
 * @param options.paper - What a PDF is fitted to; without it A4.
 * @param options.scale - Of a PNG; without it 2, or 1 where that is more than most programs can show.
 * @param options.transparent - Of an SVG or a PNG: without a ground.
 * @param options.stdinFilename - What file the standard input is to be taken for.
 * @param options.output - `-` is the standard output, as is none.
 * @throws WrongUse where the file is no text, a folder of several, or has no such journey, or the target cannot be written.
 */
export async function render(file: string, options: RenderOptions): Promise<number> {
  const theme = oneOf(askedThemes, options.theme, (name, all) => say('there is no theme {0}. Themes: {1}.', name, all));
  const view = oneOf(viewNames, options.view, (name, all) => say('there is no view {0}. Views: {1}.', name, all));
  const { force = false } = options;
  const output = options.output === standardOutput ? undefined : options.output;
  if (output !== undefined) checkTarget(output, force);
  const format = formatOf(options.to, output);
  if (theme === 'auto' && !formatsOfTwoThemes.includes(format))
    throw new WrongUse(
      say('a .{0} file has one theme; the theme auto is for {1}.', format, formatsOfTwoThemes.map((each) => `.${each}`).join(', ')),
    );
  const paper = oneOf(papers, options.paper?.toLowerCase(), (name, all) => say('there is no paper {0}. Papers: {1}.', name, all));
  if (paper && format !== 'pdf') throw new WrongUse(say('--paper is for a PDF, and {0} has no pages.', format.toUpperCase()));
  const scale = scaleOf(options.scale, format);
  if (options.transparent && format !== 'svg' && format !== 'png')
    throw new WrongUse(say('only SVG and PNG can be transparent; {0} has a ground always.', format.toUpperCase()));
  const write = await writerOf(format, commandResources());
  const { files } = await openFile(file, options.stdinFilename);
  const [entry] = files;
  if (entry && files.length > 1)
    throw new WrongUse(say('{0} holds {1} maps. Name one of them, such as {2}.', file, files.length, entry.named));
  const journey = journeyOf(entry, options.journey, entry?.named ?? file);
  const job = {
    ...prepare(journey.node, journey.entry, { ...(view ? { view } : {}), ...(theme ? { theme } : {}) }),
    ...(paper ? { paper } : {}),
    ...(scale === undefined ? {} : { scale }),
    ...(options.transparent ? { transparent: true } : {}),
  };
  const { content, warnings } = await write(job).catch((error: unknown) => {
    throw error instanceof Refusal ? new WrongUse(error.said) : error;
  });
  if (output === undefined) {
    if (typeof content !== 'string' && process.stdout.isTTY)
      throw new WrongUse(say('{0} is no text to show here. Say where to write it: -o map.{1}.', format.toUpperCase(), format));
    process.stdout.write(content);
  } else await writeWhole(output, content, force);
  const tongue = tongueFor(journey.entry.folder);
  for (const warning of warnings) process.stderr.write(`${toText(warning, tongue)}\n`);
  return 0;
}

/** A name that was given for an option, where there is such a thing. */
function oneOf<Name extends string>(
  names: readonly Name[],
  asked: string | undefined,
  refusal: (asked: string, names: string) => Message,
): Name | undefined {
  const found = names.find((name) => name === asked);
  if (asked !== undefined && found === undefined) throw new WrongUse(refusal(asked, names.join(', ')));
  return found;
}

/** A scale that was given, where the format has one. */
function scaleOf(asked: string | undefined, format: Format): number | undefined {
  if (asked === undefined) return undefined;
  if (format !== 'png') throw new WrongUse(say('--scale is for PNG; {0} can be shown at any size.', format.toUpperCase()));
  const scale = /^\d*\.?\d+$/.test(asked) ? Number(asked) : Number.NaN;
  if (scale >= scales.least && scale <= scales.most) return scale;
  throw new WrongUse(say('{0} is no scale. Give a number from {1} to {2}, such as --scale 2.', asked, scales.least, scales.most));
}

/** The journey of a file that was asked for, by its name or title; without one, the first. */
function journeyOf(entry: MapFile | undefined, wanted: string | undefined, named: string): { node: Node; entry: MapFile } {
  const journeys = entry ? journeysOf(entry.document) : [];
  const node =
    wanted === undefined
      ? journeys[0]
      : journeys.find((each) => [nameOf(each), titleOf(each)].some((name) => nameKey(name) === nameKey(wanted)));
  if (entry && node) return { node, entry };
  if (journeys.length === 0) throw new WrongUse(say('{0} has no journey to draw. Write one: journey "Order a new laptop".', named));
  const names = journeys.map((each) => say('“{0}”', titleOf(each))).reduce((list, name) => say('{0}, {1}', list, name));
  throw new WrongUse(say('{0} has no journey named {1}. It has: {2}.', named, wanted ?? '', names));
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
