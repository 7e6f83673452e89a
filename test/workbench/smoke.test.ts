import { beforeAll, expect, inject, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ folder: 'samples/order-a-new-laptop', open: 'current.journey' });
});

test('the extension under test, and no other of its name, starts with a map', async () => {
  const extension = () =>
    workbench.ask((vscode) => {
      const found = vscode.extensions.getExtension('journey.journey-maps');
      return found && { path: found.extensionPath, active: found.isActive };
    });
  await expect.poll(extension).toMatchObject({ active: true });
  const place = (await extension())?.path ?? '';
  if (inject('installed')) expect(place).toContain(inject('extensions'));
  else expect(place).toBe(root);
});

test('a map has its language, and opening it is no edit', async () => {
  expect(await workbench.ask((vscode) => vscode.window.activeTextEditor?.document.languageId)).toBe('journey');
  expect(await workbench.text()).toBe(workbench.read('current.journey'));
});
