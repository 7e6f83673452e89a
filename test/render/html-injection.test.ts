import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Resources } from '../../src/render/job.ts';
import { hostile, payloads } from '../draw/hostile.ts';
import { map } from '../draw/maps.ts';
import { htmlOf, htmlResources, jobOf, type Opened, openHtml } from './files.ts';
import { openReader } from './readers.ts';

/** What a hostile map does in an HTML file: nothing. */

/** From which payload on the fields of a map have them. `JOURNEY_PAYLOADS=500` has each field meet all. */
const turns = Number(process.env.JOURNEY_PAYLOADS ?? 2);
const starts = Array.from({ length: turns }, (_, turn) => Math.floor((turn * payloads.length) / turns));

let browser: Browser;
let resources: Resources;
beforeAll(async () => {
  [browser, resources] = await Promise.all([openReader(), htmlResources()]);
}, 120_000);
afterAll(() => browser.close());

/** Has `hit` noticed, and looks through the document, touching all that is in it. Runs in the page. */
function look(): { hit: boolean; strange: string[]; elements: number } {
  const tags =
    'html head meta link title style script body header main div p h1 h2 ul li dl dt dd table caption thead tbody tr th td section span button select option a svg g text tspan title desc defs path circle rect line use image linearGradient stop clipPath';
  const known = new Set(tags.split(' '));
  const strange = new Set<string>();
  const all = [...document.querySelectorAll('*')];
  for (const element of all) {
    const name = element.localName;
    if (!known.has(name)) strange.add(`<${name}>`);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^src|^srcdoc$|^action$|^formaction$/.test(attribute)) strange.add(`${name} ${attribute}`);
      const allowed = name === 'a' ? /^(?:https?:\/\/|mailto:)/ : /^#|^data:image\/|^data:,$/;
      if (/(?:^|:)href$/.test(attribute) && !allowed.test(value)) strange.add(`${name} ${attribute}=${value}`);
      if (/^(style|fill|stroke|filter|clip-path|mask)$/.test(attribute) && /url\((?!["']?#)|expression|import/i.test(value))
        strange.add(`${name} ${attribute}=${value}`);
    }
    for (const type of ['mouseover', 'focus', 'load', 'error']) element.dispatchEvent(new Event(type));
  }
  const counts = ['script', 'style', 'base', 'meta[http-equiv]', 'link'].map((each) => document.querySelectorAll(each).length);
  if (counts.join(' ') !== '2 1 0 1 1') strange.add(`scripts, styles, bases, policies, links: ${counts.join(' ')}`);
  return { hit: 'wasHit' in window, strange: [...strange], elements: all.length };
}

async function opened(html: string, javaScriptEnabled: boolean): Promise<Opened> {
  const file = await openHtml(browser, html, { javaScriptEnabled });
  return file;
}

/** A file of a map all of whose texts, names and ids are hostile, as are its pictures. */
function hostileFile(first: number): Promise<string> {
  const drawn = hostile(map('everything'), first);
  const bad = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" onload="hit()"><script>hit()</script><image href="https://evil.example/i.png"/></svg>')}`;
  return htmlOf(
    jobOf(drawn, {
      before: hostile(map('laptop'), first + 7),
      photos: Object.fromEntries(drawn.personas.map(({ name }) => [name, bad])),
      logo: { href: bad },
      font: 'Evil Sans',
    }),
    resources,
  );
}

test('the watch sees what is strange, and the policy lets none of it run', async () => {
  const html = (await htmlOf(jobOf(map('laptop')), resources)).replace(
    '<main',
    '<script>window.wasHit = true</script><img src="https://evil.example/i.png" onerror="window.wasHit = true"><a href="javascript:hit()">x</a><main',
  );
  const { page, faults } = await opened(html, true);
  const { hit, strange } = await page.evaluate(look);
  expect(hit).toBe(false);
  expect(strange).toEqual(expect.arrayContaining(['<img>', 'img src', 'img onerror', 'a href=javascript:hit()']));
  expect(strange.some((each) => each.startsWith('scripts'))).toBe(true);
  expect(faults.some((fault) => fault.includes('Content Security Policy'))).toBe(true);
  await page.context().close();
});

test.each(starts)(
  'a map with payloads from number %i on runs nothing, asks for nothing and has no element but the page’s own',
  async (first) => {
    const html = await hostileFile(first);
    const { page, faults, requests } = await opened(html, true);
    expect(await page.evaluate(() => document.documentElement.className)).toBe('live');
    const seen = async () => {
      const found = await page.evaluate(look);
      expect(found).toMatchObject({ hit: false, strange: [] });
      expect(found.elements).toBeGreaterThan(100);
    };
    for (const view of await page.$$eval('.views option', (options) => options.map((option) => (option as HTMLOptionElement).value))) {
      await page.locator('select.views').selectOption(view);
      await seen();
      await page.evaluate(() => document.querySelector('.view [data-id]')?.dispatchEvent(new MouseEvent('click', { bubbles: true })));
      await page.locator('.view').press('ArrowRight');
      await page.evaluate(() => document.querySelector('.view [data-fold]')?.dispatchEvent(new MouseEvent('click', { bubbles: true })));
      await seen();
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.locator('.toggle').first().click();
      await seen();
      await page.locator('.toggle').first().click();
    }
    expect(requests).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();

    const still = await opened(html, false);
    await still.page.waitForLoadState('load');
    expect(still.requests).toEqual([]);
    await still.page.context().close();
  },
  600_000,
);
