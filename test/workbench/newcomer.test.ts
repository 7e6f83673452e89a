import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

/** What somebody meets who has just installed Journey, in an empty folder. One story, in order. */

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({
    settings: { 'journey.preview.openAutomatically': true, 'workbench.colorTheme': 'Default Light Modern' },
  });
});

const row = (title: string) => workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();

/** Takes a row of the list that is open. */
async function pick(title: string): Promise<void> {
  await row(title).click();
}

/** The item in the status bar. */
const statusBar = () => workbench.page.locator('.statusbar-item[id$="journey.figures"]');

const statusText = async () => (await statusBar().innerText()).replaceAll(/\s+/g, ' ').trim();

const editorText = () => workbench.ask((vscode) => vscode.window.activeTextEditor?.document.getText() ?? '');

const isMap = () => workbench.ask((vscode) => vscode.window.activeTextEditor?.document.languageId === 'journey');

/** Closes all editors and throws away what is not saved. */
const close = () =>
  workbench.ask(async (vscode) => {
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    while (vscode.window.activeTextEditor) {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

test('an empty folder offers a map, and the way in', async () => {
  const view = workbench.page.locator('.pane', { has: workbench.page.getByText('A text that Journey checks and draws as you write') });
  await view.getByText('Create a Journey Map').waitFor();
  await workbench.screenshot('newcomer welcome');
  await view.getByText('See how it works').click();
  await workbench.page.getByText('Get Started with Journey Maps').first().waitFor();
  await workbench.page.getByText('Watch it being drawn').first().waitFor();
  await expect
    .poll(() =>
      workbench.page
        .locator('.getting-started-media img')
        .first()
        .evaluate((image) => (image as HTMLImageElement).naturalWidth),
    )
    .toBeGreaterThan(300);
  await workbench.screenshot('newcomer walkthrough');
  await workbench.ask((vscode) => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
});

test('no server runs before there is a map', async () => {
  expect(await workbench.ask((vscode) => vscode.extensions.getExtension('journey.journey-maps')?.isActive)).toBe(true);
  expect(await statusBar().count()).toBe(0);
});

test('File › New File begins a map with a template, and the panel beside it', async () => {
  await workbench.run('Create: New File...');
  await pick('Journey Map');
  await row('Service blueprint').waitFor();
  await workbench.screenshot('newcomer templates');
  await pick('Current map');
  await expect.poll(isMap).toBe(true);
  await expect.poll(editorText).toContain('stage "Wait"');
  expect(await workbench.ask((vscode) => vscode.window.activeTextEditor?.document.isUntitled)).toBe(true);
  const panel = await workbench.preview();
  await panel.locator('.picture .region').getByText('Have the heating repaired').first().waitFor();
  await expect.poll(() => workbench.problems()).toEqual([]);
  await workbench.screenshot('newcomer new map');
});

test('Tab goes from text to text, and a name written over changes wherever it stands', async () => {
  await workbench.type('Mia Berg');
  await expect.poll(editorText).toContain('persona "Mia Berg"');
  expect(await editorText()).toContain('for "Mia Berg"');
  await workbench.press('Tab');
  await workbench.type('Teacher');
  await expect.poll(editorText).toContain('role "Teacher"');
  const panel = await workbench.preview();
  await panel.locator('.picture .region').getByText('Mia Berg').first().waitFor();
});

describe('the status bar', () => {
  test('says the figures of the map and what was found', async () => {
    await expect.poll(statusText).toMatch(/^Mood \+0\.2 · 3 of 5 ours · no findings$/);
    await workbench.screenshot('newcomer status');
  });

  test('follows the text', async () => {
    const line = (await editorText()).split('\n').findIndex((each) => each.includes('feels -2')) + 1;
    await workbench.ask(async (vscode, line) => {
      await vscode.window.activeTextEditor?.edit((edit) => edit.replace(new vscode.Range(line - 1, 10, line - 1, 12), '-7'));
    }, line);
    await expect.poll(statusText).toMatch(/ours · [1-9]\d* findings?$/);
    await expect.poll(() => statusBar().getAttribute('class')).toContain('error-kind');
    await expect.poll(() => statusBar().locator('a').getAttribute('aria-label')).toMatch(/Have the heating repaired .* 1 error/);
  });

  test('leads to the findings', async () => {
    await statusBar().click();
    await workbench.page.locator('.markers-panel').getByText('from -2 to +2').first().waitFor();
    await workbench.ask((vscode) => vscode.commands.executeCommand('workbench.action.closePanel'));
    await workbench.focus();
  });

  test('stays while the picture has the focus, and goes with the map', async () => {
    await (await workbench.preview()).locator('.view').click({ position: { x: 5, y: 5 } });
    await workbench.until((vscode) => vscode.window.activeTextEditor === undefined, 'the panel to have the focus');
    await expect.poll(() => statusBar().count()).toBe(1);
    await close();
    await expect.poll(() => statusBar().count()).toBe(0);
  });
});

test('a folder gets a map under a name, saved and ready to be written over', async () => {
  await workbench.run('Journey: New Journey Map…');
  await pick('Day in the life');
  const input = workbench.page.locator('.quick-input-widget input');
  await expect.poll(() => input.inputValue()).toBe('map.journey');
  await input.fill('a/b');
  await workbench.page.getByText('A file needs a name').first().waitFor();
  await input.fill('omar');
  await workbench.page.keyboard.press('Enter');
  await workbench.shows('omar.journey');
  await expect.poll(() => workbench.text()).toContain('A day of Omar');
  await expect.poll(() => workbench.read('omar.journey')).toBe(await workbench.text());
  await expect.poll(() => workbench.ask((vscode) => vscode.window.activeTextEditor?.document.isDirty)).toBe(false);
  await expect.poll(() => workbench.problems()).toEqual([]);
  await workbench.type('Jo Field');
  await expect.poll(() => workbench.text()).toContain('for "Jo Field"');
});

test('a folder that is empty no more has no welcome', async () => {
  await expect.poll(() => workbench.page.getByText('A text that Journey checks and draws as you write').count()).toBe(0);
});

test('a name that is taken is not offered, and not accepted', async () => {
  await workbench.ask((vscode) => vscode.commands.executeCommand('workbench.action.files.save'));
  workbench.write('map.journey', 'journey "X"\n');
  await workbench.run('Journey: New Journey Map…');
  await pick('Future map');
  const input = workbench.page.locator('.quick-input-widget input');
  await expect.poll(() => input.inputValue()).toBe('map-2.journey');
  await input.fill('OMAR');
  await workbench.page.getByText('There is a “OMAR.journey” already').first().waitFor();
  await workbench.page.keyboard.press('Escape');
});

test('the menu of a folder in the explorer has a new map', async () => {
  const item = workbench.page.locator('.explorer-folders-view .monaco-list-row[aria-label^="omar.journey"]');
  await item.waitFor();
  await workbench.screenshot('newcomer explorer');
  workbench.write('more/x.txt', '');
  await workbench.page.locator('.explorer-folders-view .monaco-list-row[aria-label^="more"]').click({ button: 'right' });
  await workbench.page.locator('.context-view, .monaco-menu').getByText('New Journey Map…').first().waitFor();
  await workbench.screenshot('newcomer folder menu');
  await workbench.page.keyboard.press('Escape');
});

test('the log opens', async () => {
  await workbench.run('Journey: Show Log');
  const channel = workbench.page.locator('.part.panel select').first();
  await expect.poll(() => channel.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.text)).toBe('Journey');
  expect(await statusBar().count()).toBe(1);
  await workbench.ask((vscode) => vscode.commands.executeCommand('workbench.action.closePanel'));
});

test('in the dark', async () => {
  await workbench.setTheme('Default Dark Modern');
  await workbench.openFile('omar.journey');
  await expect.poll(() => statusBar().count()).toBe(1);
  await workbench.screenshot('newcomer dark');
  await workbench.ask((vscode) => vscode.commands.executeCommand('workbench.action.openWalkthrough', 'journey.journey-maps#start', false));
  await workbench.page.getByText('Watch it being drawn').first().waitFor();
  await workbench.screenshot('newcomer walkthrough dark');
});

test('a folder whose journey.json speaks French gets French templates', async () => {
  workbench.write('journey.json', '{ "language": "fr" }\n');
  await close();
  await workbench.ask((vscode) => vscode.commands.executeCommand('journey.newMap', 'blueprint'));
  await expect.poll(editorText).toContain('journey "Renvoyer des chaussures"');
});
