import { clustersOf } from './clusters.ts';
import type { Face } from './fonts.ts';
import { runs, widths } from './generated/widths.ts';
import { semiticWidth } from './semitic.ts';

/** The width of a text on one line, in pixels at 100 %; size in pixels. Never less than a browser draws with the font at hand. */
export type Measure = (text: string, size: number, face: Face) => number;

const unitsPerEm = 2048;
const tables = new Map<Face, Uint16Array>();

/** Measures with the table of the font's widths; what the font lacks is drawn by a font that nobody knows, so it is measured generously. */
export const measure: Measure = (text, size, face) => {
  const table = tableOf(face);
  let units = 0;
  for (let i = 0; i < text.length; i++) {
    const width = table[text.charCodeAt(i)] ?? 0;
    if (width === 0) return (unitsOfClusters(text, table) * size) / unitsPerEm;
    units += width;
  }
  return (units * size) / unitsPerEm;
};

/** Fonts whose letters are all of one width, by their names. */
const even = /mono|courier|consol|typewriter|menlo|\bcode\b/i;

/** Measures a font that nobody knows here: wider than ours, as are Verdana and most fonts of houses. */
const generous: Measure = (text, size, face) => measure(text, size, face) * 1.15;

/** The same for one that has an i as wide as an m: a little over 0.6 em. */
const generousEven: Measure = (text, size, face) => Math.max(generous(text, size, face), [...text].length * size * 0.62);

/** How to measure text in a font of a house, by its name; without one, as ours. */
export function measureOf(font: string | undefined): Measure {
  if (font === undefined) return measure;
  return even.test(font) ? generousEven : generous;
}

function unitsOfClusters(text: string, table: Uint16Array): number {
  let units = 0;
  const segments = clustersOf(text);
  for (const [index, segment] of segments.entries()) {
    const code = segment.codePointAt(0) ?? 0;
    const known = code < table.length ? (table[code] ?? 0) : 0;
    const alone = segment.length === 1;
    if (known > 0 && (alone || !segment.includes('\ufe0f'))) units += known + marksOf(segment, table);
    else units += (semiticWidth(segment.charAt(0), segments[index + 1] ?? '') ?? unknown(segment, code)) * unitsPerEm;
  }
  return units;
}

/** What stands behind the first letter of a cluster: marks take no room, a letter that joined it (Hangul, Indic) takes its own. */
function marksOf(segment: string, table: Uint16Array): number {
  let units = 0;
  for (const letter of [...segment].slice(1)) {
    if (!/[\p{M}\p{Cf}]/u.test(letter)) units += table[letter.charCodeAt(0)] || unitsPerEm * 0.75;
  }
  return units;
}

/** The scripts whose letters are wider than others: first and last code point, and how wide one is, in ems, at most or nearly so in Noto Sans Bold. */
const wideScripts: readonly (readonly [number, number, number])[] = [
  [0x0530, 0x058f, 0.97], // Armenian
  [0x0b80, 0x0dff, 1.25], // Tamil to Sinhala
  [0x1000, 0x109f, 1.15], // Burmese
  [0x10a0, 0x10ff, 0.95], // Georgian
  [0x1200, 0x139f, 1.25], // Ethiopic
  [0x2100, 0x2bff, 1.05], // arrows and signs
];

/** The width, in ems, of a cluster that the font lacks. */
function unknown(segment: string, code: number): number {
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(segment)) return 1.3;
  if (/^[\p{M}\p{Cf}\p{Cc}]/u.test(segment)) return 0;
  if (isWide(code)) return 1;
  // Thai and Lao signs above and below a letter take no room, but a browser without a font for them draws a box for each, and two for an am.
  if (code >= 0x0e00 && code <= 0x0eff) return 'ฌญฒณ๚๛ໜໝ'.includes(segment) ? 1 : 0.75 * segment.replace(/[ำຳ]/g, '  ').length;
  const indic = code >= 0x0900 && code <= 0x0dff;
  const letters = [...segment].filter((letter) => indic || !/[\p{Mn}\p{Cf}]/u.test(letter)).length;
  return (wideScripts.find(([first, last]) => code >= first && code <= last)?.[2] ?? 0.75) * Math.max(1, letters);
}

/** Chinese, Japanese, Korean and full-width forms fill a square; what lies beyond the first plane is taken for one too. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7ff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    code >= 0xff00
  );
}

function tableOf(face: Face): Uint16Array {
  const known = tables.get(face);
  if (known) return known;
  const table = new Uint16Array(0x10000);
  const packed = widths[face];
  let at = 0;
  for (const [first, count] of runs) {
    for (let code = first; code < first + count; code++, at += 2)
      table[code] = digit(packed.charCodeAt(at)) * 64 + digit(packed.charCodeAt(at + 1));
  }
  tables.set(face, table);
  return table;
}

/** Digits of base 64, as scripts/generate/fonts.mjs writes them: A–Z a–z 0–9 + /. */
function digit(code: number): number {
  if (code >= 97) return code - 71;
  if (code >= 65) return code - 65;
  if (code >= 48) return code + 4;
  return code === 43 ? 62 : 63;
}
