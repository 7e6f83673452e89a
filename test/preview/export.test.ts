import { describe, expect, it } from 'vitest';
import type { FromPage, ToPage } from '../../src/preview/protocol.ts';
import { formats } from '../../src/render/job.ts';
import type { MapReply } from '../../src/server/protocol.ts';
import type { Panel } from './browser.ts';
import { mapOf, replyOf } from './maps.ts';
import { panelsOfTests } from './panels.ts';

/** The menu of the bar that writes what is shown to a file, and the bar at all widths. */

let panel: Panel;
const panels = panelsOfTests(() => panel);
const map = mapOf('J', { S: [{ name: 'a', feels: 1 }, { name: 'b' }] });

const told = (more: Partial<MapReply> = {}): ToPage => ({ type: 'map', uri: 'file:///a', name: 'a', reply: replyOf(map, 1, more) });

const open = async (options: Parameters<typeof panels.open>[0] = {}) => {
  panel = await panels.open(options);
  await panel.tell(told());
};
const said = async <Type extends FromPage['type']>(type: Type) => (await panel.said()).filter((message) => message.type === type);
const button = () => panel.page.getByRole('button', { name: 'Export' });
const items = () => panel.page.getByRole('menuitem');
const focused = () => panel.page.evaluate(() => document.activeElement?.querySelector('b')?.firstChild?.textContent);

describe('the menu', () => {
  it('has every format with what it is good for, and asks for the one that is clicked', async () => {
    await open();
    expect(await items().count()).toBe(0);
    await button().click();
    expect(await items().count()).toBe(formats.length);
    for (const [index, format] of formats.entries())
      expect(await items().nth(index).innerText()).toMatch(new RegExp(`\\.${format}\\n.{20}`));
    await items().first().click();
    expect(await said('export')).toEqual([{ type: 'export', format: formats[0] }]);
    expect(await items().count()).toBe(0);
  });

  it('goes by keys: arrows round and round, first, last, a letter, Enter, Escape', async () => {
    await open();
    await button().focus();
    await panel.page.keyboard.press('Enter');
    const [first, last] = [await items().first().locator('b').textContent(), await items().last().locator('b').textContent()];
    const names = async () => `${await focused()}`;
    expect(first).toContain(await names());
    for (const [key, at] of [
      ['ArrowUp', last],
      ['ArrowDown', first],
      ['End', last],
      ['Home', first],
      ['m', 'Markdown text.md'],
    ] as const) {
      await panel.page.keyboard.press(key);
      expect(at, key).toContain(await names());
    }
    await panel.page.keyboard.press('Escape');
    expect(await items().count()).toBe(0);
    expect(await panel.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Export');
    await panel.page.keyboard.press('Space');
    await panel.page.keyboard.press('End');
    await panel.page.keyboard.press('Enter');
    expect(await said('export')).toEqual([{ type: 'export', format: formats.at(-1) }]);
  });

  it.each([1200, 640, 330, 240])('lies within a page of %i pixels', async (width) => {
    await open({ width, height: 260 });
    await button().click();
    const box = await panel.page.getByRole('menu').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(260);
  });

  it('is not there while there is nothing to write', async () => {
    panel = await panels.open();
    await panel.tell({ type: 'map', uri: 'file:///a', name: 'a', reply: { version: 1, why: 'empty', journeys: [], marks: {}, errors: 0 } });
    expect(await button().count()).toBe(0);
  });
});

it('the extension is told which view is shown, whenever it is another', async () => {
  await open();
  await panel.page.selectOption('.views', 'macro');
  await panel.page.selectOption('.views', 'macro');
  await panel.page.selectOption('.views', 'map');
  expect(await said('view')).toEqual(['map', 'macro', 'map'].map((view) => ({ type: 'view', view })));
});

describe('the bar', () => {
  const crowded = told({
    journeys: ['J', 'K'].map((name) => ({ id: `journey:${name}`, title: `${name} is the name of a journey` })),
    marks: {
      'journey:J/stage:S/step:a': [{ code: 'a', severity: 'error', message: 'a' }],
      'journey:J/stage:S/step:b': [{ code: 'b', severity: 'warning', message: 'b' }],
    },
    errors: 1,
  });

  it('stands in one line in a narrow panel, too, where little was found', async () => {
    panel = await panels.open({ width: 430 });
    await panel.tell(told({ marks: { 'journey:J/stage:S/step:b': [{ code: 'b', severity: 'warning', message: 'b' }] } }));
    expect(await panel.page.locator('.toolbar').evaluate((bar) => bar.clientHeight)).toBeLessThan(40);
  });

  it.each([
    [530, 'fr'],
    [530, 'en'],
    [900, 'fr'],
  ] as const)('stands in one line in a panel of %i pixels (%s)', async (width, language) => {
    panel = await panels.open({ width, language });
    await panel.tell(crowded);
    const { height, rest } = await panel.page.locator('.toolbar').evaluate((bar) => ({
      height: bar.clientHeight,
      rest: bar.scrollWidth - bar.clientWidth,
    }));
    expect([height < 40, rest]).toEqual([true, 0]);
  });

  it('covers nothing of itself at any width', async () => {
    panel = await panels.open({ width: 1000, language: 'fr' });
    await panel.tell(crowded);
    for (const width of [900, 701, 700, 620, 561, 560, 500, 430, 280]) {
      await panel.page.setViewportSize({ width, height: 400 });
      const covered = await panel.page.locator('.toolbar').evaluate((bar) => {
        const boxes = [...bar.querySelectorAll('button:not([role]), select, .badge')].map((part) => part.getBoundingClientRect());
        const shown = boxes.filter((box) => box.width > 0);
        const apart = (from: number, to: number, other: number, end: number) => to <= other + 1 || end <= from + 1;
        return shown.some((a, at) =>
          shown.slice(at + 1).some((b) => !apart(a.left, a.right, b.left, b.right) && !apart(a.top, a.bottom, b.top, b.bottom)),
        );
      });
      expect(covered, `${width}`).toBe(false);
    }
  });
});
