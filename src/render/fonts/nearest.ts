/** What a font looks like, as CSS tells it. */
export interface Look {
  weight: number;
  isItalic: boolean;
  /** From 1 to 9; 5, which is usual, where it is not said. */
  width?: number;
}

/** The font that comes nearest to a look, as CSS chooses: of those of the usual width the slant first, then the weight. */
export function nearestOf<Font extends Look>(
  fonts: readonly Font[],
  wanted: { weight: number; style: 'normal' | 'italic' },
): Font | undefined {
  const far = (font: Font) =>
    Math.abs((font.width ?? 5) - 5) * 100_000 +
    (font.isItalic === (wanted.style === 'italic') ? 0 : 10_000) +
    distance(font.weight, wanted.weight);
  return fonts.reduce<Font | undefined>((best, font) => (best && far(best) <= far(font) ? best : font), undefined);
}

/** From 400 and 500 on the other of them is nearest, then what is lighter; a light one is sought among lighter ones first, a bold one among bolder ones. */
function distance(weight: number, wanted: number): number {
  if (weight === wanted) return 0;
  const isUsual = wanted >= 400 && wanted <= 500;
  if (isUsual && weight >= 400 && weight <= 500) return Math.abs(weight - wanted);
  const isFirstSide = wanted > 500 ? weight > wanted : weight < wanted;
  return Math.abs(weight - wanted) + (isFirstSide ? 1000 : 2000);
}
