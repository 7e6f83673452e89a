import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { folderOf, journey } from './run.ts';

const map = 'journey "Order" for Vera\n  goal "A laptop" type current\nstage Request\n  step form\n    feels 1\n';
const people = 'persona Vera\n';

/** The command with a text, or bytes, in its standard input. */
function piped(input: string | Uint8Array, ...args: string[]): ReturnType<typeof journey> {
  const stdin = vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(input)]) as unknown as typeof process.stdin);
  onTestFinished(() => stdin.mockRestore());
  return journey(...args);
}

afterEach(() => vi.restoreAllMocks());

/** As if the command were run in this folder. */
function within(folder: string): void {
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
}

describe('journey check -', () => {
  test('stands alone, with the settings of the folder it is run in', async () => {
    within(folderOf({ 'people.journey': people, 'map.journey': map, 'journey.json': '{ "rules": { "missing-goal": "off" } }' }));
    const { code, out } = await piped(map.replace('goal "A laptop" ', ''), 'check', '-');
    expect(code).toBe(0);
    expect(out).toMatch(/^<stdin>:1:21: warning: .* \[unknown-name\]\n0 errors, 1 warning, 0 remarks in 1 file\n$/);
  });

  test('is taken for a file of its folder by its name, be it there already or not', async () => {
    const folder = folderOf({ 'journey.json': '{}', 'people.journey': people, 'maps/map.journey': 'journey nothing' });
    for (const name of ['maps/map.journey', 'maps/new.journey']) {
      const path = join(folder, name);
      expect(await piped(map, 'check', '-', '--stdin-filename', path)).toEqual({ code: 0, out: 'Nothing found in 1 file\n', error: '' });
      const { out } = await piped(map.replace('feels 1', 'feels 9'), 'check', '--json', '--stdin-filename', path, '-');
      expect(JSON.parse(out)).toMatchObject([{ file: relative(process.cwd(), path), line: 5, code: 'score-out-of-range' }]);
    }
    expect(readFileSync(join(folder, 'maps/map.journey'), 'utf8')).toBe('journey nothing');
  });

  test('that is no text is one finding', async () => {
    expect((await piped(Buffer.from([0xff, 0, 1, 0x80]), 'check', '-')).out).toMatch(/^<stdin>:1:1: error: .*UTF-8.*\n1 error/);
  });

  test('that is empty is fine', async () => {
    expect(await piped('', 'check', '-')).toMatchObject({ code: 0, error: '' });
  });

  test.each([
    ['among files', ['check', '-', '.']],
    ['with --fix', ['check', '--fix', '-']],
  ])('%s is a mistake', async (_, args) => {
    const { code, out, error } = await piped(map, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(/^journey: .*standard input/);
  });
});

test('journey render - draws what it is given', async () => {
  const { code, out } = await piped(`${people}${map}`, 'render', '-');
  expect(code).toBe(0);
  expect(out).toContain('<svg ');
});

test('journey render - knows the folder of the file that it is taken for', async () => {
  const folder = folderOf({ 'people.journey': 'persona Vera "Vera Cruz"\n' });
  const { out } = await piped(map, 'render', '-', '--stdin-filename', join(folder, 'new.journey'));
  expect(out).toContain('Vera Cruz');
});

test('journey outline - prints the maps of what it is given', async () => {
  const { code, out } = await piped(map, 'outline', '-');
  expect([code, JSON.parse(out)]).toMatchObject([0, [{ title: 'Order' }]]);
});

test.each(['render', 'outline', 'format'])('journey %s - draws, prints and lays out nothing of what is no text', async (command) => {
  const { code, out, error } = await piped(Buffer.from('journey "\xe9"\n', 'latin1'), command, '-', '--stdin-filename', 'a.journey');
  expect([code, out]).toEqual([2, '']);
  expect(error).toMatch(/^journey: a\.journey.*UTF-8/);
});
