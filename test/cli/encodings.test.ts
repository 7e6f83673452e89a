import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, journey } from './run.ts';

const map = 'persona Véra\njourney "Commande" for Véra\n  goal "Un écran" type current\nstage Demande\n  step formulaire\n    feels 9\n';
const utf16 = Buffer.from(`\ufeff${map}`, 'utf16le');
const bytes = (...values: number[]): Buffer => Buffer.from(values);
const png = Buffer.concat([bytes(0x89), Buffer.from('PNG\r\n\u001a\n'), bytes(0, 0, 0, 13), Buffer.from('IHDR'), bytes(0xf0, 0x9f)]);

describe('a map is read', () => {
  test.each([
    ['in UTF-8', Buffer.from(map)],
    ['in UTF-8 with a mark', Buffer.from(`\ufeff${map}`)],
    ['in UTF-16, little end first', utf16],
    ['in UTF-16, big end first', Buffer.from(utf16).swap16()],
  ])('%s', async (_, content) => {
    const { out, code } = await journey('check', join(folderOf({ 'a.journey': content }), 'a.journey'));
    expect(out).toMatch(/a\.journey:6:11: error: .* \[score-out-of-range\]\n1 error, 0 warnings, 0 remarks in 1 file\n$/);
    expect(code).toBe(1);
  });
});

describe('what is not in UTF-8 is one finding, which says what to do', () => {
  test.each([
    ['Latin-1', Buffer.from(map, 'latin1'), '1:10'],
    ['Windows-1252', Buffer.concat([Buffer.from('// x\njourney '), bytes(0x93), Buffer.from('Order'), bytes(0x94, 0x0a)]), '2:9'],
    ['Mac Roman', Buffer.concat([Buffer.from('persona V'), bytes(0x8e), Buffer.from('ra\n')]), '1:10'],
    ['UTF-16 without a mark', utf16.subarray(2), '1:1'],
    ['UTF-16 without a mark, big end first', Buffer.from(utf16).swap16().subarray(2), '1:1'],
    ['a picture', png, '1:1'],
    ['an archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes(0x14, 0, 0xff, 0xfe, 0x80)]), '1:1'],
    ['bytes of all kinds', Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) & 0xff), '1:1'],
    ['cut within a letter', Buffer.from('persona Vé').subarray(0, -1), '1:10'],
  ])('%s', async (_, content, place) => {
    const folder = folderOf({ 'a.journey': content });
    const { out, code } = await journey('check', folder);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(new RegExp(`a\\.journey:${place}: error: .*Save it as UTF-8|save it as UTF-8.*\\[syntax\\]$`)),
      '1 error, 0 warnings, 0 remarks in 1 file',
      '',
    ]);
    expect(out).toContain(`a.journey:${place}: error: `);
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(code).toBe(1);
  });

  test('and its names are known all the same', async () => {
    const folder = folderOf({
      'people.journey': Buffer.from('persona Véra\n', 'latin1'),
      'map.journey': map.replace('persona Véra\n', '').replace('feels 9', 'feels 1'),
    });
    expect((await journey('check', join(folder, 'map.journey'))).out).toBe('Nothing found in 1 file\n');
  });

  test('a few zeros in a text are no more than wrong letters', async () => {
    const { out } = await journey('check', folderOf({ 'a.journey': map.replace('feels 9', 'feels 1 // \0') }));
    expect(out).not.toContain('UTF-8');
  });
});

test.each([
  ['format', []],
  ['format', ['--check']],
  ['render', []],
  ['outline', []],
])('journey %s %s leaves it alone and ends with 2, with its path as it was given', async (command, options) => {
  const path = join(folderOf({ 'a.journey': png }), 'a.journey');
  const { code, out, error } = await journey(command, ...options, path);
  expect([code, out]).toEqual([2, '']);
  expect(error).toContain(`journey: ${path}`);
  expect(error).toContain('UTF-8');
});
