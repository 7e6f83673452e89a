import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toText } from '../../src/language/message.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { drawn } from '../../src/render/drawn.ts';
import { render } from '../../src/render/index.ts';
import type { Job, MachineFont, Resources } from '../../src/render/job.ts';
import { commandResources } from '../../src/render/node/command.ts';
import { nodeResources } from '../../src/render/node/resources.ts';
import { Refusal } from '../../src/render/refusal.ts';
import { longMap, map } from '../draw/maps.ts';
import { inTongue, tongues } from '../draw/tongues.ts';
import { readPng, writePng } from './pixels.ts';
import { drawnAsImage, openReader, scratch } from './readers.ts';
import { expectAsReviewed } from './reviewed.ts';
import { tinyFont } from './tiny-font.ts';

const folder = scratch('png');
let browser: Browser;
beforeAll(async () => {
  browser = await openReader();
}, 60_000);
afterAll(() => browser.close());

const shipped = nodeResources();
const bare: Resources = { ...shipped, machineFonts: async () => [] };

function jobOf(of: JourneyMap, more: Partial<Job> = {}): Job {
  return { map: of, theme: 'light', photos: {}, ...more };
}

async function png(job: Job, resources: Resources = bare): Promise<{ bytes: Uint8Array; warnings: string[] }> {
  const { content, warnings } = await render('png', job, resources);
  return { bytes: content as Uint8Array, warnings: warnings.map((each) => toText(each)) };
}

let files = 0;
/** A PNG as Chromium shows it, dot for dot. */
async function shown(bytes: Uint8Array): Promise<{ width: number; height: number; rgba: Uint8Array; picture: Uint8Array }> {
  const file = join(folder, `${files++}.png`);
  writeFileSync(file, bytes);
  const picture = await drawnAsImage(browser, file);
  return { ...readPng(picture), picture };
}

/** The data of a part of a PNG file, by its name. */
function part(bytes: Uint8Array, name: string): Buffer {
  const data = Buffer.from(bytes);
  const at = data.indexOf(name, 0, 'latin1');
  return data.subarray(at + 4, at + 4 + data.readUInt32BE(at - 4));
}

const laptop = map('laptop');
let plain: ReturnType<typeof shown> | undefined;
/** The laptop map as a browser shows it, at a scale of 1. */
function laptopShown(): ReturnType<typeof shown> {
  plain ??= png(jobOf(laptop, { scale: 1 })).then(({ bytes }) => shown(bytes));
  return plain;
}

describe('a PNG', () => {
  test('is of the size that was asked for, and says how large it is meant to be seen', async () => {
    const scene = drawn(jobOf(map('sparse')));
    for (const scale of [0.5, 1, undefined]) {
      const { bytes, warnings } = await png(jobOf(map('sparse'), scale === undefined ? {} : { scale }));
      const { width, height } = await shown(bytes);
      const at = scale ?? 2;
      expect(Math.abs(width - scene.width * at) + Math.abs(height - scene.height * at)).toBeLessThan(2);
      const density = part(bytes, 'pHYs');
      expect([density.readUInt32BE(0), density.readUInt32BE(4), density[8]]).toEqual([...Array(2).fill(Math.round((72 * at) / 0.0254)), 1]);
      expect(warnings).toEqual([]);
    }
  });

  test.each(['light', 'dark'] as const)('looks as reviewed: %s', async (theme) => {
    const { bytes } = await png(jobOf(laptop, { theme, scale: 1 }));
    expectAsReviewed((await shown(bytes)).picture, `png-${theme}`);
  });

  test('looks as its SVG does in a browser', async () => {
    const job = jobOf(laptop, { scale: 1 });
    const svg = join(folder, 'laptop.svg');
    writeFileSync(svg, (await render('svg', job, bare)).content);
    const [ours, theirs] = [await laptopShown(), readPng(await drawnAsImage(browser, svg))];
    expect([ours.width, ours.height]).toEqual([theirs.width, theirs.height]);
    const far = ours.rgba.reduce((count, value, index) => count + (Math.abs(value - (theirs.rgba[index] ?? 0)) > 128 ? 1 : 0), 0);
    // Edges of letters are smoothed in other ways; a line of text in another place or of another weight would be far more.
    expect(far / ours.rgba.length).toBeLessThan(0.00005);
  });

  test('has no ground where that is asked for, and all else', async () => {
    const clear = await shown((await png(jobOf(laptop, { scale: 1, transparent: true }))).bytes);
    const opaque = await laptopShown();
    const at = (x: number, y: number, channel: number) => clear.rgba[(y * clear.width + x) * 4 + channel];
    expect([at(2, 2, 3), at(clear.width - 3, clear.height - 3, 3)]).toEqual([0, 0]);
    let [off, seen] = [0, 0];
    for (let dot = 0; dot < clear.rgba.length; dot += 4) {
      const opacity = (clear.rgba[dot + 3] ?? 0) / 255;
      if (opacity > 0) seen++;
      // Laid on white it is the other picture.
      const laid = (clear.rgba[dot] ?? 0) * opacity + 255 * (1 - opacity);
      if (Math.abs(laid - (opaque.rgba[dot] ?? 0)) > 12) off++;
    }
    expect(seen / (clear.rgba.length / 4)).toBeGreaterThan(0.05);
    expect(off / seen).toBeLessThan(0.001);
    const heads = drawn(jobOf(laptop)).regions.find(({ key }) => key === 'corner');
    expect(at(4, Math.round((heads?.y ?? 0) + 4), 3)).toBe(0);
  });

  test('is the same for the same map', async () => {
    const job = jobOf(map('personas'), { scale: 0.5 });
    expect(Buffer.from((await png(job)).bytes).equals(Buffer.from((await png(job)).bytes))).toBe(true);
  });

  test('has as many dots as pixels where more would be too many for most programs', async () => {
    const { width, height } = drawn(jobOf(longMap(60)));
    expect(width * 2).toBeGreaterThan(2 ** 14);
    const { bytes } = await png(jobOf(longMap(60)), commandResources());
    expect([part(bytes, 'IHDR').readUInt32BE(0), part(bytes, 'IHDR').readUInt32BE(4)]).toEqual([Math.ceil(width), Math.ceil(height)]);
  });

  test('is dot for dot the same by the program that is built for this system', async () => {
    const here = commandResources();
    expect(await here.rasterizer?.(['regular'])).toBeDefined();
    const job = jobOf(map('everything'), { scale: 1 });
    const [ours, theirs] = [await png(job), await png(job, { ...here, machineFonts: async () => [] })];
    expect(Buffer.from(theirs.bytes).equals(Buffer.from(ours.bytes))).toBe(true);
  });

  test('is refused where no program would show it, unless a scale is asked for', async () => {
    const refusal = await png(jobOf(longMap(1000))).catch((error: unknown) => error);
    expect(toText((refusal as Refusal).said)).toMatch(
      /^a picture of \d{6} × \d+ dots is larger than programs show\..* `--scale 0\.1` makes it smaller\.$/,
    );
    const { bytes } = await png(jobOf(longMap(1000), { scale: 0.1 }));
    expect(part(bytes, 'IHDR').readUInt32BE(0)).toBeGreaterThan(2 ** 13);
  });

  test('is refused where it would be too large, with the scale that goes', async () => {
    const refusal = await png(jobOf(longMap(1000), { scale: 8 })).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    const said = toText((refusal as Refusal).said);
    expect(said).toMatch(
      /^a picture of \d+ × \d+ dots is too large for a PNG\. The largest scale for this map is \d\.\d\. An SVG or a PDF can be of any size\.$/,
    );
    const scale = Number(/map is (\d\.\d)\. /.exec(said)?.[1]);
    const { width, height } = drawn(jobOf(longMap(1000)));
    expect(width * height * scale ** 2).toBeLessThan(2 ** 28);
    expect(width * height * (scale + 0.1) ** 2).toBeGreaterThan(2 ** 28);
  });
});

describe('pictures in a PNG', () => {
  const red = writePng({ width: 8, height: 8, rgba: Uint8Array.from({ length: 256 }, (_, at) => [220, 20, 30, 255][at % 4] ?? 0) });
  const jpeg =
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==';
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#dc141e"/></svg>';
  const kinds = {
    PNG: `data:image/png;base64,${Buffer.from(red).toString('base64')}`,
    JPEG: `data:image/jpeg;base64,${jpeg}`,
    WebP: 'data:image/webp;base64,UklGRh4AAABXRUJQVlA4TBEAAAAvB8ABAAdQinLXo/+BiOh/AAA=',
    SVG: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
  };

  test.each(Object.entries(kinds))('are drawn where they are %s', async (kind, href) => {
    const persona = laptop.personas[0]?.name ?? '';
    const { bytes, warnings } = await png(jobOf(laptop, { scale: 1, photos: { [persona]: href } }));
    const without = await laptopShown();
    const { rgba } = await shown(bytes);
    let changed = 0;
    for (let dot = 0; dot < rgba.length; dot += 4) {
      const wanted = kind === 'JPEG' ? (rgba[dot] ?? 0) === (rgba[dot + 1] ?? 0) : (rgba[dot] ?? 0) > 210 && (rgba[dot + 1] ?? 0) < 40;
      if (wanted && rgba[dot + 1] !== without.rgba[dot + 1]) changed++;
    }
    // A circle of a radius of 34.
    expect(changed).toBeGreaterThan(3000);
    expect(warnings).toEqual([]);
  });
});

test.each<[what: string, attributes: string, family: string]>([
  ['is as large as it says', 'width="60" height="20"', 'sans-serif'],
  ['is smaller than a logo', 'width="30" height="10" viewBox="0 0 60 20"', 'Georgia, serif'],
])('letters in an SVG that %s are drawn, as large as a browser draws them', async (_, attributes, family) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><text y="18" font-size="20" font-family="${family}" fill="#dc141e">ACME</text></svg>`;
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(attributes) ?? [];
  const size = { width: Number(width), height: Number(height) };
  const logo = { href: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, size };
  const job = jobOf(laptop, { scale: 1, logo });
  const file = join(folder, 'lettered.svg');
  writeFileSync(file, (await render('svg', job, bare)).content);
  const [ours, theirs] = [await shown((await png(job)).bytes), readPng(await drawnAsImage(browser, file))].map(redBox);
  expect(theirs?.count).toBeGreaterThan(40);
  // In another font.
  expect(Math.abs((ours?.height ?? 0) - (theirs?.height ?? 0))).toBeLessThan(4);
});

/** Of what is red in a picture: how many dots, and how high. */
function redBox({ width, rgba }: { width: number; rgba: Uint8Array }): { count: number; height: number } {
  const rows: number[] = [];
  for (let at = 0; at < rgba.length; at += 4)
    if ((rgba[at] ?? 0) > 190 && (rgba[at + 1] ?? 0) < 90 && (rgba[at + 2] ?? 0) < 90) rows.push(Math.floor(at / 4 / width));
  const logo = rows.filter((row) => row < 60);
  return { count: logo.length, height: Math.max(...logo) - Math.min(...logo) + 1 };
}

describe('photographs that lie on their side', () => {
  /** Blue above, green and red below. */
  const jpeg = Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAgABADAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABgBAAMBAQAAAAAAAAAAAAAAAAAEBwUG/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AyTtSIAAADWJWwkM8si4RRtDPLI//2Q==',
    'base64',
  );

  /** The same with what a camera says of how it is to be turned. */
  function turned(orientation: number): string {
    const tiff = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];
    const exif = [0xff, 0xe1, 0, tiff.length + 8, ...Buffer.from('Exif\0\0'), ...tiff];
    return `data:image/jpeg;base64,${Buffer.from([...jpeg.subarray(0, 2), ...exif, ...jpeg.subarray(2)]).toString('base64')}`;
  }

  test.each([3, 5, 6])('are turned as a browser turns them: %i', async (orientation) => {
    const job = jobOf(map('laptop'), { scale: 1, photos: { [laptop.personas[0]?.name ?? '']: turned(orientation) } });
    const svg = join(folder, `turned-${orientation}.svg`);
    writeFileSync(svg, (await render('svg', job, bare)).content);
    const [ours, theirs] = [await shown((await png(job)).bytes), readPng(await drawnAsImage(browser, svg))];
    const inPhoto = (index: number) => (index / 4) % ours.width < 100 && index / 4 / ours.width < 130;
    const far = ours.rgba.filter((value, index) => inPhoto(index) && Math.abs(value - (theirs.rgba[index] ?? 0)) > 100).length;
    // A circle that is turned otherwise has thousands.
    expect(far).toBeLessThan(50);
  });
});

describe('letters that our font lacks', () => {
  /** A machine with one font, whose letters are boxes. */
  function machine(letters: Iterable<string>, width: number): Resources {
    const font = (all: string): MachineFont => ({
      family: 'Boxes',
      weight: 400,
      isItalic: false,
      hasOutlines: true,
      letters: all,
      data: tinyFont({ family: 'Boxes', letters: [...letters].join(''), width }),
    });
    return { ...shipped, machineFonts: async (asked) => [font([...asked].filter((letter) => [...letters].includes(letter)).join(''))] };
  }
  const lettersOf = (tongue: string) =>
    new Set(
      Object.values(tongues[tongue] ?? {})
        .flat()
        .join('')
        .replace(/[\s!-~]/g, ''),
    );

  test.each([
    ['Arabic', 500],
    ['Japanese', 1000],
  ])('are set in a font of the machine, as reviewed: %s', async (tongue, width) => {
    const { bytes, warnings } = await png(jobOf(inTongue(laptop, tongue), { scale: 1 }), machine(lettersOf(tongue), width));
    expect(warnings).toEqual([]);
    expectAsReviewed((await shown(bytes)).picture, `png-${tongue}`);
  });

  test('are pictures where a font draws them so', async () => {
    const picture = writePng({ width: 8, height: 8, rgba: Uint8Array.from({ length: 256 }, (_, at) => [20, 200, 30, 255][at % 4] ?? 0) });
    const data = tinyFont({ family: 'Pictures', letters: '😀', picture });
    const font = { family: 'Pictures', weight: 400, isItalic: false, hasOutlines: false, letters: '😀', data };
    const resources = { ...shipped, machineFonts: async () => [font] };
    const green = async (title: string) => {
      const { bytes, warnings } = await png(jobOf({ ...map('sparse'), title }, { scale: 1 }), resources);
      expect(warnings).toEqual([]);
      const { rgba } = await shown(bytes);
      return rgba.filter((value, at) => at % 4 === 1 && value === 200 && rgba[at - 1] === 20).length;
    };
    const [none, one, two] = [await green('Plain'), await green('One 😀'), await green('😀 two 😀')];
    expect(none).toBe(0);
    expect(one).toBeGreaterThan(400);
    expect(Math.abs(two - 2 * one)).toBeLessThan(one * 0.2);
  });

  test('are told of where no font has them; frames are drawn', async () => {
    const { bytes, warnings } = await png(jobOf({ ...map('sparse'), title: '注文 שלום 😀' }, { scale: 0.5 }));
    expect(warnings).toEqual([
      'No installed font has ו ל ם ש (Hebrew). Install one that does, such as Noto Sans Hebrew.',
      'No installed font has 文 注 (Chinese). Install one that does, such as Noto Sans CJK SC.',
      'No installed font has 😀 (emoji). Install one that does, such as Noto Emoji.',
    ]);
    // In their place are frames.
    const empty = await png(jobOf({ ...map('sparse'), title: '\u2003' }, { scale: 0.5 }));
    const inked = ({ bytes: file }: { bytes: Uint8Array }) =>
      inflateSync(part(file, 'IDAT')).filter((value) => value > 0 && value < 100).length;
    expect(inked({ bytes })).toBeGreaterThan(inked(empty) + 100);
  });
});

test('a picture says nothing that could be run, and asks for nothing', async () => {
  const hostile = { ...map('sparse'), title: '</svg><script>alert(1)</script> & "x" \u0000\uffff' };
  const { bytes } = await png(jobOf(hostile, { scale: 0.5 }));
  expect(Buffer.from(bytes).subarray(0, 8)).toEqual(readFileSync(join(import.meta.dirname, 'reviewed/readers.png')).subarray(0, 8));
});
