/** Colours are `#rrggbb`. */

type Three = [number, number, number];

/** How far two colours stand apart, from 1 to 21: contrast as WCAG 2 defines it. */
export function contrast(a: string, b: string): number {
  const [dim, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

/** A colour so much of which is another one: a share of 0 leaves it as it is, 1 gives the other. */
export function mixed(colour: string, other: string, share: number): string {
  const [from, to] = [partsOf(colour), partsOf(other)];
  return hex(from.map((part, index) => part + ((to[index] as number) - part) * share) as Three);
}

/**
 * The nearest shade of a colour that can be told from some grounds: hue and saturation stay, lightness goes away from the grounds, which are all
 * light or all dark, as far as it must.
 *
 * @param least - The contrast to each of them.
 */
export function shade(colour: string, grounds: readonly string[], least: number): string {
  const reads = (candidate: string): boolean => grounds.every((ground) => contrast(candidate, ground) >= least);
  if (reads(colour)) return colour;
  const [hue, saturation, lightness] = hslOf(colour);
  const darker = luminance(grounds[0] ?? '#ffffff') > 0.18;
  for (let step = 1; step <= 100; step++) {
    const next = Math.min(1, Math.max(0, lightness + (darker ? -step : step) / 100));
    const candidate = fromHsl([hue, saturation, next]);
    if (reads(candidate)) return candidate;
  }
  return darker ? '#000000' : '#ffffff';
}

/** Relative luminance, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [r, g, b] = partsOf(colour).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as Three;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Red, green and blue, each from 0 to 1. */
function partsOf(colour: string): Three {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as Three;
}

function hex(parts: Three): string {
  return `#${parts
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** Hue in sixths of a turn; saturation and lightness from 0 to 1. As CSS Color 4 converts them. */
function hslOf(colour: string): Three {
  const [r, g, b] = partsOf(colour);
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const [range, lightness] = [most - least, (most + least) / 2];
  if (range === 0) return [0, 0, lightness];
  const saturation = (most - lightness) / Math.min(lightness, 1 - lightness);
  const hue = most === r ? (g - b) / range + (g < b ? 6 : 0) : most === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return [hue, saturation, lightness];
}

function fromHsl([hue, saturation, lightness]: Three): string {
  const spread = saturation * Math.min(lightness, 1 - lightness);
  const part = (offset: number): number => {
    const at = (offset + hue * 2) % 12;
    return lightness - spread * Math.max(-1, Math.min(at - 3, 9 - at, 1));
  };
  return hex([part(0), part(8), part(4)]);
}
