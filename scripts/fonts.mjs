import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';
import { faces, fontFile, fontSubsets, wholeFontFile } from '../src/draw/fonts.ts';
import { readSubsetter } from '../src/render/fonts/subset.ts';

/**
 * Puts the fonts that ship into a folder: the parts of each face that the page may ask for, and one file of each for what is rendered.
 *
 * @param modules - The folder of the packages.
 */
export async function copyFonts(modules, to) {
  // It was generated a moment ago.
  const { measure } = await import('../src/draw/measure.ts');
  const subset = await readSubsetter(readFileSync(join(modules, 'harfbuzzjs/dist/harfbuzz-subset.wasm')));
  mkdirSync(to, { recursive: true });
  for (const face of Object.keys(faces)) {
    for (const part of fontSubsets) {
      const file = fontFile(face, part);
      copyFileSync(join(modules, '@fontsource/inter/files', file), join(to, file));
    }
    const whole = readFileSync(join(modules, '@expo-google-fonts/inter', wholeFontFile(face)));
    writeFileSync(join(to, `inter-${face}.ttf`), subset(whole, worthKeeping(whole, face, measure), { licence: true }));
  }
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
