import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

const map = 'persona Vera\njourney "Order" for Vera\n  type current\n  goal "A laptop"\nstage Request\n  step form\n    does "Looks"\n';

describe.each([
  ['on a machine', false],
  ['in the browser', true],
])('the page of a rule, with Journey %s', (_, web) => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({ files: { 'map.journey': map }, open: 'map.journey', web });
  });
  afterAll(() => workbench.close());

  const shown = async (): Promise<string> => {
    for (const frame of workbench.page.frames()) {
      const heading = frame.locator('h1', { hasText: /^missing-emotion$/ });
      if ((await heading.count().catch(() => 0)) && (await heading.first().isVisible())) return frame.locator('body').innerText();
    }
    return '';
  };
  const closed = async (): Promise<void> => {
    await workbench.ask((vscode) => vscode.commands.executeCommand('workbench.action.closeOtherEditors'));
    await workbench.page.keyboard.press('Escape');
  };

  test('opens offline from the code of a finding, with nobody asked', async () => {
    await expect.poll(async () => (await workbench.problems()).map(({ code }) => code)).toContain('missing-emotion');
    await workbench.hover('form');
    await workbench.page.locator('.monaco-hover a.code-link', { hasText: 'missing-emotion' }).click();
    await expect.poll(shown).toContain('Why it matters');
    expect(await workbench.page.locator('.monaco-dialog-box').count()).toBe(0);
    await workbench.screenshot(`rule-page-${web ? 'web' : 'machine'}`);
  });

  test('opens from the hover of a finding', async () => {
    await workbench.openFile('map.journey');
    await closed();
    await expect.poll(shown).toBe('');
    await workbench.hover('form');
    await workbench.page.locator('.monaco-hover a', { hasText: 'What is this rule about?' }).first().click();
    await expect.poll(shown).toContain('Why it matters');
  });

  test('opens for the finding at the cursor by a command', async () => {
    await workbench.openFile('map.journey');
    await closed();
    await expect.poll(shown).toBe('');
    await workbench.goTo(6, 9);
    await workbench.run('Journey: What Is This Rule About?');
    await expect.poll(shown).toContain('Why it matters');
  });
});
