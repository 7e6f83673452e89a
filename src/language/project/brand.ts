import type { Node } from 'jsonc-parser';
import { say } from '../message.ts';
import { fold, nearest } from '../read/near.ts';
import { replace } from './edits.ts';
import { type Reading, tell, written } from './values.ts';

/** What people call colours, in the tongues of those who write maps. */
const named: readonly (readonly [hex: string, names: string])[] = [
  ['#000000', 'black noir schwarz'],
  ['#ffffff', 'white blanc weiss'],
  ['#808080', 'gray grey gris grau'],
  ['#c0c0c0', 'silver argent'],
  ['#ff0000', 'red rouge rot'],
  ['#800000', 'maroon bordeaux'],
  ['#dc143c', 'crimson'],
  ['#ffa500', 'orange'],
  ['#ffd700', 'gold or'],
  ['#ffff00', 'yellow jaune gelb'],
  ['#808000', 'olive'],
  ['#00ff00', 'lime'],
  ['#008000', 'green vert grün'],
  ['#008080', 'teal'],
  ['#40e0d0', 'turquoise türkis'],
  ['#00ffff', 'cyan aqua'],
  ['#0000ff', 'blue bleu blau'],
  ['#000080', 'navy marine'],
  ['#4b0082', 'indigo'],
  ['#800080', 'purple pourpre lila'],
  ['#ee82ee', 'violet'],
  ['#ff00ff', 'magenta fuchsia'],
  ['#ffc0cb', 'pink rose rosa'],
  ['#a52a2a', 'brown brun marron braun'],
];
const hexes = new Map(named.flatMap(([hex, names]) => names.split(' ').map((name): [string, string] => [fold(name), hex])));

/** A colour as `#rrggbb` in small letters; `#rgb` is written out. */
export function readColour(reading: Reading, node: Node, key: string): string | undefined {
  const given = node.value as unknown;
  const plain = node.type === 'string' && /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(String(given));
  const near = node.type === 'string' || node.type === 'number' ? hexOf(String(given)) : undefined;
  if (plain) return near;
  const shown = written(reading, node);
  if (near === undefined) tell(reading, 'error', node, say('`{0}` is a colour such as {1}; `{2}` is none.', key, '`"#0f766e"`', shown), []);
  else suggest(reading, node, key, near);
  return undefined;
}

/** The colour that was meant, as `#rrggbb`. */
function hexOf(text: string): string | undefined {
  const word = text.trim().normalize('NFKC').toLowerCase();
  const digits = /^(?:#|0x)?([\da-f]{3,8})$/.exec(word)?.[1];
  // Six of eight digits, three of four: the others say how clear it is.
  if (digits && (digits.length === 3 || digits.length === 4)) return `#${[...digits.slice(0, 3)].map((digit) => digit + digit).join('')}`;
  if (digits && (digits.length === 6 || digits.length === 8)) return `#${digits.slice(0, 6)}`;
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(word)?.slice(1).map(Number);
  if (parts?.every((part) => part <= 255)) return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  const plain = fold(word);
  return hexes.get(plain) ?? hexes.get(nearest(plain, [...hexes.keys()]) ?? '');
}

/** The end of the name of a font’s file, with what it says of weight and slant. */
const fontFile = /(?:[-_ ]?(?:regular|bold|italic|medium|light|variable|vf))*\.(?:woff2?|ttf|otf|eot)$/i;

/** The name of one family of fonts. */
export function readFont(reading: Reading, node: Node, key: string): string | undefined {
  const given = textIn(node);
  const [first = ''] = (given ?? '').split(',');
  const name = first.trim().replace(/^["'‘’“”]+|["'‘’“”;]+$/g, '');
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const family = fontFile.test(file) ? file.replace(fontFile, '').replaceAll(/[-_]/g, ' ') : name;
  const isName = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} .&+_-]{0,79}$/u.test(family);
  if (isName && node.type === 'string' && family === String(node.value).trim()) return family;
  const shown = written(reading, node);
  if (isName) suggest(reading, node, key, family);
  else
    tell(
      reading,
      'error',
      node,
      say('`{0}` is the name of one family of fonts, such as {1}; `{2}` is none.', key, '`"Georgia"`', shown),
      [],
    );
  return undefined;
}

/** The path of a file. Whether it is there, and a picture, is seen by who can read it. */
export function readPath(reading: Reading, node: Node, key: string): string | undefined {
  const given = textIn(node);
  if (node.type === 'string' && given?.trim()) return given;
  const shown = written(reading, node);
  if (given?.trim()) suggest(reading, node, key, given);
  else tell(reading, 'error', node, say('`{0}` is the path of a picture, such as {1}; `{2}` is none.', key, '`"logo.svg"`', shown), []);
  return undefined;
}

/** A text, also the only or first one of a list. */
function textIn({ type, value, children }: Node): string | undefined {
  if (type === 'string') return value as string;
  const [first] = type === 'array' ? (children ?? []) : [];
  return first?.type === 'string' ? (first.value as string) : undefined;
}

function suggest(reading: Reading, node: Node, key: string, near: string): void {
  const json = JSON.stringify(near);
  const message = say('`{0}` cannot be `{1}`. Did you mean `{2}`?', key, written(reading, node), json);
  tell(reading, 'error', node, message, [replace(node, json, true)]);
}
