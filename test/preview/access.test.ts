import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { ToPage } from '../../src/preview/protocol.ts';
import type { ThinReply } from '../../src/preview/thin.ts';
import { map, marksOnAll } from '../draw/maps.ts';
import type { BodyClass, Panel } from './browser.ts';
import { replyOf } from './maps.ts';
import { panelsOfTests } from './panels.ts';

/** What the panel is to those who do not see it, use no pointer, see few colours or bear no motion. */

let panel: Panel;
const panels = panelsOfTests(() => panel);

const message = (reply: ThinReply): ToPage => ({ type: 'map', uri: 'file:///a.journey', name: 'a.journey', reply });

/** The page in one of its states. */
const states = {
  picture: async () => {
    const drawn = map('laptop');
    const journeys = [
      { id: drawn.id, title: drawn.title },
      { id: 'journey:other', title: 'Another' },
    ];
    const marks = Object.fromEntries(Object.entries(marksOnAll(drawn)).slice(0, 12));
    await panel.tell(message(replyOf(drawn, 1, { journeys, marks, errors: 2 })));
    await panel.page.locator('.view').press('ArrowDown');
  },
  table: async () => {
    await states.picture();
    await panel.page.locator('.toggle').click();
  },
  invitation: () => panel.tell(message({ version: 1, why: 'empty', journeys: [], marks: {}, errors: 0 })),
  unreadable: () => panel.tell(message({ version: 1, why: 'unreadable', journeys: [], marks: {}, errors: 3 })),
} satisfies Record<string, () => Promise<void>>;
type State = keyof typeof states;
const all = Object.keys(states) as State[];

async function opened(state: State, options: { theme?: BodyClass; width?: number } = {}): Promise<void> {
  panel = await panels.open(options);
  await states[state]();
  await panel.tell({ type: 'notice', text: 'The server is away.' });
}

/** A node of the tree that screen readers get. */
interface Told {
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  properties?: { name: string; value: { value: unknown } }[];
}

async function tree(): Promise<{ role: string; name: string; focusable: boolean }[]> {
  const session = await panel.page.context().newCDPSession(panel.page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: Told[] };
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => ({
      role: role?.value ?? '',
      name: name?.value ?? '',
      focusable: properties.some((each) => each.name === 'focusable' && each.value.value === true),
    }));
}

/** What axe finds fault with, and how many elements it finds well, of those not excluded, by all of its rules or only by some. */
async function looked(exclude: string[], rules: RunOptions): Promise<{ faults: string[]; passed: number }> {
  await panel.page.evaluate(axe.source);
  const { violations, passes } = await panel.page.evaluate(
    ([context, options]) =>
      (globalThis as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } }).axe.run(context, options),
    [{ exclude }, rules] as const,
  );
  return {
    faults: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`),
    passed: passes.reduce((sum, { nodes }) => sum + nodes.length, 0),
  };
}

const themes: BodyClass[] = ['vscode-light', 'vscode-dark', 'vscode-high-contrast', 'vscode-high-contrast-light'];

it.each(themes)('the menu of formats has nothing that axe finds fault with, nor its colours, in %s', { timeout: 60_000 }, async (theme) => {
  await opened('picture', { theme });
  await panel.page.getByRole('button', { name: 'Export' }).click();
  const { faults, passed } = await looked(['.view'], {});
  expect(faults).toEqual([]);
  expect(passed).toBeGreaterThan(20);
});

describe.each(all)('for screen readers, the %s', (state) => {
  it('has a name for whatever can be used, one heading of the first level, and all within a landmark', async () => {
    await opened(state);
    const nodes = await tree();
    const named = ['button', 'combobox', 'link', 'region', 'heading', 'img', 'columnheader', 'rowheader', 'table', 'option'];
    expect(
      nodes.filter(({ role, name, focusable }) => (named.includes(role) || (focusable && role !== 'RootWebArea')) && name.trim() === ''),
    ).toEqual([]);
    expect(nodes.filter(({ role }) => role === 'banner').length).toBe(1);
    expect(nodes.filter(({ role }) => role === 'main').length).toBe(1);
    const outside = await panel.page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (walker.currentNode.textContent?.trim() && !parent?.closest('header, main, [aria-live], script'))
          found.push(walker.currentNode.textContent);
      }
      return found;
    });
    expect(outside).toEqual([]);
    const levels = await panel.page.$$eval('h1, h2, h3', (headings) => headings.map(({ tagName }) => Number(tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('has nothing that axe finds fault with', { timeout: 60_000 }, async () => {
    await opened(state);
    expect(await panel.page.getAttribute('html', 'lang')).toBe('en');
    // The colours of the picture are held where it is drawn.
    const { faults, passed } = await looked([], { rules: { 'color-contrast': { enabled: false } } });
    expect(faults).toEqual([]);
    expect(passed).toBeGreaterThan(20);
  });

  it('is gone through by Tab in the order in which it stands, with a sign of where one is', async () => {
    await opened(state);
    await panel.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const stops: { x: number; y: number; name: string; seen: boolean }[] = [];
    // The first turn may lead out of the page: the browser begins where the focus last was.
    for (let turn = 0; turn < 20; turn++) {
      await panel.page.keyboard.press('Tab');
      const stop = await panel.page.evaluate(() => {
        const at = document.activeElement as HTMLElement;
        if (at === document.body) return undefined;
        const { x, y } = at.getBoundingClientRect();
        const ring = getComputedStyle(at);
        const stage = at.parentElement && getComputedStyle(at.parentElement, '::after');
        const seen = (ring.outlineStyle !== 'none' && Number.parseFloat(ring.outlineWidth) > 0) || stage?.content === '""';
        return { x, y, name: at.className || at.localName, seen };
      });
      if (stop === undefined && turn === 0) continue;
      if (stop === undefined || stops.some(({ name, x, y }) => name === stop.name && x === stop.x && y === stop.y)) break;
      stops.push(stop);
    }
    if (state !== 'unreadable') expect(stops.length).toBeGreaterThan(0);
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    const rows = stops.map(({ y }) => Math.round(y / 12));
    for (const [index, row] of rows.entries()) {
      const before = stops[index - 1];
      if (before === undefined) continue;
      expect(row >= (rows[index - 1] as number) && (row > (rows[index - 1] as number) || (stops[index]?.x ?? 0) > before.x)).toBe(true);
    }
    const reachable = await panel.page.$$eval('button:not(:disabled, [tabindex="-1"]), select, [tabindex="0"]', (found) => found.length);
    expect(stops).toHaveLength(reachable);
  });
});

describe.each(themes)('in the theme %s', (theme) => {
  it.each(['table', 'picture', 'invitation'] as const)('all words of the %s’s page stand out from their ground', async (state) => {
    await opened(state, { theme });
    const { faults, passed } = await looked(['.picture'], { runOnly: ['color-contrast'] });
    expect(faults).toEqual([]);
    expect(passed).toBeGreaterThan(3);
  });
});

describe('forced colours', () => {
  it('leave the picture its own, and tell by more than a border whether the table is shown', async () => {
    await opened('picture');
    await panel.page.emulateMedia({ forcedColors: 'active' });
    expect(await panel.page.$eval('.picture', (each) => getComputedStyle(each).forcedColorAdjust)).toBe('none');
    const ground = () => panel.page.$eval('.toggle', (each) => getComputedStyle(each).backgroundColor);
    const before = await ground();
    await panel.page.locator('.toggle').click();
    expect(await ground()).not.toBe(before);
    await panel.page.locator('.reader').press('ArrowDown');
    const outline = await panel.page.$eval('.reader :focus', (each) => getComputedStyle(each).outlineStyle);
    expect(outline).toBe('solid');
  });
});

describe('motion', () => {
  it('there is none, whatever one asks for', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      if (reducedMotion === 'no-preference') await panel.page.close();
      await opened('picture');
      await panel.page.emulateMedia({ reducedMotion });
      await panel.page.locator('.view').press('ArrowRight');
      await panel.page.locator('.toggle').click();
      await panel.page.locator('.reader').press('ArrowDown');
      const moving = await panel.page.evaluate(() => {
        const styled = [...document.querySelectorAll('*')].filter((each) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
          return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
        });
        return [...styled.map(({ className }) => String(className)), ...document.getAnimations().map(String)];
      });
      expect(moving).toEqual([]);
    }
  });
});
