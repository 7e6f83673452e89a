import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const samples = join(import.meta.dirname, '../../../samples/order-a-new-laptop');

/** The sample without the comments above it, in three parts: what others name, one journey's own lines, and its stages. */
const [declarations, journey, stages] = parts();

function parts(): [string, string, string] {
  const map = readFileSync(join(samples, 'current.journey'), 'utf8');
  const teams = readFileSync(join(samples, 'teams.journey'), 'utf8');
  const [persona, open, stage] = ['\npersona ', '\njourney ', '\nstage '].map((opening) => map.indexOf(opening) + 1) as [
    number,
    number,
    number,
  ];
  return [`${teams}\n${map.slice(persona, open)}`, map.slice(open, stage), `${map.slice(stage)}\n`];
}

/** A copy in which journeys, stages, steps and touchpoints have names of their own, and what names them follows. */
function numbered(text: string, number: number): string {
  const own = /^(\s*(?:journey|stage|step|touchpoint|leads to|alongside) )("[^"]*"|[\p{L}-]+)/gmu;
  return text.replace(own, (_, opening: string, name: string) => {
    return opening + (name.startsWith('"') ? `${name.slice(0, -1)} ${number}"` : `${name}${number}`);
  });
}

function cutTo(lines: number, pieces: (number: number) => string): string {
  let text = '';
  let count = 0;
  for (let number = 0; count < lines; number++) {
    const piece = pieces(number);
    text += piece;
    count += piece.split('\n').length - 1;
  }
  return `${text.split('\n').slice(0, lines).join('\n')}\n`;
}

/** What the maps below name: persona, teams, channels, systems. */
export { declarations };

/** A sound file of so many lines: the sample's journey over and over. */
export function manyJourneys(lines: number): string {
  return cutTo(lines, (number) => (number === 0 ? declarations : '') + numbered(journey + stages, number));
}

/** A sound file of so many lines that is one journey: the sample's stages over and over. */
export function oneJourney(lines: number): string {
  return cutTo(lines, (number) => (number === 0 ? declarations + journey : '') + numbered(stages, number));
}

/** A sound file of one journey with so many steps: the sample's stages over and over. */
export function journeyOfSteps(steps: number): string {
  const opening = /^(?:stage|step) |^ +step /;
  const lines = Array.from({ length: steps }, (_, number) => numbered(stages, number))
    .join('')
    .split('\n');
  let count = 0;
  const end = lines.findIndex((line) => opening.test(line) && line.trimStart().startsWith('step ') && ++count > steps);
  const kept = lines.slice(0, end < 0 ? undefined : end);
  // A stage whose first step is one too many has none.
  const last = kept.findLastIndex((line) => opening.test(line));
  return `${declarations}${journey}${(kept[last]?.startsWith('stage ') ? kept.slice(0, last) : kept).join('\n')}\n`;
}

/** A folder of maps of 100 lines each, and one file that declares what they name. Gives the names of the files. */
export function writeFolder(folder: string, files: number): { shared: string; one: string } {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'shared.journey'), declarations);
  for (let number = 1; number < files; number++) {
    const text = cutTo(100, () => numbered(journey + stages, number));
    writeFileSync(join(folder, `map-${String(number).padStart(4, '0')}.journey`), text);
  }
  return { shared: 'shared.journey', one: `map-${String(files >> 1).padStart(4, '0')}.journey` };
}

/** The places in a text where somebody may be typing: behind the first quotation mark of a statement. In its order. */
export function placesToType(text: string): number[] {
  return [...text.matchAll(/^\s+(?:does|thinks|says|sees|hears|goal|pain|moment irritant|evidence) "/gm)].map(
    ({ index, 0: all }) => index + all.length,
  );
}
