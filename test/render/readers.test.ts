import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPng, writePng } from './pixels.ts';
import {
  boxesInInkscape,
  drawnAsImage,
  drawnByInkscape,
  drawnByRsvg,
  fontsOfPdf,
  infoOfPdf,
  openReader,
  pagesOfPdf,
  pdfByLibreOffice,
  scratch,
  textOfPdf,
} from './readers.ts';
import { differences, expectAsReviewed } from './reviewed.ts';

/** A word on one half of a green ground. */
const picture = (word: string, ground = '#2f9e6b') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" fill="#fff"/><rect id="ground" width="150" height="100" fill="${ground}"/>
  <text x="160" y="60" font-family="Arial" font-size="30">${word}</text></svg>`;

function fileOf(name: string, svg: string): string {
  const file = join(scratch('readers'), name);
  writeFileSync(file, svg);
  return file;
}

const file = fileOf('word.svg', picture('laptop'));

describe('the readers open a picture', () => {
  test('as an image in Chromium, in Inkscape and in librsvg, alike', async () => {
    const browser = await openReader();
    const [chromium, inkscape, rsvg] = await Promise.all([drawnAsImage(browser, file), drawnByInkscape(file), drawnByRsvg(file)]).finally(
      () => browser.close(),
    );
    const pixels = readPng(chromium);
    expect([pixels.width, pixels.height, ...pixels.rgba.subarray(0, 4)]).toEqual([300, 100, 0x2f, 0x9e, 0x6b, 255]);
    expect(differences(readPng(inkscape), pixels)).toEqual([]);
    expect(differences(readPng(rsvg), pixels)).toEqual([]);
    expect(differences(readPng(writePng(pixels)), pixels)).toEqual([]);
    expectAsReviewed(rsvg, 'readers');
  }, 120_000);

  test('Inkscape says where things are', async () => {
    expect((await boxesInInkscape(file)).get('ground')).toEqual({ x: 0, y: 0, width: 150, height: 100 });
  }, 60_000);

  test('LibreOffice makes a PDF of it, and poppler reads that', async () => {
    const pdf = await pdfByLibreOffice(file);
    expect((await infoOfPdf(pdf)).Pages).toBe('1');
    expect(await textOfPdf(pdf)).toContain('laptop');
    expect(await fontsOfPdf(pdf)).toContain('Liberation');
    expect(await pagesOfPdf(pdf, { width: 300 })).toHaveLength(1);
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  }, 120_000);
});

test('a word that is missing, another word and another colour are found', async () => {
  const [whole, without, other, red] = await Promise.all(
    [picture('laptop'), picture(''), picture('forgotten'), picture('laptop', '#9e2f6b')].map(async (svg, index) =>
      readPng(await drawnByRsvg(fileOf(`${index}.svg`, svg))),
    ),
  );
  if (!whole || !without || !other || !red) throw new Error('Nothing was drawn.');
  for (const changed of [without, other, red]) expect(differences(changed, whole).length).toBeGreaterThan(5);
}, 60_000);
