import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';
import { faces, wholeFontFile } from '../src/draw/fonts.ts';
import { readSubsetter } from '../src/render/fonts/subset.ts';

/**
 * Makes the fonts that ship, for the panel as well as for what is rendered: the bytes of a TrueType file for each face.
 *
 * @param modules - The folder of the packages.
 */
export async function shippedFonts(modules) {
  // It was generated a moment ago.
  const { measure } = await import('../src/draw/measure.ts');
  const subset = await readSubsetter(readFileSync(join(modules, 'harfbuzzjs/dist/harfbuzz-subset.wasm')));
  const made = Object.keys(faces).map((face) => {
    const whole = readFileSync(join(modules, '@expo-google-fonts/inter', wholeFontFile(face)));
    return [face, subset(whole, worthKeeping(whole, face, measure), { licence: true })];
  });
  return Object.fromEntries(made);
}

/** Puts the fonts that ship into a folder. */
export async function copyFonts(modules, to) {
  mkdirSync(to, { recursive: true });
  for (const [face, bytes] of Object.entries(await shippedFonts(modules))) writeFileSync(join(to, `inter-${face}.ttf`), bytes);
}

/**
 * The letters of a font that are no wider than they are measured: those of the table of widths, marks that stand on letters, and of what the table lacks
 * (symbols) those that fit into the room that is left for it. The font's private letters nobody can type.
 */
function worthKeeping(whole, face, measure) {
  const font = create(whole);
  const fits = (code, letter) => font.glyphForCodePoint(code).advanceWidth <= measure(letter, font.unitsPerEm, face);
  return font.characterSet
    .map((code) => [code, String.fromCodePoint(code)])
    .filter(([code, letter]) => /\p{Mn}/u.test(letter) || (!/[\p{Co}\p{Cc}]/u.test(letter) && fits(code, letter)))
    .map(([, letter]) => letter);
}
