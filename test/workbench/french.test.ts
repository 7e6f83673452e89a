import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { openWorkbench } from './workbench.ts';

const text = `persona Vera
journey "Commander" for Vera
  type current
  goal "Travailler vite"
stage Demander
  step formulaire
    feels 1 "soulagée"
    touchpoint "Formulaire"
`;

const places = [false, ...(inject('installed') ? [] : [true])];

describe.each(places)('an editor in French (in the browser: %s)', (web) => {
  test('has French findings, commands, settings and a French panel, whose picture follows journey.json', async () => {
    const workbench = await openWorkbench({ files: { 'carte.journey': text }, open: 'carte.journey', language: 'fr', web });
    await expect
      .poll(() => workbench.problems())
      .toContainEqual(
        expect.objectContaining({
          code: 'unowned-touchpoint',
          message: expect.stringMatching(/^Personne ne répond de «\u00a0Formulaire\u00a0»/),
        }),
      );
    const contributed = await workbench.ask((vscode) => {
      const { packageJSON } = vscode.extensions.getExtension('journey.journey-maps') ?? {};
      return JSON.stringify((packageJSON as { contributes: object }).contributes);
    });
    for (const said of ['Ouvrir l’aperçu', 'dès qu’on l’ouvre', 'journey.schema.fr.json']) expect(contributed).toContain(said);

    await workbench.ask((vscode) => vscode.commands.executeCommand('journey.openPreviewToSide'));
    const page = await workbench.preview();
    await expect.poll(() => page.locator('.toolbar').innerText()).toMatch(/\d avertissements?/);
    const picture = () => page.locator('.picture').innerText();
    await expect.poll(picture).toContain('touchpoints ours');
    writeFileSync(join(workbench.folder, 'journey.json'), '{ "language": "fr" }\n');
    await expect.poll(picture).toContain('points de contact à nous');
    await workbench.screenshot(`french${web ? '-web' : ''}`);
  });
});
