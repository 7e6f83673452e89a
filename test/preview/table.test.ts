import { describe, expect, it } from 'vitest';
import type { JourneyMap } from '../../src/map/model.ts';
import type { ToPage } from '../../src/preview/protocol.ts';
import type { MapReply } from '../../src/server/protocol.ts';
import { longMap, map as mapNamed } from '../draw/maps.ts';
import type { Panel } from './browser.ts';
import { mapOf, replyOf } from './maps.ts';
import { mutationsSeen, watchMutations } from './mutations.ts';
import { panelsOfTests } from './panels.ts';

/** The table in the panel: what the picture shows, in words. */

let panel: Panel;
const panels = panelsOfTests(() => panel);

const told = (reply: MapReply): ToPage => ({ type: 'map', uri: 'file:///a.journey', name: 'a.journey', reply });
const show = (map: JourneyMap, version: number, more?: Partial<MapReply>) => panel.tell(told(replyOf(map, version, more)));

const laptop = (does = 'Searches the intranet') =>
  mapOf('Laptop', {
    Request: [
      { name: 'form', title: 'Look for the form', does: [does, 'Asks around'], feels: -1, touchpoints: ['Order form'] },
      { name: 'call', title: 'Phone the desk', feels: 1, touchpoints: ['Hotline'], pains: ['Nobody answers'] },
    ],
    Wait: [{ name: 'wait', title: 'Hear nothing', feels: -2 }],
  });
const form = 'journey:Laptop/stage:Request/step:form';
const call = 'journey:Laptop/stage:Request/step:call';
const wait = 'journey:Laptop/stage:Wait/step:wait';

const toggle = () => panel.page.getByRole('button', { name: 'Table', exact: true });
const reader = () => panel.page.locator('.reader');
const focused = () => panel.page.evaluate(() => (document.activeElement as HTMLElement).dataset.id);
const reveals = async () => (await panel.said()).flatMap((message) => (message.type === 'reveal' ? [message.id] : []));
const press = async (...keys: string[]) => {
  for (const key of keys) await panel.page.keyboard.press(key);
};

describe('the table', () => {
  it('is reached by the keyboard, said by the picture, and leads back to it', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    expect(await reader().count()).toBe(0);
    expect(await panel.page.locator('.view').getAttribute('aria-description')).toMatch(/button “Table”/);
    await toggle().focus();
    await press('Enter');
    expect(await toggle().getAttribute('aria-pressed')).toBe('true');
    expect(await panel.page.getByRole('region', { name: 'Laptop' }).isVisible()).toBe(true);
    expect(await panel.page.getByRole('columnheader', { name: 'Phone the desk' }).isVisible()).toBe(true);
    expect(await panel.page.getByRole('rowheader', { name: 'Pains' }).isVisible()).toBe(true);
    expect(await panel.page.locator('.view').isVisible()).toBe(false);
    await press('Tab', 'Tab');
    expect(await reader().evaluate((each) => each === document.activeElement)).toBe(true);
    await press('Shift+Tab', 'Shift+Tab', 'Enter');
    expect(await reader().count()).toBe(0);
    expect(await panel.page.locator('.picture').isVisible()).toBe(true);
  });

  it('is not built before it is shown', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    expect(await panel.page.locator('table').count()).toBe(0);
  });

  it('follows the text, touching what differs alone', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    await toggle().click();
    await watchMutations(panel.page);
    await show(laptop('Searches the web'), 2);
    expect(await mutationsSeen(panel.page)).toEqual([{ where: 'page', what: 'characterData #text' }]);
    expect(await reader().innerText()).toContain('Searches the web');
    expect((await panel.said()).at(-1)).toEqual({ type: 'drawn', version: 2 });
    await toggle().click();
    expect(await panel.page.locator('.picture').innerText()).toContain('Searches the web');
  });

  it('tells the view that is chosen, also the comparison with the map before', async () => {
    panel = await panels.open();
    await show({ ...mapNamed('everything'), view: 'map' }, 1, { before: mapNamed('laptop') });
    await toggle().click();
    const rows = async () => [...new Set(await reader().locator('th[scope="row"]').allTextContents())];
    expect(await rows()).toContain('Opportunities');
    await panel.page.locator('select.views').selectOption('blueprint');
    expect(await rows()).not.toContain('Opportunities');
    expect(await rows()).toContain('Backstage');
    await panel.page.locator('select.views').selectOption('compare');
    expect(await reader().innerText()).toMatch(/Improves/);
    await panel.page.locator('select.views').selectOption('persona');
    expect(await reader().locator('table').count()).toBe(0);
    expect(await reader().getByRole('heading').count()).toBeGreaterThan(1);
  });

  it('is remembered with its place, and comes back after a moment without a journey', async () => {
    panel = await panels.open({ height: 300, state: { table: 120, scroll: { x: 0, y: 0 } } });
    await show(longMap(12), 1);
    expect(await reader().evaluate((each) => each.scrollTop)).toBe(120);
    await panel.tell(told({ version: 2, why: 'empty', journeys: [], marks: {}, errors: 0 }));
    expect(await reader().count()).toBe(0);
    expect(await toggle().count()).toBe(0);
    await show(longMap(12), 3);
    expect(await reader().evaluate((each) => each.scrollTop)).toBe(120);
    await reader().evaluate((each) => each.scrollTo(0, 200));
    await expect.poll(async () => (await panel.kept()).table).toBe(200);
    await toggle().click();
    expect((await panel.kept()).table).toBeUndefined();
    expect(await panel.page.locator('.picture').isVisible()).toBe(true);
  });

  it('stays while the text cannot be read', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    await toggle().click();
    await panel.tell(told({ version: 2, why: 'unreadable', journeys: [], marks: {}, errors: 1 }));
    expect(await reader().innerText()).toContain('Nobody answers');
  });

  it('is in the language of the picture, and says so', async () => {
    panel = await panels.open({ language: 'fr' });
    await show(laptop(), 1, { language: 'fr' });
    await panel.page.getByRole('button', { name: 'Tableau', exact: true }).click();
    expect(await panel.page.locator('.words').getAttribute('lang')).toBe('fr');
    expect(await reader().getByRole('rowheader', { name: 'Difficultés' }).count()).toBe(1);
    expect(await panel.page.locator('.view').getAttribute('aria-description')).toMatch(/Tableau/);
  });

  it('never needs to be scrolled sideways', async () => {
    panel = await panels.open({ width: 900 });
    const long = laptop('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrikantenverbandsvorsitz');
    await show(long, 1);
    await toggle().click();
    for (const width of [900, 560, 320, 240]) {
      await panel.page.setViewportSize({ width, height: 600 });
      await expect.poll(() => reader().evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
      const cut = await panel.page
        .locator('.words')
        .evaluate(
          (words) =>
            [...words.querySelectorAll('table')].filter((each) => each.getBoundingClientRect().right > words.getBoundingClientRect().right)
              .length,
        );
      expect(cut).toBe(0);
    }
  });
});

describe('in the table', () => {
  it('a click shows the text, and marking a text does not', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    await toggle().click();
    await reader().getByText('Nobody answers').click();
    expect(await reveals()).toEqual([`${call}/pain:1`]);
    const box = await reader().getByText('Asks around').boundingBox();
    await panel.page.mouse.move((box?.x ?? 0) + 2, (box?.y ?? 0) + 8);
    await panel.page.mouse.down();
    await panel.page.mouse.move((box?.x ?? 0) + 50, (box?.y ?? 0) + 8, { steps: 4 });
    await panel.page.mouse.up();
    expect(await reveals()).toHaveLength(1);
    expect(await panel.page.evaluate(() => String(document.getSelection()))).not.toBe('');
  });

  it('keys go along rows and columns, and Enter shows the text', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    await toggle().click();
    await press('Tab', 'Tab', 'ArrowDown');
    expect(await focused()).toBe('journey:Laptop');
    await press('ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(await focused()).toBe(form);
    await press('ArrowRight');
    expect(await focused()).toBe(call);
    await press('ArrowRight');
    expect(await focused()).toBe(call);
    await press('Home', 'ArrowDown', 'ArrowDown');
    expect(await focused()).toBe(`${form}/does:2`);
    await press('ArrowDown', 'End');
    expect(await focused()).toBe(`${call}/feels:1`);
    await press('ArrowDown', 'Enter');
    expect(await reveals()).toEqual([`${call}/touchpoint:Hotline`]);
    await press('ArrowDown', 'ArrowDown');
    expect(await focused()).toBe('journey:Laptop/stage:Wait');
    await press('ArrowDown');
    expect(await focused()).toBe(wait);
    await press('ArrowUp', 'ArrowUp');
    expect(await focused()).toBe(`${call}/pain:1`);
    expect((await panel.kept()).selected).toBe(`${call}/pain:1`);
    await press('Escape');
    expect((await panel.kept()).selected).toBeUndefined();
  });

  it('the step of the cursor is marked and brought into sight', async () => {
    panel = await panels.open({ height: 320 });
    const map = longMap(40);
    await show(map, 1);
    await toggle().click();
    const last = map.stages.at(-1)?.steps.at(-1)?.id ?? '';
    await panel.tell({ type: 'cursor', step: last, moved: true });
    const header = reader().locator('[aria-current]');
    expect(await header.count()).toBe(1);
    expect(await header.getAttribute('data-id')).toBe(last);
    const box = await header.boundingBox();
    expect(box && box.y > 0 && box.y + box.height <= 320).toBe(true);
  });

  it('findings stand where they were found, and the bar leads to them', async () => {
    panel = await panels.open();
    const marks = { [`${call}/pain:1`]: [{ code: 'x', severity: 'warning' as const, message: 'No way out is written.' }] };
    await show(laptop(), 1, { marks });
    await toggle().click();
    expect(await reader().getByRole('img', { name: 'No way out is written.' }).count()).toBe(1);
    await panel.page.getByText('1 warning').click();
    expect((await panel.kept()).selected).toBe(`${call}/pain:1`);
    expect(await panel.page.locator('.found').innerText()).toContain('No way out');
    expect(await panel.page.locator('.spoken').innerText()).toBe('Nobody answers. No way out is written.');
  });

  it('what is selected in the picture stays selected, there and back', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    await panel.page.locator(`[data-id="${call}/pain:1"]`).first().click();
    await toggle().click();
    expect(await reader().locator('.selected').getAttribute('data-id')).toBe(`${call}/pain:1`);
    await reader().getByText('Asks around').click();
    await toggle().click();
    expect(await panel.page.locator('.selection').count()).toBeGreaterThan(0);
    expect((await panel.kept()).selected).toBe(`${form}/does:2`);
  });

  it('what is selected stays so while it is renamed', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    await toggle().click();
    await reader().getByText('Hotline').click();
    await show(JSON.parse(JSON.stringify(laptop()).replaceAll('touchpoint:Hotline', 'touchpoint:Line')) as JourneyMap, 2);
    await expect.poll(async () => (await panel.kept()).selected).toBe(`${call}/touchpoint:Line`);
  });

  it('the focus stays where what had it is gone', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    await toggle().click();
    await reader().getByText('Nobody answers').focus();
    await show(mapOf('Laptop', { Request: [{ name: 'form', title: 'Look for the form' }] }), 2);
    expect(await reader().evaluate((each) => each === document.activeElement)).toBe(true);
    await press('ArrowDown');
    expect(await focused()).toBe('journey:Laptop');
  });

  it('another journey begins at its top', async () => {
    panel = await panels.open({ height: 300 });
    const other = { ...longMap(12), id: 'journey:Other', title: 'Another' };
    const journeys = [longMap(12), other].map(({ id, title }) => ({ id, title }));
    await show(longMap(12), 1, { journeys });
    await toggle().click();
    await reader().evaluate((each) => each.scrollTo(0, 200));
    await show({ ...longMap(12), goals: [] }, 2, { journeys });
    expect(await reader().evaluate((each) => each.scrollTop)).toBeGreaterThan(100);
    await show(other, 3, { journeys });
    expect(await reader().evaluate((each) => each.scrollTop)).toBe(0);
  });

  it('zooming is left to the editor', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    const { scale } = await panel.kept();
    await toggle().click();
    expect(await panel.page.locator('.percent').count()).toBe(0);
    await panel.page.evaluate(() =>
      document.addEventListener('keydown', ({ defaultPrevented }) => Object.assign(window, { taken: defaultPrevented })),
    );
    await panel.page.keyboard.press('Control+Shift+Equal');
    expect(await panel.page.evaluate(() => (window as unknown as { taken?: boolean }).taken)).toBe(false);
    const prevented = await reader().evaluate(
      (each) => !each.dispatchEvent(new WheelEvent('wheel', { deltaY: -100, ctrlKey: true, bubbles: true, cancelable: true })),
    );
    expect(prevented).toBe(false);
    expect((await panel.kept()).scale).toBe(scale);
  });
});
