import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { stringsOf } from '../../src/draw/index.ts';
import { tellMap } from '../../src/exchange/telling.ts';
import { type ThemeName, viewNames } from '../../src/language/names/settings.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import type { Resources } from '../../src/render/job.ts';
import { longMap, map } from '../draw/maps.ts';
import { samples } from '../draw/samples.ts';
import { inTongue } from '../draw/tongues.ts';
import { htmlOf, htmlResources, jobOf, type Opened, openHtml } from './files.ts';
import { openReader, pagesOfPdf, scratch, textOfPdf } from './readers.ts';
import { expectAsReviewed } from './reviewed.ts';

/** A map as one HTML file, opened from the disk with the network cut. */

let browser: Browser;
let resources: Resources;
let open: Opened[] = [];
beforeAll(async () => {
  [browser, resources] = await Promise.all([openReader(), htmlResources()]);
}, 120_000);
afterAll(() => browser.close());
afterEach(async () => {
  for (const { faults, requests, page } of open) {
    expect(faults).toEqual([]);
    expect(requests).toEqual([]);
    await page.context().close();
  }
  open = [];
});

/** Opens a map's file. Behind each test nothing may have gone wrong in it, and it may have asked for nothing. */
async function opened(job: Parameters<typeof htmlOf>[0], options: Parameters<typeof openHtml>[2] = {}): Promise<Page> {
  const file = await openHtml(browser, await htmlOf(job, resources), options);
  open.push(file);
  return file.page;
}

/** All that is said of a map. */
function wordsOf(of: JourneyMap, language: 'en' | 'fr' = 'en'): string[] {
  const texts: string[] = [];
  const gather = (value: unknown, key = ''): void => {
    if (typeof value === 'string') {
      if (!['id', 'address'].includes(key)) texts.push(value);
    } else if (value && typeof value === 'object') for (const [own, each] of Object.entries(value)) gather(each, own);
  };
  gather(tellMap(of, stringsOf(language), { view: of.view ?? 'map' }));
  return texts;
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const percent = (page: Page) => page.locator('.percent').innerText();
const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe('without scripts', () => {
  test.each(['English', 'Arabic', 'Japanese'])('a reader has the whole picture, and below it all words: %s', async (tongue) => {
    const told = tongue === 'English' ? map('laptop') : inTongue(map('laptop'), tongue);
    const page = await opened(jobOf(told), { javaScriptEnabled: false });
    expect(await page.title()).toBe(told.title);
    const { lang, dir } = await page.$eval('html', ({ lang, dir }) => ({ lang, dir }));
    expect({ lang, dir }).toEqual({ lang: 'en', dir: tongue === 'Arabic' ? 'rtl' : '' });
    const [paper, svg] = await Promise.all([
      page.$eval('.paper', (each) => each.scrollWidth),
      page.$eval('.paper svg', (each) => Number(each.getAttribute('width'))),
    ]);
    expect(paper).toBeGreaterThanOrEqual(svg);
    expect(svg).toBeGreaterThan(1500);
    const words = plain((await page.locator('.words').textContent()) ?? '');
    expect(wordsOf(told).filter((text) => !words.includes(plain(text)))).toEqual([]);
    expect(await page.locator('.paper title').count()).toBeGreaterThan(2);
    expect(await page.locator('#app').isVisible()).toBe(false);
    // The browser of the tests has no font for other scripts.
    if (tongue !== 'Japanese') expectAsReviewed(await page.screenshot(), `html-no-scripts-${tongue.toLowerCase()}`);
  });
});

describe('the page', () => {
  test('has the picture in place of the sheet, in the font that it carries, and its own words in the map’s tongue', async () => {
    const canape = (await samples()).find(({ language }) => language === 'fr')?.map as JourneyMap;
    const page = await opened(jobOf(canape, { language: 'fr' }));
    expect(await page.locator('.sheet').isVisible()).toBe(false);
    expect(await page.locator('.toolbar').getAttribute('aria-label')).toBe('Outils');
    expect(await page.locator('.picture').innerText()).toContain('Étapes');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    const loaded = await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family));
    expect(new Set(loaded)).toEqual(new Set(['Inter']));
    expect(await page.locator('.findings, .badge, .found').count()).toBe(0);
    // What does not fit shows under the pointer.
    expect(await page.locator('.picture title').count()).toBeGreaterThan(2);
    expectAsReviewed(await page.screenshot(), 'html-page');
  });

  test('zooms by buttons, keys and the wheel, and fits', async () => {
    const page = await opened(jobOf(longMap(24)));
    expect(await percent(page)).toBe('100 %');
    await page.getByRole('button', { name: 'Zoom in' }).click();
    expect(await percent(page)).toBe('110 %');
    await page.keyboard.press('Control+-');
    await page.keyboard.press('Control+-');
    expect(await percent(page)).toBe('90 %');
    await page.mouse.move(600, 400);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect.poll(() => percent(page)).not.toBe('90 %');
    await page.getByRole('button', { name: 'Fit all' }).click();
    const [picture, view] = await page.$$eval('.picture, .view', (all) => all.map((each) => [each.clientWidth, each.clientHeight]));
    expect([view?.[0], picture?.[0]].every((width) => (width ?? 0) <= 1100)).toBe(true);
    await page.getByRole('button', { name: 'Fit the width' }).click();
    expect(await page.$eval('.view', ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });

  test('zooms by two fingers where they are, and not the window', async () => {
    const page = await opened(jobOf(map('laptop')), { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });
    const touch = await page.context().newCDPSession(page);
    const at = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x, y: 400, id })) });
    const before = await page.locator('.picture').evaluate((each) => each.clientWidth);
    await at('touchStart', 150, 250);
    await at('touchMove', 125, 275);
    await at('touchMove', 100, 300);
    await at('touchEnd');
    await expect.poll(() => page.locator('.picture').evaluate((each, was) => Math.round((each.clientWidth / was) * 10), before)).toBe(20);
    expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1);
    expectAsReviewed(await page.screenshot(), 'html-phone');
  });

  test('folds stages by their signs and by Enter, and unfolds them', async () => {
    const page = await opened(jobOf(longMap(24)));
    const width = () => page.$eval('.picture', (each) => each.clientWidth);
    const whole = await width();
    await page.locator('[data-fold]').first().click();
    const less = await width();
    expect(less).toBeLessThan(whole - 200);
    expect(await page.locator('.card').count()).toBe(0);
    expect(await page.locator('[data-fold] title').first().textContent()).toBe('Unfold this stage');
    expectAsReviewed(await page.screenshot(), 'html-folded');
    await page.locator('[data-region="heads"] text').first().click();
    await page.locator('.view').press('Enter');
    expect(await width()).toBe(whole);
    await page.locator('.view').press('Enter');
    expect(await width()).toBe(less);
    await page.locator('select.views').selectOption('macro');
    expect(await page.locator('[data-fold] title').first().textContent()).toBe('Unfold this stage');
  });

  test('keeps heads and labels in sight', async () => {
    const page = await opened(jobOf(longMap(24)));
    await page.$eval('.view', (view) => view.scrollTo(500, 400));
    const [heads, labels] = await Promise.all(['heads', 'labels'].map((key) => page.locator(`[data-region="${key}"]`).boundingBox()));
    const view = await page.locator('.view').boundingBox();
    expect(heads?.y).toBe(view?.y);
    expect(labels?.x).toBe(view?.x);
  });

  test('goes by keys from element to element, shows all that is said of each, and gives it to screen readers', async () => {
    const page = await opened(jobOf(map('laptop')));
    await page.locator('.view').focus();
    await page.keyboard.press('ArrowDown');
    const first = await page.locator('.spoken').innerText();
    expect(first).not.toBe('');
    expect(await page.locator('.card').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('.card').count()).toBe(0);
    await page.locator('[data-lane="pains"] [data-id]').first().click();
    expect(await page.locator('.card').innerText()).toContain('severity');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('close');
    await page.keyboard.press('Enter');
    expect(await page.locator('.card').count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await page.locator('.card').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('view');
  });

  test('leaves the sheet where it cannot come up', async () => {
    const html = (await htmlOf(jobOf(map('laptop')), resources)).replace('id="map">{', 'id="map">');
    const { page, faults } = await openHtml(browser, html);
    expect(faults).toHaveLength(1);
    expect(await page.locator('.paper svg').isVisible()).toBe(true);
    await page.context().close();
  });

  test('offers the views that the map has something for, and shows each of them as a table as well', async () => {
    const page = await opened(jobOf(map('sparse')));
    const views = () => page.$$eval('.views option', (options) => options.map((option) => (option as HTMLOptionElement).value));
    const sparse = await views();
    expect(sparse.length).toBeLessThan(viewNames.length);
    const [future] = (await samples()).filter(({ before }) => before);
    const rich = await opened(jobOf(future?.map as JourneyMap, future?.before ? { before: future.before, view: 'compare' } : {}));
    expect(await rich.locator('.views').inputValue()).toBe('compare');
    const offered = await rich.$$eval('.views option', (options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(offered).toEqual(expect.arrayContaining(['map', 'compare', 'persona']));
    for (const view of offered) {
      await rich.locator('.views').selectOption(view);
      await rich.getByRole('button', { name: 'Table', exact: true }).click();
      expect((await rich.locator('.reader .words').innerText()).length).toBeGreaterThan(200);
      expect(await rich.locator('.reader [role="link"]').count()).toBe(0);
      await rich.getByRole('button', { name: 'Table', exact: true }).click();
    }
  });
});

describe('links', () => {
  const laptop = map('laptop');
  const step = laptop.stages[0]?.steps[0] as JourneyMap['stages'][number]['steps'][number];
  const links = [
    'https://example.com/a?b=1&c="',
    'http://example.com',
    'mailto:desk@example.com',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'notes.md',
    '//example.com',
    'https://a b',
  ];
  step.evidence = links.map((link, index) => ({ id: `${step.id}/evidence:${index + 1}`, text: `Proof ${index}`, link }));

  test.each([true, false])('lead to the web and to mail alone, and hand nothing over (scripts: %s)', async (javaScriptEnabled) => {
    const page = await opened(jobOf(laptop), { javaScriptEnabled });
    if (javaScriptEnabled) await page.getByRole('button', { name: 'Table', exact: true }).click();
    const found = await page.$$eval(javaScriptEnabled ? '.reader a' : '.sheet a', (all) =>
      all.map((each) => [(each as HTMLAnchorElement).href, each.getAttribute('rel')]),
    );
    expect(found).toEqual([
      ['https://example.com/a?b=1&c=%22', 'noopener noreferrer'],
      ['http://example.com/', 'noopener noreferrer'],
      ['mailto:desk@example.com', 'noopener noreferrer'],
    ]);
  });
});

describe('colours', () => {
  test('are the reader’s, with and without scripts, until the switch is used', async () => {
    const [dark, still] = await Promise.all([
      opened(jobOf(map('laptop')), { colorScheme: 'dark' }),
      opened(jobOf(map('laptop')), { colorScheme: 'dark', javaScriptEnabled: false }),
    ]);
    expect(await ground(dark)).toBe('rgb(30, 31, 36)');
    expect(await ground(still)).toBe('rgb(30, 31, 36)');
    expectAsReviewed(await dark.screenshot(), 'html-page-dark');
    expectAsReviewed(await still.screenshot(), 'html-no-scripts-dark');
    const toggle = dark.getByRole('button', { name: 'Dark colours' });
    expect(await toggle.getAttribute('aria-pressed')).toBe('true');
    await toggle.click();
    expect(await ground(dark)).toBe('rgb(255, 255, 255)');
    expect(await dark.$eval('.picture', (each) => getComputedStyle(each).backgroundColor)).toBe('rgb(255, 255, 255)');
    await dark.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => ground(dark)).toBe('rgb(30, 31, 36)');
    await dark.emulateMedia({ contrast: 'more' });
    await expect.poll(() => ground(dark)).toBe('rgb(0, 0, 0)');
  });

  test.each<ThemeName>(['light', 'dark', 'high-contrast-light', 'high-contrast-dark'])(
    'are those asked for: %s, and axe finds nothing in picture, card, table and sheet',
    async (theme) => {
      const job = jobOf(map('laptop'), { theme });
      delete job.anyTheme;
      const page = await opened(job, { colorScheme: theme.includes('dark') ? 'light' : 'dark' });
      expect(await page.getByRole('button', { name: 'Dark colours' }).count()).toBe(0);
      await page.locator('[data-id*="touchpoint"]').first().click();
      await page.evaluate(axe.source);
      const look = async (exclude: string[]): Promise<string[]> => {
        const { violations } = await page.evaluate(
          (without) => (globalThis as unknown as { axe: { run(context: object): Promise<AxeResults> } }).axe.run({ exclude: without }),
          exclude,
        );
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
      };
      // The colours of the picture are held where it is drawn.
      expect(await look(['.picture'])).toEqual([]);
      await page.getByRole('button', { name: 'Table', exact: true }).click();
      expect(await look([])).toEqual([]);
      await page.evaluate(() => document.documentElement.classList.remove('live'));
      expect(await look(['svg'])).toEqual([]);
    },
    30_000,
  );

  test('nothing moves', async () => {
    const page = await opened(jobOf(map('laptop')), { reducedMotion: 'reduce' });
    await page.locator('[data-id*="touchpoint"]').first().click();
    const moving = await page.$$eval('*', (all) =>
      all.filter((each) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
        return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
      }),
    );
    expect(moving).toEqual([]);
  });
});

describe('on paper', () => {
  test.each([true, false])(
    'stand the picture on one page and the table after it, and no button (scripts: %s)',
    async (javaScriptEnabled) => {
      const laptop = map('laptop');
      const page = await opened(jobOf(laptop), { javaScriptEnabled, colorScheme: 'dark' });
      const file = join(scratch('html'), `paper-${javaScriptEnabled}.pdf`);
      await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
      const text = await textOfPdf(file);
      const pages = text.split('\f');
      expect(pages[0]).toContain('Touchpoints');
      expect(pages[1]).toContain(laptop.title);
      expect(text).not.toMatch(/Dark colours|100 %/);
      const [first, second] = await pagesOfPdf(file, { width: 800 });
      expectAsReviewed(first as Uint8Array, 'html-paper-picture');
      expectAsReviewed(second as Uint8Array, 'html-paper-table');
    },
  );

  test('is what is shown', async () => {
    const page = await opened(jobOf(map('laptop')));
    await page.locator('.views').selectOption('persona');
    const file = join(scratch('html'), 'paper-persona.pdf');
    await page.pdf({ path: file, preferCSSPageSize: true });
    expect((await textOfPdf(file)).split('\f')[0]).not.toContain('Touchpoints');
  });
});

describe('the file', () => {
  test('holds a photo and a logo once, and shows them in the picture and on the sheet', async () => {
    const laptop = map('laptop');
    const [photo, logo] = ['red', 'green'].map((fill) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="${fill}"/></svg>`;
      return `data:image/svg+xml;base64,${btoa(svg)}`;
    }) as [string, string];
    const job = jobOf(laptop, { photos: { [laptop.personas[0]?.name ?? '']: photo }, logo: { href: logo } });
    const html = await htmlOf(job, resources);
    for (const href of [photo, logo]) expect(html.split(href)).toHaveLength(2);
    const page = await opened(job);
    const shown = () => page.$$eval('.picture image', (images) => images.map((image) => image.getAttribute('href')));
    expect((await shown()).toSorted()).toEqual([photo, logo].toSorted());
    await page.locator('.views').selectOption('persona');
    expect(await shown()).toContain(photo);
  });

  test('is the same each time, and small', async () => {
    const job = jobOf(longMap(60));
    const [once, again] = await Promise.all([htmlOf(job, resources), htmlOf(job, resources)]);
    expect(again).toBe(once);
    expect(new TextEncoder().encode(once).length).toBeLessThan(610_000);
  });

  test('allows nothing but its own script and style', async () => {
    const html = await htmlOf(jobOf(map('laptop')), resources);
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy?.replace(/sha256-[\w+/=]{44}/g, 'hash').split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'hash'",
      "style-src 'hash'",
      'img-src data:',
      'font-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });
});
