import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  promises as disk,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkTarget } from '../../src/cli/target.ts';
import { writeWhole } from '../../src/cli/write.ts';
import { folderOf, journey } from './run.ts';

/** Where a map is written: as a whole or not at all, over nothing unasked, and with a sentence where it cannot be. */

const map = 'journey "Order"\nstage Request\n  step form\n    feels 1\n';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Has a disk fail at a call, once half of a text is in the file. */
function failing(call: 'writeFile' | 'sync', code: string): void {
  const { open } = disk;
  vi.spyOn(disk, 'open').mockImplementation(async (...args) => {
    const file = await open(...args);
    await file.write('<sv');
    file[call] = () => Promise.reject(Object.assign(new Error(`${code}: it failed, ${call} '${String(args[0])}'`), { code }));
    return file;
  });
}

describe('a name', () => {
  const folder = folderOf;
  test.each([
    ['.svg', 'cannot be the name of a file'],
    ['a\0b.svg', 'a\\0b.svg cannot be the name of a file'],
    [`${'ä'.repeat(300)}.svg`, /^journey: .{1,210}… cannot be written: its name is too long\.\n$/],
    ['dir', 'dir is a folder. Name a file in it, such as '],
    ['dir.svg', 'dir.svg is a folder. Name a file in it, such as '],
    ['no/folder/x.svg', 'there is no folder '],
    ['map.journey/x.svg', 'there is no folder '],
    ['there.svg', 'there.svg is there already. Add --force to write over it.'],
    ['link.svg', 'link.svg is there already. Add --force to write over it.'],
    ['nowhere.svg', 'nowhere.svg is there already. Add --force to write over it.'],
    ['device.svg', 'device.svg is no file. Without -o all goes to the standard output.'],
  ])('%s is refused, and nothing is written', async (name, said) => {
    const at = folder({ 'map.journey': map, 'there.svg': 'precious', 'dir/a.txt': '', 'dir.svg/a.txt': '' });
    symlinkSync('there.svg', join(at, 'link.svg'));
    symlinkSync('gone', join(at, 'nowhere.svg'));
    symlinkSync('/dev/null', join(at, 'device.svg'));
    const before = readdirSync(at, { recursive: true });
    const { code, out, error } = await journey('render', join(at, 'map.journey'), '-o', join(at, name));
    expect([code, out]).toEqual([2, '']);
    if (typeof said === 'string') expect(error).toContain(said);
    else expect(error).toMatch(said);
    expect(error.split('\n')).toHaveLength(2);
    expect(readdirSync(at, { recursive: true })).toEqual(before);
    expect(readFileSync(join(at, 'there.svg'), 'utf8')).toBe('precious');
  });

  test.each(['CON.png', 'nul.svg', 'com1.tar.svg', 'LPT³.svg', 'a?.svg', 'a:b.svg', 'a\tb.svg', 'a.svg.', 'a.svg '])(
    '%j is none on Windows',
    (name) => {
      const path = join(folder({}), name);
      expect(() => checkTarget(path, false, 'win32')).toThrow('cannot be the name of a file');
      expect(() => checkTarget(path, false, 'linux')).not.toThrow();
    },
  );

  test.each(['console.svg', 'a.con.svg', '.hidden.svg', 'Ä ö.svg', 'com10.svg'])('%s is one everywhere', (name) => {
    for (const platform of ['linux', 'darwin', 'win32']) expect(() => checkTarget(join(folder({}), name), false, platform)).not.toThrow();
  });

  test('that is empty is none', async () => {
    const { code, error } = await journey('render', join(folder({ 'map.journey': map }), 'map.journey'), '-o', '');
    expect([code, error]).toEqual([2, 'journey: "" cannot be the name of a file. Choose another one.\n']);
  });

  test('that is - is the standard output', async () => {
    const at = join(folder({ 'map.journey': map }), 'map.journey');
    const asked = await journey('render', at, '--to', 'md', '-o', '-');
    expect(asked).toEqual(await journey('render', at, '--to', 'md'));
    expect([asked.code, asked.out]).toEqual([0, expect.stringContaining('# Order')]);
  });

  test('the standard output has no file of its own', async () => {
    const { code, error } = await journey('render', join(folder({ 'map.journey': map }), 'map.journey'), '-o', '/dev/null', '--to', 'svg');
    expect([code, error]).toEqual([2, 'journey: /dev/null is no file. Without -o all goes to the standard output.\n']);
  });
});

describe('what fails leaves nothing, and what was there', () => {
  test.each([
    ['a full disk', 'writeFile', 'ENOSPC', 'cannot be written: the disk is full.'],
    ['a disk that tells late that it is full', 'sync', 'ENOSPC', 'cannot be written: the disk is full.'],
    ['a share that is used up', 'writeFile', 'EDQUOT', 'cannot be written: the disk is full.'],
    ['a disk that breaks', 'writeFile', 'EIO', /cannot be written: EIO: it failed, writeFile '[^']*a\.svg'\.$/],
  ] as const)('%s', async (_, call, code, said) => {
    for (const force of [true, false]) {
      const at = folderOf(force ? { 'a.svg': 'precious' } : {});
      failing(call, code);
      await expect(writeWhole(join(at, 'a.svg'), '<svg/>', force)).rejects.toThrow(said);
      vi.restoreAllMocks();
      expect(readdirSync(at)).toEqual(force ? ['a.svg'] : []);
      if (force) expect(readFileSync(join(at, 'a.svg'), 'utf8')).toBe('precious');
    }
  });

  test.each(['EACCES', 'EPERM', 'EROFS'])('a folder that is closed (%s)', async (code) => {
    const at = folderOf({});
    vi.spyOn(disk, 'open').mockRejectedValue(Object.assign(new Error(code), { code }));
    await expect(writeWhole(join(at, 'a.svg'), '<svg/>', false)).rejects.toThrow(`cannot be written: the folder ${at} is closed to you.`);
    expect(readdirSync(at)).toEqual([]);
  });

  test('a file that came up while another was made is not written over', async () => {
    const at = folderOf({ 'a.svg': 'precious' });
    await expect(writeWhole(join(at, 'a.svg'), '<svg/>', false)).rejects.toThrow('a.svg is there already');
    expect(readdirSync(at)).toEqual(['a.svg']);
    expect(readFileSync(join(at, 'a.svg'), 'utf8')).toBe('precious');
  });

  test.each(['a.svg', 'b.svg'])('nor on a disk without links: %s', async (name) => {
    const at = folderOf({ 'a.svg': 'precious' });
    vi.spyOn(disk, 'link').mockRejectedValue(Object.assign(new Error('no links here'), { code: 'EPERM' }));
    const written = writeWhole(join(at, name), '<svg/>', false);
    await (name === 'a.svg' ? expect(written).rejects.toThrow('is there already') : written);
    expect(readFileSync(join(at, 'a.svg'), 'utf8')).toBe('precious');
    expect(readdirSync(at)).toEqual([...new Set(['a.svg', name])]);
  });
});

test.runIf(existsSync('/dev/full'))('a full disk behind the standard output is told in a line', () => {
  const at = folderOf({ 'map.journey': map });
  const full = openSync('/dev/full', 'w');
  const command = join(import.meta.dirname, '../../src/cli/journey.ts');
  const { status, stderr } = spawnSync(process.execPath, [command, 'render', join(at, 'map.journey'), '--to', 'md'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(full);
  expect([status, stderr]).toEqual([2, 'journey: the standard output cannot be written: the disk is full.\n']);
});

describe('with --force', () => {
  test('a link stays one, and what it leads to is written over and keeps its mode', async () => {
    const at = folderOf({ 'real/a.svg': 'old' });
    await disk.chmod(join(at, 'real/a.svg'), 0o600);
    symlinkSync('real/a.svg', join(at, 'a.svg'));
    await writeWhole(join(at, 'a.svg'), '<svg/>', true);
    expect(lstatSync(join(at, 'a.svg')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(at, 'real/a.svg'), 'utf8')).toBe('<svg/>');
    expect(statSync(join(at, 'real/a.svg')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(at, 'real'))).toEqual(['a.svg']);
  });

  test('a map is not written over, also where a link leads to it', async () => {
    const at = folderOf({ 'map.journey': map, 'other.journey': map });
    symlinkSync('map.journey', join(at, 'a.svg'));
    symlinkSync('other.journey', join(at, 'b.svg'));
    for (const name of ['a.svg', 'b.svg']) {
      const { code, error } = await journey('render', join(at, 'map.journey'), '-o', join(at, name), '--force');
      expect([code, error]).toEqual([2, expect.stringMatching(/leads to a map, .*\.journey, which is not written over\./)]);
    }
    for (const name of ['map', 'other']) expect(readFileSync(join(at, `${name}.journey`), 'utf8')).toBe(map);
  });

  test('neither a folder nor a device is written over', async () => {
    const at = folderOf({ 'map.journey': map });
    mkdirSync(join(at, 'a.svg'));
    symlinkSync('/dev/null', join(at, 'b.svg'));
    for (const name of ['a.svg', 'b.svg']) {
      expect((await journey('render', join(at, 'map.journey'), '-o', join(at, name), '--force')).code).toBe(2);
    }
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s in the midst of writing takes the part away', async (signal) => {
  const at = folderOf({});
  const script = join(at, 'write.ts');
  writeFileSync(
    script,
    `import { promises as disk } from 'node:fs';
import { writeWhole } from ${JSON.stringify(join(import.meta.dirname, '../../src/cli/write.ts'))};
const { open } = disk;
disk.open = async (...args) => {
  const file = await open(...args);
  file.writeFile = async () => {
    await file.write('<sv');
    process.stdout.write('half');
    return new Promise((resolve) => setTimeout(resolve, 60_000));
  };
  return file;
};
await writeWhole(${JSON.stringify(join(at, 'out', 'a.svg'))}, '<svg/>', false);
`,
  );
  mkdirSync(join(at, 'out'));
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('exit', (_, by) => resolve(by)));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  expect(readdirSync(join(at, 'out'))).toHaveLength(1);
  child.kill(signal);
  expect(await ended).toBe(signal);
  expect(readdirSync(join(at, 'out'))).toEqual([]);
});
