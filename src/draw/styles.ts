import type { Face } from './fonts.ts';
import type { TextStyle } from './text.ts';

/** Measures of the page, in pixels at 100 %. */
export const page = {
  margin: 16,
  /** Where the first column begins; left of it stand the lane labels. */
  columnsAt: 132,
  labelsAt: 24,
  column: 182,
  widestColumn: 280,
  /** A column in a picture of one or two. */
  widestAlone: 322,
  /** Between its margins a picture is never narrower. */
  narrowest: 760,
  /** From a column's edge to a card and to a text. */
  cardInset: 6,
  textInset: 14,
  textEnd: 10,
};

const style =
  (size: number, face: Face, leading: number) =>
  (fill: string): TextStyle => ({ size, face, leading, fill });

/** The few sizes of text. */
export const styles = {
  journeyTitle: style(25, 'semibold', 31),
  longTitle: style(20, 'semibold', 26),
  longestTitle: style(17, 'semibold', 23),
  personaName: style(17, 'semibold', 22),
  figure: style(24, 'semibold', 28),
  stageTitle: style(16, 'semibold', 21),
  stepTitle: style(13, 'semibold', 18),
  body: style(13, 'regular', 18),
  quote: style(13, 'italic', 18),
  cardTitle: style(13, 'medium', 18),
  small: style(12, 'regular', 17),
  caption: style(11, 'regular', 15),
  badge: style(11, 'medium', 14),
  lane: style(13, 'semibold', 18),
  word: style(12.5, 'semibold', 16),
  motto: style(19, 'italic', 27),
  mood: style(12, 'semibold', 17),
  moment: style(11.5, 'semibold', 15),
};
