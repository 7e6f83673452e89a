import type { Scene, SceneNode } from '../../draw/index.ts';
import { type Message, say } from '../../language/message.ts';
import type { MachineFont, Resources } from '../job.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { facesIn, readerOf } from './face.ts';
import { codeOf, groupsOf, isUnseen, type LetterGroup } from './scripts.ts';

/** What a text is set in besides our own font. */
export interface TextFonts {
  /** First those of the house's family, then those that have what it and ours lack. */
  fonts: MachineFont[];
  /** The house's family, as the fonts call it; nothing where the machine has none. */
  family?: string;
  /** The first font has all letters of a text: that of the house, else ours. */
  isPlain(text: string): boolean;
  warnings: Message[];
}

/**
 * Fonts of the machine for a text. They are looked for only where a house names one, or where the text has letters that ours lacks.
 *
 * @param house - The family that a house sets its text in.
 */
export async function fontsFor(text: string, house: string | undefined, resources: Resources): Promise<TextFonts> {
  const inOurs = lettersOf(await resources.font('regular'));
  const lacking = [...new Set(text)].filter((letter) => !inOurs(codeOf(letter)));
  const named = house !== undefined && house.trim().toLowerCase() !== 'inter' ? house : undefined;
  const groups = groupsOf(lacking);
  const plainIn = (coverage: Coverage) => (some: string) => [...some].every((letter) => isUnseen(letter) || coverage(codeOf(letter)));
  if (groups.length === 0 && named === undefined) return { fonts: [], isPlain: plainIn(inOurs), warnings: [] };
  const fonts = (await resources.machineFonts?.(lacking.join(''), named)) ?? [];
  const own = fonts.find(({ letters }) => letters === '');
  const found = new Set(fonts.flatMap(({ letters }) => [...letters]));
  const inOwn = own && lettersOf(own.data);
  const has = (letter: string) => found.has(letter) || (inOwn?.(codeOf(letter)) ?? false);
  const missing = groups
    .map(({ script, letters }) => ({ script, letters: letters.filter((letter) => !has(letter)) }))
    .filter(({ letters }) => letters.length > 0);
  const isDesktop = resources.machineFonts !== undefined;
  const warnings = missing.map((group) => lack(group, isDesktop));
  if (named !== undefined && !own && isDesktop)
    warnings.unshift(say('No font named {0} is installed, so the text is set in Inter.', named));
  return { fonts, ...(own ? { family: own.family } : {}), isPlain: plainIn(inOwn ?? inOurs), warnings };
}

/** All that the picture writes. */
export function textOf(scene: Scene): string {
  const parts: string[] = [];
  const gather = (nodes: readonly SceneNode[]) => {
    for (const { tag, text, children } of nodes) {
      if (text !== undefined && tag !== 'title') parts.push(text);
      if (children) gather(children);
    }
  };
  for (const { children } of scene.regions) gather(children);
  return parts.join('\n');
}

function lettersOf(font: Uint8Array): Coverage {
  const read = readerOf(font);
  const [face] = facesIn(read);
  return face ? coverageOf(read, face) : () => false;
}

/** The most letters that a warning names. */
const most = 8;

function lack({ script: { name, font }, letters }: LetterGroup, isDesktop: boolean): Message {
  const some = `${letters.slice(0, most).join(' ')}${letters.length > most ? ' …' : ''}`;
  return isDesktop
    ? say('No installed font has {0} ({1}). Install one that does, such as {2}.', some, name, font)
    : say('In a browser no font has {0} ({1}). Write the file from a desktop VS Code, or with the command `journey`.', some, name);
}
