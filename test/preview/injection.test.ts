import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewNames } from '../../src/language/names/settings.ts';
import type { ToPage } from '../../src/preview/protocol.ts';
import { hostile, payloads } from '../draw/hostile.ts';
import { map, marksOnAll } from '../draw/maps.ts';
import { type Panel, type Panels, startPanels } from './browser.ts';
import { replyOf } from './maps.ts';

/** What a hostile map, and hostile messages, do in the page of the panel under its own policy: nothing. */

/** From which payload on the fields of a map have them. `JOURNEY_PAYLOADS=500` has each field meet all. */
const turns = Number(process.env.JOURNEY_PAYLOADS ?? 5);
const starts = Array.from({ length: turns }, (_, turn) => Math.floor((turn * payloads.length) / turns));

let panels: Panels;
beforeAll(async () => {
  panels = await startPanels();
}, 120_000);
afterAll(() => panels.close());

interface Seen {
  hit: boolean;
  /** Elements and attributes that the page never has. */
  strange: string[];
  texts: number;
}

/** Has `hit` noticed, and looks through the page, touching all that is in it. Runs in the page. */
function look(): Seen {
  const tags =
    'header main div p h1 h2 ul li dl dt dd table caption thead tbody tr th td section span button select option svg g text tspan title defs path circle rect line use image linearGradient stop clipPath code pre b';
  const known = new Set(tags.split(' '));
  const scope = window as unknown as { hit: () => void; wasHit?: boolean };
  const strange = new Set<string>();
  const all = [...document.body.querySelectorAll('*')].filter((each) => each.tagName !== 'SCRIPT');
  for (const element of all) {
    const name = element.localName;
    if (!known.has(name)) strange.add(`<${name}>`);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^src|^srcdoc$|^action$|^formaction$|:href$/.test(attribute)) strange.add(`${name} ${attribute}`);
      if (attribute === 'href' && !/^#|^data:image\//.test(value)) strange.add(`${name} href=${value}`);
      if (/^(style|fill|stroke|filter|clip-path|mask)$/.test(attribute) && /url\((?!["']?#)|expression|import/i.test(value)) {
        strange.add(`${name} ${attribute}=${value}`);
      }
    }
    for (const type of ['mouseover', 'focus', 'load', 'error']) element.dispatchEvent(new Event(type));
  }
  if (document.body.querySelectorAll('script').length !== 1) strange.add('<script>');
  return { hit: scope.wasHit === true, strange: [...strange], texts: all.length };
}

async function opened(): Promise<Panel> {
  const panel = await panels.open();
  await panel.page.evaluate(() => {
    const scope = window as unknown as { hit: () => void; wasHit?: boolean };
    scope.hit = () => {
      scope.wasHit = true;
    };
  });
  return panel;
}

/** A map all of whose texts, names and ids are hostile, as the extension would send it. */
function message(first: number, version: number): ToPage {
  const drawn = hostile(map('everything'), first);
  const marks = marksOnAll(drawn);
  for (const found of Object.values(marks).flat()) found.message = payloads[(first + 3) % payloads.length] as string;
  const bad = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" onload="hit()"><script>hit()</script><image href="https://evil.example/i.png"/></svg>')}`;
  const pictures = { photos: Object.fromEntries(drawn.personas.map(({ name }) => [name, bad])), logo: { href: bad } };
  const journeys = [
    { id: drawn.id, title: drawn.title },
    { id: `${payloads[first]} other`, title: payloads[first] as string },
  ];
  const before = hostile(map('laptop'), first + 7);
  const uri = payloads[(first + 1) % payloads.length] as string;
  return { type: 'map', uri, name: uri, reply: replyOf(drawn, version, { before, marks, journeys, stamp: `${version}`, pictures }) };
}

describe('a hostile map in the panel', () => {
  it('the watch sees what is strange', async () => {
    const panel = await opened();
    await panel.page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="https://evil.example/i.png"><a href="javascript:hit()">x</a>');
    });
    const { strange } = await panel.page.evaluate(look);
    expect(strange).toEqual(expect.arrayContaining(['<img>', 'img src', '<a>', 'a href=javascript:hit()']));
    await expect.poll(() => panel.faults.some((fault) => fault.includes('Content Security Policy'))).toBe(true);
    await panel.page.close();
  });

  it.each(viewNames)(
    'runs nothing, asks for nothing and has no element but the page’s own in the view %s, drawn and told',
    async (view) => {
      const panel = await opened();
      const { page } = panel;
      for (const [index, first] of starts.entries()) {
        await panel.tell(message(first, index + 1));
        await page.locator('select.views').selectOption(view);
        const drawn = await page.evaluate(look);
        expect(drawn).toMatchObject({ hit: false, strange: [] });
        expect(drawn.texts).toBeGreaterThan(30);
        await page.locator('.toggle').click();
        const told = await page.evaluate(look);
        expect(told).toMatchObject({ hit: false, strange: [] });
        expect(told.texts).toBeGreaterThan(30);
        await page.evaluate(() => (document.querySelector('.reader [data-id]') as HTMLElement).click());
        await page.locator('.reader').press('ArrowDown');
        await page.locator('.toggle').click();
        await page.evaluate(() => document.querySelector('.view [data-id]')?.dispatchEvent(new MouseEvent('click', { bubbles: true })));
        await page.locator('.view').press('ArrowRight');
        await panel.tell({ type: 'notice', text: payloads[first] as string });
        expect(await page.evaluate(look)).toMatchObject({ hit: false, strange: [] });
      }
      expect(panel.requests).toEqual([]);
      expect(panel.faults).toEqual([]);
      expect((await panel.said()).some(({ type }) => type === 'reveal')).toBe(true);
      await page.close();
    },
    1_800_000,
  );
});

/** A message with one thing in it replaced, at every place. */
function* spoilt(value: unknown, wrong: unknown): Generator<unknown> {
  yield wrong;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    for (const other of spoilt(inner, wrong))
      yield Array.isArray(value) ? value.map((each, at) => (String(at) === key ? other : each)) : { ...value, [key]: other };
  }
}

describe('a message that is not as agreed', () => {
  it('leaves the page as it is, wherever it is wrong, and the next good one is drawn', async () => {
    const good = message(0, 1);
    const wrongs = [null, 7, 'text', [], {}, [null], { id: 1 }, true];
    const all = wrongs.flatMap((wrong) => [...spoilt(good, wrong)]);
    const every = Math.max(1, Math.floor(all.length / (turns * 60)));
    const some = all.filter((_, index) => index % every === 0);
    expect(some.length).toBeGreaterThan(200);
    const panel = await opened();
    for (const view of viewNames) {
      await panel.tell(message(0, 1));
      await panel.page.locator('select.views').selectOption(view);
      await panel.page.evaluate(async (messages) => {
        for (const each of messages) {
          window.postMessage(each, '*');
          await new Promise((done) => setTimeout(done, 0));
        }
      }, some);
      await panel.tell(message(0, 99));
      expect(panel.faults).toEqual([]);
      await panel.page.evaluate(() => delete document.body.dataset.version);
    }
    expect(panel.requests).toEqual([]);
    await panel.page.close();
  }, 1_800_000);
});
