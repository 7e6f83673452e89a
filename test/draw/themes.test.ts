import { describe, expect, test } from 'vitest';
import { branded } from '../../src/draw/brand.ts';
import { light, type Theme, themes } from '../../src/draw/themes.ts';

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

/** Every colour of text with each ground that it stands on. */
function texts(theme: Theme): Record<string, [ink: string, ground: string]> {
  const { background, panel, card, band, mood, pain, opportunity } = theme;
  const pairs: Record<string, [string, string]> = {
    avatar: [theme.avatar.text, theme.avatar.fill],
    badge: [theme.badge.text, theme.badge.fill],
    painText: [pain.text, pain.fill],
    painFacts: [theme.muted, pain.fill],
    opportunityText: [opportunity.text, opportunity.fill],
    opportunityFacts: [theme.muted, opportunity.fill],
    dots: [opportunity.dots, opportunity.fill],
    silence: [theme.silence.text, background],
  };
  for (const name of ['text', 'muted', 'faint'] as const) {
    for (const [where, ground] of Object.entries({ background, panel: panel.fill, card: card.fill }))
      pairs[`${name} on ${where}`] = [theme[name], ground];
  }
  for (const [name, { text }] of [...Object.entries(mood), ...Object.entries(theme.moment)]) {
    for (const [where, ground] of Object.entries({ good: band.good, bad: band.bad, panel: panel.fill, background }))
      pairs[`${name} on ${where}`] = [text, ground];
  }
  pairs['tag on good'] = [theme.muted, band.good];
  pairs['tag on bad'] = [theme.muted, band.bad];
  for (const [index, { text, fill }] of theme.stages.entries()) pairs[`stage ${index}`] = [text, fill];
  for (const [kind, { text, fill }] of Object.entries(theme.owner)) {
    const grounds = fill === 'none' ? [card.fill, opportunity.fill] : [fill];
    for (const [index, ground] of grounds.entries()) pairs[`owner ${kind} ${index}`] = [text, ground];
  }
  return pairs;
}

/** What is no text but says something: faces, curve, badges, icons. */
function signs(theme: Theme): Record<string, [ink: string, ground: string]> {
  const pairs: Record<string, [string, string]> = {
    ear: [theme.ear, theme.card.fill],
    icon: [theme.icon, theme.card.fill],
    lines: [theme.icon, theme.background],
    bars: [theme.pain.bars, theme.pain.fill],
    frame: [theme.frame.stroke, theme.background],
    'moment on good': [theme.moment.truth.fill, theme.band.good],
    'moment on bad': [theme.moment.truth.fill, theme.band.bad],
  };
  for (const [tone, { fill, on }] of Object.entries(theme.mood)) {
    pairs[`${tone} face`] = [on, fill];
    pairs[`${tone} on good`] = [fill, theme.band.good];
    pairs[`${tone} on bad`] = [fill, theme.band.bad];
  }
  for (const [severity, { fill, on }] of Object.entries(theme.mark)) {
    pairs[`${severity} sign`] = [on, fill];
    pairs[`${severity} badge`] = [fill, theme.card.fill];
  }
  return pairs;
}

/** Colours of houses: strong and faint, dark and bright, grey, and such as are hard to tell from a ground. */
const accents = [
  '#000000',
  '#ffffff',
  '#808080',
  '#f7f8fa',
  '#1e1f24',
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#ffff00',
  '#00ffff',
  '#ffc0cb',
  '#4b0082',
  '#0f766e',
  '#c2410c',
  '#767676',
];

describe.each(Object.values(themes))('$name', (theme) => {
  const least = theme.name.startsWith('high') ? 7 : 4.5;

  test.each(Object.entries(texts(theme)))(`%s is at least ${least} : 1`, (_, [ink, ground]) => {
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(least);
  });

  test.each(Object.entries(signs(theme)))('%s is at least 3 : 1', (_, [ink, ground]) => {
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('the colour of a house', () => {
  test.each(Object.values(themes).flatMap((theme) => accents.map((accent) => ({ name: theme.name, accent, theme }))))(
    'can be read in $name, also $accent',
    ({ name, accent, theme }) => {
      const own = branded(theme, accent);
      const least = name.startsWith('high') ? 7 : 4.5;
      const faint = (pairs: Record<string, [string, string]>, wanted: number) =>
        Object.entries(pairs).filter(([, [ink, ground]]) => !(contrast(ink, ground) >= wanted));
      expect(faint(texts(own), least)).toEqual([]);
      expect(faint(signs(own), 3)).toEqual([]);
    },
  );

  test.each(Object.values(themes))('is left as it is in $name where it can be read', (theme) => {
    const accent = theme.moment.truth.text;
    const { moment, frame } = branded(theme, accent);
    expect([moment.truth.fill, moment.truth.text, frame.stroke]).toEqual([accent, accent, accent]);
  });

  test('keeps its hue where it must be darker or lighter', () => {
    expect(branded(light, '#ffff00').moment.truth.text).toMatch(/^#(..)\1(?:00)$/);
    expect(branded(themes.dark, '#0000ff').moment.truth.text).toMatch(/^#(..)\1ff$/);
    expect(branded(light, '#ffffff').moment.truth.text).toMatch(/^#(..)\1\1$/);
  });

  test('gives the same theme again, and without one the theme itself', () => {
    expect(branded(light, '#0f766e')).toBe(branded(light, '#0f766e'));
    expect(branded(light, undefined)).toBe(light);
  });

  test.each(Object.values(themes))('changes nothing in $name that means something else', (theme) => {
    const { avatar: _a, badge: _b, moment, frame: _f, ...rest } = branded(theme, '#0f766e');
    const { avatar: _c, badge: _d, moment: own, frame: _g, ...before } = theme;
    expect(rest).toEqual(before);
    expect([moment.delight, moment.irritant]).toEqual([own.delight, own.irritant]);
  });
});
