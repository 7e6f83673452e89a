import { askAll, make } from '../language/any-text.ts';
import { inTime } from './in-time.ts';
import { samples } from './samples.ts';
import { Chance, type Soak } from './soak.ts';

// biome-ignore format: lists
const pieces: readonly string[] = [
  // what opens or closes something
  '"', '""', '"""', '“', '”', '„', '«', '»', '「', '」', "'", '\\', '\\"', '{', '}', '(', ')', '[', '/*', '*/', '//', '///', ',', ':', '，', '、',
  '-', '−', '%', '->', '→', '=', '#', '*', '•', '1.', '|', '`', '<b>', '&amp;', `\${1|a|}`, '$1',
  // characters that are none, and ends of lines
  '\0', '\ud800', '\udc00', '\ufeff', '\r\n', '\r', '\n', '\n\n', '\u2028', '\u0085', '\t', '\u00a0', '\u3000', '\u200b', '\u202e', '\u200d', '😀', '👩‍💻',
  'é', 'e\u0301', '\u0301', 'ﷺ', '𝕏', '٣', '２',
  // words
  'step', 'stage ', 'journey', ' via ', ' owner ', 'feels', 'for ', 'when', 'leads to', 'leads', 'business', 'part', ' by ', ' if ', '\nowner X\n',
  '\ntouchpoint ', '\npersona', '\njourney "J" for Vera\n', '\nstage S\n', '\nstep s\n', '\nteam T\n', ' 2 days', ' 61 %', ' 1 400', ' £38', ' 6,2', ' 4/5',
  ' 2026-13-40', ' 15.12.2026', ' 12/11/2026', ' 1e308', ' 99999999999999999999', '__proto__', 'constructor', 'toString',
  '\n// journey-ignore pain-without-opportunity: why\n', '\n/// doc\n', '// journey-ignore ', ' from "figures.csv" column ', ' from "../../etc/passwd"',
];

/** A stretch of a sample: a run takes no longer than it must. */
function stretch(chance: Chance): string {
  const { text } = chance.of(samples);
  const start = chance.below(text.length);
  return text.slice(start, start + 300 + chance.below(2200));
}

function word(chance: Chance): string {
  const words = chance.of(samples).text.match(/\S+/g) as string[];
  return words[chance.below(words.length)] as string;
}

/** The lines of a text, in an order of their own, some twice and some not at all. */
function shuffled(text: string, chance: Chance): string {
  const lines = text.split('\n');
  const count = 1 + chance.below(5);
  for (let swap = 0; swap < count; swap++) {
    const [from, to] = [chance.below(lines.length), chance.below(lines.length)];
    lines.splice(to, chance.below(2), lines[from] as string);
  }
  return lines.join(chance.of(['\n', '\n', '\r\n', '\r', ' ', '\n\n']));
}

function spliced(text: string, chance: Chance): string {
  const start = chance.below(text.length + 1);
  const length = chance.of([0, 0, 1, chance.below(4), chance.below(60)]);
  const gone = text.slice(start, start + length);
  const come = chance.percent(60) ? chance.of(pieces) : chance.percent(50) ? ` ${word(chance)} ` : '';
  return text.slice(0, start) + come + (chance.percent(20) ? gone + gone : '') + text.slice(start + length);
}

/** A text of a mutation that is one of this seed. */
function mutated(chance: Chance): string {
  if (chance.percent(15)) return Array.from({ length: 1 + chance.below(60) }, () => word(chance)).join(chance.of([' ', ' ', '\n']));
  let text = stretch(chance);
  if (chance.percent(30)) text = shuffled(text, chance);
  const count = 1 + chance.below(6);
  for (let splice = 0; splice < count; splice++) text = spliced(text, chance);
  return text;
}

const soak: Soak = {
  name: 'mutated maps are read, asked and drawn',
  full: 100_000,
  small: 2000,
  async run(seed) {
    const chance = new Chance(seed);
    const text = mutated(chance);
    const offsets = Array.from({ length: 4 }, () => chance.below(text.length + 1));
    inTime(text, () => askAll(make(text), [0, text.length, ...offsets]));
    return undefined;
  },
};

export default soak;
