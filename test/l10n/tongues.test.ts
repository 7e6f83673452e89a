import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CompletionItem, Hover } from 'vscode-languageserver-types';
import { systemLanguage } from '../../src/cli/tongue.ts';
import type { MapReply } from '../../src/server/protocol.ts';
import { languageOf, tongueOf } from '../../src/server/tongues.ts';
import { folderOf, journey } from '../cli/run.ts';
import { Client } from '../server/client.ts';

/** Whose tongue is spoken: the folder's, else the reader's. */

const text =
  'persona Vera\njourney "Order" for Vera\n  type current\n  goal "x"\nstage Request\n  step form\n    feels 1\n    touchpoint "Order form"\n';
const english = 'By what means does “Order form” reach the customer?';
const french = 'Par quel moyen «\u00a0Order form\u00a0» atteint-il le client\u00a0?';
const map = 'file:///maps/map.journey';

describe('the language of a locale', () => {
  test.each([
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['fr_FR.UTF-8', 'fr'],
    ['FR', 'fr'],
    ['fr@euro', 'fr'],
    ['frr', 'en'], // North Frisian
    ['fro', 'en'],
    ['en-GB', 'en'],
    ['de_DE', 'en'],
    ['C', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ] as const)('%s is %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });

  test('what the catalogue lacks is English, and so are names that every object has', () => {
    expect(['Nobody says this.', 'constructor', '__proto__', ''].map(tongueOf('fr'))).toEqual([
      'Nobody says this.',
      'constructor',
      '__proto__',
      '',
    ]);
  });
});

describe('the editor shows', () => {
  async function shown(locale: string | undefined, files: Record<string, string> = {}): Promise<string> {
    const client = await new Client({ [map]: text, ...files }).start(undefined, {}, locale);
    client.open(map, text);
    return (await client.findings(map)).map(({ message }) => message).join('\n');
  }

  test.each([
    [undefined, english],
    ['en', english],
    ['de', english],
    ['fr', french],
    ['fr-CA', french],
  ])('findings in the language of the locale %s', async (locale, message) => {
    expect(await shown(locale)).toContain(message);
  });

  test.each([
    ['fr', 'en', english],
    ['en', 'fr', french],
    ['fr', 'xx', french],
  ])('with locale %s and "language": "%s" in journey.json the folder’s language, if it is one', async (locale, language, message) => {
    expect(await shown(locale, { 'file:///maps/journey.json': JSON.stringify({ language }) })).toContain(message);
  });

  test('links to the page of a rule in the language of the finding', async () => {
    const options = { rulePages: 'https://example.org/{code}.md', ruleLinks: 'command:show?{code}' };
    for (const [locale, folder] of [
      ['en', ''],
      ['fr', 'fr/'],
    ] as const) {
      const client = await new Client({ [map]: text }).start(undefined, {}, locale, options);
      client.open(map, text);
      const found = (await client.findings(map)).find(({ code }) => code === 'missing-channel');
      expect(found?.codeDescription?.href).toBe(`https://example.org/${folder}missing-channel.md`);
      const position = found?.range.start;
      const hovered = await client.request<Hover>('textDocument/hover', { textDocument: { uri: map }, position });
      expect(JSON.stringify(hovered)).toContain(`(command:show?${folder}missing-channel)`);
      expect(existsSync(join(import.meta.dirname, '../../docs/rules', folder, 'missing-channel.md'))).toBe(true);
    }
  });

  test('the new language as soon as journey.json names it: findings, hovers, completions, fixes and the picture', async () => {
    const client = await new Client({ [map]: text }).start(undefined, {}, 'en');
    client.open(map, text);
    expect((await client.findings(map)).map(({ message }) => message).join()).toContain(english);
    const position = { line: 7, character: 6 };
    const hovered = () => client.request<Hover>('textDocument/hover', { textDocument: { uri: map }, position });
    const drawn = () => client.request<MapReply>('journey/map', { uri: map });
    expect(JSON.stringify(await hovered())).toContain('A contact between customer and organisation');
    expect((await drawn()).language).toBeUndefined();
    const changes = client.changes.length;

    client.write('file:///maps/journey.json', '{ "language": "fr" }');
    expect((await client.findings(map)).map(({ message }) => message).join()).toContain(french);
    expect(client.changes.length, 'the panel is told').toBeGreaterThan(changes);
    expect(JSON.stringify(await hovered())).toContain('Un contact entre le client et l’organisation');
    const reply = await drawn();
    expect(reply.language).toBe('fr');
    expect(JSON.stringify(reply.marks)).toContain('Par quel moyen');
    const completed = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: map },
      position: { line: 8, character: 0 },
    });
    expect(completed.find(({ label }) => label === 'feels')?.documentation).toContain('Ce que ressent le client');
    const actions = await client.request<{ title: string; edit: object }[]>('textDocument/codeAction', {
      textDocument: { uri: map },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toContain('Déclarer une équipe et en faire le responsable');
    expect(JSON.stringify(actions.map(({ edit }) => edit))).toContain('Notre équipe');

    client.write('file:///maps/journey.json', undefined);
    expect((await client.findings(map)).map(({ message }) => message).join()).toContain(english);
  });
});

describe('the command line speaks', () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    [{ LC_ALL: 'fr_FR.UTF-8', LC_MESSAGES: 'en', LANG: 'en' }, 'fr'],
    [{ LC_ALL: '', LC_MESSAGES: 'fr_CA', LANG: 'en' }, 'fr'],
    [{ LANG: 'fr' }, 'fr'],
    [{ LC_ALL: 'C', LANG: 'fr' }, 'en'],
    [{ LANG: 'pt_BR' }, 'en'],
  ])('as the system says: %o', (environment, language) => {
    expect(systemLanguage(environment)).toBe(language);
  });

  test('of findings, their sum, mistakes of use and help', async () => {
    vi.stubEnv('LC_ALL', 'fr_FR.UTF-8');
    const folder = folderOf({ 'map.journey': text });
    const { out } = await journey('check', join(folder, 'map.journey'));
    expect(out).toContain(`avertissement\u00a0: ${french}`);
    expect(out).toMatch(/\d erreurs?, \d avertissements?, \d remarques? dans 1 fichier\n$/);
    expect((await journey('check', join(folder, 'none'))).error).toMatch(/^journey\u00a0: .* n’existe pas\.\n$/);
    expect((await journey('--help')).out).toMatch(/^Usage\u00a0:[\s\S]*Commandes\u00a0:[\s\S]*lister ce qui manque aux cartes/);
  });

  test('as journey.json says, of each folder its own, whatever the system says', async () => {
    const folder = folderOf({
      'a/journey.json': '{ "language": "fr" }',
      'a/map.journey': text,
      'b/journey.json': '{ "language": "en" }',
      'b/map.journey': text,
    });
    const both = await journey('check', join(folder, 'a'), join(folder, 'b'));
    expect(both.out).toContain(french);
    expect(both.out).toContain(english);
    expect(both.out).toMatch(/in 2 files\n$/);
    expect((await journey('check', join(folder, 'a'))).out).toMatch(/dans 1 fichier\n$/);
    vi.stubEnv('LC_ALL', 'fr');
    expect((await journey('check', join(folder, 'b'))).out).toMatch(/in 1 file\n$/);
  });

  test('never through the picture: that follows journey.json alone', async () => {
    const folder = folderOf({ 'fr/journey.json': '{ "language": "fr" }', 'fr/map.journey': text, 'none/map.journey': text });
    const drawn = async (name: string) => (await journey('render', join(folder, name, 'map.journey'))).out;
    const plain = await drawn('none');
    expect(plain).toContain('>Steps<');
    expect(await drawn('fr')).toContain('>Activités<');
    vi.stubEnv('LC_ALL', 'fr');
    expect(await drawn('none')).toBe(plain);
  });
});
