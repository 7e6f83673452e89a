import type { Face } from '../../draw/fonts.ts';
import { breakLines, tidy, wordsOf } from '../../draw/lines.ts';
import type { Measure } from '../../draw/measure.ts';

/** A piece of text of one look. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** As `#rrggbb`; the colour of text without it. */
  colour?: string;
  /** The ground behind the letters. */
  ground?: string;
  /** An address that was checked. */
  link?: string;
}

export interface Paragraph {
  runs: readonly Run[];
  /** In points. */
  size: number;
  /** Where its lines stand; where they begin without it. */
  align?: 'middle' | 'end';
  /** Room above it, in points; not above the first one of a box. */
  above?: number;
  /** With a dot before it. */
  bullet?: boolean;
}

/** A paragraph of one look. */
export function paragraph(text: string, size: number, look: Omit<Run, 'text'> & Omit<Paragraph, 'runs' | 'size'> = {}): Paragraph {
  const { align, above, bullet, ...run } = look;
  return {
    runs: [{ text, ...run }],
    size,
    ...(align ? { align } : {}),
    ...(above === undefined ? {} : { above }),
    ...(bullet ? { bullet } : {}),
  };
}

/** From a bullet to its text, in ems. */
export const bulletRoom = 1;

/** From line to line, in ems: what programs take for Arial, and for the fonts that stand in where it lacks a script. */
const leading = { latin: 1.17, other: 1.45 };
const beyondLatin =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}/u;

/**
 * Measures text of slides, in points. The font is one that the picture's is wider than, so what fits by this fits on a slide; a little room is left
 * for programs that round the places of letters.
 */
export class Setting {
  private readonly measure: Measure;

  constructor(measure: Measure) {
    this.measure = measure;
  }

  /** How high paragraphs stand in a width. */
  height(paragraphs: readonly Paragraph[], width: number): number {
    return paragraphs.reduce(
      (sum, each, index) => sum + (index > 0 ? (each.above ?? 0) : 0) + this.lines(each, width) * lineHeight(each),
      0,
    );
  }

  /** How many lines a paragraph takes in a width; one with no text takes one. */
  lines(paragraph: Paragraph, width: number): number {
    return Math.max(1, this.broken(textOf(paragraph), paragraph, width).lines.length);
  }

  /** The width of a paragraph on one line. */
  width(paragraph: Paragraph): number {
    return this.measure(tidy(textOf(paragraph)), paragraph.size, faceOf(paragraph)) + (paragraph.bullet ? bulletRoom * paragraph.size : 0);
  }

  /** Whether every word of the paragraphs stands whole in a width. */
  holdsWords(paragraphs: readonly Paragraph[], width: number): boolean {
    return paragraphs.every((each) => wordsOf(textOf(each), each.size, faceOf(each), this.measure).widest <= roomOf(each, width));
  }

  /** Paragraphs shortened to a height: what does not fit is left out, and an ellipsis says so. They are the same where all fits. */
  shortened(paragraphs: readonly Paragraph[], width: number, height: number): readonly Paragraph[] {
    if (this.height(paragraphs, width) <= height) return paragraphs;
    const kept: Paragraph[] = [];
    let used = 0;
    for (const [index, each] of paragraphs.entries()) {
      const above = index > 0 ? (each.above ?? 0) : 0;
      const whole = above + this.height([each], width);
      const isLast = index === paragraphs.length - 1;
      const left = height - used;
      if (whole <= left && (isLast || left - whole >= lineHeight(each))) {
        kept.push(each);
        used += whole;
        continue;
      }
      const most = Math.floor((left - above) / lineHeight(each));
      if (most >= 1 || kept.length === 0) kept.push(this.cut(each, width, Math.max(1, most)));
      return kept;
    }
    return kept;
  }

  /** A paragraph of so many lines at most, each piece of it in its own look. */
  cut(paragraph: Paragraph, width: number, most: number): Paragraph {
    const { lines, cut } = this.broken(textOf(paragraph), paragraph, width, most);
    let left = lines.join(' ').replace(/…$/, '').length;
    const runs: Run[] = [];
    for (const run of paragraph.runs) {
      if (left <= 0) break;
      runs.push({ ...run, text: run.text.slice(0, left).toWellFormed() });
      left -= run.text.length;
    }
    const last = runs.at(-1);
    if (last) runs[runs.length - 1] = { ...last, text: `${last.text.trimEnd()}…` };
    return cut ? { ...paragraph, runs } : { ...paragraph, runs: runs.length > 0 ? runs : paragraph.runs };
  }

  private broken(text: string, paragraph: Paragraph, width: number, most?: number) {
    const face = faceOf(paragraph);
    return breakLines(
      wordsOf(text, paragraph.size, face, this.measure),
      roomOf(paragraph, width),
      paragraph.size,
      face,
      this.measure,
      most,
    );
  }
}

function roomOf({ bullet, size }: Paragraph, width: number): number {
  return Math.max(1, (width - (bullet ? bulletRoom * size : 0)) * 0.995);
}

export function lineHeight(paragraph: Paragraph): number {
  return paragraph.size * (beyondLatin.test(textOf(paragraph)) ? leading.other : leading.latin);
}

/** A paragraph's text without its looks. */
export function textOf({ runs }: Paragraph): string {
  return runs.map(({ text }) => text).join('');
}

/** The widest face of a paragraph measures all of it. */
function faceOf({ runs }: Paragraph): Face {
  return runs.some(({ bold }) => bold) ? 'semibold' : runs.every(({ italic }) => italic) ? 'italic' : 'regular';
}
