import { readdirSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { formats } from '../../src/render/job.ts';
import { accept, beginExport, exportAll, whole } from './exporting.ts';
import * as ui from './ui.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** A map becomes a file, in a real VS Code; for a browser's see `web.test.ts`. */

const steps = (count: number) =>
  Array.from({ length: count }, (_, at) => `  step "Step ${at}"\n    does "Waits"\n    feels ${(at % 5) - 2}\n`);
const large = `journey "A long one"\n${['A', 'B', 'C', 'D', 'E'].map((stage) => `stage ${stage}\n${steps(150).join('')}`).join('')}`;

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({
    folder: 'samples/order-a-new-laptop',
    files: { 'large.journey': large },
    open: 'current.journey',
    settings: { 'workbench.colorTheme': 'Default Dark Modern' },
  });
});

const messages = () => ui.notifications(workbench.page);

test('every format', () => exportAll(workbench, 'future.journey'));

test('a format of the list, by the palette', async () => {
  await workbench.run('Journey: Export Map');
  const list = workbench.page.locator('.quick-input-list .monaco-list-row');
  await expect
    .poll(async () => (await list.allInnerTexts()).map((text) => /\.\w+/.exec(text)?.[0]))
    .toEqual(formats.map((each) => `.${each}`));
  await list.filter({ hasText: '.svg' }).click();
  await accept(workbench, 'current.svg');
  expect(await whole(workbench, 'current.svg')).toContain('#ffffff');
  await expect.poll(messages).toContain('“current.svg” is written.');
});

test('what the panel shows, by its button: its view, in its colours', async () => {
  await workbench.run('Journey: Open Preview to the Side');
  const panel = await workbench.preview();
  await panel.locator('select.views').selectOption('macro');
  await panel.getByRole('button', { name: 'Export' }).click();
  await panel.getByRole('menuitem').filter({ hasText: '.svg' }).click();
  await accept(workbench, 'current-macro.svg');
  expect(await whole(workbench, 'current-macro.svg')).toContain('#1e1f24');
});

test('nothing is written over unasked, and nothing after Escape', async () => {
  workbench.write('teams.svg', 'precious');
  workbench.write('teams.journey', 'journey "Order"\nstage S\n  step T\n');
  await beginExport(workbench, 'teams.journey', 'svg');
  await accept(workbench, 'teams.svg');
  await workbench.page.locator('.quick-input-widget').getByText('already exists').waitFor();
  const isOpen = async () => {
    await workbench.page.keyboard.press('Escape');
    return workbench.page.locator('.quick-input-widget').isVisible();
  };
  await expect.poll(isOpen).toBe(false);
  expect(workbench.read('teams.svg')).toBe('precious');
});

test('what is cancelled leaves nothing', async () => {
  await messages();
  await beginExport(workbench, 'large.journey', 'pdf');
  await accept(workbench, 'large.pdf');
  await workbench.page.locator('.notifications-center').getByText('Exporting “large.pdf”').waitFor();
  await ui.answer(workbench.page, 'Cancel');
  await expect.poll(messages).not.toContain('Exporting “large.pdf” …');
  expect(readdirSync(workbench.folder).filter((name) => name.endsWith('.part') || name === 'large.pdf')).toEqual([]);
  expect((await messages()).filter((message) => message.includes('large.pdf'))).toEqual([]);
});

test('a folder that is closed is told, and what to do', async () => {
  await workbench.ask(async (vscode) => {
    const text = new TextEncoder().encode('journey "Order"\nstage S\n  step T\n');
    const isFile = (path: string) => path === '/closed/map.journey';
    const found = (uri: { path: string }) => {
      if (!isFile(uri.path) && uri.path !== '/closed' && uri.path !== '/') throw vscode.FileSystemError.FileNotFound();
      return { type: isFile(uri.path) ? vscode.FileType.File : vscode.FileType.Directory, ctime: 0, mtime: 0, size: text.length };
    };
    const closed = () => {
      throw vscode.FileSystemError.NoPermissions();
    };
    vscode.workspace.registerFileSystemProvider('memfs', {
      onDidChangeFile: new vscode.EventEmitter<[]>().event,
      watch: () => new vscode.Disposable(() => undefined),
      stat: found,
      readDirectory: () => [['map.journey', vscode.FileType.File]],
      readFile: () => text,
      writeFile: closed,
      createDirectory: closed,
      delete: closed,
      rename: closed,
    });
    void vscode.commands.executeCommand('journey.exportMap', vscode.Uri.parse('memfs:/closed/map.journey'), 'svg');
  });
  await expect.poll(() => ui.typed(workbench.page)).toBe('/closed/map.svg');
  await workbench.page.keyboard.press('Enter');
  await expect.poll(messages).toContain('“map.svg” was not written. The folder “closed” cannot be written to. Choose another one.');
});
