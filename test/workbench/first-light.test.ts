import type { Frame } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { geometryOfPage, overlaps } from '../draw/overlaps.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** What somebody does who has never written a map: from an empty file to a picture, with what the editor offers. One story, in order. */

let workbench: Workbench;
let panel: Frame;

beforeAll(async () => {
  workbench = await openWorkbench({
    files: { 'laptop.journey': '' },
    open: 'laptop.journey',
    settings: { 'editor.wordBasedSuggestions': 'off' },
  });
});

const drawn = async (): Promise<void> => {
  await expect
    .poll(async () => panel.evaluate(() => Number(document.body.dataset.version)))
    .toBe(await workbench.ask((vscode) => vscode.window.visibleTextEditors[0]?.document.version));
};

const words = async (): Promise<string> =>
  panel.evaluate(() => [...document.querySelectorAll('svg text')].map((text) => text.textContent).join('\n'));

test('the panel beside an empty file invites to write', async () => {
  await workbench.run('Journey: Open Preview to the Side');
  panel = await workbench.preview();
  await expect.poll(() => panel.evaluate(() => document.body.innerText)).toContain('journey');
  await workbench.screenshot('first-light-empty');
});

test('an empty file offers a whole map, and typing fills it in', async () => {
  await workbench.focus();
  expect(await workbench.suggestions()).toEqual(expect.arrayContaining(['journey map', 'journey', 'persona']));
  await workbench.complete('journey map');
  await workbench.type('Ana');
  await workbench.press('Tab');
  await workbench.type('Ana Lima');
  await expect.poll(() => workbench.text()).toContain('persona Ana "Ana Lima"');
  await expect.poll(() => workbench.text()).toContain('journey "Order a new laptop" for Ana');
  for (let stop = 0; stop < 16; stop++) await workbench.press('Tab');
  await drawn();
  await expect.poll(words).toContain('Ana Lima');
  expect(await words()).toContain('Look for the form');
});

test('a step and a touchpoint are written with completions', async () => {
  await workbench.ask(async (vscode) => {
    const editor = vscode.window.activeTextEditor as NonNullable<typeof vscode.window.activeTextEditor>;
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
  });
  await workbench.type('\n  ste');
  await workbench.complete('step');
  await workbench.type('Phone the desk');
  await workbench.press('Tab');
  await workbench.type('\n    touch');
  await workbench.complete('touchpoint');
  await workbench.press('Escape');
  await workbench.type('Hotline vi');
  await workbench.complete('via');
  await workbench.complete('Portal');
  await expect.poll(() => workbench.text()).toMatch(/step "Phone the desk"\n\s+touchpoint Hotline via Portal/);
  await drawn();
  await expect.poll(words).toContain('Phone the desk');
});

test('a warning says what is missing, its hover why, and its fix writes it', async () => {
  await expect
    .poll(async () => (await workbench.problems()).map(({ code }) => code).sort())
    .toEqual(['missing-emotion', 'unowned-touchpoint']);
  const hover = await workbench.hover('Hotline');
  expect(hover).toContain('Nobody answers for “Hotline”');
  expect(hover).toContain('Why it matters');
  await workbench.screenshot('first-light-hover');
  const { line, column } = (await workbench.problems()).find(({ code }) => code === 'unowned-touchpoint') ?? { line: 0, column: 0 };
  await workbench.goTo(line, column + 1);
  await workbench.quickFix('Choose an owner');
  await expect.poll(() => workbench.text()).toContain('touchpoint Hotline via Portal owner "Service desk"');
  await workbench.press('Escape');
  await expect.poll(async () => (await workbench.problems()).map(({ code }) => code)).toEqual(['missing-emotion']);
});

test('the fix for a feeling inserts it, and the picture follows', async () => {
  const { line, column } = (await workbench.problems())[0] ?? { line: 0, column: 0 };
  await workbench.goTo(line, column + 1);
  await workbench.quickFix('Say how it feels');
  await expect.poll(() => workbench.text()).toMatch(/feels -1 "word"/);
  await workbench.press('Escape');
  await workbench.press('Escape');
  await expect.poll(() => workbench.problems()).toEqual([]);
  await drawn();
  await expect.poll(words).toContain('word');
});

test('a click on a step lands on its line', async () => {
  await workbench.goTo(1);
  await panel
    .locator('[data-id$="/step:Phone the desk"]')
    .first()
    .click({ position: { x: 20, y: 8 } });
  await expect.poll(async () => (await workbench.text()).split('\n')[((await workbench.cursor())?.line ?? 1) - 1]).toContain('step "Phone');
});

test('Enter at the end of a line begins the next one, whatever the list of suggestions shows', async () => {
  await workbench.setText('journey "X"\nstage S\n  step a\n    ');
  await workbench.goTo(4, 5);
  for (const line of [
    'pain "Line is busy" severity high',
    'touchpoint Desk via Phone',
    'opportunity "Call back" effort medium',
    'takes 10min',
  ]) {
    await workbench.type(line, 30);
    await workbench.press('Enter');
  }
  expect((await workbench.text()).split('\n').map((line) => line.trim())).toEqual([
    'journey "X"',
    'stage S',
    'step a',
    'pain "Line is busy" severity high',
    'touchpoint Desk via Phone',
    'opportunity "Call back" effort medium',
    'takes 10min',
    '',
  ]);
});

test.each([
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
])('the sample in the %s theme is a picture to show', async (name, theme) => {
  const shown = await openWorkbench({
    folder: 'samples/order-a-new-laptop',
    open: 'current.journey',
    size: { width: 2000, height: 1250 },
    settings: { 'editor.minimap.enabled': false, 'workbench.sideBar.location': 'right' },
  });
  await shown.setTheme(theme);
  await shown.goTo(108, 8);
  await shown.run('Journey: Open Preview to the Side');
  const page = await shown.preview();
  await expect.poll(() => page.evaluate(() => document.querySelectorAll('svg text').length)).toBeGreaterThan(100);
  await shown.ask(async (vscode) => {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('vscode.setEditorLayout', { orientation: 0, groups: [{ size: 0.33 }, { size: 0.67 }] });
  });
  await expect.poll(() => page.evaluate(() => document.fonts.status)).toBe('loaded');
  const step = page.locator('[data-id$="/step:wait"]').first();
  await expect.poll(async () => ((await step.boundingBox())?.x ?? 0) + ((await step.boundingBox())?.width ?? 0)).toBeLessThan(2000);
  await shown.screenshot(`sample-${name}`);
  expect(overlaps(await page.evaluate(geometryOfPage, '.region svg'))).toEqual([]);
});
