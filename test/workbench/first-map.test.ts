import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** docs/first-map.md, done as it is told; its pictures are those that this leaves in test/results/. */

const page = readFileSync(join(root, 'docs/first-map.md'), 'utf8');
const map = /```journey\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({
    files: { 'laptop.journey': '' },
    open: 'laptop.journey',
    size: { width: 1200, height: 730 },
    settings: { 'editor.minimap.enabled': false, 'workbench.colorTheme': 'Default Light Modern' },
  });
  await workbench.ask((vscode) => vscode.commands.executeCommand('workbench.action.closeSidebar'));
});

/** Types over the places of a snippet, and leaves it behind the last one. */
async function fillIn(...texts: string[]): Promise<void> {
  for (const text of texts) {
    await workbench.type(text);
    await workbench.press('Tab');
  }
}

async function mend(code: string, title: string, text: string): Promise<void> {
  await expect.poll(async () => (await workbench.problems()).map((problem) => problem.code)).toContain(code);
  const { line, column } = (await workbench.problems()).find((problem) => problem.code === code) ?? { line: 1, column: 0 };
  await workbench.goTo(line, column + 1);
  if (code === 'unexplained-low') {
    await workbench.press('Control+.');
    await workbench.page.locator('.action-widget .monaco-list-row.action').first().waitFor();
    await workbench.screenshot('first-map');
    await workbench.press('Escape');
  }
  await workbench.quickFix(title);
  await workbench.type(text);
  await workbench.press('Escape');
}

test('a few letters offer a whole map', async () => {
  await workbench.run('Journey: Open Preview to the Side');
  await workbench.preview();
  await workbench.type('jour');
  expect(await workbench.suggestions()).toContain('journey map');
  await workbench.screenshot('first-map-list');
  await workbench.complete('journey map');
  for (let stop = 0; stop < 17; stop++) await workbench.press('Tab');
  await expect.poll(() => workbench.problems()).toEqual([]);
});

test('a second stage is filled in, what it lacks is found and mended, and the map is that of the page', async () => {
  await workbench.press('Control+End');
  await workbench.type('\nstage');
  await workbench.complete('stage …');
  await fillIn('Wait', 'Know where the order stands', 'Hear nothing', 'Asks a colleague');
  await workbench.type('-2');
  await workbench.press('Escape');
  await workbench.press('Tab');
  await fillIn('forgotten');
  await mend('unexplained-low', 'Say what is wrong', 'No word for five days');
  await mend('pain-without-opportunity', 'Insert `opportunity`', 'Tell her where the order stands');
  await expect.poll(() => workbench.problems()).toEqual([]);
  expect((await workbench.text()).trimEnd()).toBe(map.trimEnd());
});
