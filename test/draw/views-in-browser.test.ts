import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawMap, stringsOf, toSvg } from '../../src/draw/index.ts';
import { light } from '../../src/draw/themes.ts';
import { viewNames } from '../../src/language/names/settings.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { openBrowser, pageWithFont, showIn } from './browser.ts';
import { longMap, map, maps, marksOnAll } from './maps.ts';
import { geometryOfPage, overlaps } from './overlaps.ts';
import { inTongue, tongues } from './tongues.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await pageWithFont(browser);
}, 300_000);

afterAll(() => browser?.close());

/** What lies where it should not in every view of a map, with a finding on everything. */
async function faults(drawn: JourneyMap, before: JourneyMap, language: 'en' | 'fr'): Promise<string[]> {
  const found: string[] = [];
  for (const view of viewNames) {
    const scene = drawMap(drawn, { view, before, theme: light, labels: stringsOf(language), marks: marksOnAll(drawn) });
    await showIn(page, toSvg(scene));
    const geometry = await page.evaluate(geometryOfPage, 'svg');
    expect(geometry.lines.length).toBeGreaterThan(0);
    found.push(...overlaps(geometry).map((fault) => `${view}: ${fault}`));
  }
  return found;
}

describe('as a browser draws it, no view has a text outside its box, on another or on a curve', () => {
  test.each(Object.keys(maps))(
    'of the map %s',
    async (name) => {
      for (const language of ['en', 'fr'] as const) expect(await faults(map(name), map('laptop'), language)).toEqual([]);
    },
    120_000,
  );

  test.each(Object.keys(tongues).flatMap((tongue) => [3, 12, 60].map((steps) => ({ tongue, steps }))))(
    'of a map of $steps steps in $tongue',
    async ({ tongue, steps }) => {
      expect(await faults(inTongue(longMap(steps), tongue), inTongue(map('laptop'), tongue), 'en')).toEqual([]);
    },
    120_000,
  );

  test.each(Object.keys(tongues))(
    'of the map that has everything, in %s',
    async (tongue) => {
      expect(await faults(inTongue(map('everything'), tongue), inTongue(map('laptop'), tongue), 'fr')).toEqual([]);
    },
    120_000,
  );
});

describe('in a map from right to left', () => {
  test.each(viewNames.flatMap((view) => ['Arabic', 'Hebrew'].map((tongue) => ({ view, tongue }))))(
    'the view $view reads from right to left, in $tongue',
    async ({ view, tongue }) => {
      const drawn = inTongue(longMap(12), tongue);
      const before = inTongue(map('laptop'), tongue);
      await showIn(page, toSvg(drawMap(drawn, { view, before, theme: light })));
      const lines = await page.evaluate(leftwardLines);
      expect(lines.length).toBeGreaterThan(view === 'persona' ? 5 : 20);
      expect(lines.filter(({ runsLeft }) => !runsLeft).map(({ text }) => text)).toEqual([]);
      // What ends a sentence stands at its left.
      const ended = lines.filter(({ ends }) => ends !== undefined);
      expect(ended.filter(({ ends }) => ends !== 'left').map(({ text }) => text)).toEqual([]);
      if (view !== 'persona') expect(ended.length).toBeGreaterThan(0);
    },
    60_000,
  );
});

interface Leftward {
  text: string;
  /** Its letters follow each other from right to left. */
  runsLeft: boolean;
  /** The side of the last letter that a point, a question or an exclamation mark stands on, where there is one. */
  ends: 'left' | 'right' | undefined;
}

/** The lines of a page's pictures that begin with an Arabic or a Hebrew letter. Runs in the page, so it uses nothing from outside itself. */
function leftwardLines(): Leftward[] {
  const letter = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;
  return [...document.querySelectorAll<SVGTextElement>('svg text')].flatMap((node) => {
    const spans = [...node.querySelectorAll('tspan')];
    const lines: SVGTextContentElement[] = spans.length > 0 ? spans : [node];
    return lines
      .filter(({ textContent }) => /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(textContent ?? ''))
      .map((line) => {
        const text = line.textContent ?? '';
        const before = spans
          .slice(0, spans.indexOf(line as SVGTSpanElement))
          .reduce((sum, each) => sum + (each.textContent ?? '').length, 0);
        const at = (index: number) => (spans.length > 0 ? node : line).getExtentOfChar((spans.length > 0 ? before : 0) + index).x;
        const letters = [...text.matchAll(letter)].map(({ index }) => index);
        const [first = 0, last = 0] = [letters[0], letters.at(-1)];
        const mark = /[.!?؟]["”]?$/.exec(text)?.index;
        const ends = mark === undefined || last > mark ? undefined : at(mark) < at(last) ? ('left' as const) : ('right' as const);
        return { text, runsLeft: first === last || at(first) > at(last), ends };
      });
  });
}
