import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, journey } from './run.ts';

const wrong =
  'persona Vera\njourney "Order" for Vera\n  goal "A laptop"\nstage Request\n  step form\n    thinks "Hm\n    feels 1\n    pain "x" severity hihg\n';
const right = wrong.replace('"Hm', '"Hm"').replace('hihg', 'high');

describe('journey check --fix', () => {
  test('takes the fixes that leave nothing to decide, says how many, and then what is left', async () => {
    const folder = folderOf({ 'a/map.journey': wrong, 'b.journey': wrong.replaceAll('Order', 'Return').replace('persona Vera\n', '') });
    const { out, code } = await journey('check', '--fix', folder);
    expect(out).toMatch(/^Fixed 4 findings in 2 files\n/);
    expect(out).not.toMatch(/\[(?:syntax|unknown-value)\]/);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'a/map.journey'), 'utf8')).toBe(right);
    expect(readdirSync(folder).sort()).toEqual(['a', 'b.journey']);
  });

  test('changes nothing the second time, and nothing that wants a decision', async () => {
    const folder = folderOf({ 'map.journey': right.replace('    feels 1\n', '    feels 9\n') });
    const before = statSync(join(folder, 'map.journey')).mtimeMs;
    const { out, code } = await journey('check', '--fix', folder);
    expect(out).toMatch(/^Nothing could be fixed without a decision\n/);
    expect(out).toContain('[score-out-of-range]');
    expect(code).toBe(1);
    expect(statSync(join(folder, 'map.journey')).mtimeMs).toBe(before);
  });

  test('keeps JSON apart from what it says', async () => {
    const folder = folderOf({ 'map.journey': wrong });
    const { out, error } = await journey('check', '--fix', '--json', folder);
    expect(JSON.parse(out)).toBeInstanceOf(Array);
    expect(error).toBe('Fixed 2 findings in 1 file\n');
  });

  test('keeps line breaks, encoding, mode and links', async () => {
    const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
    const folder = folderOf({
      'crlf.journey': `\ufeff${wrong.replaceAll('\n', '\r\n')}`,
      'utf16.journey': utf16(wrong.replace('Order', 'Zurück')),
      'big.journey': utf16(wrong.replace('Order', 'Third')).swap16(),
      'kept/real.txt': wrong.replace('Order', 'Fourth'),
    });
    symlinkSync(join(folder, 'kept/real.txt'), join(folder, 'link.journey'));
    const mode = statSync(join(folder, 'kept/real.txt')).mode;
    await journey('check', '--fix', folder, join(folder, 'link.journey'));
    expect(readFileSync(join(folder, 'crlf.journey'), 'utf8')).toBe(`\ufeff${right.replaceAll('\n', '\r\n')}`);
    expect(readFileSync(join(folder, 'utf16.journey'))).toEqual(utf16(right.replace('Order', 'Zurück')));
    expect(readFileSync(join(folder, 'big.journey'))).toEqual(utf16(right.replace('Order', 'Third')).swap16());
    expect(lstatSync(join(folder, 'link.journey')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'kept/real.txt'), 'utf8')).toBe(right.replace('Order', 'Fourth'));
    expect(statSync(join(folder, 'kept/real.txt')).mode).toBe(mode);
  });

  test('leaves a file alone whose bytes are no text, says so, and goes on with the others', async () => {
    const bytes = Buffer.concat([Buffer.from(wrong.replace('Order', 'Return')), Buffer.from([0x2f, 0x2f, 0xe9, 0x0a])]);
    const folder = folderOf({ 'a.journey': wrong, 'b.journey': bytes, 'c.journey': wrong.replace('Order', 'Repair') });
    const { code, out, error } = await journey('check', '--fix', folder);
    expect(code).toBe(2);
    const named = join(folder, 'b.journey');
    expect(error).toBe(`journey: ${named} is not UTF-8 text, so it is left as it is. Save it as UTF-8.\n`);
    expect(out).toMatch(/^Fixed 4 findings in 2 files\n/);
    expect(out).toContain(`${relative(process.cwd(), named)}:9:3: error: This file is not in UTF-8`);
    expect(out).toMatch(/ in 3 files\n$/);
    expect(readFileSync(join(folder, 'b.journey'))).toEqual(bytes);
    expect(readFileSync(join(folder, 'a.journey'), 'utf8')).toBe(right);
    expect(readFileSync(join(folder, 'c.journey'), 'utf8')).toBe(right.replace('Order', 'Repair'));
  });
});
