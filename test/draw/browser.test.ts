import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Face, faces } from '../../src/draw/fonts.ts';
import { drawMap, toSvg } from '../../src/draw/index.ts';
import { measure } from '../../src/draw/measure.ts';
import type { Scene } from '../../src/draw/scene.ts';
import { dark, highContrastDark, highContrastLight, light } from '../../src/draw/themes.ts';
import { fontSheet, openBrowser } from './browser.ts';
import { longMap, map, maps, marksOnAll } from './maps.ts';
import { geometryOfPage, overlaps } from './overlaps.ts';
import { textsToMeasure } from './texts-to-measure.ts';

const pictures = join(import.meta.dirname, '../results/draw');
let sheet: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  sheet = await fontSheet();
  browser = await openBrowser();
  page = await browser.newPage();
}, 300_000);

afterAll(() => browser?.close());

async function show(body: string): Promise<void> {
  await page.setContent(`<!doctype html><style>${sheet} body { margin: 0 }</style>${body}`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

const all = { ...maps, twelve: longMap(12), sixty: longMap(60) };

async function photograph(scene: Scene, name: string): Promise<void> {
  await page.setViewportSize({ width: Math.ceil(scene.width), height: Math.ceil(scene.height) });
  await show(toSvg(scene));
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

describe('as a browser draws it', () => {
  test.each(Object.keys(all))(
    'the map %s has no text outside its box, on another or on the curve',
    async (name) => {
      const drawn = all[name as keyof typeof all] ?? map(name);
      for (const theme of [light, dark]) {
        await photograph(drawMap(drawn, { theme, marks: marksOnAll(drawn) }), `${name}-${theme.name}`);
        expect(await page.evaluate(() => document.fonts.check('600 13px Inter'))).toBe(true);
        expect(overlaps(await page.evaluate(geometryOfPage, 'svg'))).toEqual([]);
      }
    },
    60_000,
  );

  test('a long word in a short box, a text on another and a text on a curve are found', async () => {
    await show(`<svg width="200" height="100"><g><rect width="50" height="40"/><text x="5" y="20">Much too long</text></g><text x="60" y="22">crossing</text>
      <text x="20" y="80">under a curve</text><path d="M0 60C50 60 50 90 150 90" stroke="url(#none)" fill="none"/></svg>`);
    const found = overlaps(await page.evaluate(geometryOfPage, 'svg'));
    expect(found.map((each) => each.replace(/[\d.]+/g, '#'))).toEqual([
      '“Much too long” leaves its box by #',
      '“Much too long” crosses “crossing”',
      '“under a curve” lies on the curve',
    ]);
  });

  test.each([highContrastLight, highContrastDark])(
    'the theme $name is photographed',
    async (theme) => {
      await photograph(drawMap(map('laptop'), { theme }), `laptop-${theme.name}`);
    },
    60_000,
  );

  test('no text is wider than it was measured', async () => {
    const texts = textsToMeasure.flatMap((text) =>
      (Object.keys(faces) as Face[]).flatMap((face) => [11, 13, 25].map((size) => ({ text, size, face }))),
    );
    const drawn = texts.map(
      ({ size, face }) => `<text font-size="${size}" font-weight="${faces[face].weight}" font-style="${faces[face].style}"></text>`,
    );
    await show(`<svg font-family="Inter, 'DejaVu Sans', sans-serif" text-rendering="geometricPrecision">${drawn.join('')}</svg>`);
    const widths = await page.evaluate(
      async (contents) => {
        const nodes = [...document.querySelectorAll('text')];
        for (const [index, node] of nodes.entries()) node.textContent = contents[index] ?? '';
        await Promise.all(['400', '500', '600', 'italic 400'].map((face) => document.fonts.load(`${face} 13px Inter`, contents.join(''))));
        await document.fonts.ready;
        return nodes.map((node) => node.getComputedTextLength());
      },
      texts.map(({ text }) => text),
    );
    const wider = texts.flatMap(({ text, size, face }, index) => {
      const [real, ours] = [widths[index] ?? 0, measure(text, size, face)];
      return real > ours + 0.01 ? [`${face} ${size} “${text}”: drawn ${real.toFixed(2)}, measured ${ours.toFixed(2)}`] : [];
    });
    expect(wider).toEqual([]);
    const prose = texts.map(({ text }, index) => ({ text, index })).filter(({ text }) => /^[a-zA-Z ,.äöüßé]{20,}$/.test(text));
    const excess = prose.map(
      ({ index }) => measure(texts[index]?.text ?? '', texts[index]?.size ?? 0, texts[index]?.face ?? 'regular') / (widths[index] ?? 1) - 1,
    );
    expect(Math.max(...excess)).toBeLessThan(0.05);
  }, 60_000);
});
