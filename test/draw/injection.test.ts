import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { drawMap, stringsOf, toSvg } from '../../src/draw/index.ts';
import { themes } from '../../src/draw/themes.ts';
import { type ViewName, viewNames } from '../../src/language/names/settings.ts';
import { openBrowser } from './browser.ts';
import { hostile, payloads } from './hostile.ts';
import { map, marksOnAll } from './maps.ts';

/** From which payload on the fields of a map have them: each field meets every so many of them. `JOURNEY_PAYLOADS=500` has it meet all. */
const turns = Number(process.env.JOURNEY_PAYLOADS ?? 25);
// Every other one at an odd place, where the photos are other ones.
const starts = Array.from({ length: turns }, (_, turn) => {
  const even = Math.floor((turn * payloads.length) / turns / 2) * 2;
  return even + (turn % 2);
});

let browser: Browser;
let page: Page;
let requests: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  // Data that is in the picture itself leaves nothing.
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  page.on('dialog', (dialog) => dialog.dismiss());
  await page.route('**/*', (route) => (route.request().url().startsWith('data:') ? route.continue() : route.abort()));
}, 300_000);

afterAll(() => browser?.close());

beforeEach(async () => {
  await page.goto('about:blank');
  requests = [];
});

/** A hostile map in a view, with findings that are hostile, too, and photos that are none. */
function picture(view: ViewName, first: number): string {
  const drawn = hostile(map('everything'), first);
  const marks = marksOnAll(drawn);
  for (const found of Object.values(marks).flat()) found.message = payloads[first % payloads.length] as string;
  const photo = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" onload="hit()"%3E%3Cscript%3Ehit()%3C/script%3E%3C/svg%3E';
  const bad = first % 2 === 0 ? 'https://evil.example/photo.png' : photo;
  const photos = Object.fromEntries(drawn.personas.map(({ name }) => [name, bad]));
  const before = hostile(map('laptop'), first + 7);
  return toSvg(drawMap(drawn, { view, before, marks, photos, theme: themes.light, labels: stringsOf(first % 2 ? 'fr' : 'en') }));
}

interface Seen {
  hit: boolean;
  /** Elements and attributes that no picture has. */
  strange: string[];
  /** What was drawn: not nothing. */
  texts: number;
}

/** Shows pictures in the page itself and says what came of them. Runs in the page. */
async function showAll(pictures: string[]): Promise<Seen> {
  const tags = new Set([
    'svg',
    'title',
    'desc',
    'g',
    'rect',
    'path',
    'circle',
    'line',
    'text',
    'tspan',
    'defs',
    'linearGradient',
    'stop',
    'clipPath',
    'use',
    'image',
  ]);
  const scope = window as unknown as { hit: () => void; wasHit?: boolean };
  scope.hit = () => {
    scope.wasHit = true;
  };
  const strange = new Set<string>();
  let texts = 0;
  const look = (root: ParentNode) => {
    for (const element of root.querySelectorAll('*')) {
      const name = element.tagName;
      if (!tags.has(name)) strange.add(`<${name}>`);
      for (const { name: attribute, value } of element.attributes) {
        if (/^on|^style$|^xml|^is$|:/.test(attribute) && !/^(xmlns|xmlns:xlink|xlink:href)$/.test(attribute))
          strange.add(`${name} ${attribute}`);
        if (/^(href|xlink:href|src)$/.test(attribute) && !/^#|^data:image\//.test(value)) strange.add(`${name} ${attribute}=${value}`);
        if (!attribute.startsWith('data-') && /url\((?!#)/.test(value)) strange.add(`${name} ${attribute}=${value}`);
      }
    }
    texts += root.querySelectorAll('text').length;
  };
  for (const picture of pictures) {
    document.body.innerHTML = picture;
    look(document.body);
    const parsed = new DOMParser().parseFromString(picture, 'image/svg+xml');
    if (parsed.querySelector('parsererror')) strange.add(`no XML: ${parsed.querySelector('parsererror')?.textContent?.slice(0, 200)}`);
    look(parsed);
    for (const element of document.body.querySelectorAll('svg *')) {
      for (const type of ['mouseover', 'click', 'focus']) element.dispatchEvent(new Event(type, { bubbles: false }));
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  return { hit: scope.wasHit === true, strange: [...strange], texts };
}

/** Shows pictures as images and says how many were drawn. Runs in the page. */
async function showAsImages(pictures: string[]): Promise<{ hit: boolean; drawn: number }> {
  const scope = window as unknown as { hit: () => void; wasHit?: boolean };
  scope.hit = () => {
    scope.wasHit = true;
  };
  let drawn = 0;
  for (const picture of pictures) {
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(picture)}`;
    document.body.replaceChildren(image);
    await image.decode().then(
      () => {
        drawn += 1;
      },
      () => undefined,
    );
  }
  return { hit: scope.wasHit === true, drawn };
}

test('there are 500 payloads, each of its own', () => {
  expect(new Set(payloads).size).toBeGreaterThan(400);
  expect(payloads).toHaveLength(500);
});

test('the watch sees what runs, what is asked for and what is strange', async () => {
  const bad = '<svg><a href="javascript:hit()"><text>x</text></a><image href="https://evil.example/i.svg"/></svg><img src=x onerror=hit()>';
  const { hit, strange } = await page.evaluate(showAll, [bad]);
  expect(hit).toBe(true);
  expect(strange).toEqual(expect.arrayContaining(['<a>', '<IMG>', 'IMG onerror', 'image href=https://evil.example/i.svg']));
  expect(requests.some((url) => url.includes('evil.example'))).toBe(true);
});

describe.each(viewNames)('a hostile map in the view %s', (view) => {
  test('runs nothing, asks for nothing and has no element but its own, in a page', async () => {
    const seen = await page.evaluate(
      showAll,
      starts.map((first) => picture(view, first)),
    );
    expect(seen).toMatchObject({ hit: false, strange: [] });
    expect(seen.texts).toBeGreaterThan(starts.length * 10);
    expect(requests).toEqual([]);
  }, 600_000);

  test('runs nothing and asks for nothing as an image, and is drawn', async () => {
    const seen = await page.evaluate(
      showAsImages,
      starts.map((first) => picture(view, first)),
    );
    expect(seen).toEqual({ hit: false, drawn: starts.length });
    expect(requests).toEqual([]);
  }, 600_000);
});
