/** The faces of the one font that the picture uses, and where they are found. */

export type Face = 'regular' | 'medium' | 'semibold' | 'italic';

export const faces: Record<Face, { weight: number; style: 'normal' | 'italic' }> = {
  regular: { weight: 400, style: 'normal' },
  medium: { weight: 500, style: 'normal' },
  semibold: { weight: 600, style: 'normal' },
  italic: { weight: 400, style: 'italic' },
};

/**
 * Inter, then fonts that are no wider, so that the text still fits where Inter is missing.
 * DejaVu, the usual last resort, is wider, so it comes last.
 */
export const fontFamily = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', sans-serif";

/** Names of fonts that are none of a family but of a kind; CSS takes them without quotes. */
const generic = /^(?:serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-(?:serif|sans-serif|monospace|rounded))$/;

/** The families to look for: that of a house first, where it has one, then that which a file carries for itself. */
export function familiesWith(font: string | undefined, carried?: string): string {
  return [font, carried]
    .filter((family) => family !== undefined)
    .map((family) => (generic.test(family) ? family : `'${family}'`))
    .concat(fontFamily)
    .join(', ');
}

const wholeNames: Record<Face, string> = {
  regular: '400Regular',
  medium: '500Medium',
  semibold: '600SemiBold',
  italic: '400Regular_Italic',
};

/** The name of the TrueType file of a whole face inside `@expo-google-fonts/inter/`: the same letters, of the same widths, in one file. */
export function wholeFontFile(face: Face): string {
  return `${wholeNames[face]}/Inter_${wholeNames[face]}.ttf`;
}
