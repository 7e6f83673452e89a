import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SceneNode } from '../../src/draw/scene.ts';
import { type Panels, startPanels } from './browser.ts';

const text = (key: string, content: string, attrs: SceneNode['attrs'] = {}): SceneNode => ({ tag: 'text', key, attrs, text: content });
const group = (key: string, ...children: SceneNode[]): SceneNode => ({ tag: 'g', key, attrs: {}, children });
const all = (letters: string) => [...letters].map((letter) => text(letter, letter));

/** Pictures one after another, each patched out of the one before. */
const ways: Record<string, SceneNode[][]> = {
  'comes and goes': [[], all('ab'), [], all('c')],
  'comes at the start, in the middle and at the end': [all('bd'), all('abcde')],
  'goes at the start, in the middle and at the end': [all('abcde'), all('bd')],
  'changes places': [all('abcde'), all('edcba'), all('caebd')],
  'comes, goes and changes places at once': [all('abcde'), all('fbea'), all('gabeh')],
  'is another kind of thing under the same key': [[text('a', 'one')], [group('a', text('b', 'two'))], [text('a', 'three')]],
  'has a text, then lines, then a text': [
    [text('a', 'one')],
    [{ tag: 'text', key: 'a', attrs: {}, children: [{ tag: 'tspan', key: '0', attrs: { x: 1 }, text: 'two' }] }],
    [text('a', 'three')],
  ],
  'has an empty text, then one, then none': [
    [text('a', '')],
    [text('a', 'one')],
    [{ tag: 'text', key: 'a', attrs: {} }],
    [text('a', 'two')],
  ],
  'has other attributes': [[text('a', 'one', { x: 1, y: 2 })], [text('a', 'one', { y: 3, fill: 'red' })], [text('a', 'one')]],
  'changes deep inside': [[group('a', group('b', ...all('cd')))], [group('a', group('b', ...all('dxc')), ...all('e'))], [group('a')]],
};

let panels: Panels;
let page: Page;
beforeAll(async () => {
  panels = await startPanels();
  const { outputFiles } = await build({
    entryPoints: ['src/preview/page/svg.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'svg',
  });
  page = (await panels.open()).page;
  await page.evaluate(`${outputFiles[0]?.text}; globalThis.svg = svg;`);
});
afterAll(() => panels.close());

/** What the page's element holds after each picture, and what one that was made of it alone holds. */
function patched(pictures: SceneNode[][]): Promise<{ patched: string; made: string }[]> {
  return page.evaluate((given) => {
    const { patchNodes } = (globalThis as unknown as { svg: typeof import('../../src/preview/page/svg.ts') }).svg;
    const element = () => document.createElementNS('http://www.w3.org/2000/svg', 'g');
    const kept = element();
    return given.map((nodes, index) => {
      const alone = element();
      patchNodes(alone, [], nodes);
      patchNodes(kept, given[index - 1] ?? [], nodes);
      return { patched: kept.innerHTML, made: alone.innerHTML };
    });
  }, pictures);
}

describe('what is drawn', () => {
  it.each(Object.keys(ways))('is patched into what it would be when made anew where it %s', async (way) => {
    const found = await patched(ways[way] ?? []);
    expect(found.map((each) => each.patched)).toEqual(found.map((each) => each.made));
    expect(found.some(({ made }) => made !== '')).toBe(true);
  });

  it('stays the same element where it keeps its key, and where it is renamed', async () => {
    const stayed = await page.evaluate(
      ([before, after]) => {
        const { patchNodes } = (globalThis as unknown as { svg: typeof import('../../src/preview/page/svg.ts') }).svg;
        const parent = document.createElementNS('http://www.w3.org/2000/svg', 'g');
        patchNodes(parent, [], before);
        const old = [...parent.children];
        patchNodes(parent, before, after);
        return [...parent.children].map((child) => old.indexOf(child));
      },
      [all('abcd'), all('cxyda')] as const,
    );
    expect(stayed).toEqual([2, 1, -1, 3, 0]);
  });
});
