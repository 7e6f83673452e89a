import type { TextEdit } from 'vscode-languageserver-types';
import { references } from '../../src/language/features/references.ts';
import { rename, renameable } from '../../src/language/features/rename.ts';
import { nameKey } from '../../src/language/names/folder.ts';
import { referencesIn } from '../../src/language/names/references.ts';
import { tokenize } from '../../src/language/read/tokens.ts';
import { inFile } from '../../src/language/tree/node.ts';
import { type Made, make } from '../language/any-text.ts';
import { inTime } from './in-time.ts';
import { samples } from './samples.ts';
import { Chance, type Soak } from './soak.ts';

const times = 8;

// biome-ignore format: a list
const pieces: readonly string[] = [
  'Vera', 'desk', 'Zoe\u0308', 'Te\u0301le\u0301phone', 'ورا', 'מערכת', '\u202eאחרון\u202c', 'می\u200cخواهم', 'क्षि', 'ที่', '客服', '𝕏', '𝓞𝓻𝓭𝓮𝓻', '👩‍💻', '🏳️‍🌈', '👍🏿', '🇫🇷',
  'step', 'stage', 'via', 'owner', 'for', 'external', 'when', 'feels', 'R&D', '->', '"', '\\', '\\"', '“so”', '„so“', '«', '」', "'", "l'eau", '//', '/*', '*/', '"""', ',', '，', ':',
  '1', '-2', '61%', '2 days', '$1', `\${1|a|}`, '__proto__', 'constructor', 'ﷺ', 'ß', 'İ', 'x'.repeat(300),
];
const breaks = ['\n', '\n', '\r\n', '\r'];

/** Offsets counted without the code that is tried: lines end at `\r\n`, `\n` or a lone `\r`. */
function offsetsOf(text: string): (position: { line: number; character: number }) => number {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: mark }) => index + mark.length)];
  return ({ line, character }) => (starts[line] as number) + character;
}

function edited(text: string, edits: readonly TextEdit[]): string {
  const offset = offsetsOf(text);
  return edits
    .toSorted((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((so, { range, newText }) => so.slice(0, offset(range.start)) + newText + so.slice(offset(range.end)), text);
}

/** The places in a text where a name stands that may be renamed. */
function placesIn({ document }: Made): number[] {
  return document.nodes.flatMap((node) => {
    if (node.implied || node.kind === 'unreadable') return [];
    const { name } = node.statement.items;
    return [...(name ? [name] : []), ...referencesIn(node).map(({ item }) => item)].map((item) => inFile(node, item).start);
  });
}

function codesOf({ findings }: Made): string {
  return findings
    .map(({ code }) => code)
    .sort()
    .join(' ');
}

/** The one name that a stretch of a text is, without its quotes; nothing where it is more, or less. */
function nameAt(text: string, start: number, end: number): string | undefined {
  const [token, ...more] = tokenize(text.slice(start, end));
  return token && !more.length && token.start === 0 && token.end === end - start ? nameKey(token.value) : undefined;
}

function renamed(before: Made, offset: number, wanted: string): Made | undefined {
  const { document, folder } = before;
  const { text, uri } = document;
  const at = offsetsOf(text);
  const asked = renameable({ document, folder }, offset);
  if (!asked) return undefined;
  const name = nameAt(text, at(asked.range.start), at(asked.range.end));
  if (name !== nameKey(asked.placeholder)) return undefined; // a title
  const all = references({ document, folder }, offset, true);
  for (const { range } of all) {
    const cut = nameAt(text, at(range.start), at(range.end));
    if (cut !== name) throw new Error(`A reference to ${name} cuts out ${text.slice(at(range.start), at(range.end))}`);
  }
  const edits = rename({ document, folder }, offset, wanted)?.changes?.[uri] ?? [];
  if (edits.length !== all.length) throw new Error(`${all.length} references to ${name}, and ${edits.length} edits`);
  const after = make(edited(text, edits));
  if (codesOf(after) !== codesOf(before))
    throw new Error(`${name} as ${JSON.stringify(wanted)}: found was\n${codesOf(before)}\nand is\n${codesOf(after)}`);
  return after;
}

const soak: Soak = {
  name: `a name is found and renamed wherever it stands, whatever it is, ${times} a run`,
  full: 3000,
  small: 60,
  async run(seed) {
    const chance = new Chance(seed);
    const eol = chance.of(breaks);
    let made = make((chance.percent(20) ? '\ufeff' : '') + chance.of(samples).text.replace(/\r\n|\r|\n/g, eol));
    let count = 0;
    for (let time = 0; time < times; time++) {
      const places = placesIn(made);
      // A number, so that nobody else is called so.
      const wanted = [...Array.from({ length: 1 + chance.below(3) }, () => chance.of(pieces)), `n${seed}-${time}`].join(' ');
      const offset = chance.of(places);
      inTime(made.document.text, () => {
        const after = renamed(made, offset, wanted);
        if (after) count++;
        made = after ?? made;
      });
    }
    return { 'names renamed in a run': count };
  },
};

export default soak;
