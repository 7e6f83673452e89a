import type { Frame } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

/** Whatever a file holds: a clear finding, a drawn map or an invitation to write; never a crash or a blank panel. */

const good =
  'persona Vera "Vera Cruz"\n\njourney Laptop "Order a laptop" for Vera\n  type current\n  goal "Back at work"\n\nstage Request\n  goal "Find the form"\n\n  step form "Look for the form"\n    feels -1 "lost"\n';
const prose = Array.from(
  { length: 5000 },
  (_, line) => `Dear colleagues, this is line ${line} of a letter that was pasted here by mistake.`,
).join('\n');

interface Case {
  what: string;
  text: string;
  /** Words that the panel shows. */
  shows: string;
  /** Codes of the findings, each once. */
  codes: string[];
}

const cases: Case[] = [
  { what: 'an empty file', text: '', shows: 'journey', codes: [] },
  { what: 'blanks and line breaks', text: ' \n\t\n\r\n  ', shows: 'journey', codes: [] },
  { what: 'a file that only declares', text: 'persona Vera\nteam "Service desk"\nchannel Portal web\n', shows: 'journey', codes: [] },
  { what: 'CRLF line breaks', text: good.replaceAll('\n', '\r\n'), shows: 'Look for the form', codes: [] },
  { what: 'NUL bytes and control characters', text: good.replace('lost', 'lo\u0000st\u0007'), shows: 'Look for the form', codes: [] },
  { what: 'a byte order mark', text: `\ufeff${good}`, shows: 'Look for the form', codes: [] },
  { what: '5,000 lines of a pasted letter below a map', text: `${good}${prose}\n`, shows: 'Look for the form', codes: ['syntax'] },
  { what: 'a map of one word', text: 'journey', shows: '', codes: ['syntax'] },
];

let workbench: Workbench;
let panel: Frame;

beforeAll(async () => {
  workbench = await openWorkbench({
    files: {
      'map.journey': good,
      'teams.journey': 'touchpoint Desk\n',
      'binary.journey': new Uint8Array(4096).map((_, index) => (index * 197) % 256),
      'other/journey.json': '{}',
      'other/bom.journey': `\ufeff${good}`,
    },
    open: 'map.journey',
  });
  await workbench.run('Journey: Open Preview to the Side');
  panel = await workbench.preview();
});

const drawnNow = async (): Promise<void> => {
  const version = await workbench.ask((vscode) => vscode.window.visibleTextEditors[0]?.document.version);
  await expect.poll(() => panel.evaluate(() => Number(document.body.dataset.version))).toBe(version);
};

const shown = (): Promise<string> =>
  panel.evaluate(
    () => `${document.body.innerText}\n${[...document.querySelectorAll('svg text')].map((text) => text.textContent).join(' ')}`,
  );

describe('the panel and the findings of', () => {
  test.each(cases)('$what', async ({ text, shows, codes }) => {
    await workbench.setText(text);
    await drawnNow();
    await expect.poll(shown).toContain(shows);
    await expect.poll(async () => [...new Set((await workbench.problems()).map(({ code }) => code))].sort()).toEqual(codes);
    expect((await workbench.problems()).length).toBeLessThan(5);
  });

  test('nothing but unreadable lines, which leave the last picture as it was', async () => {
    await workbench.setText(good);
    await drawnNow();
    await workbench.setText('Lorem ipsum dolor\nsit amet\n');
    await expect.poll(async () => (await workbench.problems()).map(({ code }) => code)).toEqual(['syntax', 'syntax']);
    await expect.poll(shown).toContain('2 errors');
    expect(await shown()).toContain('Look for the form');
    await workbench.screenshot('bad-input-unreadable');
    await workbench.setText(good);
    await drawnNow();
  });
});

test('a cursor above and below every journey keeps the journey drawn', async () => {
  await workbench.setText(`${good}\nteam Desk2\n`);
  for (const line of [1, 12]) {
    await workbench.goTo(line);
    await drawnNow();
    expect(await shown()).toContain('Look for the form');
  }
});

test('a file with a byte order mark on the disk is a map like another', async () => {
  await workbench.openFile('other/bom.journey');
  expect((await workbench.problems('other/bom.journey')).map(({ code }) => code)).not.toContain('syntax');
});

test('a renamed binary beside the maps disturbs none of them', async () => {
  await workbench.openFile('map.journey');
  await workbench.setText(good);
  await expect.poll(() => workbench.problems('map.journey')).toEqual([]);
});

test('an old version in a diff does not disturb the names of the folder', async () => {
  await workbench.openFile('teams.journey');
  await expect.poll(() => workbench.problems('teams.journey')).toEqual([]);
  await workbench.ask(async (vscode) => {
    vscode.workspace.registerTextDocumentContentProvider('old-versions', {
      provideTextDocumentContent: () => 'touchpoint Desk\ntouchpoint Old\n',
    });
    const [now] = await vscode.workspace.findFiles('teams.journey');
    if (now) await vscode.commands.executeCommand('vscode.diff', now.with({ scheme: 'old-versions' }), now, 'then and now');
  });
  await workbench.until((vscode) => vscode.workspace.textDocuments.some(({ uri }) => uri.scheme === 'old-versions'), 'the old version');
  await workbench.ask(async (vscode) => {
    const [now] = await vscode.workspace.findFiles('teams.journey');
    const edit = new vscode.WorkspaceEdit();
    if (now) edit.insert(now, new vscode.Position(0, 0), '// now\n');
    await vscode.workspace.applyEdit(edit);
  });
  const problems = await workbench.ask((vscode) =>
    vscode.languages.getDiagnostics().flatMap(([uri, list]) => list.map(({ message }) => `${uri.scheme}: ${message}`)),
  );
  expect(problems.filter((message) => message.includes('Desk'))).toEqual([]);
});
