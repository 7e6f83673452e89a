import type { Theme } from '../../draw/themes.ts';
import type { JourneyMap } from '../../map/model.ts';
import { el, type Xml } from './xml.ts';

/** Of a slide of 13⅓ by 7½ inches, in points. */
export const page = { width: 960, height: 540, margin: 36, footer: 514 };

/** EMU, the unit of Office, to a point. */
const perPoint = 12700;

/** Points as Office writes lengths. */
export function emu(points: number): number {
  return Math.round(points * perPoint);
}

/** The colours of a deck's own theme, by which a whole deck can be recoloured, and what slides call them. */
export interface Palette {
  /** What the theme file holds, in its order. */
  slots: readonly (readonly [name: string, colour: string])[];
  /** On dark grounds the theme's light colours are those of text. */
  isDark: boolean;
  /** What slides call a colour. */
  names: ReadonlyMap<string, string>;
}

export function paletteOf(theme: Theme): Palette {
  const { background, text, muted, panel, moment, mood, stages } = theme;
  const isDark = ['dark', 'high-contrast-dark'].includes(theme.name);
  const [ground, ink, second, third] = isDark ? (['dk1', 'lt1', 'dk2', 'lt2'] as const) : (['lt1', 'dk1', 'lt2', 'dk2'] as const);
  const stage = (index: number) => stages[index % stages.length]?.text ?? text;
  const colours: Record<string, string> = { [ground]: background, [ink]: text, [second]: panel.fill, [third]: muted };
  const accents = [moment.truth.fill, mood.good.fill, mood.neutral.fill, mood.bad.fill, stage(3), stage(4)];
  const slots = [
    ...['dk1', 'lt1', 'dk2', 'lt2'].map((name) => [name, colours[name] ?? text] as const),
    ...accents.map((colour, index) => [`accent${index + 1}`, colour] as const),
    ['hlink', moment.truth.text] as const,
    ['folHlink', moment.truth.text] as const,
  ];
  const named = accents.map((colour, index) => [colour, `accent${index + 1}`] as const).reverse();
  const basic = [
    [muted, 'tx2'],
    [panel.fill, 'bg2'],
    [background, 'bg1'],
    [text, 'tx1'],
  ] as const;
  return { slots, isDark, names: new Map([...named, ...basic]) };
}

/** A fill of one colour; `none` is no fill. */
export function fillOf(colour: string, palette: Palette): Xml {
  if (colour === 'none') return el('a:noFill');
  const name = palette.names.get(colour);
  return el('a:solidFill', {}, name ? el('a:schemeClr', { val: name }) : el('a:srgbClr', { val: colour.slice(1).toUpperCase() }));
}

/** The fonts of a deck: for letters, for Chinese, Japanese and Korean, and for scripts whose letters join. */
export interface Fonts {
  latin: string;
  eastAsian: string;
  complex: string;
}

/** What the shapes of a deck have in common. */
export interface Look {
  palette: Palette;
  fonts: Fonts;
  /** The language of the deck's own words, where its folder says which. */
  language?: string;
  /** Slides are mirrored: they are read from right to left. */
  leftward: boolean;
}

/**
 * A deck names one font, and who lacks it sees another of other widths. Arial is on every Windows and Mac, in Office, Keynote and Google Slides, and
 * Linux has Liberation Sans of the very same widths: the only one with which a deck looks alike everywhere. The font of a house wins.
 */
export function fontsOf(map: JourneyMap, house: string | undefined): Fonts {
  return { latin: house ?? 'Arial', eastAsian: eastAsian[scriptOf(map)] ?? '', complex: 'Arial' };
}

const eastAsian: Record<string, string> = { ja: 'Yu Gothic', ko: 'Malgun Gothic', zh: 'Microsoft YaHei' };

/** Whether letters of a text are read from right to left. */
export function hasLeftwardLetters(text: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text);
}

/** The language of a text as Office writes it, where its script says it; else nothing is known of it. */
export function languageOf(text: string): string | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja-JP';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko-KR';
  if (/\p{Script=Hebrew}/u.test(text)) return 'he-IL';
  if (/\p{Script=Arabic}/u.test(text)) return 'ar-SA';
  return undefined;
}

function scriptOf(map: JourneyMap): string {
  const text = JSON.stringify(map);
  const language = languageOf(text);
  if (language === 'ja-JP' || language === 'ko-KR') return language.slice(0, 2);
  return /\p{Script=Han}/u.test(text) ? 'zh' : '';
}
