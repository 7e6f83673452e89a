import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ToPage } from '../../src/preview/protocol.ts';
import type { ThinReply } from '../../src/preview/thin.ts';
import { map, marksOnAll } from '../draw/maps.ts';
import { type BodyClass, type Panel, type Panels, startPanels } from './browser.ts';
import { replyOf } from './maps.ts';

/** What the panel is to those who do not see it, use no pointer, see few colours or bear no motion. */

let panels: Panels;
let panel: Panel;
beforeAll(async () => {
  panels = await startPanels();
}, 120_000);
afterAll(() => panels.close());
afterEach(async () => {
  expect(panel.faults).toEqual([]);
  await panel.page.close();
});

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

  it('uses no attribute where it means nothing, and no id twice', async () => {
    await opened(state);
    const wrong = await panel.page.evaluate(() => {
      const generic = new Set(['div', 'span', 'p', 'pre', 'code', 'g', 'text', 'tspan', 'td', 'dd', 'dt']);
      const problems: string[] = [];
      for (const each of document.body.querySelectorAll('*')) {
        const name = each.localName;
        if (each.hasAttribute('aria-label') && generic.has(name) && !each.hasAttribute('role'))
          problems.push(`${name} with a label and no role`);
        if (each.closest('[aria-hidden="true"]') && each.matches('button, select, a, [tabindex]'))
          problems.push(`${name} hidden and reachable`);
        if (Number(each.getAttribute('tabindex')) > 0) problems.push(`${name} before its turn`);
        if (name === 'th' && !each.getAttribute('scope')) problems.push('th of nothing');
        if (name === 'table' && !each.querySelector('caption')?.textContent) problems.push('table without a caption');
        if (name === 'dl' && [...each.children].some((child) => !['dt', 'dd'].includes(child.localName))) problems.push('dl with others');
        if (
          (name === 'ul' && [...each.children].some((child) => child.localName !== 'li')) ||
          (name === 'li' && each.parentElement?.localName !== 'ul')
        )
          problems.push('a list of others');
      }
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      return [...problems, ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} twice`)];
    });
    expect(wrong).toEqual([]);
    expect(await panel.page.getAttribute('html', 'lang')).toBe('en');
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
    const reachable = await panel.page.$$eval('button:not(:disabled), select, [tabindex="0"]', (found) => found.length);
    expect(stops).toHaveLength(reachable);
  });
});

describe.each<BodyClass>(['vscode-light', 'vscode-dark', 'vscode-high-contrast', 'vscode-high-contrast-light'])(
  'in the theme %s',
  (theme) => {
    it.each(['table', 'picture', 'invitation'] as const)('all words of the %s’s page stand out from their ground', async (state) => {
      await opened(state, { theme });
      const faint = await panel.page.evaluate(() => {
        type Colour = [number, number, number, number];
        const read = (text: string): Colour => {
          const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
          return [r, g, b, a];
        };
        const over = ([r, g, b, a]: Colour, [x, y, z]: Colour): Colour => [
          r * a + x * (1 - a),
          g * a + y * (1 - a),
          b * a + z * (1 - a),
          1,
        ];
        const light = ([r, g, b]: Colour) => {
          const part = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
          return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
        };
        const groundOf = (element: Element | null): Colour => {
          if (element === null) return [255, 255, 255, 1];
          const own = read(getComputedStyle(element).backgroundColor);
          return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
        };
        const found: string[] = [];
        const texts = document.querySelectorAll<HTMLElement>('header *, .reader *, .instead *');
        for (const each of texts) {
          if (![...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())) continue;
          const ground = groundOf(each);
          const [a, b] = [light(over(read(getComputedStyle(each).color), ground)), light(ground)];
          const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          if (ratio < 4.5) found.push(`${each.localName}.${each.className} “${each.textContent?.slice(0, 20)}” ${ratio.toFixed(2)}`);
        }
        return { found, texts: texts.length };
      });
      expect(faint.found).toEqual([]);
      expect(faint.texts).toBeGreaterThan(5);
    });
  },
);

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
