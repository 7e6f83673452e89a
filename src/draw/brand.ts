import { mixed, shade } from './colour.ts';
import type { Theme } from './themes.ts';

/** A picture for the header. */
export interface Logo {
  /** All of it, as a `data:` address of an image. */
  href: string;
  /** How wide it is to its height; nothing where it does not say. */
  size?: { width: number; height: number };
}

/** The theme that was made last of each: the same colour gives the same object, so that what is drawn with it need not be drawn anew. */
const made = new WeakMap<Theme, { accent: string; theme: Theme }>();

/** A theme in the colour of a house: lighter or darker shades of it, where the contrast of the theme asks for that. */
export function branded(theme: Theme, accent: string | undefined): Theme {
  if (accent === undefined) return theme;
  const last = made.get(theme);
  if (last?.accent === accent) return last.theme;
  const fresh = inColour(theme, accent);
  made.set(theme, { accent, theme: fresh });
  return fresh;
}

function inColour(theme: Theme, accent: string): Theme {
  const { background, panel, band, moment, frame } = theme;
  const isHigh = theme.name.startsWith('high-contrast');
  const [ofText, ofSigns] = isHigh ? [7, 7] : [4.5, 3];
  const tint = mixed(panel.fill, accent, 0.16);
  const filled = { fill: shade(accent, [panel.fill], ofText), text: panel.fill };
  const tinted = { fill: tint, text: shade(accent, [tint], ofText) };
  const ground = isHigh ? filled : tinted;
  return {
    ...theme,
    avatar: ground,
    badge: ground,
    moment: {
      ...moment,
      truth: {
        fill: shade(accent, [background, band.good, band.bad], ofSigns),
        text: shade(accent, [background, panel.fill, band.good, band.bad], ofText),
      },
    },
    frame: { ...frame, stroke: shade(accent, [background], ofSigns), fill: frame.fill === 'none' ? 'none' : `${accent}0d` },
  };
}
