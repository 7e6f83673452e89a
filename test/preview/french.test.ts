import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ToPage } from '../../src/preview/protocol.ts';
import type { MapReply } from '../../src/server/protocol.ts';
import { Client } from '../server/client.ts';
import type { Panel } from './browser.ts';
import { panelsOfTests } from './panels.ts';

/** The panel for who reads French: its own words are the editor's, the picture's those of the folder. */

let panel: Panel;
const panels = panelsOfTests(() => panel);

const told = (reply: MapReply): ToPage => ({ type: 'map', uri: 'file:///a.journey', name: 'a.journey', reply });
const sample = readFileSync(join(import.meta.dirname, '../../samples/livraison-d-un-canape/canape.journey'), 'utf8');

/** What a server says of the French sample, with a mistake in it, in a folder with this project file. */
async function replyOf(project: string): Promise<MapReply> {
  const uri = 'file:///maps/canape.journey';
  const text = sample.replace('feels 1 "séduite"', 'feels 9 "séduite"');
  const client = await new Client({ [uri]: text, 'file:///maps/journey.json': project }).start(undefined, {}, 'fr');
  client.open(uri, text);
  return client.request<MapReply>('journey/map', { uri });
}

describe('the panel in French', () => {
  it('has a French bar, findings and labels, and the picture of a French folder French words', async () => {
    panel = await panels.open({ language: 'fr', width: 1200 });
    await panel.tell(told(await replyOf('{ "language": "fr" }')));
    const bar = await panel.page.locator('.toolbar').innerText();
    expect(bar).toMatch(/1 erreur/);
    expect(await panel.page.locator('html').getAttribute('lang')).toBe('fr');
    const labels = await panel.page.$$eval('.zoom button', (buttons) => buttons.map((button) => button.getAttribute('aria-label')));
    expect(labels).toEqual(['Zoom arrière', expect.stringMatching(/^Zoom à /), 'Zoom avant', 'Ajuster à la largeur', 'Tout afficher']);
    expect(await panel.page.locator('.view').getAttribute('aria-description')).toMatch(/^Une carte de parcours client .* Les flèches vont/);
    const picture = await panel.page.locator('.picture').innerText();
    for (const word of ['Étapes', 'Activités', 'Difficultés', 'points de contact à nous']) {
      expect(picture).toContain(word);
    }
    await panel.page.locator('.badge').click();
    expect(await panel.page.locator('.found').innerText()).toContain('Les ressentis vont de -2 à +2');
  });

  it('leaves the picture of a folder that names no language in English, as a file of it is', async () => {
    panel = await panels.open({ language: 'fr' });
    await panel.tell(told(await replyOf('{}')));
    expect(await panel.page.locator('.picture').innerText()).toContain('Touchpoints');
    expect(await panel.page.locator('.toolbar').innerText()).toMatch(/1 erreur/);
  });

  it('invites in French, with an example to copy', async () => {
    panel = await panels.open({ language: 'fr' });
    await panel.tell(told({ version: 1, why: 'empty', journeys: [], marks: {}, errors: 0 }));
    expect(await panel.page.locator('h1').innerText()).toBe('Écrivez un parcours, et voyez-le ici');
    expect(await panel.page.locator('.message p').innerText()).toContain('Tapez le mot journey');
    expect(await panel.page.locator('.example').innerText()).toContain('journey "Prendre rendez-vous" for Sam');
    expect(await panel.page.locator('.copy').innerText()).toBe('Copier l’exemple');
    await panel.tell(told({ version: 2, why: 'unreadable', journeys: [], marks: {}, errors: 2 }));
    expect(await panel.page.locator('.toolbar').innerText()).toContain('illisible, 2 erreurs');
  });
});
