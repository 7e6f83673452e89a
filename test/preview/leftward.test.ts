import { describe, expect, it } from 'vitest';
import type { JourneyMap } from '../../src/map/model.ts';
import type { Panel } from './browser.ts';
import { mapOf, replyOf } from './maps.ts';
import { panelsOfTests } from './panels.ts';

/** A map that is read from right to left, in the panel. */

let panel: Panel;
const panels = panelsOfTests(() => panel);

const steps = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: `s${at}`, title: `שלב ${at + 1}`, feels: (at % 5) - 2, touchpoints: [`טופס ${at}`] }));
const hebrew = (count = 12) => mapOf('הזמנת מחשב', { בקשה: steps(count) });
const show = (map: JourneyMap, version: number) =>
  panel.tell({ type: 'map', uri: 'file:///a.journey', name: 'a.journey', reply: replyOf(map, version) });
const step = (at: number) => `journey:הזמנת מחשב/stage:בקשה/step:s${at}`;
const boxOf = async (selector: string) => {
  const box = await panel.page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not there`);
  return box;
};
const columnOf = (at: number) => boxOf(`[data-id="${step(at)}"]`);
const scrollBy = (x: number) => panel.page.$eval('.view', (view, by) => view.scrollBy({ left: by, behavior: 'instant' }), x);

describe('a map that is read from right to left', () => {
  it('opens at its right edge, with the names of the lanes there', async () => {
    panel = await panels.open();
    await show(hebrew(), 1);
    const [first, second, labels] = [await columnOf(0), await columnOf(1), await boxOf('[data-region="labels"]')];
    expect(second.x).toBeLessThan(first.x);
    expect(first.x + first.width).toBeLessThanOrEqual(900);
    expect(first.x).toBeGreaterThan(450);
    expect(labels.x).toBeGreaterThanOrEqual(first.x + first.width - 1);
  });

  it('keeps the names of the lanes, of the stage and the header in sight while one scrolls to its end', async () => {
    panel = await panels.open();
    await show(hebrew(), 1);
    const there = async () => [await boxOf('[data-region="labels"]'), await boxOf('[data-region="header"]'), await boxOf('[data-slides]')];
    const before = await there();
    await scrollBy(-700);
    await panel.page.waitForTimeout(100);
    const after = await there();
    for (const [index, box] of after.entries()) expect(Math.abs(box.x - (before[index]?.x ?? 0))).toBeLessThan(8);
    expect((await columnOf(0)).x).toBeGreaterThan(900);
  });

  it('grows at its end, and what one looks at stays', async () => {
    panel = await panels.open();
    await show(hebrew(), 1);
    await scrollBy(-300);
    const before = await columnOf(2);
    await show(hebrew(14), 2);
    expect((await columnOf(2)).x).toBeCloseTo(before.x, 0);
  });

  it('brings the step under the cursor into sight', async () => {
    panel = await panels.open();
    await show(hebrew(), 1);
    await panel.tell({ type: 'cursor', step: step(11), moved: true });
    await panel.page.waitForTimeout(100);
    const last = await columnOf(11);
    expect(last.x).toBeGreaterThanOrEqual(0);
    await panel.tell({ type: 'cursor', step: step(0), moved: true });
    await panel.page.waitForTimeout(100);
    const [first, labels] = [await columnOf(0), await boxOf('[data-region="labels"]')];
    expect(first.x + first.width).toBeLessThanOrEqual(labels.x + 1);
  });

  it('follows the arrow keys as they point', async () => {
    panel = await panels.open();
    await show(hebrew(), 1);
    await panel.page
      .locator(`[data-id="${step(1)}/feels:1"]`)
      .first()
      .click();
    const selected = () => boxOf('.selection');
    const middle = await selected();
    await panel.page.keyboard.press('ArrowLeft');
    const left = await selected();
    await panel.page.keyboard.press('Home');
    const home = await selected();
    expect(left.x).toBeLessThan(middle.x);
    expect(home.x).toBeGreaterThan(middle.x);
  });

  it('is a table from right to left', async () => {
    panel = await panels.open();
    await show(hebrew(4), 1);
    await panel.page.locator('button.toggle').click();
    const [name, first, second] = [await boxOf('tbody th'), await boxOf('thead th:nth-child(2)'), await boxOf('thead th:nth-child(3)')];
    expect(name.x).toBeGreaterThan(first.x);
    expect(first.x).toBeGreaterThan(second.x);
  });

  it('is gone through in the table as it stands there', async () => {
    panel = await panels.open();
    await show(hebrew(3), 1);
    await panel.page.locator('.toggle').click();
    const heads = panel.page.locator('.reader thead [data-id]');
    const [first, second] = [await heads.nth(0).boundingBox(), await heads.nth(1).boundingBox()];
    expect(second?.x).toBeLessThan(first?.x ?? 0);
    await heads.nth(0).focus();
    const focused = () => panel.page.evaluate(() => (document.activeElement as HTMLElement).dataset.id);
    await panel.page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe(step(1));
    await panel.page.keyboard.press('ArrowRight');
    expect(await focused()).toBe(step(0));
  });
});
