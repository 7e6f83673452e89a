/**
 * Reads the letter widths of the font and writes src/draw/generated/widths.ts, so that text can be measured with no font at hand.
 *
 * A width is never less than what a browser draws: to its advance each letter adds the most that kerning or a contextual form
 * (the higher asterisk between capitals, say) can add to it. Kerning that draws letters together is left out.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkit';
import { faces } from '../../src/draw/fonts.ts';

const fontPackage = createRequire(import.meta.url).resolve('@fontsource/inter/package.json');
const files = join(dirname(fontPackage), 'files');
const out = new URL('../../src/draw/generated/widths.ts', import.meta.url);

/** The parts into which the package cuts each face: their letters are the ones that are measured. */
const parts = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'];

/** What the table is made from. It takes seconds to make, so it is left alone while this stays. */
const inputs = [new URL(import.meta.url), new URL('../../src/draw/fonts.ts', import.meta.url), fontPackage];
const stamp = createHash('sha256')
  .update(Buffer.concat(inputs.map((file) => readFileSync(file))))
  .digest('hex')
  .slice(0, 16);
const opening = `// Written by scripts/generate/fonts.mjs from ${stamp}.`;
if (existsSync(out) && readFileSync(out, 'utf8').startsWith(opening)) process.exit();

/** Letters that take the whole of a pair's kerning on themselves, so that the common letters beside them stay as they are. */
const odd = (code) => !/[\p{L}\p{N} .,]/u.test(String.fromCodePoint(code)) || 'ïÏîÎÐ'.includes(String.fromCodePoint(code));

/** For a part with too many letters to try every pair: what no pair of its letters in one script goes beyond, in font units. */
const flatExtra = 45;

function widthsOf(face) {
  const widths = new Map();
  const { weight, style } = faces[face];
  for (const part of parts) {
    const font = create(readFileSync(join(files, `inter-${part}-${weight}-${style}.woff`)));
    const scale = 2048 / font.unitsPerEm;
    const letters = font.characterSet.filter((code) => code >= 32);
    const advance = new Map(letters.map((code) => [code, widest(font, code)]));
    const extra = letters.length < 250 ? kerning(font, letters, advance) : new Map(letters.map((code) => [code, flatExtra]));
    for (const code of letters) {
      // A mark that stands on its letter takes no room.
      if (advance.get(code) === 0) continue;
      const width = Math.ceil((advance.get(code) + (extra.get(code) ?? 0)) * scale);
      widths.set(code, Math.max(width, widths.get(code) ?? 0));
    }
  }
  return widths;
}

/** A letter's advance, or that of a form it takes between capitals or digits where that is wider. */
function widest(font, code) {
  const letter = String.fromCodePoint(code);
  const alone = font.layout(letter).advanceWidth;
  if (/[\p{L}\p{N}\p{M}]/u.test(letter) && letter !== 'x') return alone;
  const inside = ['H', '1'].map((beside) => font.layout(beside + letter + beside).glyphs[1]?.advanceWidth ?? 0);
  return Math.max(alone, ...inside);
}

/** What kerning can add: half of it to each side would be too little for `7` in `77`, so the left letter takes all, or the odd one. */
function kerning(font, letters, advance) {
  const extra = { left: new Map(), right: new Map() };
  for (const a of letters) {
    for (const b of letters) {
      const pair = font.layout(String.fromCodePoint(a, b)).advanceWidth - advance.get(a) - advance.get(b);
      if (pair <= 0) continue;
      const [side, code] = odd(b) && !odd(a) ? ['left', b] : ['right', a];
      extra[side].set(code, Math.max(pair, extra[side].get(code) ?? 0));
    }
  }
  const both = new Map(extra.left);
  for (const [code, more] of extra.right) both.set(code, more + (both.get(code) ?? 0));
  return both;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const tables = Object.fromEntries(Object.keys(faces).map((face) => [face, widthsOf(face)]));
const codes = [...new Set(Object.values(tables).flatMap((widths) => [...widths.keys()]))].sort((a, b) => a - b);
const runs = [];
for (const code of codes) {
  const last = runs.at(-1);
  if (last && last[0] + last[1] === code) last[1]++;
  else runs.push([code, 1]);
}
const packed = Object.entries(tables).map(([face, widths]) => {
  const text = codes.map((code) => digits[(widths.get(code) ?? 0) >> 6] + digits[(widths.get(code) ?? 0) & 63]).join('');
  return `  ${face}: '${text}',`;
});

mkdirSync(new URL('.', out), { recursive: true });
writeFileSync(
  out,
  `${opening}

/** Runs of code points that the font has: the first one and how many. */
export const runs: readonly (readonly [number, number])[] = ${JSON.stringify(runs)};

/** Per face, for each code point of the runs in order, its width in 1/2048 of the size, as two digits of base 64. */
export const widths = {
${packed.join('\n')}
} as const;
`,
);
