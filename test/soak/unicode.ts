import { askAll, make } from '../language/any-text.ts';
import { inTime } from './in-time.ts';
import { Chance, type Soak } from './soak.ts';

/** Stretches of Unicode: what is asked of most, and what breaks most. From, and up to. */
const stretches: readonly [number, number][] = [
  [0x20, 0x7e], // ASCII
  [0, 0x1f], // control characters
  [0x80, 0x24f], // Latin, and C1
  [0x300, 0x36f], // combining marks
  [0x370, 0x5ff], // Greek, Cyrillic, Hebrew
  [0x600, 0x6ff], // Arabic
  [0x900, 0xdff], // scripts of India
  [0xe00, 0xe7f], // Thai
  [0x1100, 0x11ff], // Jamo
  [0x2000, 0x206f], // blanks, joiners, directions
  [0x20a0, 0x21ff], // currencies, arrows
  [0x3000, 0x30ff], // kana
  [0x4e00, 0x9fff], // Han
  [0xac00, 0xd7a3], // Hangul
  [0xd800, 0xdfff], // halves of letters
  [0xe000, 0xf8ff], // private use
  [0xfe00, 0xffff], // variation selectors, full width, no characters
  [0x1d400, 0x1d7ff], // letters of mathematics
  [0x1f1e6, 0x1faff], // emoji
  [0xe0000, 0xe01ef], // tags
  [0x10000, 0x10ffff], // all the rest
];
const marks = [' ', ' ', '\n', '"', '"', '“', '”', ',', '//', '"""', '\r\n', '\r'];
const words = [
  'journey ',
  'stage ',
  'step ',
  'persona ',
  'team ',
  'touchpoint ',
  'feels -1 ',
  'feels ',
  'does "',
  'pain "',
  ' via ',
  ' owner ',
  'leads to ',
  'metric nps ',
];

/** A text of random characters in which words of the language stand here and there. */
function random(chance: Chance): string {
  const own = Array.from({ length: 1 + chance.below(3) }, () => chance.of(stretches));
  let text = chance.percent(10) ? '\ufeff' : '';
  const length = chance.below(160);
  const isMap = chance.percent(70);
  for (let count = 0; count < length; count++) {
    if (isMap && chance.percent(12)) text += `\n${chance.of(words)}`;
    else if (chance.percent(25)) text += chance.of(marks);
    else {
      const [from, to] = chance.of(own);
      text += String.fromCodePoint(from + chance.below(to - from + 1));
    }
  }
  return text;
}

const soak: Soak = {
  name: 'random Unicode texts are read, asked and drawn',
  full: 20_000,
  small: 500,
  async run(seed) {
    const chance = new Chance(seed);
    const text = random(chance);
    const offsets = Array.from({ length: 4 }, () => chance.below(text.length + 1));
    inTime(text, () => askAll(make(text), [0, text.length, ...offsets]));
    return undefined;
  },
};

export default soak;
