import type { Context } from './context.ts';
import { type Face, faces } from './fonts.ts';
import { breakLines, tidy, wordsOf } from './lines.ts';
import { hover, isRightToLeft, label, leftwardLook, node, rightToLeft, signed } from './nodes.ts';
import type { Piece } from './piece.ts';
import type { SceneNode } from './scene.ts';

export interface TextStyle {
  size: number;
  face: Face;
  /** From line to line. */
  leading: number;
  fill: string;
}

/** The attributes of a style. What SVG takes for granted is left out. */
export function textAttrs(style: { size: number; face: Face; fill: string }): Record<string, string | number | undefined> {
  const { weight, style: slant } = faces[style.face];
  return {
    fill: style.fill,
    'font-size': style.size,
    'font-weight': weight === 400 ? undefined : weight,
    'font-style': slant === 'normal' ? undefined : slant,
  };
}

/** How far the baseline lies below the top of a line, with capitals in its middle. */
export function baseline(size: number, leading: number): number {
  return leading / 2 + size * 0.364;
}

export interface ParagraphOptions {
  /** More lines than these end in an ellipsis, and the whole text shows under the pointer. */
  most?: number;
  /** Shown under the pointer in any case. */
  doc?: string | undefined;
  anchor?: 'middle';
}

/** A text broken into lines, one `text` with a `tspan` per line where there are several. */
export function paragraph(context: Context, key: string, text: string, style: TextStyle, options: ParagraphOptions = {}): Piece {
  const { size, face, leading } = style;
  const words = wordsOf(text, size, face, context.measure);
  return {
    need: words.widest,
    lay(x, y, width) {
      const {
        lines,
        width: used,
        cut,
      } = breakLines(words, width, size, face, context.measure, context.inFull && options.most !== 1 ? undefined : options.most);
      const at = options.anchor === 'middle' ? x + width / 2 : x;
      const whole = [cut ? tidy(text) : undefined, options.doc].filter((each) => each !== undefined).join('\n\n');
      const nodes =
        lines.length === 0
          ? []
          : [textNode(key, at, y + baseline(size, leading), lines, style, options.anchor, whole, context.leftward ? 0 : used)];
      return { height: lines.length * leading, nodes };
    },
  };
}

/**
 * Lines of text. `y` is the first baseline; `whole` is shown under the pointer. Lines from right to left that begin where others do, begin below each
 * other at the right of the longest one, which is `used` wide; in a picture that will be mirrored (0) where all others begin.
 */
export function textNode(
  key: string,
  x: number,
  y: number,
  lines: string[],
  style: TextStyle,
  anchor?: 'middle' | 'end',
  whole = '',
  used = 0,
): SceneNode {
  const attrs = { ...textAttrs(style), 'text-anchor': anchor };
  const [only = ''] = lines;
  if (lines.length === 1 && whole === '') return label(key, x, y, only, attrs);
  const leftward = isRightToLeft(lines.join(' '));
  const block = leftward && anchor === undefined && lines.length > 1 && used > 0;
  const direction = block ? leftwardLook : leftward ? rightToLeft(anchor) : {};
  const at = block ? x + used : x;
  const spans = lines.map((line, index) => ({
    ...node('tspan', `${index}`, { x: at, y: y + index * style.leading }),
    text: leftward ? signed(line) : line,
  }));
  return node('text', key, { ...attrs, ...direction }, whole === '' ? spans : [hover(whole), ...spans]);
}
