import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyFonts } from '../../scripts/fonts.mjs';
import { type Face, faces, wholeFontFile } from '../../src/draw/fonts.ts';
import { runs } from '../../src/draw/generated/widths.ts';
import { drawMap, themes } from '../../src/draw/index.ts';
import { embeddedFonts } from '../../src/render/fonts/embed.ts';
import { type Letters, lettersByFace } from '../../src/render/fonts/letters.ts';
import { readSubsetter } from '../../src/render/fonts/subset.ts';
import type { Resources } from '../../src/render/job.ts';
import { map } from '../draw/maps.ts';
import { textsToMeasure } from '../draw/texts-to-measure.ts';
import { openReader, scratch } from './readers.ts';

const modules = join(import.meta.dirname, '../../node_modules');
const made = scratch('fonts');
const wasm = readFileSync(join(modules, 'harfbuzzjs/dist/harfbuzz-subset.wasm'));
const names = Object.keys(faces) as Face[];
const resources: Resources = {
  font: async (face) => readFileSync(join(made, `inter-${face}.ttf`)),
  asset: async () => wasm,
};

// The reader looks a little beyond the last outline, which may be the end of the file.
const opened = (bytes: Uint8Array) => create(Buffer.concat([bytes, Buffer.alloc(16)]));
const whole = (face: Face) => readFileSync(join(modules, '@expo-google-fonts/inter', wholeFontFile(face)));

beforeAll(() => copyFonts(modules, made), 60_000);

/** What a font makes of a text: how wide each glyph is, and where it stands. */
function laidOut(font: Font, text: string): unknown {
  const { glyphs, positions } = font.layout(text);
  return positions.map(({ xAdvance, xOffset, yOffset }, index) => [xAdvance, xOffset, yOffset, glyphs[index]?.path.toSVG()]);
}

/** The texts without the letters that the font lacks: it draws the same box for all of those. */
function known(font: Font): string[] {
  const has = new Set(font.characterSet);
  return textsToMeasure.map((text) => [...text].filter((letter) => has.has(letter.codePointAt(0) ?? 0)).join(''));
}

describe.each(names)('the face %s', (face) => {
  test('ships with every letter that is measured, each as wide as in the whole font', () => {
    const [font, all] = [opened(readFileSync(join(made, `inter-${face}.ttf`))), opened(whole(face))];
    const codes = runs
      .flatMap(([first, count]) => Array.from({ length: count }, (_, index) => first + index))
      .filter((code) => code < 0xfff0);
    expect(codes.length).toBeGreaterThan(1500);
    const other = codes.filter((code) => font.glyphForCodePoint(code).advanceWidth !== all.glyphForCodePoint(code).advanceWidth);
    expect(other.map((code) => String.fromCodePoint(code))).toEqual([]);
    expect(codes.filter((code) => !font.hasGlyphForCodePoint(code))).toEqual([]);
  });

  test('has a box for the letters that it lacks, as it ships and in a picture', () => {
    const ships = readFileSync(join(made, `inter-${face}.ttf`));
    const boxes = [whole(face), ships, readSubsetter(wasm)(ships, 'a')].map((bytes) => {
      const { id, path } = opened(bytes).glyphForCodePoint('漢'.codePointAt(0) ?? 0);
      return [id, path.toSVG()];
    });
    expect(boxes[0]?.[1]).not.toBe('');
    expect(boxes).toEqual([boxes[0], boxes[0], boxes[0]]);
  });

  test('ships with its licence, and sets text as the whole font does', () => {
    const [font, all] = [opened(readFileSync(join(made, `inter-${face}.ttf`))), opened(whole(face))];
    expect(font.getName('license')).toContain('SIL Open Font License');
    expect(font.copyright).toContain('Inter');
    for (const text of known(font)) expect(laidOut(font, text), text).toEqual(laidOut(all, text));
  });

  test('with the letters of one text only sets it as the whole font does', async () => {
    const [subset, all] = [await readSubsetter(wasm), opened(whole(face))];
    // Signs that are never seen are left out, and browsers need none for them.
    const texts = known(opened(readFileSync(join(made, `inter-${face}.ttf`)))).map((text) =>
      text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''),
    );
    for (const text of texts) {
      const font = opened(subset(await resources.font(face), [text]));
      expect(laidOut(font, text), text).toEqual(laidOut(all, text));
    }
  });
});

test('what is no font is refused, and the next one is read', async () => {
  const subset = await readSubsetter(wasm);
  expect(() => subset(new Uint8Array(100), 'abc')).toThrow('cannot be read');
  expect(opened(subset(whole('regular'), 'abc')).characterSet.filter((code) => code < 0xffff)).toEqual([97, 98, 99]);
});

test('letters are told by the faces that they are set in, those of a tooltip not at all', () => {
  const of = map('laptop');
  const step = of.stages[0]?.steps[0];
  if (!step) throw new Error('The map has no step.');
  step.title = 'Жest';
  step.doc = 'Ωmega';
  const letters = lettersByFace([drawMap(of, { theme: themes.light })]);
  expect([...letters.keys()].sort()).toEqual(['italic', 'medium', 'regular', 'semibold']);
  expect(names.filter((face) => letters.get(face)?.has('Ж'))).toEqual(['semibold']);
  expect(names.filter((face) => letters.get(face)?.has('Ω'))).toEqual([]);
});

describe('the fonts that a file carries', () => {
  const text = 'AVATAR x 3x4 -> Żółć e\u0301 Съешь ἀρχὴ 77 711';
  const letters: Letters = new Map(names.map((face) => [face, new Set([...text, ...text.normalize('NFC')])]));

  test('are small, the same each time, and read by another program', async () => {
    const fonts = await embeddedFonts(letters, resources);
    expect(await embeddedFonts(letters, resources)).toEqual(fonts);
    for (const [index, { base64 }] of fonts.entries()) {
      expect(base64.length).toBeLessThan(12_000);
      const font = opened(Buffer.from(base64, 'base64'));
      const plain = opened((await readSubsetter(wasm))(await resources.font(names[index] as Face), letters.get('regular') ?? []));
      expect(font.type).toBe('WOFF');
      expect(laidOut(font, text)).toEqual(laidOut(plain, text));
    }
  });

  let browser: Awaited<ReturnType<typeof openReader>> | undefined;
  afterAll(() => browser?.close());

  test('are taken by a browser, which sets text as with the whole font', async () => {
    const fonts = await embeddedFonts(letters, resources);
    browser = await openReader();
    const page = await browser.newPage();
    const sheets = await Promise.all(
      fonts.map(async ({ weight, style, format, base64 }, index) => {
        const face = (family: string, kind: string, data: string) =>
          `@font-face{font-family:${family};font-weight:${weight};font-style:${style};src:url(data:font/${kind};base64,${data})}`;
        return face('Part', format, base64) + face('Whole', 'ttf', whole(names[index] as Face).toString('base64'));
      }),
    );
    const spans = fonts.flatMap(({ weight, style }) =>
      ['Part', 'Whole'].map((family) => `<span style="font: ${style} ${weight} 40px ${family}">${text}</span><br>`),
    );
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${sheets.join('')}</style>${spans.join('')}`);
    const [widths, failed] = await page.evaluate(async () => {
      await document.fonts.ready;
      const failed = [...document.fonts].filter(({ status }) => status !== 'loaded').length;
      return [[...document.querySelectorAll('span')].map((span) => span.getBoundingClientRect().width), failed] as const;
    });
    expect(failed).toBe(0);
    for (let index = 0; index < widths.length; index += 2) expect(widths[index]).toBeCloseTo(widths[index + 1] ?? 0, 3);
    expect(new Set(widths).size).toBeGreaterThan(2);
  }, 60_000);
});
