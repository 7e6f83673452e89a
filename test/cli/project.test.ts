import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openProject } from '../../src/cli/project.ts';
import type { JourneyMap } from '../../src/map/model.ts';
import { bytes, png, svg } from '../server/images.ts';
import { folderOf, journey } from './run.ts';

const map = 'persona Vera\njourney "Order" for Vera\n  goal "A laptop"\nstage Request\n  step form\n    feels 1\n';

interface Line {
  file: string;
  line: number;
  column: number;
  code: string;
  severity: string;
  message: string;
}

async function found(...paths: string[]): Promise<Line[]> {
  return JSON.parse((await journey('check', '--json', ...paths)).out) as Line[];
}

const codes = async (...paths: string[]) => (await found(...paths)).map(({ code }) => code);

describe('journey check and a journey.json', () => {
  const unknown = map.replace('persona Vera\n', '');

  test('sets severities, and switches rules off', async () => {
    const with_ = (rules: object) => folderOf({ 'journey.json': JSON.stringify({ rules }), 'map.journey': unknown });
    expect(await codes(with_({}))).toContain('unknown-name');
    expect(await codes(with_({ 'unknown-name': 'off' }))).not.toContain('unknown-name');
    const [finding] = (await found(with_({ 'unknown-name': { severity: 'error' } }))).filter(({ code }) => code === 'unknown-name');
    expect(finding?.severity).toBe('error');
    expect((await journey('check', with_({ 'unknown-name': 'error' }))).code).toBe(1);
  });

  test('sets the numbers of rules', async () => {
    const long = `${map}${Array.from({ length: 4 }, (_, index) => `  step s${index}\n    feels 0\n`).join('')}`;
    const with_ = (steps: number) =>
      folderOf({ 'journey.json': JSON.stringify({ rules: { 'too-long': { steps } } }), 'map.journey': long });
    expect(await codes(with_(5))).not.toContain('too-long');
    expect(await codes(with_(4))).toContain('too-long');
  });

  test('prints what is wrong in it with file, line and column, and ends with 1 where that is an error', async () => {
    const folder = folderOf({ 'journey.json': '{\n  "theme": "drak",\n  "colour": 1\n}\n', 'map.journey': map });
    for (const path of [folder, join(folder, 'map.journey')]) {
      const { code, out } = await journey('check', path);
      expect(code).toBe(1);
      expect(out).toMatch(
        /journey\.json:2:12: error: .*drak.* \[project-file\]\n.*journey\.json:3:3: warning: .*colour.* \[project-file\]\n/,
      );
      expect(out).toMatch(/1 error, 1 warning, \d+ remarks? in 2 files\n$/);
    }
  });

  test('prints it once, also for several maps, and of no other folder', async () => {
    const folder = folderOf({
      'journey.json': '{ "colour": 1 }',
      'a.journey': map,
      'b.journey': 'team T',
      'sub/journey.json': '{ "color": 1 }',
      'sub/c.journey': map,
    });
    const files = async (...paths: string[]) =>
      (await found(...paths.map((path) => join(folder, path))))
        .filter(({ code }) => code === 'project-file')
        .map(({ file }) => file.split('/').slice(-2).join('/'));
    expect(await files('a.journey', 'b.journey')).toEqual([expect.stringMatching(/\/journey\.json$/)]);
    expect(await files('sub/c.journey')).toEqual(['sub/journey.json']);
    expect(await files('.')).toHaveLength(2);
  });

  test('speaks its language', async () => {
    const folder = folderOf({ 'journey.json': '{ "language": "fr" }', 'map.journey': map.replace('feels 1', 'feels 9') });
    expect((await journey('check', folder)).out).toContain('erreur');
  });

  test.each([
    ['is empty', '', []],
    ['has comments', '// x\n{ /* y */ "theme": "dark", }', []],
    ['is broken', '{ "theme": "dark"', ['project-file']],
    ['is no object', '[]', ['project-file']],
    ['is too large', `{}${' '.repeat(1_000_001)}`, ['project-file']],
    ['is in UTF-16', Buffer.from('\ufeff{ "theme": "drak" }', 'utf16le'), ['project-file']],
  ])('bears one that %s', async (_, content, expected) => {
    const folder = folderOf({ 'journey.json': content, 'map.journey': map });
    expect((await codes(folder)).filter((code) => code === 'project-file')).toEqual(expected);
    expect((await journey('render', join(folder, 'map.journey'))).code).toBe(0);
  });

  test('bears one that is a folder, and one that never ends', async () => {
    const folder = folderOf({ 'map.journey': map });
    mkdirSync(join(folder, 'journey.json'));
    expect(await codes(folder)).toContain('project-file');
    const endless = folderOf({ 'map.journey': map });
    symlinkSync('/dev/zero', join(endless, 'journey.json'));
    expect(await codes(endless)).toContain('project-file');
  });

  test('is taken from above, but not from beyond a hidden folder', async () => {
    const folder = folderOf({
      'journey.json': '{ "rules": { "unknown-name": "off" } }',
      'a/b/map.journey': unknown,
      '.old/map.journey': unknown,
    });
    expect(await codes(join(folder, 'a/b'))).not.toContain('unknown-name');
    expect(await codes(join(folder, '.old/map.journey'))).toContain('unknown-name');
  });

  test('of other folders below, no map is read', async () => {
    const folder = folderOf({
      'journey.json': '{}',
      'map.journey': map,
      'deep/b.journey': 'team B',
      'sub/journey.json': '{}',
      'sub/c.journey': 'team C',
    });
    const { files } = await openProject([join(folder, 'map.journey')]);
    expect([...(files[0]?.folder.all() ?? [])].map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1)).sort()).toEqual([
      'b.journey',
      'map.journey',
    ]);
  });
});

describe('journey render and a journey.json', () => {
  const draw = async (settings: string, ...args: string[]) =>
    (
      await journey(
        'render',
        join(folderOf({ 'journey.json': settings, 'map.journey': map.replace('feels 1', 'feels 1\n    does "Searches"') }), 'map.journey'),
        ...args,
      )
    ).out;

  test('draws in its theme, unless another is asked for', async () => {
    const [dark, light] = [await draw('{ "theme": "dark" }'), await draw('{}')];
    expect(dark).not.toBe(light);
    expect(await draw('{ "theme": "dark" }', '--theme', 'light')).toBe(light);
    expect(await draw('{}', '--theme', 'dark')).toBe(dark);
    expect(await draw('{ "theme": "drak" }')).toBe(light);
    expect(await draw('{ "theme": "high-contrast-dark" }')).toContain('#000000');
  });

  test('draws its lanes only', async () => {
    expect(await draw('{}')).toContain('Searches');
    const feels = await draw('{ "lanes": ["feels"] }');
    expect([feels.includes('Searches'), feels.includes('>Feels<')]).toEqual([false, true]);
  });

  test('draws in its language', async () => {
    expect(await draw('{ "language": "fr" }')).not.toBe(await draw('{ "language": "en" }'));
  });
});

describe('data files', () => {
  const measured = (path: string) => `${map}    metric nps from "${path}"\n`;
  const survey = 'Tag;NPS\r\n01.09.2026;-20\r\n01.10.2026;-12,5\r\n';

  async function value(files: Record<string, string | Uint8Array>, name = 'map.journey'): Promise<string | undefined> {
    const { out } = await journey('outline', join(folderOf(files), name));
    return (JSON.parse(out) as JourneyMap[])[0]?.stages[0]?.steps[0]?.metrics[0]?.value?.text;
  }

  test('give a measure its value', async () => {
    expect(await value({ 'map.journey': measured('survey.csv'), 'survey.csv': survey })).toBe('-12.5');
    expect(await value({ 'map.journey': measured('survey.csv'), 'survey.csv': `\ufeff${survey}` })).toBe('-12.5');
    expect(await value({ 'map.journey': measured('survey.csv'), 'survey.csv': Buffer.from(`\ufeff${survey}`, 'utf16le') })).toBe('-12.5');
  });

  test('also as old spreadsheets save them', async () => {
    const text = `${map}    metric delay from "survey.csv" column "Délai"\n`;
    expect(await value({ 'map.journey': text, 'survey.csv': Buffer.from('Jour;Délai\r\n1;3,5\r\n', 'latin1') })).toBe('3.5');
  });

  test('stand in the picture with their source', async () => {
    const folder = folderOf({ 'map.journey': measured('survey.csv'), 'survey.csv': survey });
    const { out } = await journey('render', join(folder, 'map.journey'));
    expect(out.replaceAll('\u00a0', ' ')).toMatch(/NPS −?-?12\.5/);
    expect(out).toContain('survey.csv');
  });

  test('are found missing', async () => {
    expect(await codes(folderOf({ 'map.journey': measured('survey.csv') }))).toContain('unreadable-data');
    expect(await codes(folderOf({ 'map.journey': measured('survey.csv'), 'survey.csv': survey }))).not.toContain('unreadable-data');
  });

  test('are not read from outside the folder, by no way', async () => {
    const outside = folderOf({ 'survey.csv': survey });
    const folder = folderOf({
      'map.journey': measured('survey.csv'),
      'maps/journey.json': '{}',
      'maps/up.journey': measured('../other.csv'),
    });
    symlinkSync(join(outside, 'survey.csv'), join(folder, 'survey.csv'));
    writeFileSync(join(folder, 'other.csv'), survey);
    for (const name of ['map.journey', 'maps/up.journey']) {
      const { out } = await journey('outline', join(folder, name));
      expect((JSON.parse(out) as JourneyMap[])[0]?.stages[0]?.steps[0]?.metrics[0]?.value).toBeUndefined();
      const [finding] = (await found(join(folder, name))).filter(({ code }) => code === 'unreadable-data');
      expect(finding).toMatchObject({ message: expect.stringContaining('outside') as string });
    }
  });
});

describe('pictures', () => {
  const travelling = map.replace('persona Vera\n', 'persona Vera\n  photo "faces/vera.png"\n');
  const portrait = bytes(png(3, 2));
  const base64 = Buffer.from(portrait).toString('base64');
  const draw = async (folder: string, ...options: string[]): Promise<string> =>
    (await journey('render', join(folder, 'map.journey'), ...options)).out;

  test('of personas and the logo are part of what is drawn', async () => {
    const folder = folderOf({
      'map.journey': travelling,
      'faces/vera.png': portrait,
      'journey.json': '{ "logo": "logo.svg", "accent": "#0f766e", "font": "Lato" }',
      'logo.svg': svg(4, 1),
    });
    for (const view of ['map', 'persona']) {
      const out = await draw(folder, '--view', view);
      expect(out).toContain(`href="data:image/png;base64,${base64}"`);
      expect(out).toContain(`href="data:image/svg+xml;base64,${Buffer.from(svg(4, 1)).toString('base64')}"`);
      expect(out).toMatch(/font-family="'Lato', 'Inter \w+', Inter, /);
    }
    expect(await codes(folder)).not.toContain('unreadable-photo');
    expect(await codes(folder)).not.toContain('project-file');
  });

  test.each([
    ['missing', undefined],
    ['no picture', 'hello'],
    ['too large', 'x'.repeat(1_000_001)],
  ])('that are %s are findings, and the map is drawn without them', async (_, content) => {
    const files = content === undefined ? {} : { 'faces/vera.png': content, 'logo.png': content };
    const folder = folderOf({ 'map.journey': travelling, 'journey.json': '{ "logo": "logo.png" }', ...files });
    expect(await draw(folder)).not.toContain('<image');
    expect(await codes(folder)).toEqual(expect.arrayContaining(['unreadable-photo', 'project-file']));
  });

  test('that are misspelt are findings that name the file that was meant', async () => {
    const folder = folderOf({ 'map.journey': travelling, 'faces/vrea.png': portrait, 'journey.json': '{ "logo": "vrea.png" }' });
    const messages = (await found(folder)).map(({ message }) => message).filter((message) => message.includes('Did you mean'));
    expect(messages.toSorted()).toEqual([
      'There is no file “faces/vera.png” beside this map. Put it there, or correct the path. Did you mean “faces/vrea.png”?',
      'There is no file “vrea.png” beside this `journey.json`. Put it there, or correct the path. Did you mean “faces/vrea.png”?',
    ]);
  });

  test('are not read from outside the folder, by no way', async () => {
    const outside = folderOf({ 'vera.png': portrait });
    const folder = folderOf({ 'map.journey': travelling, 'journey.json': '{ "logo": "../logo.png" }', 'faces/kim.png': portrait });
    symlinkSync(join(outside, 'vera.png'), join(folder, 'faces/vera.png'));
    expect(await draw(folder)).not.toContain('<image');
    expect(await codes(folder)).toEqual(expect.arrayContaining(['unreadable-photo', 'project-file']));
  });
});
