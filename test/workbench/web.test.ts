import { beforeAll, expect, test } from 'vitest';
import { exportAll } from './exporting.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** Journey as vscode.dev runs it: client and server in web workers. */

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ folder: 'samples/order-a-new-laptop', open: 'current.journey', web: true });
});

test('the names of other files are known, so that no declared one is unknown', async () => {
  const codes = async () => (await workbench.problems()).map(({ code }) => code);
  await expect.poll(codes).not.toEqual([]);
  expect(await codes()).not.toContain('unknown-name');
});

test('a map is drawn as it is typed, and a click on it goes to its text', async () => {
  await workbench.run('Journey: Open Preview to the Side');
  const panel = await workbench.preview();
  const picture = panel.locator('.picture .region');
  await picture.first().waitFor();
  await workbench.focus();
  const line = (await workbench.text()).split('\n').findIndex((each) => each.trimStart().startsWith('step ')) + 1;
  const column = (await workbench.text()).split('\n')[line - 1]?.lastIndexOf('"') ?? 0;
  await workbench.goTo(line, column + 1);
  await workbench.type(' 二人');
  await picture.getByText('二人').first().waitFor();
  await workbench.goTo(1);
  await picture.getByText('二人').first().click();
  await expect.poll(() => workbench.cursor()).toMatchObject({ path: 'current.journey', line });
});

test('a map becomes a file of every format', () => exportAll(workbench, 'future.journey'));

test('a server that is started anew is a new worker, and serves', async () => {
  await workbench.run('Journey: Restart Language Server');
  await workbench.setText('journey "Quite another one"\n');
  const panel = await workbench.preview();
  await panel.locator('.picture').getByText('Quite another one').first().waitFor();
});
