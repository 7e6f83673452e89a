import { execFileSync } from 'node:child_process';
import type { Frame } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mutationsSeen, watchMutations } from '../preview/mutations.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** The panel beside the text, in a real VS Code. */

const small = `persona Vera "Vera Cruz"

journey Laptop "Order a laptop" for Vera
  goal "Back at work"

stage Request
  goal "Find the form"
  step form "Look for the form"
    does "Searches the intranet"
    feels -1 "lost"
    touchpoint "Order form"
  step call "Phone the desk"
    feels 1 "relieved"

journey Sofa "Buy a sofa" for Vera
  goal "Sit well"

stage Choose
  step shop "Go to the shop"
    feels 2 "happy"
`;

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({
    files: { 'small.journey': small, 'other.journey': 'journey Other\nstage S\n  step T\n', 'empty.journey': '' },
    folder: 'samples/order-a-new-laptop',
    open: 'small.journey',
  });
});

const panelTitles = () =>
  workbench.ask((vscode) =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.filter(({ input }) => input instanceof vscode.TabInputWebview).map(({ label }) => label),
    ),
  );

const openPreview = async (): Promise<Frame> => {
  await workbench.run('Journey: Open Preview to the Side');
  return drawnPanel();
};

/** The panel in sight, once it shows the text as it is now. */
async function drawnPanel(): Promise<Frame> {
  await workbench.settled();
  await expect.poll(() => shownVersion()).toBe(await version());
  return workbench.preview();
}

/** A text in the picture. */
const drawn = (panel: Frame, text: string) => panel.locator('.picture .region').getByText(text).first();

const shownVersion = async () => (await workbench.preview()).evaluate(() => Number(document.body.dataset.version));

const version = () => workbench.ask((vscode) => vscode.window.visibleTextEditors[0]?.document.version);

const closePanels = () =>
  workbench.ask(async (vscode) => {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.filter(({ input }) => input instanceof vscode.TabInputWebview));
    await vscode.window.tabGroups.close(tabs);
  });

/** Puts the keyboard into the text, wherever it was; resolves when extensions know it too. */
const toText = async () => {
  await workbench.ask((vscode) => vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup'));
  await workbench.until((vscode) => vscode.window.activeTextEditor !== undefined, 'a text to be active');
};

const reset = async (text: string) => {
  await toText();
  await workbench.setText(text);
  await workbench.goTo(1);
};

describe('opening', () => {
  afterEach(closePanels);

  test('the button in the editor’s title opens the panel beside the text, which keeps the keyboard', async () => {
    await workbench.page.locator('.editor-actions a[aria-label*="Open Preview to the Side"]').first().click();
    const panel = await drawnPanel();
    await drawn(panel, 'Order a laptop').waitFor();
    expect(await panelTitles()).toEqual(['Preview small.journey']);
    expect((await workbench.cursor())?.path).toBe('small.journey');
    const columns = await workbench.ask((vscode) => vscode.window.tabGroups.all.map(({ tabs }) => tabs.length));
    expect(columns).toEqual([1, 1]);
  });

  test('there is one panel per document', async () => {
    await openPreview();
    await workbench.focus();
    await workbench.run('Journey: Open Preview to the Side');
    await workbench.openFile('other.journey');
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('V');
    await expect.poll(panelTitles).toEqual(['Preview small.journey', 'Preview other.journey']);
    await workbench.openFile('small.journey');
  });

  test('it comes to the front with its text, and another file opens beside it, never over it', async () => {
    await openPreview();
    await workbench.openFile('other.journey');
    await workbench.run('Journey: Open Preview to the Side');
    await expect.poll(panelTitles).toEqual(['Preview small.journey', 'Preview other.journey']);
    await workbench.openFile('small.journey');
    const front = () => workbench.ask((vscode) => vscode.window.tabGroups.all.map(({ activeTab }) => activeTab?.label));
    await expect.poll(front).toEqual(['small.journey', 'Preview small.journey']);
    await (await workbench.preview()).locator('.view').click({ position: { x: 5, y: 5 } });
    await workbench.until(
      (vscode) => vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'Preview small.journey',
      'the panel to have the focus',
    );
    await workbench.openFile('current.journey');
    expect(await front()).toEqual(['current.journey', 'Preview small.journey']);
    await workbench.openFile('small.journey');
  });

  test('it opens by itself where one wants that, and leaves the keyboard in the text', async () => {
    await workbench.set('journey.preview.openAutomatically', true);
    await workbench.openFile('current.journey');
    await expect.poll(panelTitles).toEqual(['Preview current.journey']);
    await workbench.set('journey.preview.openAutomatically', undefined);
    expect((await workbench.cursor())?.path).toBe('current.journey');
    await workbench.openFile('small.journey');
  });
});

test('a map whose text is not open is drawn, and drawn again when another program writes it', async () => {
  const write = (title: string) => workbench.write('closed.journey', `journey "${title}"\nstage S\n  step T\n`);
  write('Before');
  await workbench.ask(async (vscode) => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (folder) await vscode.commands.executeCommand('journey.openPreview', vscode.Uri.joinPath(folder.uri, 'closed.journey'));
  });
  await expect.poll(panelTitles).toEqual(['Preview closed.journey']);
  const panel = await workbench.preview();
  await drawn(panel, 'Before').waitFor();
  write('After');
  await drawn(panel, 'After').waitFor();
  await drawn(panel, 'After').click();
  await expect.poll(() => workbench.cursor()).toMatchObject({ path: 'closed.journey', line: 1 });
  await workbench.ask((vscode) => vscode.commands.executeCommand('workbench.action.closeActiveEditor'));
  write('At last');
  await drawn(panel, 'At last').waitFor();
  await closePanels();
  await workbench.openFile('small.journey');
});

describe('an edit', () => {
  let panel: Frame;
  beforeEach(async () => {
    await reset(small);
    panel = await openPreview();
    await workbench.focus();
  });

  test('is drawn, whatever is typed, version by version', async () => {
    await workbench.goTo(9, 11);
    for (const letter of 'Opens the drawer: ') {
      await workbench.page.keyboard.insertText(letter);
      await workbench.settled();
      const typed = await version();
      await expect.poll(shownVersion, { interval: 20 }).toBe(typed);
    }
    await drawn(panel, 'Opens the drawer').waitFor();
  });

  test('of one word changes that word in the picture, and no other element', async () => {
    await workbench.goTo(9, 11);
    await panel.locator('.frame').waitFor();
    await watchMutations(panel);
    await workbench.ask(async (vscode) => {
      const range = new vscode.Range(8, 10, 8, 18);
      await vscode.window.activeTextEditor?.edit((edit) => edit.replace(range, 'Saerches'));
    });
    await expect.poll(shownVersion).toBe(await version());
    const inPicture = (await mutationsSeen(panel)).filter(({ where }) => where === 'picture');
    expect(inPicture.map(({ what }) => what)).toEqual(['characterData #text']);
  });

  test('that leaves nothing to read leaves the picture, with a badge; an empty text gets an invitation', async () => {
    await reset('???? ~~~~\n');
    await panel.locator('.badge', { hasText: 'cannot be read' }).waitFor();
    expect(await panel.locator('.picture').isVisible()).toBe(true);
    await reset('');
    await panel.locator('.example').waitFor();
    expect(await panel.locator('.picture').count()).toBe(0);
    await reset('persona Vera "Vera Cruz"\n');
    await panel.getByText('Now add a journey').waitFor();
    await reset(small);
    await panel.locator('.picture').waitFor();
  });

  test('while the panel is hidden is drawn when it is back, at the same place and zoom', async () => {
    await panel.locator('.percent').click();
    await panel.locator('[aria-label="Zoom in"]').click();
    await panel.locator('.percent', { hasText: '110 %' }).waitFor();
    await panel.locator('.view').evaluate((view) => view.scrollTo(40, 60));
    await panel.waitForTimeout(300);
    await workbench.ask(async (vscode) => {
      await vscode.window.showTextDocument(
        vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.parse(''), 'other.journey'),
        {
          viewColumn: vscode.ViewColumn.Two,
        },
      );
    });
    await workbench.ask(async (vscode) => {
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('small.journey'));
      const edit = new vscode.WorkspaceEdit();
      if (document) edit.insert(document.uri, new vscode.Position(0, 0), '// seen again\n');
      await vscode.workspace.applyEdit(edit);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });
    panel = await drawnPanel();
    expect(await panel.locator('.percent').innerText()).toBe('110 %');
    expect(await panel.locator('.view').evaluate((view) => [view.scrollLeft, view.scrollTop])).toEqual([40, 60]);
    await panel.locator('.percent').click();
  });
});

describe('the cursor and the picture', () => {
  let panel: Frame;
  beforeEach(async () => {
    await reset(small);
    panel = await openPreview();
    await workbench.focus();
  });

  test('the journey and the step under the cursor are shown; outside every journey the picture stays', async () => {
    await workbench.goTo(9);
    await drawn(panel, 'Look for the form').waitFor();
    const left = async () => panel.locator('.frame').evaluate((frame) => frame.getBoundingClientRect().left);
    await panel.locator('.frame').waitFor();
    const first = await left();
    await workbench.goTo(13);
    await expect.poll(left).toBeGreaterThan(first);
    await workbench.goTo(20);
    await drawn(panel, 'Go to the shop').waitFor();
    await workbench.goTo(1);
    await expect.poll(() => panel.locator('.frame').count()).toBe(0);
    expect(await drawn(panel, 'Go to the shop').isVisible()).toBe(true);
    await panel.locator('.chooser:not(.views)').selectOption({ label: 'Order a laptop' });
    await drawn(panel, 'Phone the desk').waitFor();
  });

  test('a step that is written beyond the edge of the picture comes into sight', async () => {
    await workbench.press('Control+End');
    const written = ['third', 'fourth', 'fifth', 'sixth'].map((name) => `step ${name}\nfeels 1\n`).join('');
    // Letter by letter, but without suggestions that a line break would take.
    await workbench.ask(async (vscode, written) => {
      for (const text of written) await vscode.commands.executeCommand('type', { text });
    }, written);
    await drawn(panel, 'sixth').waitFor();
    const inSight = () =>
      panel.locator('.frame').evaluate((frame) => {
        const [box, view] = [frame.getBoundingClientRect(), (frame.closest('.view') as Element).getBoundingClientRect()];
        return box.left >= view.left && box.right <= view.right + 1;
      });
    await expect.poll(inSight).toBe(true);
    await workbench.screenshot('preview follows');
  });

  test('a click on an element goes to its text, and the picture keeps still', async () => {
    await workbench.goTo(4);
    await drawn(panel, 'Phone the desk').waitFor();
    // Where it stands in the window: a line that says what was found may come in above, and the picture is to stay where it is.
    const place = async () => {
      const box = await drawn(panel, 'Phone the desk').boundingBox();
      return { x: box?.x ?? 0, y: box?.y ?? 0 };
    };
    await drawn(panel, 'Phone the desk').scrollIntoViewIfNeeded();
    await drawn(panel, 'Order form').scrollIntoViewIfNeeded();
    const before = await place();
    await drawn(panel, 'Phone the desk').click();
    await expect.poll(() => workbench.cursor()).toMatchObject({ path: 'small.journey', line: 12 });
    await drawn(panel, 'Order form').click();
    await expect.poll(() => workbench.cursor()).toMatchObject({ path: 'small.journey', line: 11 });
    const focused = await workbench.page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null);
    expect(focused).toBe(true);
    const after = await place();
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(2);
    expect(await panel.locator('.selection').count()).toBe(1);
  });

  test('the keys of a zoom stay in the panel', async () => {
    const width = await workbench.page.evaluate(() => window.innerWidth);
    await panel.locator('.view').focus();
    await workbench.page.keyboard.press('Control+Minus');
    await panel.locator('.percent', { hasText: '90 %' }).waitFor();
    await workbench.page.keyboard.press('Control+0');
    await panel.locator('.percent', { hasText: '100 %' }).waitFor();
    expect(await workbench.page.evaluate(() => window.innerWidth)).toBe(width);
  });

  test('the colours are the editor’s', async () => {
    await workbench.setTheme('Default Dark Modern');
    const ground = () => panel.locator('.picture').evaluate((picture) => getComputedStyle(picture).backgroundColor);
    await expect.poll(ground).toBe('rgb(30, 31, 36)');
    await workbench.screenshot('preview dark');
    await workbench.setTheme('Default Light Modern');
    await expect.poll(ground).toBe('rgb(255, 255, 255)');
    await workbench.screenshot('preview light');
  });
});

/** The window's address without the file to open: with it, a window does not bring back what was open before. */
function withoutFile(address: string): string {
  const url = new URL(address);
  const payload = JSON.parse(url.searchParams.get('payload') ?? '[]') as [string, string][];
  url.searchParams.set('payload', JSON.stringify(payload.filter(([name]) => name !== 'openFile')));
  return url.href;
}

/** The number of this window's language server: the client gives it its own as an argument. */
async function serverProcess(): Promise<number | undefined> {
  const client = await workbench.ask(() => process.pid);
  const line = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .find((each) => each.includes('server.cjs') && each.includes(`--clientProcessId=${client}`));
  return line === undefined ? undefined : Number.parseInt(line, 10);
}

test('the table says what the picture shows, follows the text, leads to it, and is there again after the panel was hidden', async () => {
  await reset(small);
  let panel = await openPreview();
  await panel.getByRole('button', { name: 'Table', exact: true }).click();
  await panel.getByRole('columnheader', { name: 'Phone the desk' }).waitFor();
  await toText(); // the click gave the panel the focus
  await workbench.goTo(8, 14);
  await workbench.page.keyboard.insertText('Hunt ');
  await panel.getByRole('columnheader', { name: 'Hunt Look for the form' }).waitFor();
  await panel.locator('.reader [aria-current="true"]', { hasText: 'Hunt Look for the form' }).waitFor();
  await panel.locator('.reader').focus();
  await workbench.page.keyboard.press('Escape'); // what was selected in a panel before is remembered
  await workbench.page.keyboard.press('ArrowDown');
  const focused = () => panel.locator('.reader :focus').textContent();
  await expect.poll(focused).toBe('Hunt Look for the form');
  await workbench.page.keyboard.press('ArrowRight');
  await expect.poll(focused).toBe('Phone the desk');
  await workbench.page.keyboard.press('ArrowDown');
  await expect.poll(focused).toContain('relieved');
  await workbench.page.keyboard.press('Enter');
  await expect.poll(async () => (await workbench.cursor())?.line).toBe(13);
  await workbench.page.waitForTimeout(300);
  await workbench.ask(async (vscode) => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (folder)
      await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, 'other.journey'), { viewColumn: vscode.ViewColumn.Two });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
  panel = await drawnPanel();
  await panel.getByRole('columnheader', { name: 'Hunt Look for the form' }).waitFor();
  await panel.getByRole('button', { name: 'Table', exact: true }).click();
  await drawn(panel, 'Hunt Look for the form').waitFor();
  await closePanels();
});

describe('what may go wrong', () => {
  test('a server that is killed is started again, until that is plainly no use; then the panel says what to do', async () => {
    await reset(small.replace('touchpoint "Order form"', 'touchpoint "Order form" owner Nobody'));
    const panel = await openPreview();
    await workbench.focus();
    const findings = async () => (await workbench.problems()).map(({ message }) => message).join('\n');
    for (let kill = 1; kill <= 5; kill++) {
      await workbench.goTo(8, 14);
      await workbench.page.keyboard.insertText('X');
      await drawnPanel();
      const victim = await serverProcess();
      process.kill(victim ?? Number.NaN, 'SIGKILL');
      if (kill === 5) break;
      await expect.poll(async () => ![victim, undefined].includes(await serverProcess())).toBe(true);
      // A name that only the new server has seen.
      await workbench.goTo(11, 35);
      await workbench.page.keyboard.insertText('Z');
      await expect.poll(findings).toContain(`${'Z'.repeat(kill)}Nobody`);
    }
    await panel.getByText('Journey: Restart Language Server').waitFor();
    expect(await panel.locator('.notice').count()).toBe(1);
    await workbench.run('Notifications: Show Notifications');
    const messages = () => workbench.page.locator('.notifications-center .notification-list-item-message').allInnerTexts();
    await expect.poll(async () => (await messages()).map((message) => message.includes('Restart Language Server'))).toEqual([true]);
    await workbench.run('Notifications: Clear All Notifications');
    await workbench.goTo(8, 15);
    expect(await drawn(panel, 'XXXXXLook').isVisible()).toBe(true);
    await workbench.page.keyboard.insertText('Y');
    await workbench.run('Journey: Restart Language Server');
    await drawn(panel, 'XYXXXXLook').waitFor();
    await expect.poll(findings).toContain('ZZZZNobody');
    expect(await panel.locator('.notice').count()).toBe(0);
  });

  test('a server that is started anew serves the panel again', async () => {
    await reset(small);
    const panel = await openPreview();
    await workbench.focus();
    await workbench.run('Journey: Restart Language Server');
    await workbench.goTo(8, 14);
    await workbench.page.keyboard.insertText('Hunt ');
    await drawn(panel, 'Hunt Look for the form').waitFor();
    await expect.poll(() => panel.locator('.notice').count()).toBe(0);
  });

  test('a panel comes back when the window is loaded again', async () => {
    await reset(small);
    await openPreview();
    await workbench.ask((vscode) => vscode.workspace.saveAll());
    await workbench.page.waitForTimeout(1000);
    await workbench.page.goto(withoutFile(workbench.page.url()));
    await workbench.shows('small.journey');
    const panel = await workbench.preview();
    await drawn(panel, 'Order a laptop').waitFor();
    expect(await panelTitles()).toEqual(['Preview small.journey']);
  });
});
