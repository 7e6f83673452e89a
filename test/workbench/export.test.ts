import { afterEach, beforeAll, expect, test } from 'vitest';
import { formats } from '../../src/render/job.ts';
import { accept, beginExport, exportAll, whole } from './exporting.ts';
import * as ui from './ui.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** A map becomes a file, in a real VS Code; for a browser's see `web.test.ts`. */

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({
    folder: 'samples/order-a-new-laptop',
    open: 'current.journey',
    settings: { 'workbench.colorTheme': 'Default Dark Modern' },
  });
});

const showMessages = () => workbench.ask((vscode) => vscode.commands.executeCommand('notifications.showList'));

afterEach(() => workbench.ask((vscode) => vscode.commands.executeCommand('notifications.clearAll')));

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
  await showMessages();
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

/** A disk of our own in the extension host: `/slow` takes a file when it is told to, `/closed` never. */
interface OwnDisk {
  files: string[];
  writing: boolean;
  goOn(): void;
}

const openDisk = () =>
  workbench.ask((vscode) => {
    const text = new TextEncoder().encode('journey "Order"\nstage S\n  step T\n');
    const disk = { files: ['/slow/map.journey', '/closed/map.journey'], writing: false, goOn: () => {} };
    const refuse = () => {
      throw vscode.FileSystemError.NoPermissions();
    };
    vscode.workspace.registerFileSystemProvider('memfs', {
      onDidChangeFile: new vscode.EventEmitter<[]>().event,
      watch: () => new vscode.Disposable(() => undefined),
      stat: ({ path }) => {
        const isFile = disk.files.includes(path);
        if (!isFile && !['/slow', '/closed', '/'].includes(path)) throw vscode.FileSystemError.FileNotFound();
        return { type: isFile ? vscode.FileType.File : vscode.FileType.Directory, ctime: 0, mtime: 0, size: text.length };
      },
      readDirectory: () => [],
      readFile: () => text,
      writeFile: async ({ path }) => {
        if (path.startsWith('/closed')) refuse();
        disk.writing = true;
        await new Promise<void>((resolve) => {
          disk.goOn = resolve;
        });
        disk.files.push(path);
      },
      createDirectory: refuse,
      delete: ({ path }) => {
        disk.files = disk.files.filter((file) => file !== path);
      },
      rename: (from, { path }) => {
        disk.files = disk.files.map((file) => (file === from.path ? path : file));
      },
    });
    Object.assign(globalThis, { journeyDisk: disk });
  });

const exportFrom = async (folder: string) => {
  await workbench.ask((vscode, folder) => {
    void vscode.commands.executeCommand('journey.exportMap', vscode.Uri.parse(`memfs:${folder}/map.journey`), 'svg');
  }, folder);
  await expect.poll(() => ui.typed(workbench.page)).toBe(`${folder}/map.svg`);
  await workbench.page.keyboard.press('Enter');
};

test('what is cancelled leaves nothing, and a folder that is closed is told, with what to do', async () => {
  await openDisk();
  await exportFrom('/slow');
  await workbench.until(() => (globalThis as unknown as { journeyDisk: OwnDisk }).journeyDisk.writing, 'the disk to be written to');
  await showMessages();
  await expect.poll(messages).toEqual(['Exporting “map.svg” …']);
  await ui.answer(workbench.page, 'Cancel');
  await workbench.settled();
  await workbench.ask(() => (globalThis as unknown as { journeyDisk: OwnDisk }).journeyDisk.goOn());
  await expect.poll(messages).toEqual([]);
  const files = () => workbench.ask(() => (globalThis as unknown as { journeyDisk: OwnDisk }).journeyDisk.files);
  await expect.poll(files).toEqual(['/slow/map.journey', '/closed/map.journey']);
  await exportFrom('/closed');
  await showMessages();
  await expect.poll(messages).toEqual(['“map.svg” was not written. The folder “closed” cannot be written to. Choose another one.']);
});
