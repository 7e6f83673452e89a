import bidiFactory from 'bidi-js';
import { clustersOf } from '../../draw/clusters.ts';
import { type Face, faces } from '../../draw/fonts.ts';
import type { PdfFont } from './document.ts';

/** Letters of one font in one direction, from left to right. */
interface Run {
  font: PdfFont;
  text: string;
  leftward: boolean;
}

/** Glyphs of one font. */
interface Piece {
  font: PdfFont;
  x: number;
  rise: number;
  operands: string;
  /** The letters are to be bold, and the font has none that are. */
  isBolder?: true;
}

/** A line of text as it is drawn, for a size of 1. */
export interface SetLine {
  width: number;
  pieces: Piece[];
  /** The text itself, where its glyphs do not tell it in order. */
  actual?: string;
}

const bidi = bidiFactory();
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200f\u202b\u202e\u2067]/u;
/** Scripts of which a letter is one glyph. */
const plain =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}]*$/u;
/** Signs that only steer. */
const unseen = /\u00ad|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2069]|[\ufe00-\ufe0f]|\ufeff/gu;

/** Sets lines of text in fonts: the first that has a letter draws it. */
export class Setter {
  private readonly fonts: Readonly<Record<Face, readonly PdfFont[]>>;
  private readonly known = new Map<string, SetLine>();
  /** Letters that no font has. */
  private readonly missing = new Set<string>();

  constructor(fonts: Readonly<Record<Face, readonly PdfFont[]>>) {
    this.fonts = fonts;
  }

  /** @param leftward - The line is one of a text that is written from right to left. */
  set(text: string, face: Face, leftward: boolean): SetLine {
    const key = `${face}${leftward ? '<' : '>'}${text}`;
    const known = this.known.get(key);
    if (known) return known;
    const line = this.make(text, face, leftward);
    this.known.set(key, line);
    return line;
  }

  private make(text: string, face: Face, leftward: boolean): SetLine {
    // A space that joins has the glyph of a usual one, and is looked for as one.
    const shown = text.replace(/[\u00a0\u202f]/g, ' ');
    const runs = leftward || rightToLeft.test(shown) ? this.ordered(shown, face, leftward) : this.parted(shown, face, false);
    const pieces: SetLine['pieces'] = [];
    let width = 0;
    for (const { font, text: own, leftward: isTurned } of runs) {
      const { pieces: parts, width: wide } = piecesOf(font, own, isTurned);
      const isBolder = faces[face].weight >= 600 && font.weight < 550;
      for (const part of parts) pieces.push({ ...part, x: part.x + width, ...(isBolder ? { isBolder } : {}) });
      width += wide;
    }
    // Readers turn what stands from right to left themselves, and what is said of it as well: its glyphs must tell it.
    const turned = runs.some((run) => run.leftward);
    const tells = turned || (plain.test(shown) && ![...shown].some((letter) => this.missing.has(letter)));
    return { width, pieces, ...(tells ? {} : { actual: shown.replace(unseen, '') }) };
  }

  /** The runs of a line with text from right to left, as they stand from left to right. */
  private ordered(text: string, face: Face, leftward: boolean): Run[] {
    const found = bidi.getEmbeddingLevels(text, leftward ? 'rtl' : 'ltr');
    const mirrored = bidi.getMirroredCharactersMap(text, found.levels);
    const turned = [...text].length === text.length ? [...text].map((letter, at) => mirrored.get(at) ?? letter).join('') : text;
    const runs: { text: string; level: number }[] = [];
    for (let at = 0; at < text.length; at++) {
      const level = found.levels[at] ?? 0;
      const last = runs.at(-1);
      if (last?.level === level) last.text += turned[at];
      else runs.push({ text: turned[at] ?? '', level });
    }
    const highest = Math.max(0, ...runs.map(({ level }) => level));
    for (let level = highest; level > 0; level--) {
      for (let from = 0; from < runs.length; from++) {
        if ((runs[from]?.level ?? 0) < level) continue;
        let to = from;
        while (to < runs.length && (runs[to]?.level ?? 0) >= level) to++;
        runs.splice(from, to - from, ...runs.slice(from, to).reverse());
        from = to;
      }
    }
    return runs.flatMap(({ text: own, level }) => this.parted(own, face, level % 2 === 1));
  }

  /** A text in one direction, cut where the font changes. */
  private parted(text: string, face: Face, leftward: boolean): Run[] {
    const runs: Run[] = [];
    for (const segment of clustersOf(text)) {
      const letters = segment.replace(unseen, (sign) => (sign === '\u200c' || sign === '\u200d' ? sign : ''));
      if (letters === '') continue;
      const last = runs.at(-1);
      const font = last && letters === ' ' ? last.font : this.fontFor(letters, face);
      if (last?.font === font) last.text += letters;
      else runs.push({ font, text: letters, leftward });
    }
    return leftward ? runs.reverse() : runs;
  }

  private fontFor(cluster: string, face: Face): PdfFont {
    const fonts = this.fonts[face];
    const letters = [...cluster].filter((letter) => letter !== '\u200c' && letter !== '\u200d');
    const has = (font: PdfFont) => letters.every((letter) => font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
    const found = fonts.find(has);
    if (!found)
      for (const letter of letters)
        if (!fonts.some(({ font }) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))) this.missing.add(letter);
    return found ?? (fonts[0] as PdfFont);
  }
}

/** What draws a run, and how wide it is for a size of 1. Marks above and below letters are pieces of their own. */
function piecesOf(font: PdfFont, text: string, leftward: boolean): { pieces: SetLine['pieces']; width: number } {
  // The library turns text by its script, which signs alone have not, and where the font says how to lay it out.
  const isTurned = rightToLeft.test(text) && Boolean(font.font.morx ?? font.font.GSUB ?? font.font.GPOS);
  const shaped = leftward && !isTurned ? clustersOf(text).reverse().join('') : text;
  // With features, even none, the whole is shaped at once: in order also where its words run from right to left.
  const [glyphs, positions] = isTurned ? font.encode(shaped, []) : font.encode(shaped);
  const pieces: SetLine['pieces'] = [];
  let [hex, operands, at, from, rise] = ['', '', 0, 0, 0];
  const flush = () => {
    if (hex !== '') operands += `<${hex}>`;
    hex = '';
  };
  const end = () => {
    flush();
    if (operands !== '') pieces.push({ font, x: from / 1000, rise: rise / 1000, operands });
    [operands, from] = ['', at];
  };
  for (const [index, glyph] of glyphs.entries()) {
    const { xAdvance, advanceWidth, xOffset, yOffset } = positions[index] ?? { xAdvance: 0, advanceWidth: 0, xOffset: 0, yOffset: 0 };
    if (Math.abs(yOffset - rise) > 0.5) {
      end();
      rise = yOffset;
    }
    const aside = Math.round(xOffset);
    if (aside !== 0) {
      flush();
      operands += `${-aside}`;
    }
    hex += glyph;
    const back = Math.round(advanceWidth - xAdvance) + aside;
    if (back !== 0) {
      flush();
      operands += `${back}`;
    }
    at += xAdvance;
  }
  end();
  return { pieces, width: at / 1000 };
}
