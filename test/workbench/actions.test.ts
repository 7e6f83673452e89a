import { beforeAll, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench;

const people = 'persona Vera\nteam Desk\nteam IT\nchannel Phone phone\n';
const map = [
  'journey "Order" for Vera',
  '  type current',
  '  goal "A laptop"',
  '',
  'stage Request',
  '  step call',
  '    feels 1',
  '    pain "Slow" severity hihg',
  '    touchpoint Hotline via Phone owner "Night shift"',
  '',
].join('\n');

beforeAll(async () => {
  workbench = await openWorkbench({
    files: { 'map.journey': map, 'people.journey': people },
    open: 'map.journey',
    settings: { 'editor.codeActionsOnSave': { 'source.fixAll.journey': 'explicit' } },
  });
});

/** The actions of a kind that are offered at the cursor, by their titles. */
function offered(kind: string): Promise<string[]> {
  return workbench.ask(async (vscode, kind) => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return [];
    const command = 'vscode.executeCodeActionProvider';
    const found = await vscode.commands.executeCommand<import('vscode').CodeAction[]>(command, editor.document.uri, editor.selection, kind);
    return found.map(({ title }) => title);
  }, kind);
}

/** Takes the action of a kind with this title at the cursor, as the editor's menus do. */
async function take(kind: string, title: string): Promise<void> {
  await expect
    .poll(() =>
      workbench.ask(
        async (vscode, kind, title) => {
          const editor = vscode.window.activeTextEditor;
          if (!editor) return false;
          const found = await vscode.commands.executeCommand<import('vscode').CodeAction[]>(
            'vscode.executeCodeActionProvider',
            editor.document.uri,
            editor.selection,
            kind,
            100,
          );
          const edit = found.find((action) => action.title === title)?.edit;
          return edit !== undefined && (await vscode.workspace.applyEdit(edit));
        },
        kind,
        title,
      ),
    )
    .toBe(true);
}

test('a file that is saved is fixed where that leaves nothing to decide', async () => {
  await expect.poll(async () => (await workbench.problems()).map(({ code }) => code)).toContain('unknown-name');
  await workbench.goTo(1, 1);
  await workbench.type('\n');
  await expect.poll(() => offered('source.fixAll.journey')).toHaveLength(1);
  await workbench.run('File: Save');
  await expect.poll(() => workbench.text()).toContain('severity high');
  expect(await workbench.text()).toContain('"Night shift"');
  await expect.poll(() => workbench.read('map.journey')).toContain('severity high');
});

test('a finding is ignored with a reason that is typed at once', async () => {
  await workbench.goTo(10, 20);
  await workbench.quickFix('Ignore `unknown-name` here, with a reason');
  await expect.poll(() => workbench.text()).toContain('    // journey-ignore unknown-name: why\n    touchpoint Hotline');
  await workbench.type('they start in May');
  await expect.poll(() => workbench.text()).toContain('    // journey-ignore unknown-name: they start in May\n    touchpoint Hotline');
  await expect.poll(async () => (await workbench.problems()).map(({ code }) => code)).not.toContain('unknown-name');
});

test('a team is declared where the other teams are, and has a short name from then on', async () => {
  await workbench.goTo(11, 45);
  await take('refactor', 'Declare the team “Night shift” where the other teams are, in people.journey');
  await expect.poll(() => workbench.text('people.journey')).toBe(people.replace('team IT\n', 'team IT\nteam "Night shift"\n'));
  await take('refactor', 'Give “Night shift” the short name `shift`');
  await expect.poll(() => workbench.text('people.journey')).toContain('team shift "Night shift"\n');
  await expect.poll(() => workbench.text('map.journey')).toContain('via Phone owner shift\n');
});

test('a future map begins in a file of its own, which opens beside', async () => {
  await workbench.goTo(2, 10);
  await workbench.quickFix('Write a future map that improves “Order”, in a file of its own');
  await workbench.shows('map-future.journey');
  expect(
    await workbench.ask((vscode) =>
      vscode.window.visibleTextEditors.map(({ document, viewColumn }) => [document.uri.path.split('/').at(-1), viewColumn]),
    ),
  ).toEqual(
    expect.arrayContaining([
      ['map.journey', 1],
      ['map-future.journey', 2],
    ]),
  );
  await expect
    .poll(() => workbench.text('map-future.journey'))
    .toMatch(/^journey "Order, future" for Vera\n {2}type future\n {2}improves Order\n/);
  await expect.poll(() => workbench.problems('map-future.journey')).not.toContainEqual(expect.objectContaining({ severity: 'error' }));
});

test('beside a picture it opens where its text is, and the picture stays', async () => {
  await workbench.ask(async (vscode) => {
    // One by one: `saveAll` leaves out what an edit has changed and the workbench has not yet opened in a tab.
    for (const document of vscode.workspace.textDocuments) if (document.isDirty) await document.save();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  await workbench.openFile('map.journey');
  await workbench.run('Journey: Open Preview to the Side');
  await workbench.preview();
  await workbench.goTo(2, 10);
  await workbench.quickFix('Write a future map that improves “Order”, in a file of its own');
  await workbench.shows('map-future-2.journey');
  const columns = await workbench.ask((vscode) => vscode.window.tabGroups.all.map(({ tabs }) => tabs.map(({ label }) => label)));
  expect(columns).toEqual([['map.journey', 'map-future-2.journey'], ['Preview map.journey']]);
  await workbench.screenshot('actions future map');
});
