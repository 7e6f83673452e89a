import { branded } from '../../draw/brand.ts';
import { measureOf } from '../../draw/measure.ts';
import { readsLeftward } from '../../draw/mirror.ts';
import type { Strings } from '../../draw/strings.ts';
import { type Theme, themes } from '../../draw/themes.ts';
import { stringsOf } from '../../draw/tongues.ts';
import type { Telling } from '../../exchange/cells.ts';
import type { ViewName } from '../../language/names/settings.ts';
import type { JourneyMap } from '../../map/model.ts';
import type { Job } from '../job.ts';
import { fontsOf, type Look, page, paletteOf } from './look.ts';
import type { Pictures } from './pictures.ts';
import { Slide } from './slide.ts';
import { type Paragraph, paragraph, Setting } from './text.ts';

/** What all slides of a deck are made with. */
export interface Making {
  job: Job;
  map: JourneyMap;
  view: ViewName;
  strings: Strings;
  theme: Theme;
  look: Look;
  set: Setting;
  telling: Telling;
  pictures: Pictures;
}

export function makingOf(job: Job, view: ViewName, pictures: Pictures): Making {
  const { map, theme: name, accent, language, font } = job;
  const theme = branded(themes[name], accent);
  const strings = stringsOf(language);
  const look: Look = {
    palette: paletteOf(theme),
    fonts: fontsOf(map, font),
    leftward: readsLeftward(map),
    ...(language ? { language: { en: 'en-GB', fr: 'fr-FR' }[language] } : {}),
  };
  const titles = new Map(map.stages.flatMap((stage) => stage.steps.map((step) => [step.id, step.title])));
  return { job, map, view, strings, theme, look, set: new Setting(measureOf(font)), telling: { strings, map, titles }, pictures };
}

/** The width between a slide's margins. */
export const wide = page.width - 2 * page.margin;
const titleAt = { top: 18, height: 40 };
const titleSizes = [26, 24, 22, 20, 18, 17];

/**
 * A new slide with its title and what stands below it; `top` is where its content begins.
 *
 * @param colour - Of the strip at the top.
 * @param aside - Room at the title's end.
 */
export function begin(
  { look, set, theme }: Making,
  title: string,
  { below = [], colour = theme.moment.truth.fill, aside = 0 }: { below?: readonly Paragraph[]; colour?: string; aside?: number } = {},
): { slide: Slide; top: number } {
  const slide = new Slide(look, title);
  const width = wide - aside;
  const size = titleSizes.find((each) => set.height([paragraph(title, each, { bold: true })], width) <= titleAt.height) ?? 17;
  const shown = set.shortened([paragraph(title, size, { bold: true, colour: theme.text })], width, titleAt.height);
  const at = { x: page.margin, y: titleAt.top, width, height: titleAt.height };
  slide.shape(at, { name: 'Title', text: shown, placeholder: 'title' });
  slide.shape({ x: 0, y: 0, width: page.width, height: 6 }, { name: 'Strip', fill: colour });
  let top = titleAt.top + titleAt.height + 4;
  if (below.length > 0) {
    const most = 62;
    const text = set.shortened(below, width, most);
    const height = Math.min(most, set.height(text, width)) + 2;
    slide.shape({ x: page.margin, y: top, width, height }, { name: 'Summary', text });
    top += height + 6;
  } else top += 6;
  return { slide, top };
}

/** A name and what is said of it, in a paragraph of its own. */
export function fact(name: string, text: string, size: number, { theme }: Making): Paragraph {
  return {
    runs: [
      { text: `${name}  `, bold: true, colour: theme.faint },
      { text: text.replace(/\s*\n\s*/g, ' '), colour: theme.text },
    ],
    size,
    above: 2,
  };
}

/** A title that several slides share. */
export function numbered(title: string, index: number, count: number): string {
  return count < 2 ? title : `${title} (${index + 1} / ${count})`;
}
