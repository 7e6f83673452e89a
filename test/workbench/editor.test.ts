import { beforeAll, describe, expect, test } from 'vitest';
import { clickLens, colour, lenses, peeked, rename, shownLines } from './ui.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** What the editor does with the text of a map, as somebody sees it who writes one. */

let workbench: Workbench;

const people = `/// She travels.
persona Vera "Vera Cruz"
  photo "vera.svg"
team "Service desk" contact "desk@example.org"
team Carrier external
channel Phone phone
`;

const map = `journey "Order" for Vera
  type current
  goal "A laptop"
  evidence "6 interviews" link "https://example.org/notes"
  metric nps from "measures.csv" column score

stage Request owner "Service desk"
  goal "Find the form"

  step form "Look for the form"
    does "Searches"
    feels -2 "lost"
    touchpoint Form via Phone
    takes 10min

  step wait "Hear nothing"
    feels 1 "relieved"
    touchpoint Parcel via Phone owner Carrier
    touchpoint Chat via Phone owner Nobody
    moment delight "It comes early"
    waits 2d
`;

const files = {
  'map.journey': map,
  'people.journey': people,
  'vera.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'measures.csv': 'day,score\n2026-10-01,12\n',
};

beforeAll(async () => {
  workbench = await openWorkbench({ files, settings: { 'editor.minimap.enabled': false } });
  await workbench.openFile('map.journey');
});

/** The line of the active editor that a text stands in, and its column there; both from 1. */
async function placeOf(text: string): Promise<[line: number, column: number]> {
  const before = (await workbench.text()).split(text)[0] as string;
  const lines = before.split('\n');
  return [lines.length, (lines.at(-1) as string).length + 1];
}

async function goTo(text: string, further = 0): Promise<void> {
  const [line, column] = await placeOf(text);
  await workbench.goTo(line, column + further);
}

const shown = async (): Promise<string> => (await shownLines(workbench.page)).join('\n');

describe('what follows from the text', () => {
  test('stands beside it: whose a touchpoint is, its owner, and the time so far', async () => {
    await expect.poll(shown).toMatch(/touchpoint Form via Phone\s*owner Service desk/);
    expect(await shown()).toMatch(/owner Carrier\s*not ours/);
    expect(await shown()).toMatch(/Hear nothing"\s*2d 10min so far/);
  });

  test('stands above it: how a stage feels', async () => {
    await expect.poll(() => lenses(workbench.page)).toEqual(expect.arrayContaining([expect.stringMatching(/mood −0\.5 on average/)]));
  });

  test.each([
    ['light', 'Default Light Modern'],
    ['dark', 'Default Dark Modern'],
  ])('has its colours in the %s theme: what is not ours and what is unknown, delights and irritants', async (name, theme) => {
    await workbench.setTheme(theme);
    const colours = async (): Promise<string[]> => [
      await colour(workbench.page, '"Service desk"', 1),
      await colour(workbench.page, 'Carrier', 1),
      await colour(workbench.page, 'via', 1),
      await colour(workbench.page, 'Nobody', 1),
      await colour(workbench.page, 'delight', 1),
      await colour(workbench.page, '-2', 1),
    ];
    await expect.poll(async () => new Set(await colours()).size).toBe(6);
    await workbench.goTo(1);
    await workbench.screenshot(`editor-${name}`);
    await workbench.openFile('people.journey');
    await expect.poll(() => lenses(workbench.page)).toEqual(['named in 3 places']);
    await workbench.screenshot(`editor-people-${name}`);
    await workbench.openFile('map.journey');
  });
});

describe('one finds one’s way', () => {
  test('by a lens, to where a channel is named', async () => {
    await workbench.openFile('people.journey');
    await expect.poll(() => lenses(workbench.page)).toContain('named in 3 places');
    await clickLens(workbench.page, 'named in 3 places');
    expect(await peeked(workbench.page)).toBe(3);
  });

  test('by references, over all files', async () => {
    await workbench.openFile('map.journey');
    await goTo('Phone', 2);
    await workbench.press('Shift+F12');
    expect(await peeked(workbench.page)).toBe(4);
  });

  test('by links: pages, files of the folder, and mail', async () => {
    const links = (path: string) =>
      workbench.ask(async (vscode, path) => {
        const uri = vscode.workspace.textDocuments.find((document) => document.uri.path.endsWith(path))?.uri;
        const found = await vscode.commands.executeCommand<import('vscode').DocumentLink[]>('vscode.executeLinkProvider', uri);
        return found.map(({ target }) => `${target?.scheme} ${target?.path.split('/').at(-1)}`);
      }, path);
    await expect
      .poll(async () => [...new Set(await links('map.journey'))].sort())
      .toEqual(['https notes', expect.stringMatching(/^(?:file|vscode-remote) measures\.csv$/)].sort());
    await expect
      .poll(async () => [...new Set(await links('people.journey'))].sort())
      .toEqual([expect.stringMatching(/^(?:file|vscode-remote) vera\.svg$/), 'mailto desk@example.org'].sort());
  });

  test('by folding and by selections that grow', async () => {
    await goTo('"Searches"', 3);
    const grown: string[] = [];
    for (let times = 0; times < 5; times++) {
      await workbench.press('Shift+Alt+ArrowRight');
      await workbench.settled();
      grown.push(
        await workbench.ask((vscode) => vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection) ?? ''),
      );
    }
    expect(grown.every((text, index) => index === 0 || text.includes(grown[index - 1] as string))).toBe(true);
    expect(grown.map((text) => text.trim())).toContain('does "Searches"');
    expect(grown.some((text) => text.trim().startsWith('step form') && text.trim().endsWith('takes 10min'))).toBe(true);
    await goTo('does "Searches"');
    await workbench.run('Fold All');
    await expect.poll(async () => (await shownLines(workbench.page)).length).toBeLessThan(6);
    await workbench.run('Unfold All');
    await expect.poll(shown).toContain('Searches');
  });
});

describe('one changes a map', () => {
  test('renames a team in two files at once', async () => {
    await goTo('"Service desk"', 3);
    await rename(workbench.page, 'First line');
    await expect.poll(() => workbench.text('map.journey')).toContain('owner "First line"');
    await expect.poll(() => workbench.text('people.journey')).toContain('team "First line" contact');
  });

  test('writes a feeling with its usual score, and a touchpoint at the level of the step’s own', async () => {
    await goTo('does "Searches"', 'does "Searches"'.length);
    await workbench.press('Enter');
    await workbench.type('feels ', 30);
    expect((await workbench.suggestions()).slice(0, 7)).toEqual(['-2', '-1', '0', '1', '2', 'lost', 'relieved']);
    await workbench.screenshot('editor-feels');
    await workbench.type('frus', 30);
    await workbench.complete('frustrated');
    await expect.poll(() => workbench.text()).toContain('    feels -1 "frustrated"\n');
    await workbench.press('Enter');
    await workbench.type('touchpoint Desk', 30);
    await workbench.press('Escape');
    await workbench.press('Enter');
    await workbench.type('x');
    expect(await workbench.text()).toContain('    touchpoint Desk\n    x\n');
  });

  test('writes a step and a stage below what a step holds, and they go where they belong', async () => {
    await workbench.setText('journey J\nstage A\n  step a\n    does "x"');
    await workbench.goTo(4, 13);
    await workbench.press('Enter');
    await workbench.type('step b', 30);
    await workbench.press('Escape');
    await workbench.press('Enter');
    await expect.poll(() => workbench.text()).toBe('journey J\nstage A\n  step a\n    does "x"\n  step b\n    ');
    await workbench.type('stage B', 30);
    await workbench.press('Escape');
    await workbench.press('Enter');
    await expect.poll(() => workbench.text()).toBe('journey J\nstage A\n  step a\n    does "x"\n  step b\nstage B\n  ');
    await expect.poll(workbench.cursor.bind(workbench)).toMatchObject({ line: 7, column: 3 });
  });

  test('goes on with documentation, pairs quotes, and indents a long text', async () => {
    await workbench.setText('journey J\nstage A\n  step a\n    ');
    await workbench.goTo(4, 5);
    await workbench.type('does "Looks');
    expect(await workbench.text()).toContain('    does "Looks"');
    await workbench.type('"');
    await workbench.press('Enter');
    await workbench.type('thinks """');
    await workbench.press('Enter');
    await workbench.type('Which one?');
    expect(await workbench.text()).toBe('journey J\nstage A\n  step a\n    does "Looks"\n    thinks """\n      Which one?');
    await workbench.setText('journey J\n/// The first.');
    await workbench.goTo(2, 15);
    await workbench.press('Enter');
    await workbench.type('And the last.');
    expect(await workbench.text()).toBe('journey J\n/// The first.\n/// And the last.');
  });

  test('lays a map out, or a part of it', async () => {
    const sloppy = 'journey J\n stage A\n   step a\n does “x”\n   step b\n does “y”\n';
    await workbench.setText(sloppy);
    await workbench.ask((vscode) => {
      const editor = vscode.window.activeTextEditor;
      if (editor) editor.selection = new vscode.Selection(3, 0, 3, 4);
    });
    await workbench.run('Format Selection');
    await expect.poll(() => workbench.text()).toBe(sloppy.replace(' does “x”', '    does "x"'));
    await workbench.run('Format Document');
    await expect.poll(() => workbench.text()).toBe('journey J\nstage A\n  step a\n    does "x"\n  step b\n    does "y"\n');
  });
});
