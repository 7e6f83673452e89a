import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { JourneyMap } from '../../src/map/model.ts';
import { formats } from '../../src/render/job.ts';
import { folderOf, journey } from './run.ts';

const good = 'persona Vera\njourney "Order" for Vera\n  goal "A laptop" type current\nstage Request\n  step form\n    feels 1\n';
const warned = good.replace('    feels 1\n', '');
const broken = good.replace('feels 1', 'feels 9');

describe('journey check', () => {
  test.each([
    ['nothing is found', good, 0, /^Nothing found in 1 file\n$/],
    [
      'there are warnings only',
      warned,
      0,
      /map\.journey:5:8: warning: .* \[missing-emotion\]\n0 errors, 1 warning, 0 remarks in 1 file\n$/,
    ],
    ['there is an error', broken, 1, /map\.journey:6:11: error: .* \[score-out-of-range\]\n1 error, 0 warnings, 0 remarks in 1 file\n$/],
    ['the file is empty', '', 0, /^Nothing found in 1 file\n$/],
  ])('where %s', async (_, text, code, out) => {
    const folder = folderOf({ 'map.journey': text });
    const outcome = await journey('check', join(folder, 'map.journey'));
    expect(outcome).toMatchObject({ code, error: '' });
    expect(outcome.out).toMatch(out);
  });

  test('as JSON: lines and columns from 1, in UTF-16 units, whatever ends the lines', async () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = `\ufeff${broken.replace('    feels 9', '    does "😀 é" feels 9 "😀"')}`.replaceAll('\n', eol);
      const folder = folderOf({ 'map.journey': text });
      const { code, out } = await journey('check', folder, '--json');
      expect(code).toBe(1);
      const found = JSON.parse(out) as unknown[];
      expect(found).toEqual([
        {
          file: expect.stringMatching(/map\.journey$/) as string,
          line: 6,
          column: 23,
          endLine: 6,
          endColumn: 24,
          code: 'score-out-of-range',
          severity: 'error',
          message: expect.stringContaining('9') as string,
        },
      ]);
    }
  });

  test('as JSON where nothing is found', async () => {
    const { out, code } = await journey('check', '--json', folderOf({ 'map.journey': good }));
    expect([JSON.parse(out), code]).toEqual([[], 0]);
  });

  test('says a finding of several lines from its first to its last', async () => {
    const folder = folderOf({ 'map.journey': 'Dear all,\nthis\nis\nno\nmap.\n' });
    const { out } = await journey('check', folder, '--json');
    expect(JSON.parse(out)).toMatchObject([{ line: 1, column: 1, endLine: 5, endColumn: 5, code: 'syntax' }]);
  });

  test('takes folders and files, each map once, in order', async () => {
    const folder = folderOf({
      'b.journey': 'touchpoint T',
      'a/c.journey': broken,
      'a/notes.txt': 'x',
      'node_modules/d.journey': 'x',
      '.git/e.journey': 'x',
    });
    const { out } = await journey('check', folder, join(folder, 'a/c.journey'), folder);
    expect(out).toMatch(/c\.journey:6:11: .*\n1 error, 0 warnings, 0 remarks in 2 files\n$/);
  });

  test('knows the names of the folder that was given, also from a file beside', async () => {
    const files = { 'teams.journey': 'persona Vera', 'map.journey': good.replace('persona Vera\n', '') };
    expect((await journey('check', folderOf(files))).out).toMatch(/^Nothing found/);
    expect((await journey('check', join(folderOf(files), 'map.journey'))).out).toMatch(/^Nothing found/);
  });

  test('shares names within the folder of the nearest journey.json', async () => {
    const map = good.replace('persona Vera\n', '');
    const folder = folderOf({
      'journey.json': '{}',
      'teams.journey': 'persona Vera',
      'maps/map.journey': map,
      'other/journey.json': '{}',
      'other/map.journey': map,
    });
    const codes = async (...paths: string[]): Promise<string[]> =>
      (
        JSON.parse((await journey('check', '--json', ...paths.map((path) => join(folder, path)))).out) as { file: string; code: string }[]
      ).map(({ file, code }) => `${file.split('/').slice(-2).join('/')} ${code}`);
    expect(await codes('maps/map.journey')).toEqual([]);
    expect(await codes('other/map.journey')).toEqual(['other/map.journey unknown-name']);
    expect(await codes('.')).toEqual(['other/map.journey unknown-name']);
  });

  test('reads UTF-16 and what is no text at all', async () => {
    const utf16 = Buffer.from(`\ufeff${broken}`, 'utf16le');
    const binary = Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) & 0xff);
    const folder = folderOf({ 'utf16.journey': utf16, 'binary.journey': binary });
    expect((await journey('check', join(folder, 'utf16.journey'))).out).toContain('6:11: error');
    const { code, out } = await journey('check', join(folder, 'binary.journey'));
    expect(code).toBe(1);
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});

describe('used wrongly, it says so in a line and ends with 2', () => {
  test.each([
    ['no command', []],
    ['a command that is none', ['draw']],
    ['no path', ['check']],
    ['an option that is none', ['check', '.', '--yaml']],
    ['a path that is not there', ['check', 'no-such.journey']],
    ['one path of two that is not there', ['check', '.', 'no-such.journey']],
    ['no file to draw', ['render']],
    ['a file to draw that is not there', ['render', 'no-such.journey']],
    ['no file to outline', ['outline']],
    ['a file to outline that is not there', ['outline', 'no-such.journey', '--json']],
  ])('%s', async (_, args) => {
    const { code, out, error } = await journey(...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).not.toBe('');
    expect(error).not.toContain('    at ');
  });

  test.each([
    [['check', '.', '--jsom'], 'journey: there is no option `--jsom`. Did you mean --json?\n(see journey --help)\n'],
    [['--x'], 'journey: there is no option `--x`.\n(see journey --help)\n'],
    [['chek'], 'journey: there is no command `chek`. Did you mean check?\n(see journey --help)\n'],
    [['check'], 'journey: the argument `path` is missing.\n(see journey --help)\n'],
    [['render', 'a', 'b'], 'journey: `render` takes 1 argument, and 2 were given: a, b.\n(see journey --help)\n'],
    [['lsp', 'a'], 'journey: `lsp` takes no argument, and this was given: a.\n(see journey --help)\n'],
    [['render', 'a', '--theme'], 'journey: the option `--theme <name>` needs a value.\n(see journey --help)\n'],
  ])('%s', async (args, error) => {
    expect(await journey(...args)).toEqual({ code: 2, out: '', error });
  });

  test('in the reader’s tongue, as its help', async () => {
    vi.stubEnv('LC_ALL', 'fr_FR.UTF-8');
    onTestFinished(() => void vi.unstubAllEnvs());
    const said = await Promise.all(
      [['check', '--jsom'], ['chek'], ['check'], ['render', 'a', 'b'], ['lsp', 'a'], ['render', '--theme']].map((args) => journey(...args)),
    );
    for (const { error } of said) expect(error).toMatch(/^journey\u00a0: .*\n\(voir journey --help\)\n$/);
    const text = said.map(({ error }) => error).join('');
    expect(text).not.toMatch(/unknown|missing|argument missing|too many|error|there|mean/);
    const help = (await journey('help', 'render')).out + (await journey('--help')).out;
    expect(help).toContain('Usage\u00a0: journey render [options] <fichier>');
    expect(help).not.toMatch(/\b(?:path|file|name|command|Usage:)\b(?!\.)/);
  });

  test('a folder without maps', async () => {
    expect(await journey('check', folderOf({ 'notes.txt': 'x' }))).toMatchObject({
      code: 2,
      out: '',
      error: expect.stringContaining('no .journey file') as string,
    });
  });

  test('asked for help or its version it ends well', async () => {
    expect(await journey('--help')).toMatchObject({ code: 0, error: '' });
    expect((await journey('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('journey render in a view or as a table', () => {
  const now = 'journey "Now"\n  view macro\nstage S\n  step a\n    feels -1\n    backstage "Checks the stock" by T\nteam T\n';
  const later = 'journey "Later"\n  type future\n  improves "Now"\nstage S\n  step a\n    feels 1\n';
  const files = { 'now.journey': now, 'later.journey': later };

  test.each<[name: string, args: string[], has: RegExp, lacks: RegExp]>([
    ['the view of the journey', ['now.journey'], /No key moment/, /Line of visibility/],
    ['the view that is asked for', ['now.journey', '--view', 'blueprint'], /Line of visibility/, /No key moment/],
    ['a comparison', ['later.journey', '--view', 'compare'], /step better/, /Line of visibility/],
    ['light and dark', ['now.journey', '--theme', 'auto'], /prefers-color-scheme:dark/, /Line of visibility/],
    ['one theme', ['now.journey', '--theme', 'dark'], /@font-face/, /prefers-color-scheme/],
    ['Markdown of a view', ['later.journey', '--to', 'md', '--view', 'compare'], /\*\*step better:\*\* 1/, /Backstage/],
    ['Markdown', ['now.journey', '--to', 'md'], /^# Now\n[\s\S]*\| \*\*Backstage\*\* \| Checks the stock/, /<svg/],
  ])('%s', async (_, [file = '', ...args], has, lacks) => {
    const { code, out, error } = await journey('render', join(folderOf(files), file), ...args);
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(has);
    expect(out).not.toMatch(lacks);
  });

  test('that of the folder where the journey says none', async () => {
    const folder = folderOf({ 'now.journey': now.replace('  view macro\n', ''), 'journey.json': '{ "view": "blueprint" }' });
    expect((await journey('render', join(folder, 'now.journey'))).out).toMatch(/Line of visibility/);
  });

  test.each<[args: string[], error: string]>([
    [['--view', 'all'], 'journey: there is no view all. Views: map, macro, blueprint, compare, persona.\n'],
    [['--scale', '0', '-o', 'x.png'], 'journey: 0 is no scale. Give a number from 0.1 to 8, such as --scale 2.\n'],
    [['--scale', 'x', '-o', 'x.png'], 'journey: x is no scale. Give a number from 0.1 to 8, such as --scale 2.\n'],
    [['--scale', '0x2', '-o', 'x.png'], 'journey: 0x2 is no scale. Give a number from 0.1 to 8, such as --scale 2.\n'],
    [['--scale', '2', '--to', 'svg'], 'journey: --scale is for PNG; SVG can be shown at any size.\n'],
    [['--paper', 'a3', '--to', 'svg'], 'journey: --paper is for a PDF, and SVG has no pages.\n'],
    [['--paper', 'b5', '--to', 'pdf'], 'journey: there is no paper b5. Papers: a4, a3, letter, long.\n'],
    [['--transparent', '--to', 'md'], 'journey: only SVG and PNG can be transparent; MD has a ground always.\n'],
    [['--to', 'gif'], `journey: there is no format gif. Formats: ${formats.join(', ')}.\n`],
    [['--to', 'md', '--theme', 'auto'], 'journey: a .md file has one theme; the theme auto is for .svg, .html.\n'],
    [['--to', 'md', '-o', 'x.svg'], 'journey: x.svg does not end in .md.\n'],
    [['-o', 'x.gif'], `journey: x.gif does not end in ${formats.map((format) => `.${format}`).join(' / ')}.\n`],
  ])('says what is wrong with %j', async (args, error) => {
    expect(await journey('render', join(folderOf(files), 'now.journey'), ...args)).toEqual({ code: 2, out: '', error });
  });
});

describe('journey render', () => {
  const two = `${good}journey second "The second one" for Vera\n  goal "x"\nstage S\n  step a\n    feels -1\n`;

  test('draws the first journey to the standard output', async () => {
    const { code, out, error } = await journey('render', join(folderOf({ 'map.journey': two }), 'map.journey'));
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/^(<\?xml.*\n)?<svg /);
    expect(out).toContain('Order');
    expect(out).not.toContain('The second one');
  });

  test('draws the map of a folder that holds one, and asks for one where it holds several', async () => {
    const one = folderOf({ 'map.journey': good });
    expect((await journey('render', one)).out).toContain('Order');
    const several = folderOf({ 'b.journey': two, 'a.journey': good });
    expect(await journey('render', several)).toEqual({
      code: 2,
      out: '',
      error: `journey: ${several} holds 2 maps. Name one of them, such as ${join(several, 'a.journey')}.\n`,
    });
  });

  test('draws the journey asked for, by name or title, in the theme asked for', async () => {
    const file = join(folderOf({ 'map.journey': two }), 'map.journey');
    for (const name of ['second', 'The second one'])
      expect((await journey('render', file, '--journey', name)).out).toContain('The second one');
    expect((await journey('render', file, '--theme', 'dark')).out).not.toBe((await journey('render', file)).out);
  });

  test('the same text gives the same picture', async () => {
    const file = join(folderOf({ 'map.journey': two }), 'map.journey');
    expect((await journey('render', file)).out).toBe((await journey('render', file)).out);
  });

  test('writes a file, and over one only when forced', async () => {
    const folder = folderOf({ 'map.journey': good, 'there.svg': 'precious' });
    const [map, fresh, there] = ['map.journey', 'fresh.svg', 'there.svg'].map((name) => join(folder, name)) as [string, string, string];
    expect(await journey('render', map, '-o', fresh)).toEqual({ code: 0, out: '', error: '' });
    expect(readFileSync(fresh, 'utf8')).toContain('<svg');
    expect(await journey('render', map, '-o', there)).toMatchObject({
      code: 2,
      out: '',
      error: expect.stringContaining('--force') as string,
    });
    expect(readFileSync(there, 'utf8')).toBe('precious');
    expect(await journey('render', map, '--output', there, '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(there, 'utf8')).toBe(readFileSync(fresh, 'utf8'));
    expect(readdirSync(folder).sort(), 'nothing is left beside').toEqual(['fresh.svg', 'map.journey', 'there.svg']);
  });

  test.each([
    ['a theme that is none', good, ['--theme', 'pink'], /light, dark/],
    ['a theme with the name of something else', good, ['--theme', 'constructor'], /light, dark/],
    ['a journey that is none', two, ['--journey', 'third'], /Order.*The second one/],
    ['a file that only declares', 'team T', [], /no journey/],
    ['a file that cannot be read', 'Dear all', [], /no journey/],
    ['an empty file', '', [], /no journey/],
    ['a place that is none', good, ['-o', 'no/such/folder/x.svg'], /cannot be written(?!.*\.part)/],
  ])('writes nothing for %s', async (_, text, args, error) => {
    const folder = folderOf({ 'map.journey': text });
    const placed = args.map((arg) => (arg.endsWith('.svg') ? join(folder, arg) : arg));
    const target = join(folder, 'picture.svg');
    const outcome = await journey('render', join(folder, 'map.journey'), ...placed, ...(placed.includes('-o') ? [] : ['-o', target]));
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.error).toMatch(error);
    expect(readdirSync(folder)).toEqual(['map.journey']);
  });

  test('draws a map with errors as far as it can be read', async () => {
    const { code, out } = await journey('render', join(folderOf({ 'map.journey': `${broken}    nonsense\n` }), 'map.journey'));
    expect(code).toBe(0);
    expect(out).toContain('Request');
  });
});

describe('journey outline', () => {
  test('prints the maps of a file as views get them', async () => {
    const folder = folderOf({
      'teams.journey': 'team Desk external',
      'map.journey': `${good}    touchpoint T owner Desk\njourney "Second" for Vera\n`,
    });
    const { code, out } = await journey('outline', join(folder, 'map.journey'), '--json');
    expect(code).toBe(0);
    const maps = JSON.parse(out) as JourneyMap[];
    expect(maps.map(({ title }) => title)).toEqual(['Order', 'Second']);
    expect(maps[0]?.stages[0]?.steps[0]).toMatchObject({
      name: 'form',
      feelings: [{ persona: 'Vera', score: 1 }],
      touchpoints: [{ owner: { kind: 'external' } }],
    });
  });

  test('prints an empty list where there is no journey', async () => {
    const { code, out } = await journey('outline', join(folderOf({ 'map.journey': 'team T' }), 'map.journey'), '--json');
    expect([code, JSON.parse(out)]).toEqual([0, []]);
  });
});

test('as a command of its own it ends with the same code, and bears a reader that goes away', { timeout: 60_000 }, () => {
  const steps = Array.from({ length: 3000 }, (_, index) => `  step s${index}\n    feels 1\n    touchpoint T${index}\n`).join('');
  const folder = folderOf({ 'map.journey': good, 'large/map.journey': `${good}${steps}`, 'large/journey.json': '{}' });
  const env = { ...process.env, NODE: process.execPath, COMMAND: join(import.meta.dirname, '../../src/cli/journey.ts') };
  const run = (shell: string) => spawnSync('sh', ['-c', shell], { encoding: 'utf8', cwd: folder, env });
  expect(run('"$NODE" "$COMMAND" check map.journey')).toMatchObject({ status: 0, stdout: 'Nothing found in 1 file\n', stderr: '' });
  expect(run('"$NODE" "$COMMAND" check no-such-file')).toMatchObject({ status: 2, stdout: '' });
  for (const command of ['outline large/map.journey', 'check large']) {
    expect(run(`"$NODE" "$COMMAND" ${command} | head -c 1`)).toMatchObject({ status: 0, stderr: '' });
  }
});
