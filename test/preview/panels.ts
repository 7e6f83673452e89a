import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Panel, type Panels, startPanels } from './browser.ts';

/**
 * Opens panels in a browser that the tests of a file share. Behind each test nothing may have gone wrong in its panel, which is then closed.
 *
 * @param current - Gives the panel of the test that has just run.
 */
export function panelsOfTests(current: () => Panel): Pick<Panels, 'open'> {
  let panels: Panels;
  beforeAll(async () => {
    panels = await startPanels();
  }, 120_000);
  afterAll(() => panels.close());
  afterEach(async () => {
    const { faults, page } = current();
    expect(faults).toEqual([]);
    await page.close();
  });
  return { open: (options) => panels.open(options) };
}
