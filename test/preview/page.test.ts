import { describe, expect, it } from 'vitest';
import type { JourneyMap, Mark } from '../../src/map/model.ts';
import type { ToPage } from '../../src/preview/protocol.ts';
import type { ThinReply } from '../../src/preview/thin.ts';
import type { MapReply } from '../../src/server/protocol.ts';
import type { Panel } from './browser.ts';
import { largeMap, mapOf, replyOf } from './maps.ts';
import { type Mutation, mutationsSeen, watchMutations } from './mutations.ts';
import { panelsOfTests } from './panels.ts';

/** The page of the panel, in a browser and under its content security policy. */

let panel: Panel;
const panels = panelsOfTests(() => panel);

const told = (reply: ThinReply): ToPage => ({ type: 'map', uri: 'file:///a.journey', name: 'a.journey', reply });
const show = (map: JourneyMap, version: number, more?: Partial<MapReply>) => panel.tell(told(replyOf(map, version, more)));
const bare = (why: NonNullable<MapReply['why']>, version: number, errors = 0) =>
  panel.tell(told({ version, why, journeys: [], marks: {}, errors }));

const laptop = (does = 'Searches the intranet') =>
  mapOf('Laptop', {
    Request: [
      { name: 'form', title: 'Look for the form', does: [does], feels: -1, touchpoints: ['Order form'] },
      { name: 'call', title: 'Phone the desk', feels: 1, touchpoints: ['Hotline'], pains: ['Nobody answers'] },
    ],
    Wait: [{ name: 'wait', title: 'Hear nothing', feels: -2 }],
  });
const form = 'journey:Laptop/stage:Request/step:form';
const call = 'journey:Laptop/stage:Request/step:call';

const element = (id: string) => panel.page.locator(`[data-id="${id}"]`).first();
const scroll = () => panel.page.$eval('.view', ({ scrollLeft, scrollTop }) => ({ x: scrollLeft, y: scrollTop }));
const scrollTo = (x: number, y: number) =>
  panel.page.$eval('.view', (view, [left, top]) => view.scrollTo(left as number, top as number), [x, y]);
const percent = () => panel.page.locator('.percent').innerText();
const boxOf = async (selector: string) => {
  const box = await panel.page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not there`);
  return box;
};

/** What changes in the page while something is done. */
async function mutations(act: () => Promise<void>): Promise<Mutation[]> {
  await watchMutations(panel.page);
  await act();
  return mutationsSeen(panel.page);
}

describe('a stage out of sight', () => {
  it('is laid out once one scrolls to it, with what its elements measure there before', async () => {
    panel = await panels.open({ width: 700, height: 500 });
    await show(largeMap(12, 8), 1);
    const laidOut = (stage: number) =>
      panel.page
        .locator('[data-region^="stage:"]')
        .nth(stage)
        .evaluate((region) => region.querySelector('text')?.checkVisibility({ contentVisibilityAuto: true }));
    await expect.poll(() => laidOut(0)).toBe(true);
    expect(await laidOut(11)).toBe(false);
    expect((await boxOf('[data-region^="stage:"] >> nth=11')).width).toBeGreaterThan(500);
    expect((await element('journey:Large/stage:Stage 11/step:s11-7/touchpoint:Desk 11.7').boundingBox())?.width).toBeGreaterThan(50);
    await scrollTo(1e6, 0);
    await expect.poll(() => laidOut(11)).toBe(true);
  });
});

describe('a wide stage', () => {
  it('keeps its name in sight while one scrolls along it, and within itself', async () => {
    panel = await panels.open();
    await show(largeMap(3, 8), 1);
    const words = panel.page.locator('[data-region="heads"] [data-slides]').first();
    const stage = panel.page.locator('[data-region="heads"] [data-slides]').first().locator('xpath=../*[local-name()="path"]');
    const start = await words.boundingBox();
    const width = (await stage.boundingBox())?.width ?? 0;
    await scrollTo(200, 0);
    await expect.poll(async () => Math.abs(((await words.boundingBox())?.x ?? 0) - (start?.x ?? 0)) < 40).toBe(true);
    await scrollTo(width - 60, 0);
    await expect
      .poll(async () => {
        const [text, chevron] = [await words.boundingBox(), await stage.boundingBox()];
        return text !== null && chevron !== null && text.x + text.width <= chevron.x + chevron.width;
      })
      .toBe(true);
    await scrollTo(0, 0);
    await expect.poll(async () => (await words.boundingBox())?.x).toBe(start?.x);
  });
});

describe('pictures', () => {
  const square = (colour: string) =>
    `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="${colour}"/></svg>`)}`;
  const travelled = (does?: string) => {
    const map = laptop(does);
    const lists = { goals: [], needs: [], motivations: [], frustrations: [], prefers: [], evidence: [] };
    return { ...map, personas: [{ id: 'persona:Vera', name: 'Vera', title: 'Vera Cruz', declared: true, ...lists }] };
  };
  const pictures = { photos: { Vera: square('#ff0000') }, logo: { href: square('#0000ff'), size: { width: 4, height: 1 } } };
  /** How many pixels of a colour a part of the page shows. */
  const shows = async (selector: string, [red, green, blue]: [number, number, number]): Promise<boolean> => {
    const shot = (await panel.page.locator(selector).first().screenshot()).toString('base64');
    return panel.page.evaluate(
      async ([data, ...wanted]) => {
        const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data as string), (letter) => letter.charCodeAt(0))]));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.drawImage(image, 0, 0);
        const middle = context.getImageData(image.width >> 1, image.height >> 1, 1, 1).data;
        return [0, 1, 2].every((at) => middle[at] === wanted[at]);
      },
      [shot, red, green, blue] as const,
    );
  };

  it('are drawn under the page’s policy, and stay while the text is edited though they come once', async () => {
    panel = await panels.open();
    await show(travelled('Searches the intranet now'), 1, { stamp: 's', pictures });
    expect(await shows('[data-id="persona:Vera"] image', [255, 0, 0])).toBe(true);
    expect(await shows('[data-region="header"] image[preserveAspectRatio="xMaxYMid meet"]', [0, 0, 255])).toBe(true);
    const seen = await mutations(() => show(travelled('Searches the intranet won'), 2, { stamp: 's' }));
    expect(seen).toHaveLength(1);
    expect(await shows('[data-id="persona:Vera"] image', [255, 0, 0])).toBe(true);
  });

  it('give way to initials once they are gone', async () => {
    panel = await panels.open();
    await show(travelled(), 1, { stamp: 's', pictures });
    await show(travelled(), 2);
    expect(await panel.page.locator('image').count()).toBe(0);
    expect(await panel.page.locator('[data-id="persona:Vera"]').first().textContent()).toContain('VC');
  });

  it('are not the only sign of a house: its colour frames the step, and its font comes first', async () => {
    panel = await panels.open();
    await show(travelled(), 1, { brand: { accent: '#0f766e', font: 'Source Sans 3' } });
    await panel.tell({ type: 'cursor', step: call, moved: true });
    expect(await panel.page.$eval('.frame', (frame) => getComputedStyle(frame).borderColor)).toBe('rgb(15, 118, 110)');
    expect(await panel.page.$eval('.picture', (drawn) => getComputedStyle(drawn).fontFamily)).toMatch(/^"Source Sans 3", Inter,/);
  });
});

describe('drawing', () => {
  it('says that it is ready, and which version is on the screen', async () => {
    panel = await panels.open();
    await show(laptop(), 4);
    expect(await panel.said()).toEqual([{ type: 'ready' }, { type: 'view', view: 'map' }, { type: 'drawn', version: 4 }]);
    await expect(element(form).isVisible()).resolves.toBe(true);
  });

  it('changes one text and nothing else for a word of the same width', async () => {
    panel = await panels.open();
    await show(laptop('Searches the intranet now'), 1);
    const seen = await mutations(() => show(laptop('Searches the intranet won'), 2));
    expect(seen).toEqual([{ where: 'picture', what: 'characterData #text' }]);
  });

  it('draws the last of many maps, and no map twice', async () => {
    panel = await panels.open();
    await panel.page.evaluate(
      (messages) => {
        for (const message of messages) window.postMessage(message, '*');
      },
      [1, 2, 3, 4, 5, 6].map((version) => told(replyOf(laptop(`Version ${version}`), version))),
    );
    await panel.page.waitForSelector('body[data-version="6"]', { state: 'attached' });
    const drawn = (await panel.said()).filter(({ type }) => type === 'drawn');
    expect(drawn.length).toBeLessThan(6);
    expect(drawn.at(-1)).toEqual({ type: 'drawn', version: 6 });
  });

  it('keeps the nodes of a step that is renamed', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    await panel.page.evaluate(
      (id) => Object.assign(window, { node: document.querySelector(`[data-id="${id}/touchpoint:Hotline"]`) }),
      call,
    );
    const renamed = laptop();
    const json = JSON.stringify(renamed).replaceAll('step:call', 'step:phone');
    await show(JSON.parse(json) as JourneyMap, 2);
    const kept = await panel.page.evaluate(() => (window as unknown as { node: SVGElement }).node.dataset.id);
    expect(kept).toBe('journey:Laptop/stage:Request/step:phone/touchpoint:Hotline');
    expect(await panel.page.evaluate(() => (window as unknown as { node: SVGElement }).node.isConnected)).toBe(true);
  });

  it('drops what is no message of ours', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    for (const message of [null, 'map', { type: 'map' }, { type: 'map', uri: 'u', name: 'n', reply: { version: 9 } }]) {
      await panel.page.evaluate((each) => window.postMessage(each, '*'), message);
    }
    await show(laptop(), 2);
    expect((await panel.said()).at(-1)).toEqual({ type: 'drawn', version: 2 });
  });

  it('asks for the whole where it refused what the next message takes for known', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    await panel.page.evaluate(
      (messages) => {
        for (const each of messages) window.postMessage(each, '*');
      },
      [
        told({ ...replyOf(laptop(), 2), errors: 'none' } as unknown as ThinReply),
        told({ ...replyOf(laptop(), 3), map: { ...laptop(), stages: [0, 1] } }),
      ],
    );
    await expect.poll(async () => (await panel.said()).at(-1)).toEqual({ type: 'ready' });
    await show(laptop(), 4);
    expect((await panel.said()).at(-1)).toEqual({ type: 'drawn', version: 4 });
  });

  it('follows the lanes that are asked for, and keeps what is selected', async () => {
    panel = await panels.open();
    const labels = () => panel.page.locator('.picture').first().innerText();
    await show(laptop(), 1);
    await element(call).click();
    expect(await labels()).toMatch(/Steps.*Feels.*Touchpoints.*Pains/s);
    await show(laptop(), 2, { lanes: ['pains', 'steps'] });
    expect(await labels()).toMatch(/Pains.*Steps/s);
    expect(await labels()).not.toMatch(/Feels|Touchpoints/);
    await expect.poll(async () => (await panel.kept()).selected).toBe(call);
    await show(laptop(), 3);
    expect(await labels()).toMatch(/Steps.*Feels.*Touchpoints.*Pains/s);
  });

  it('shows the view that is chosen, and the one of the text once the text asks for another', async () => {
    panel = await panels.open();
    const labels = () => panel.page.locator('.picture').first().innerText();
    const chosen = () => panel.page.locator('select.views').inputValue();
    const asks = (view: 'macro' | 'persona') => ({ ...laptop(), view });
    await show(laptop(), 1);
    expect(await chosen()).toBe('map');
    await panel.page.locator('select.views').selectOption('blueprint');
    expect(await labels()).toMatch(/Line of interaction/);
    await show(laptop('Asks a colleague'), 2);
    expect(await labels()).toMatch(/Asks a colleague.*Line of interaction/s);
    await expect.poll(async () => (await panel.kept()).view).toEqual({ chosen: 'blueprint', insteadOf: 'map' });
    await show(asks('macro'), 3);
    expect(await chosen()).toBe('macro');
    expect(await labels()).not.toMatch(/Line of interaction/);
  });

  it('asks for the map that is improved where one chooses to compare, and draws both when it is there', async () => {
    panel = await panels.open();
    const improving = { ...laptop(), improves: { name: 'Old', title: 'Old' } };
    await show(improving, 1);
    await panel.page.locator('select.views').selectOption('compare');
    await expect.poll(async () => (await panel.said()).at(-1)).toEqual({ type: 'view', view: 'compare' });
    const gone = () => panel.page.locator('.picture', { hasText: 'Stand in a queue' }).count();
    expect(await gone()).toBe(0);
    await show(improving, 2, { before: mapOf('Old', { Request: [{ name: 'queue', title: 'Stand in a queue' }] }) });
    expect(await gone()).toBe(1);
    await panel.page.locator('select.views').selectOption('map');
    await expect.poll(async () => (await panel.said()).at(-1)).toEqual({ type: 'view', view: 'map' });
  });

  it('compares a map with the one that it improves', async () => {
    panel = await panels.open();
    await show(laptop(), 1, { view: 'compare', before: laptop('Searches for an hour') });
    expect(await panel.page.locator('.picture').first().innerText()).toMatch(/steps better/);
  });

  it('follows the editor’s theme without losing its place', async () => {
    panel = await panels.open({ width: 500, height: 400 });
    await show(largeMap(3, 4), 1);
    await scrollTo(300, 200);
    const light = await panel.page.$eval('.picture', (each) => getComputedStyle(each).backgroundColor);
    await panel.theme('vscode-dark');
    await expect.poll(() => panel.page.$eval('.picture', (each) => getComputedStyle(each).backgroundColor)).not.toBe(light);
    expect(await scroll()).toEqual({ x: 300, y: 200 });
  });
});

describe('without a picture', () => {
  it('is calm before the first map', async () => {
    panel = await panels.open();
    expect(await panel.page.locator('.waiting').innerText()).toContain('Drawing');
  });

  it('invites to write in an empty file, and to add a journey where things are only declared', async () => {
    panel = await panels.open();
    await bare('empty', 1);
    expect(await panel.page.locator('.example').innerText()).toContain('journey "Book a visit"');
    await panel.page.setViewportSize({ width: 310, height: 600 });
    expect(await panel.page.$eval('.instead', (each) => each.scrollWidth <= each.clientWidth)).toBe(true);
    await bare('declares', 2);
    expect(await panel.page.locator('h1').innerText()).toBe('Now add a journey');
    await show(laptop(), 3);
    expect(await panel.page.locator('.message').count()).toBe(0);
  });

  it('says so where nothing could be read from the first', async () => {
    panel = await panels.open();
    await bare('unreadable', 1, 3);
    expect(await panel.page.locator('.badge').innerText()).toBe('cannot be read, 3 errors');
    expect(await panel.page.locator('h1').innerText()).toContain('cannot be read');
  });

  it('leaves the picture as it is while the text cannot be read, with a badge', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    const seen = await mutations(() => bare('unreadable', 2, 1));
    expect(seen.filter(({ where }) => where === 'picture')).toEqual([]);
    expect(await panel.page.locator('.badge').innerText()).toBe('cannot be read, 1 error');
    expect(await panel.page.$eval('.picture', (each) => getComputedStyle(each).opacity)).toBe('1');
    await show(laptop(), 3, { errors: 2 });
    expect(await panel.page.locator('.badge').innerText()).toBe('2 errors');
  });

  it('comes back to its place after a moment without a journey', async () => {
    panel = await panels.open({ width: 500, height: 400 });
    await show(largeMap(3, 4), 1);
    await scrollTo(250, 150);
    await panel.kept();
    await bare('empty', 2);
    await show(largeMap(3, 4), 3);
    expect(await scroll()).toEqual({ x: 250, y: 150 });
  });

  it('shows a notice while the server is away', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    await panel.tell({ type: 'notice', text: 'The server is away.' });
    expect(await panel.page.locator('.notice').innerText()).toBe('The server is away.');
    await panel.tell({ type: 'notice' });
    expect(await panel.page.locator('.notice').count()).toBe(0);
  });
});

describe('zoom', () => {
  const wheelAt = async (x: number, y: number, delta: number) => {
    await panel.page.mouse.move(x, y);
    await panel.page.keyboard.down('Control');
    await panel.page.mouse.wheel(0, delta);
    await panel.page.keyboard.up('Control');
  };

  it('keeps what is under the pointer in place', async () => {
    panel = await panels.open({ width: 600, height: 450 });
    const map = largeMap(4, 5);
    await show(map, 1);
    await scrollTo(900, 500);
    const selector = `[data-id="${map.stages[1]?.steps[2]?.touchpoints[0]?.id}"]`;
    const before = await boxOf(selector);
    const pointer = { x: before.x + 20, y: before.y + 10 };
    for (const delta of [-200, -200, 300, -100, 120]) {
      const { width } = await boxOf('.picture');
      await wheelAt(pointer.x, pointer.y, delta);
      await expect.poll(async () => (await boxOf('.picture')).width).not.toBe(width);
      const box = await boxOf(selector);
      const scale = box.width / before.width;
      expect(Math.abs(box.x + 20 * scale - pointer.x)).toBeLessThan(1.5);
      expect(Math.abs(box.y + 10 * scale - pointer.y)).toBeLessThan(1.5);
    }
  });

  it('has buttons and keys', async () => {
    panel = await panels.open({ width: 600, height: 450 });
    await show(largeMap(4, 5), 1);
    expect(await percent()).toBe('100 %');
    await panel.page.click('[aria-label="Zoom in"]');
    expect(await percent()).toBe('110 %');
    await panel.page.keyboard.press('Control+Minus');
    await panel.page.keyboard.press('Control+Minus');
    expect(await percent()).toBe('90 %');
    await panel.page.keyboard.press('Control+0');
    expect(await percent()).toBe('100 %');
    await panel.page.click('[aria-label="Fit all"]');
    const [picture, view] = [await boxOf('.picture'), await boxOf('.view')];
    expect(picture.width).toBeLessThanOrEqual(view.width);
    expect(picture.height).toBeLessThanOrEqual(view.height);
    await panel.page.click('.percent');
    expect(await percent()).toBe('100 %');
  });

  it('keeps a fit while one edits, until one zooms by hand', async () => {
    panel = await panels.open({ width: 600, height: 450 });
    await show(largeMap(3, 3), 1);
    const room = () => panel.page.$eval('.view', (view) => [view.scrollWidth - view.clientWidth, view.scrollHeight - view.clientHeight]);
    await panel.page.click('[aria-label="Fit the width"]');
    const before = await percent();
    await show(largeMap(3, 4), 2);
    expect((await room())[0]).toBe(0);
    expect(await percent()).not.toBe(before);
    await panel.page.click('[aria-label="Fit all"]');
    await expect.poll(room).toEqual([0, 0]);
    await show(largeMap(5, 8), 3);
    await expect.poll(room).toEqual([0, 0]);
    expect(await percent()).toMatch(/^\d(\.\d)? %$/);
    await panel.page.click('[aria-label="Zoom in"]');
    const byHand = await percent();
    await show(largeMap(2, 2), 4);
    expect(await percent()).toBe(byHand);
  });

  it('keeps the keys of a zoom to itself', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    await panel.page.evaluate(() => {
      const heard: string[] = [];
      window.addEventListener('keydown', ({ key }) => heard.push(key));
      Object.assign(window, { heard });
    });
    await panel.page.keyboard.press('Control+Minus');
    await panel.page.keyboard.press('F1');
    expect(await panel.page.evaluate(() => (window as unknown as { heard: string[] }).heard)).not.toContain('-');
    expect(await panel.page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toContain('F1');
  });

  it('fits the width again when the panel changes its size, until zoomed by hand', async () => {
    panel = await panels.open({ width: 1200, height: 600 });
    await show(largeMap(4, 5), 1);
    await panel.page.click('[aria-label="Fit the width"]');
    const fits = async () => Math.abs((await boxOf('.picture')).width - (await panel.page.$eval('.view', (view) => view.clientWidth))) < 3;
    expect(await fits()).toBe(true);
    await panel.page.setViewportSize({ width: 900, height: 600 });
    await expect.poll(fits).toBe(true);
    await panel.page.click('[aria-label="Zoom in"]');
    const { width } = await boxOf('.picture');
    await panel.page.setViewportSize({ width: 1100, height: 600 });
    await panel.page.waitForTimeout(50);
    expect((await boxOf('.picture')).width).toBe(width);
  });

  it('outlives edits, and comes back with scroll and selection in a new page', async () => {
    panel = await panels.open({ width: 600, height: 450 });
    const map = largeMap(4, 5);
    const id = map.stages[2]?.steps[1]?.touchpoints[0]?.id as string;
    await show(map, 1);
    await panel.page.keyboard.press('Control+Minus');
    await scrollTo(700, 80);
    await element(id).dispatchEvent('click');
    await show(largeMap(4, 6), 2);
    expect(await percent()).toBe('90 %');
    expect(await scroll()).toEqual({ x: 700, y: 80 });
    expect(await panel.page.locator('.selection').count()).toBe(1);
    const state = await panel.kept();
    expect(state).toMatchObject({
      uri: 'file:///a.journey',
      journey: 'journey:Large',
      scale: 0.9,
      scroll: { x: 700, y: 80 },
      selected: id,
    });
    await panel.page.close();
    panel = await panels.open({ width: 600, height: 450, state });
    await show(largeMap(4, 6), 3);
    expect(await percent()).toBe('90 %');
    expect(await scroll()).toEqual({ x: 700, y: 80 });
    expect(await panel.page.locator('.selection').count()).toBe(1);
  });
});

describe('what stays in sight', () => {
  for (const scale of [0.7, 1, 1.5]) {
    it(`holds heads at the top and labels at the left at ${scale * 100} %`, async () => {
      panel = await panels.open({ width: 700, height: 400, state: { scale } });
      await show(largeMap(4, 5), 1);
      await scrollTo(500, 420);
      const view = await boxOf('.view');
      const top = await boxOf('.region.top:not(.left)');
      const corner = await boxOf('.region.top.left');
      expect([Math.round(top.y), Math.round(corner.y), Math.round(corner.x)]).toEqual([view.y, view.y, view.x]);
      for (const label of await panel.page.locator('.region.left').all()) expect((await label.boundingBox())?.x).toBe(view.x);
      const grounds = await panel.page.$$eval('.region.top, .region.left', (regions) =>
        regions.map((each) => getComputedStyle(each).backgroundColor),
      );
      const ground = await panel.page.$eval('.picture', (each) => getComputedStyle(each).backgroundColor);
      expect(new Set(grounds)).toEqual(new Set([ground]));
      const hit = await panel.page.evaluate(
        ([x, y]) => document.elementFromPoint(x as number, y as number)?.closest('.region')?.className,
        [corner.x + corner.width / 2, corner.y + corner.height / 2],
      );
      expect(hit).toContain('top left');
    });
  }
});

describe('the titles of the steps', () => {
  it('are kept below the heads while the steps themselves are out of sight', async () => {
    panel = await panels.open({ width: 700, height: 400 });
    await show(largeMap(2, 5), 1);
    const visible = () => panel.page.$eval('.titles', (strip) => getComputedStyle(strip).visibility);
    expect(await visible()).toBe('hidden');
    await scrollTo(0, 300);
    await expect.poll(visible).toBe('visible');
    const [strip, heads, view] = [await boxOf('.titles'), await boxOf('[data-region="heads"]'), await boxOf('.view')];
    expect(Math.abs(strip.y - heads.y - heads.height)).toBeLessThan(1);
    expect(heads.y).toBe(view.y);
    expect(await panel.page.locator('.titles text').first().textContent()).toBe('Step 0.0');
    await scrollTo(0, 0);
    await expect.poll(visible).toBe('hidden');
  });
});

describe('the header', () => {
  it('is no wider than the panel, stays when the lanes scroll sideways, and scrolls away upwards', async () => {
    panel = await panels.open({ width: 700, height: 400 });
    await show(largeMap(4, 5), 1);
    const [header, view] = [await boxOf('[data-region="header"]'), await boxOf('.view')];
    expect(header.x + header.width).toBeLessThanOrEqual(view.x + view.width);
    await scrollTo(800, 100);
    const after = await boxOf('[data-region="header"]');
    expect([after.x, after.y]).toEqual([header.x, header.y - 100]);
  });
});

describe('the cursor', () => {
  it('frames its step and brings it into sight when it was moved', async () => {
    panel = await panels.open({ width: 600, height: 450 });
    const map = largeMap(4, 5);
    await show(map, 1);
    const last = map.stages[3]?.steps[4]?.id as string;
    await panel.tell({ type: 'cursor', step: last, moved: false });
    expect(await scroll()).toEqual({ x: 0, y: 0 });
    await panel.tell({ type: 'cursor', step: last, moved: true });
    const [frame, view] = [await boxOf('.frame'), await boxOf('.view')];
    expect(frame.x + frame.width).toBeLessThanOrEqual(view.x + view.width);
    const { x, y } = await scroll();
    expect(x).toBeGreaterThan(500);
    expect(y).toBe(0);
  });

  it('brings the step into sight that is typed in, unless half of it is there', async () => {
    panel = await panels.open({ width: 600, height: 450 });
    const map = largeMap(4, 5);
    await show(map, 1);
    const last = map.stages[3]?.steps[4]?.id as string;
    await panel.tell({ type: 'cursor', step: last, moved: false, typed: true });
    const { x } = await scroll();
    expect(x).toBeGreaterThan(500);
    const [frame] = [await boxOf('.frame')];
    await scrollTo(x - frame.width / 3, 0);
    await panel.tell({ type: 'cursor', step: last, moved: false, typed: true });
    expect((await scroll()).x).toBeLessThan(x);
    await scrollTo(x - frame.width * 0.8, 0);
    await panel.tell({ type: 'cursor', step: last, moved: false, typed: true });
    expect((await scroll()).x).toBe(x);
  });

  it('brings a step into sight that is drawn only after the writer typed on, beyond what is in sight', async () => {
    panel = await panels.open({ width: 600, height: 450 });
    const [before, after] = [largeMap(4, 5), largeMap(4, 6)];
    await show(before, 1);
    const fresh = after.stages[3]?.steps[5]?.id as string;
    await panel.tell({ type: 'cursor', step: fresh, moved: true });
    await panel.tell({ type: 'cursor', step: fresh, moved: false, typed: true });
    await show(after, 2);
    const [frame, view] = [await boxOf('.frame'), await boxOf('.view')];
    expect(frame.x + frame.width).toBeLessThanOrEqual(view.x + view.width);
    expect((await scroll()).x).toBeGreaterThan(500);
  });

  it('leaves the picture where it is when its step is in sight', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    await panel.tell({ type: 'cursor', step: form, moved: true });
    expect(await scroll()).toEqual({ x: 0, y: 0 });
    await panel.tell({ type: 'cursor', moved: true });
    expect(await panel.page.locator('.frame').count()).toBe(0);
  });

  it('frames a step that is drawn only later, and one that is being renamed', async () => {
    panel = await panels.open();
    await panel.tell({ type: 'cursor', step: form, moved: true });
    await show(laptop(), 1);
    const before = await boxOf('.frame');
    await show(JSON.parse(JSON.stringify(laptop()).replaceAll('step:form', 'step:formu')) as JourneyMap, 2);
    expect(await boxOf('.frame')).toEqual(before);
  });
});

describe('pointing', () => {
  it('reveals the text of what is clicked, and outlines it without touching it', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    const id = `${form}/touchpoint:Order form`;
    const seen = await mutations(() => element(id).click());
    expect((await panel.said()).at(-1)).toEqual({ type: 'reveal', id });
    expect(seen.filter(({ where }) => where === 'picture').map(({ what }) => what)).toEqual(['childList DIV']);
    const [outline, box] = [await boxOf('.selection'), await boxOf(`[data-id="${id}"]`)];
    expect(Math.abs(outline.x - box.x)).toBeLessThan(6);
    expect(Math.abs(outline.width - box.width)).toBeLessThan(12);
  });

  it('keeps the outline on its element when that is renamed, and drops it when it is gone', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    await element(`${call}/touchpoint:Hotline`).click();
    await show(JSON.parse(JSON.stringify(laptop()).replaceAll('touchpoint:Hotline', 'touchpoint:Hotlines')) as JourneyMap, 2);
    await expect.poll(async () => (await panel.kept()).selected).toBe(`${call}/touchpoint:Hotlines`);
    await show(mapOf('Laptop', { Request: [{ name: 'form' }] }), 3);
    expect(await panel.page.locator('.selection').count()).toBe(0);
  });

  it('goes from element to element by the arrow keys, and opens with Enter', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    await panel.tell({ type: 'cursor', step: form, moved: false });
    await panel.page.focus('.view');
    const selected = async () => (await panel.kept()).selected;
    await panel.page.keyboard.press('ArrowRight');
    expect(await selected()).toBe(form);
    await panel.page.keyboard.press('ArrowRight');
    expect(await selected()).toBe(call);
    for (let i = 0; i < 9 && (await selected()) !== `${call}/touchpoint:Hotline`; i++) await panel.page.keyboard.press('ArrowDown');
    expect(await selected()).toBe(`${call}/touchpoint:Hotline`);
    expect(await panel.page.locator('.spoken').innerText()).toContain('Hotline');
    await panel.page.keyboard.press('ArrowLeft');
    expect(await selected()).toBe(`${form}/touchpoint:Order form`);
    await panel.page.keyboard.press('ArrowRight');
    await panel.page.keyboard.press('ArrowDown');
    expect(await selected()).toBe(`${call}/pain:1`);
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp']) await panel.page.keyboard.press(key);
    expect(await selected()).toBe('journey:Laptop/stage:Request');
    await panel.page.keyboard.press('End');
    expect(await selected()).toBe('journey:Laptop/stage:Wait');
    for (const key of ['ArrowDown', 'Home']) await panel.page.keyboard.press(key);
    expect(await selected()).toBe(form);
    for (let i = 0; i < 9 && (await selected()) !== `${form}/touchpoint:Order form`; i++) await panel.page.keyboard.press('ArrowDown');
    expect(await selected()).toBe(`${form}/touchpoint:Order form`);
    await panel.page.keyboard.press('Enter');
    expect((await panel.said()).at(-1)).toEqual({ type: 'reveal', id: `${form}/touchpoint:Order form` });
    await panel.page.keyboard.press('Escape');
    expect(await selected()).toBeUndefined();
  });

  it('can be reached by Tab, with a ring round what has the focus', async () => {
    panel = await panels.open();
    await show(laptop(), 1);
    const seen = new Set<string>();
    for (let i = 0; i < 8; i++) {
      await panel.page.keyboard.press('Tab');
      seen.add(await panel.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''));
      const ring = await panel.page.evaluate(() => {
        const focused = document.activeElement as Element;
        if (focused === document.body) return 'solid';
        const over = focused.matches('.view') && getComputedStyle(focused.parentElement as Element, '::after').borderTopStyle;
        return over || getComputedStyle(focused).outlineStyle;
      });
      expect(ring).toBe('solid');
    }
    expect([...seen]).toEqual(expect.arrayContaining(['Zoom out', 'Zoom in', 'Fit the width', 'Fit all']));
    expect(await panel.page.$eval('.view', (view) => view.tabIndex)).toBe(0);
  });

  it('goes from finding to finding, and says what was found', async () => {
    panel = await panels.open();
    const id = `${call}/touchpoint:Hotline`;
    await show(laptop(), 1, { marks: { [id]: [{ code: 'missing-channel', severity: 'warning', message: 'Hotline has no channel' }] } });
    await panel.page.click('.findings');
    await expect.poll(async () => (await panel.kept()).selected).toBe(id);
    expect(await panel.page.locator('.spoken').innerText()).toContain('Hotline has no channel');
    expect(await panel.page.locator(`[data-id="${id}"] title`, { hasText: 'Hotline has no channel' }).count()).toBe(1);
    expect(await panel.page.locator('.findings').innerText()).toBe('1 warning');
    expect(await panel.page.locator('.found').innerText()).toBe('Hotline has no channel');
    await panel.page.focus('.view');
    await panel.page.keyboard.press('Escape');
    expect(await panel.page.locator('.found').count()).toBe(0);
  });

  it('goes through errors and through the rest by themselves, also through errors that stand on nothing drawn', async () => {
    panel = await panels.open();
    const mark = (severity: Mark['severity'], message: string): Mark => ({ code: 'c', severity, message });
    const marks = {
      [form]: [mark('error', 'No such persona')],
      [call]: [mark('warning', 'No owner'), mark('info', 'No evidence')],
      '': [mark('error', 'Another journey is broken')],
    };
    await show(laptop(), 1, { marks, errors: 2 });
    expect(await panel.page.locator('.badge').innerText()).toBe('2 errors');
    expect(await panel.page.locator('.findings').innerText()).toBe('1 warning, 1 remark');
    const found = () => panel.page.locator('.found').innerText();
    const before = await boxOf(`[data-id="${form}"]`);
    await panel.page.click('.badge');
    expect([await found(), (await panel.kept()).selected]).toEqual(['No such persona', form]);
    await panel.page.click('.badge');
    expect([await found(), (await panel.kept()).selected]).toEqual(['Another journey is broken', undefined]);
    await panel.page.click('.badge');
    expect(await found()).toBe('No such persona');
    await panel.page.click('.findings');
    expect([(await found()).split('\n'), (await panel.kept()).selected]).toEqual([['No owner', 'No evidence'], call]);
    await show(laptop('Asks'), 2);
    expect(await panel.page.locator('.found').count()).toBe(0);
    expect((await boxOf(`[data-id="${form}"]`)).y).toBe(before.y);
  });

  it('lets one choose among the journeys of a file', async () => {
    panel = await panels.open();
    const journeys = [
      { id: 'journey:Laptop', title: 'Laptop' },
      { id: 'journey:Sofa', title: 'Sofa' },
    ];
    await show(laptop(), 1, { journeys });
    await panel.page.selectOption('.chooser', 'journey:Sofa');
    expect((await panel.said()).at(-1)).toEqual({ type: 'choose', journey: 'journey:Sofa' });
  });
});
