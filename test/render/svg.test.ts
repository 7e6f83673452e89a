import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Face, faces } from '../../src/draw/fonts.ts';
import type { SceneNode } from '../../src/draw/index.ts';
import { toSvg } from '../../src/draw/index.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { drawn } from '../../src/render/drawn.ts';
import { textOf } from '../../src/render/fonts/for-text.ts';
import { lettersByFace } from '../../src/render/fonts/letters.ts';
import { render } from '../../src/render/index.ts';
import type { Job } from '../../src/render/job.ts';
import { nodeResources } from '../../src/render/node/resources.ts';
import { geometryOfScene } from '../draw/geometry-of-scene.ts';
import { hardMaps } from '../draw/hard-maps.ts';
import { longMap, map, maps } from '../draw/maps.ts';
import { overlaps } from '../draw/overlaps.ts';
import { farthest, readPng, writePng } from './pixels.ts';
import { boxesInInkscape, drawnAsImage, drawnByInkscape, drawnByRsvg, openReader, scratch, wordsByRsvg } from './readers.ts';
import { differences, expectAsReviewed } from './reviewed.ts';

const resources = nodeResources();
let browser: Browser;
beforeAll(async () => {
  browser = await openReader();
}, 60_000);
afterAll(() => browser?.close());

/** A photograph: red at its left, green at its right. */
const photo = (() => {
  const rgba = Uint8Array.from(
    { length: 40 * 40 * 4 },
    (_, at) => (at % 4 === 3 ? 255 : at % 160 < 80 ? [200, 40, 40][at % 4] : [40, 140, 60][at % 4]) ?? 0,
  );
  return `data:image/png;base64,${writePng({ width: 40, height: 40, rgba }).toString('base64')}`;
})();

const photosOf = (of: JourneyMap) => Object.fromEntries(of.personas.map(({ name }) => [name, photo]));

const jobOf = (of: JourneyMap, more: Partial<Job> = {}): Job => ({ map: of, theme: 'light', photos: {}, ...more });

async function rendered(job: Job): Promise<string> {
  const { content, warnings } = await render('svg', job, resources);
  expect(warnings).toEqual([]);
  return String(content);
}

async function fileOf(name: string, job: Job): Promise<string> {
  const file = join(scratch('svg'), `${name}.svg`);
  writeFileSync(file, await rendered(job));
  return file;
}

const laptop = () => jobOf(map('laptop'));
/** With all kinds of pictures in the picture. */
const pictured = () => ({ ...laptop(), photos: photosOf(map('laptop')), logo: { href: photo, size: { width: 40, height: 40 } } });

describe('a picture that stands alone', () => {
  test.each<[name: string, job: () => Job]>([
    ['laptop', pictured],
    ['german', () => jobOf(map('german'))],
  ])(
    'of the map %s looks as reviewed in Chromium, Inkscape and librsvg',
    async (name, job) => {
      const file = await fileOf(name, job());
      const [chromium, inkscape, rsvg] = await Promise.all([drawnAsImage(browser, file), drawnByInkscape(file), drawnByRsvg(file)]);
      expectAsReviewed(chromium, `svg-${name}-chromium`);
      expectAsReviewed(inkscape, `svg-${name}-inkscape`);
      expectAsReviewed(rsvg, `svg-${name}-inkscape`);
    },
    60_000,
  );

  test('has every word as text', async () => {
    const job = laptop();
    const words = textOf(drawn(job))
      .split(/\s+/)
      .filter((word) => /\p{L}/u.test(word));
    const found = (await wordsByRsvg(await fileOf('words', job))).split(/\s+/);
    expect(words.length).toBeGreaterThan(100);
    expect(words.filter((word) => !found.includes(word))).toEqual([]);
  }, 60_000);

  test('is set in a browser as with the whole font, though it carries little of it', async () => {
    const job = jobOf(map('everything'));
    const scene = drawn(job);
    const whole = await Promise.all(
      [...lettersByFace([scene]).keys()].map(async (face: Face) => ({
        ...faces[face],
        format: 'truetype' as const,
        base64: Buffer.from(await resources.font(face)).toString('base64'),
      })),
    );
    const reference = join(scratch('svg'), 'whole.svg');
    writeFileSync(reference, toSvg(scene, { fonts: whole }));
    const [part, all] = await Promise.all([
      fileOf('part', job).then((file) => drawnAsImage(browser, file)),
      drawnAsImage(browser, reference),
    ]);
    expect(farthest(part, all)).toBe(0);
  }, 60_000);

  test('names the font of a house first, and carries ours for who lacks it', async () => {
    const svg = await rendered({ ...laptop(), font: 'House Grotesk' });
    expect(svg).toMatch(/ font-family="'House Grotesk', 'Inter \w+', Inter, /);
    expect([...svg.matchAll(/font-family:"([^"]*)"/g)].every(([, family]) => family?.startsWith('Inter '))).toBe(true);
  });

  test('refers to nothing outside itself, and is the same each time', async () => {
    const job: Job = { ...pictured(), isAuto: true };
    const svg = await rendered(job);
    expect(await rendered(job)).toBe(svg);
    const addresses = [...svg.matchAll(/(?:href="|url\()([^")]+)/g)].map(([, address]) => address ?? '');
    expect(addresses.some((address) => address.startsWith('data:image/png'))).toBe(true);
    expect(addresses.filter((address) => !/^(#|data:)/.test(address))).toEqual([]);
  });

  test('of 60 steps is smaller than 300 kB, also for two themes', async () => {
    for (const isAuto of [false, true]) {
      const svg = await rendered(jobOf(longMap(60), isAuto ? { isAuto } : {}));
      expect(svg).toContain('@font-face');
      expect(Buffer.byteLength(svg)).toBeLessThan(300_000);
    }
  });
});

describe('in Inkscape, which does not see the font that the file carries,', () => {
  const narrow = ['laptop', 'german', 'personas'].map((name) => [name, map(name)] as const);
  const hard = Object.entries(hardMaps).filter(([name]) => /80 letters|every kind|long name|5 personas/.test(name));
  test.each([...narrow, ...hard])(
    'no text of the map %s leaves its box or lies on another',
    async (name, of) => {
      const scene = drawn(jobOf(of));
      const found = geometryOfScene(scene);
      // Each line gets an id, in the order in which they are drawn. Inkscape says nothing of lines beside a title.
      let count = 0;
      const plain = toSvg(scene).replace(/(?<!<svg[^>]*>)<title>[^<]*<\/title>/g, '');
      const told = plain.replace(
        /<(text|tspan)((?:[^>](?!\/>))*[^>])>(?!<tspan)/g,
        (_, tag, attributes) => `<${tag} id="line-${count++}"${attributes}>`,
      );
      const file = join(scratch('svg'), `fits-${name.replace(/\W/g, '-')}.svg`);
      writeFileSync(file, told);
      expect(count).toBe(found.lines.length);
      const boxes = await boxesInInkscape(file);
      const lines = found.lines.map((line, index) => {
        const box = boxes.get(`line-${index}`);
        if (!box && line.text.trim() !== '') throw new Error(`Inkscape does not draw “${line.text}”.`);
        return box ? { ...line, x: box.x, width: box.width } : line;
      });
      expect(overlaps({ ...found, lines })).toEqual([]);
      expect(lines.filter((line, index) => Math.abs(line.width - (found.lines[index]?.width ?? 0)) > 0.5).length).toBeGreaterThan(3);
    },
    60_000,
  );
});

describe('a picture in two themes', () => {
  const jobs: [name: string, job: Job][] = [
    ['laptop', pictured()],
    ['house', { ...laptop(), accent: '#8a1538' }],
    ['everything', jobOf(map('everything'), { view: 'compare', before: map('laptop') })],
    ['persona', jobOf(map('personas'), { view: 'persona' })],
  ];
  test.each(jobs)(
    '%s is the light one or the dark one, as the reader’s system is',
    async (name, job) => {
      const [both, light, dark] = await Promise.all([
        fileOf(`${name}-both`, { ...job, isAuto: true }),
        fileOf(`${name}-light`, job),
        fileOf(`${name}-dark`, { ...job, theme: 'dark' }),
      ]);
      const shown = (file: string, scheme: 'light' | 'dark') => drawnAsImage(browser, file, { scheme });
      const inDark = await shown(both, 'dark');
      expect(farthest(await shown(both, 'light'), await shown(light, 'light'))).toBe(0);
      expect(farthest(inDark, await shown(dark, 'light'))).toBe(0);
      if (name === 'laptop') expectAsReviewed(inDark, `svg-${name}-dark`);
    },
    60_000,
  );

  test('is the light one for those who know of no preference', async () => {
    const [, job] = jobs[0] as [string, Job];
    const [both, light] = await Promise.all([fileOf('plain-both', { ...job, isAuto: true }), fileOf('plain-light', job)]);
    for (const draw of [drawnByInkscape, drawnByRsvg]) expect(farthest(await draw(both), await draw(light))).toBe(0);
  }, 60_000);

  test('has ids of its own, and is small beside the picture', async () => {
    for (const of of [...Object.values(maps), longMap(60)]) {
      const [both, light] = [await rendered(jobOf(of, { isAuto: true })), await rendered(jobOf(of))];
      const ids = [...(both + light).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(both.length - light.length).toBeLessThan(6_000);
    }
  });
});

test('two maps in one page, one of them in two themes, are as each by itself', async () => {
  const jobs: Job[] = [
    { ...laptop(), isAuto: true },
    jobOf(map('german'), { isAuto: true }),
    jobOf(map('sparse'), { theme: 'dark' }),
    laptop(),
  ];
  const pictures = await Promise.all(jobs.map(rendered));
  const page = await browser.newPage({ colorScheme: 'dark' });
  const file = join(scratch('svg'), 'page.html');
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><style>body{margin:0}svg{display:block}</style>${pictures.join('')}`);
  await page.goto(pathToFileURL(file).href);
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  for (const [index, job] of jobs.entries()) {
    const inPage = await page.locator('svg').nth(index).screenshot();
    const alone = await drawnAsImage(browser, await fileOf(`alone-${index}`, job), { scheme: 'dark' });
    // Edges are smoothed a little differently in a page.
    expect(differences(readPng(inPage), readPng(alone))).toEqual([]);
  }
  await page.close();
}, 60_000);

/** Every node of a picture, for what a test asks of all of them. */
function all(nodes: readonly SceneNode[]): SceneNode[] {
  return nodes.flatMap((node) => [node, ...all(node.children ?? [])]);
}

test('no picture has nodes that only some readers draw', () => {
  for (const of of Object.values(maps)) {
    const nodes = all(drawn(jobOf(of)).regions.flatMap(({ children }) => children));
    const names = new Set(nodes.flatMap(({ attrs }) => Object.keys(attrs)));
    for (const name of ['dominant-baseline', 'alignment-baseline', 'baseline-shift', 'textLength', 'xml:space', 'style', 'filter', 'mask'])
      expect(names.has(name), name).toBe(false);
    expect(nodes.map(({ tag }) => tag)).not.toContain('use');
  }
});
