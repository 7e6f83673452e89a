import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { fileOf, languages, mapOf } from '../../src/extension/templates.ts';
import { today } from '../../src/server/today.ts';
import { paletteWebp } from './palette.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** The pictures of the walkthrough, of the product as it is, into media/walkthrough. */

const small = { width: 960, height: 620 };
const large = { width: 1280, height: 760 };

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'editor.scrollBeyondLastLine': false,
  'editor.stickyScroll.enabled': false,
  'workbench.activityBar.location': 'hidden',
};

/** What the scenes write, in each language. */
const words = {
  en: {
    wait: 'stage "Wait"',
    team: 'Customer service',
    second: 'journey "Move to another flat" for "Ana Lima"\n\nstage "Tell us"\n  step "Call"\n    touchpoint "Notice" owner "',
  },
  fr: {
    wait: 'stage "Attendre"',
    team: 'Service clients',
    second: 'journey "Déménager" for "Anne Lemoine"\n\nstage "Prévenir"\n  step "Appeler"\n    touchpoint "Préavis" owner "',
  },
};

const project = (language: string) => `{
  // ${language === 'fr' ? 'Ce qui vaut pour toutes les cartes de ce dossier' : 'What holds for all maps of this folder'}
  "language": "${language}",
  "lanes": ["steps", "feels", "touchpoints", "pains", "opportunities"],
  "rules": {
    "unowned-touchpoint": "error",
    "missing-business-goal": "off",
    "stale-map": { "severity": "warning", "days": 90 }
  }
}
`;

async function openQuietly(language: keyof typeof words): Promise<Workbench> {
  const map = mapOf(readFileSync(join(root, 'media/templates', fileOf('current', language)), 'utf8'), today());
  const workbench = await openWorkbench({
    files: {
      'heating.journey': map,
      'second.journey': '',
      'journey.json': project(language),
    },
    open: 'heating.journey',
    settings,
    size: small,
    language,
  });
  await workbench.ask((vscode) => vscode.commands.executeCommand('workbench.action.closeSidebar'));
  return workbench;
}

/** The picture with a palette. The browser reads it. */
async function smaller({ page }: Workbench, png: Buffer): Promise<Uint8Array> {
  const { width, height, base64 } = await page.evaluate(async (source) => {
    const bytes = Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const data = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    let text = '';
    for (let at = 0; at < data.length; at += 32_768) text += String.fromCharCode(...data.subarray(at, at + 32_768));
    return { width: image.width, height: image.height, base64: btoa(text) };
  }, png.toString('base64'));
  return paletteWebp(width, height, Buffer.from(base64, 'base64'));
}

describe.each(languages)('%s', (language) => {
  test('are taken', { timeout: 300_000 }, async () => {
    const { wait, team, second } = words[language];
    const folder = join(root, 'media/walkthrough', language === 'en' ? '' : language);
    mkdirSync(folder, { recursive: true });
    const workbench = await openQuietly(language);

    const take = async (name: string, height = Number.POSITIVE_INFINITY, show = async () => {}) => {
      await workbench.page.mouse.move(2, small.height - 2);
      const clip = await workbench.page.locator('.part.editor').boundingBox();
      for (const [theme, title] of Object.entries(themes)) {
        await workbench.setTheme(title);
        await workbench.page.waitForTimeout(500);
        await show();
        const png = await workbench.page.screenshot({
          animations: 'disabled',
          caret: 'hide',
          ...(clip && { clip: { ...clip, height: Math.min(clip.height, height) } }),
        });
        writeFileSync(join(folder, `${name}-${theme}.webp`), await smaller(workbench, png));
      }
      await workbench.setTheme(themes.light);
    };
    const lineOf = async (text: string) => (await workbench.text()).split('\n').findIndex((line) => line.includes(text)) + 1;
    const toTop = (line: number) =>
      workbench.ask((vscode, line) => vscode.commands.executeCommand('revealLine', { lineNumber: line - 1, at: 'top' }), line);

    const waiting = await lineOf(wait);
    await workbench.goTo(waiting + 4, 5);
    await toTop(waiting);
    await take('write');

    await workbench.page.setViewportSize(large);
    await workbench.ask((vscode) => vscode.commands.executeCommand('journey.openPreviewToSide'));
    const panel = await workbench.preview();
    await panel.locator('.picture .region').first().waitFor();
    await panel.locator('.zoom button').nth(-2).click();
    await workbench.ask((vscode) => vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup'));
    await workbench.shows('heating.journey');
    await workbench.goTo(waiting + 5, 5);
    await toTop(waiting);
    await panel.locator('.frame').waitFor();
    await take('draw');
    await workbench.ask(async (vscode) => {
      await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
      await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
    });
    await workbench.shows('heating.journey');
    await workbench.page.setViewportSize(small);

    await workbench.setText((await workbench.text()).replace(/^ {4}opportunity .* effort medium\n.*\n/m, ''));
    const pain = await lineOf('severity high');
    await expect.poll(async () => (await workbench.problems()).map(({ code }) => code)).toEqual(['pain-without-opportunity']);
    await workbench.goTo(pain, 12);
    await toTop(pain - 9);
    await take('findings', undefined, async () => {
      await workbench.ask((vscode) => vscode.commands.executeCommand('editor.action.showHover'));
      await workbench.page.locator('.monaco-hover:visible').getByText('pain-without-opportunity').first().waitFor();
    });
    await workbench.page.keyboard.press('Escape');
    await workbench.ask((vscode) => vscode.commands.executeCommand('workbench.action.files.revert'));

    await workbench.openFile('second.journey');
    await workbench.setText(second);
    const last = second.split('\n');
    await workbench.goTo(last.length, (last.at(-1)?.length ?? 0) + 1);
    expect(await workbench.suggestions()).toContain(team);
    await take('names', 260);
    await workbench.page.keyboard.press('Escape');

    await workbench.openFile('journey.json');
    await workbench.goTo(4);
    await take('share', 260);
  });
});
