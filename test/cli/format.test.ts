import { chmodSync, mkdirSync, promises, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { folderOf, journey } from './run.ts';

const sloppy = 'Journey: "Order" for Vera\ngoal “A laptop”\n\n\n\nstage Request\nstep form\nfeels −1\n';
const plain = 'journey "Order" for Vera\n  goal "A laptop"\n\nstage Request\n  step form\n    feels -1\n';

/** The lines that were printed, as paths below a folder. */
function printed(out: string, folder: string): string[] {
  return out.split('\n').flatMap((line) => (line ? [relative(folder, join(process.cwd(), line))] : []));
}

describe('journey format', () => {
  test('writes the files that change, and prints which', async () => {
    const folder = folderOf({ 'a.journey': sloppy, 'b/c.journey': plain, 'b/d.journey': `${plain}  ` });
    const before = statSync(join(folder, 'b/c.journey'));
    const { code, out, error } = await journey('format', folder);
    expect([code, error]).toEqual([0, '']);
    expect(printed(out, folder)).toEqual(['a.journey', 'b/d.journey']);
    for (const file of ['a.journey', 'b/c.journey', 'b/d.journey']) expect(readFileSync(join(folder, file), 'utf8')).toBe(plain);
    expect(statSync(join(folder, 'b/c.journey'))).toMatchObject({ mtimeMs: before.mtimeMs, ino: before.ino });
    expect(readdirSync(folder).sort()).toEqual(['a.journey', 'b']);
    expect(await journey('format', folder)).toEqual({ code: 0, out: '', error: '' });
  });

  test('--check writes nothing, prints what would change and ends with 1', async () => {
    const folder = folderOf({ 'a.journey': sloppy, 'b.journey': plain });
    const { code, out, error } = await journey('format', '--check', folder);
    expect([code, error]).toEqual([1, '']);
    expect(printed(out, folder)).toEqual(['a.journey']);
    expect(readFileSync(join(folder, 'a.journey'), 'utf8')).toBe(sloppy);
    expect(await journey('format', '--check', join(folder, 'b.journey'))).toEqual({ code: 0, out: '', error: '' });
  });

  test('keeps line breaks, encoding and mark, mode, and a link', async () => {
    const returns = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const folder = folderOf({ 'utf8.journey': returns(sloppy), 'utf16.journey': Buffer.from(returns(sloppy), 'utf16le') });
    mkdirSync(join(folder, 'maps'));
    writeFileSync(join(folder, 'maps/real.journey'), sloppy);
    symlinkSync('maps/real.journey', join(folder, 'link.journey'));
    chmodSync(join(folder, 'maps/real.journey'), 0o640);
    const paths = ['utf8.journey', 'utf16.journey', 'link.journey'].map((name) => join(folder, name));
    expect((await journey('format', ...paths)).code).toBe(0);
    expect(readFileSync(join(folder, 'utf8.journey'), 'utf8')).toBe(returns(plain));
    expect(readFileSync(join(folder, 'utf16.journey'), 'utf16le')).toBe(returns(plain));
    expect(readFileSync(join(folder, 'maps/real.journey'), 'utf8')).toBe(plain);
    expect(statSync(join(folder, 'maps/real.journey')).mode & 0o777).toBe(0o640);
  });

  test('leaves a file as it is that is no text, says so, and goes on with the others', async () => {
    const binary = Buffer.concat([Buffer.from('step a\n'), Uint8Array.from({ length: 300 }, (_, index) => (index * 7919) & 0xff)]);
    const folder = folderOf({ 'a.journey': binary, 'b.journey': sloppy });
    const { code, out, error } = await journey('format', folder);
    expect(code).toBe(2);
    expect(error).toContain('a.journey');
    expect(printed(out, folder)).toEqual(['b.journey']);
    expect(readFileSync(join(folder, 'a.journey')).equals(binary)).toBe(true);
  });

  test('names a file that cannot be written as it was given, not where it really is', async () => {
    const name = 'a.journey';
    const folder = folderOf({ [`real/${name}`]: sloppy });
    symlinkSync('real', join(folder, 'link'));
    const closed = vi.spyOn(promises, 'open').mockRejectedValue(Object.assign(new Error('no'), { code: 'EACCES' }));
    const { code, error } = await journey('format', join(folder, 'link', name));
    closed.mockRestore();
    expect(code).toBe(2);
    expect(error).toBe(`journey: ${join(folder, 'link', name)} cannot be written: the folder ${join(folder, 'link')} is closed to you.\n`);
    expect(error).not.toContain('real');
    expect(readFileSync(join(folder, 'real', name), 'utf8')).toBe(sloppy);
  });

  test('writes over nothing but maps', async () => {
    const folder = folderOf({ 'a.journey': sloppy, 'letter.txt': 'Dear all,\n\n\nstep by step' });
    const { code, out, error } = await journey('format', join(folder, 'a.journey'), join(folder, 'letter.txt'));
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain('letter.txt does not end in .journey');
    expect(readFileSync(join(folder, 'a.journey'), 'utf8')).toBe(sloppy);
  });

  test.each([
    ['is written laid out', [], sloppy, plain, 0],
    ['with a mark and other line breaks', [], `\ufeff${sloppy.replaceAll('\n', '\r\n')}`, `\ufeff${plain.replaceAll('\n', '\r\n')}`, 0],
    ['that is empty', [], '', '', 0],
    ['is only checked', ['--check'], sloppy, '', 1],
    ['is only checked, and in order', ['--check'], plain, '', 0],
  ])('the standard input %s', async (_, options, text, out, code) => {
    const stdin = vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(text)]) as unknown as typeof process.stdin);
    onTestFinished(() => stdin.mockRestore());
    expect(await journey('format', '-', ...options)).toEqual({ code, out, error: '' });
  });

  test.each([
    ['no path', []],
    ['the standard input and a file', ['-', 'a.journey']],
    ['a path that is not there', ['no-such.journey']],
  ])('%s is a mistake', async (_, args) => {
    const { code, out, error } = await journey('format', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).not.toBe('');
  });
});
