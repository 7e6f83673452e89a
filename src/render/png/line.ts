import bidiFactory from 'bidi-js';
import type { Glyph } from 'fontkit';
import { clustersOf } from '../../draw/clusters.ts';
import type { LetterPicture } from '../fonts/pictures.ts';
import type { LetterFont } from './letters.ts';

/** A glyph where it is drawn: lengths are parts of the text's size, from the beginning of the line; `y` goes downwards. */
export interface SetGlyph {
  font: LetterFont;
  glyph: Glyph;
  x: number;
  y: number;
  picture?: LetterPicture;
}

export interface SetLine {
  width: number;
  glyphs: SetGlyph[];
}

const bidi = bidiFactory();
/** Signs that only steer: a font need not have them. */
const steering = /\p{Default_Ignorable_Code_Point}/u;
const leftward = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;
/** Shown as a picture, where a font has one. */
const pictured = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\ufe0f|\u20e3/u;

/**
 * Sets a line of text.
 *
 * @param fonts - The first that has a letter draws it; a letter that none has is drawn by the first.
 * @param isLeftward - The line belongs to a text that is written from right to left.
 */
export function setLine(text: string, fonts: readonly LetterFont[], isLeftward: boolean): SetLine {
  const glyphs: SetGlyph[] = [];
  let at = 0;
  for (const run of runsOf(text, fonts, isLeftward)) {
    const { font } = run;
    // What sets a text turns it by its script, and signs alone have none.
    const turned = run.isLeftward && !leftward.test(run.text);
    const words = turned ? clustersOf(run.text).reverse().join('') : run.text;
    const { glyphs: drawn, positions } = font.set(words, run.isLeftward && !turned);
    for (const [index, glyph] of drawn.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      const picture = font.isColourful ? font.pictures(glyph.id) : undefined;
      glyphs.push({ font, glyph, x: at + xOffset / font.unitsPerEm, y: -yOffset / font.unitsPerEm, ...(picture ? { picture } : {}) });
      at += xAdvance / font.unitsPerEm;
    }
  }
  return { width: at, glyphs };
}

interface Run {
  text: string;
  font: LetterFont;
  isLeftward: boolean;
}

/** Runs of one font in one direction, as they stand from left to right. */
function runsOf(text: string, fonts: readonly LetterFont[], isLeftward: boolean): Run[] {
  const { levels } = bidi.getEmbeddingLevels(text, isLeftward ? 'rtl' : 'ltr');
  const mirrored = bidi.getMirroredCharactersMap(text, levels);
  const runs: { text: string; level: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const [letter, level] = [mirrored.get(at) ?? text[at] ?? '', levels[at] ?? 0];
    const last = runs.at(-1);
    if (last?.level === level) last.text += letter;
    else runs.push({ text: letter, level });
  }
  return ordered(runs).flatMap((run) => {
    const parts = partsOf(run.text, fonts).map((part) => ({ ...part, isLeftward: run.level % 2 === 1 }));
    return run.level % 2 === 1 ? parts.reverse() : parts;
  });
}

/** Runs in the order in which they are seen: rule L2 of Unicode's bidirectional algorithm. */
function ordered<Run extends { level: number }>(runs: Run[]): Run[] {
  const seen = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level--) {
    for (let from = 0; from < seen.length; from++) {
      let to = from;
      while (to < seen.length && (seen[to]?.level ?? 0) >= level) to++;
      seen.splice(from, to - from, ...seen.slice(from, to).reverse());
      from = Math.max(from, to);
    }
  }
  return seen;
}

/** A text cut where the font changes. A space stays with what stands before it, but for pictures: their spaces are as wide as they are. */
function partsOf(text: string, fonts: readonly LetterFont[]): { text: string; font: LetterFont }[] {
  const parts: { text: string; font: LetterFont }[] = [];
  for (const segment of clustersOf(text)) {
    const last = parts.at(-1);
    const stays = last && /^\s+$/.test(segment) && !last.font.isColourful && last.font.has(segment.codePointAt(0) ?? 0);
    const font = stays ? last.font : fontFor(segment, fonts);
    if (!font) continue;
    if (last?.font === font) last.text += segment;
    else parts.push({ text: segment, font });
  }
  return parts;
}

function fontFor(cluster: string, fonts: readonly LetterFont[]): LetterFont | undefined {
  const letters = [...cluster].filter((letter) => !steering.test(letter)).map((letter) => letter.codePointAt(0) ?? 0);
  const has = (font: LetterFont) => letters.every((letter) => font.has(letter));
  const colourful = pictured.test(cluster) ? fonts.find((font) => font.isColourful && has(font)) : undefined;
  // A letter with marks that no font has is drawn by one that has the letter.
  return colourful ?? fonts.find(has) ?? fonts.find((font) => font.has(letters[0] ?? 0)) ?? fonts[0];
}
