import { describe, expect, it } from 'vitest';
import type { JourneyMap } from '../../src/map/model.ts';
import type { Panel } from './browser.ts';
import { largeMap, replyOf } from './maps.ts';
import { panelsOfTests } from './panels.ts';

/** A long picture is there once the stages in sight are; the others are filled after that frame, or when they are asked for. */

let panel: Panel;
const panels = panelsOfTests(() => panel);

/** Which stages have elements, how many faces there are, and whether some are still to come: at once after a map came, and after what is done in the same turn. */
interface Seen {
  filled: boolean[];
  faces: number;
  isFilling: boolean;
}

type Act = 'nothing' | 'scroll to the end' | 'select' | 'print';

/** Sends a map and looks at the page in the same turn in which it is drawn, before the browser can fill any more. */
function seenAtOnce(map: JourneyMap, version: number, act: Act = 'nothing'): Promise<Seen> {
  const message = { type: 'map', uri: 'file:///a.journey', name: 'a.journey', reply: replyOf(map, version) };
  return panel.page.evaluate(
    async ([given, wanted, does]) => {
      const drawn = new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          if (document.body.dataset.version !== String(wanted)) return;
          observer.disconnect();
          resolve();
        }).observe(document.body, { attributes: true, attributeFilter: ['data-version'] });
      });
      window.postMessage(given, '*');
      await drawn;
      const view = document.querySelector('.view') as HTMLElement;
      if (does === 'scroll to the end') {
        view.scrollLeft = view.scrollWidth;
        view.dispatchEvent(new Event('scroll'));
      }
      if (does === 'select') view.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      if (does === 'print') window.dispatchEvent(new Event('beforeprint'));
      const stages = [...document.querySelectorAll('[data-region^="stage:"]')];
      return {
        filled: stages.map((stage) => stage.querySelector('text') !== null),
        faces: document.querySelectorAll('[data-region="curve"] [data-id]').length,
        isFilling: document.body.dataset.filling !== undefined,
      };
    },
    [message, version, act] as const,
  );
}

const whole = () => panel.page.waitForSelector('body:not([data-filling])', { state: 'attached' });
const titles = () => panel.page.$$eval('[data-region^="stage:"]', (stages) => stages.map((stage) => stage.querySelectorAll('text').length));

describe('a long picture', () => {
  it('is there when the stages in sight are, and the others follow', async () => {
    panel = await panels.open({ width: 700, height: 500 });
    const { filled, isFilling } = await seenAtOnce(largeMap(20, 8), 1);
    expect([filled[0], filled.at(-1), isFilling]).toEqual([true, false, true]);
    await whole();
    expect((await titles()).every((count) => count > 0)).toBe(true);
  });

  it.each<{ act: Act; when: string }>([
    { act: 'select', when: 'is asked for its elements' },
    { act: 'print', when: 'is printed' },
  ])('is filled at once when it $when', async ({ act }) => {
    panel = await panels.open({ width: 700, height: 500 });
    const { filled, isFilling } = await seenAtOnce(largeMap(20, 8), 1, act);
    expect([filled.every(Boolean), isFilling]).toEqual([true, false]);
  });

  it('is filled where one scrolls to before it is looked at', async () => {
    panel = await panels.open({ width: 700, height: 500 });
    const { filled, isFilling } = await seenAtOnce(largeMap(20, 8), 1, 'scroll to the end');
    expect([filled[0], filled[9], filled.at(-1), isFilling]).toEqual([true, false, true, true]);
  });

  it('has the faces of its curve that are in sight, and then all of them', async () => {
    panel = await panels.open({ width: 700, height: 500 });
    const faces = () => panel.page.$$eval('[data-region="curve"] [data-id]', (all) => all.length);
    const { faces: first } = await seenAtOnce(largeMap(20, 8), 1);
    expect(first).toBeGreaterThan(2);
    expect(first).toBeLessThan(40);
    await whole();
    expect(await faces()).toBe(160);
  });

  it('shows in the end what came last, where another map comes soon after', async () => {
    panel = await panels.open({ width: 700, height: 500 });
    const after = largeMap(20, 8);
    const last = after.stages.at(-1)?.steps.at(-1);
    if (!last) throw new Error('The map has no step');
    last.title = 'Another name';
    await seenAtOnce(largeMap(20, 8), 1);
    await seenAtOnce(after, 2);
    await whole();
    const shown = await panel.page.$$eval('[data-region^="stage:"]', (stages) => stages.at(-1)?.textContent ?? '');
    expect(shown).toContain('Another name');
    expect(shown).not.toContain('Step 19.7');
  });

  it('forgets what waits when a text without a map comes', async () => {
    panel = await panels.open({ width: 700, height: 500 });
    await seenAtOnce(largeMap(20, 8), 1);
    await panel.tell({
      type: 'map',
      uri: 'file:///a.journey',
      name: 'a.journey',
      reply: { version: 2, why: 'empty', journeys: [], marks: {}, errors: 0 },
    });
    expect(await panel.page.locator('body[data-filling]').count()).toBe(0);
    expect(panel.faults).toEqual([]);
  });
});

describe('a shorter picture', () => {
  it('is there as a whole', async () => {
    panel = await panels.open({ width: 700, height: 500 });
    const { filled, isFilling } = await seenAtOnce(largeMap(10, 8), 1);
    expect([filled.length, filled.every(Boolean), isFilling]).toEqual([10, true, false]);
  });
});
