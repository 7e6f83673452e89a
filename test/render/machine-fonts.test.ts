import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { create } from 'fontkit';
import { afterAll, describe, expect, it } from 'vitest';
import { wholeFontFile } from '../../src/draw/fonts.ts';
import { coverageOf } from '../../src/render/fonts/coverage.ts';
import { facesIn, readerOf } from '../../src/render/fonts/face.ts';
import { fontFilesIn, fontFolders } from '../../src/render/node/font-folders.ts';
import { machineFonts } from '../../src/render/node/machine-fonts.ts';
import { type TinyFont, tinyCollection, tinyFont } from './tiny-font.ts';

const root = mkdtempSync(join(tmpdir(), 'journey-fonts-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;
/** A folder of fonts. */
function shelf(files: Record<string, Uint8Array | TinyFont | TinyFont[]>): string {
  const folder = join(root, `${folders++}`);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content instanceof Uint8Array ? content : Array.isArray(content) ? tinyCollection(...content) : tinyFont(content));
  }
  return folder;
}

/** What was found, in a line each. */
function found(letters: string, folder: string, family?: string): string[] {
  return machineFonts(letters, family, [folder]).map(
    (font) => `${font.family} ${font.weight}${font.isItalic ? ' italic' : ''}${font.letters && `: ${font.letters}`}`,
  );
}

const arabic = 'ابتثطلبرسم';
const japanese = '新しい注文';

describe('fonts of the machine', () => {
  it('are found for letters, the usual one of a script before others', () => {
    const folder = shelf({
      'aaa/Fancy-Regular.ttf': { family: 'Fancy', letters: arabic },
      'truetype/NotoSansArabic-Regular.ttf': { family: 'Noto Sans Arabic', letters: arabic },
      'truetype/NotoSansArabic-Bold.ttf': { family: 'Noto Sans Arabic', letters: arabic, weight: 700 },
    });
    expect(found('طلب', folder)).toEqual(['Noto Sans Arabic 400: بطل', 'Noto Sans Arabic 700: بطل']);
  });

  it('are found under names that nobody knows, upright sans-serif ones before others', () => {
    const folder = shelf({
      'a-serif.ttf': { family: 'Aserif', letters: arabic, panose: [2, 2, 5, 2, 2, 2, 2, 2, 2, 4] },
      'b-bold.ttf': { family: 'Besans', letters: arabic, weight: 700 },
      'b-regular.ttf': { family: 'Besans', letters: arabic },
      'b-slanted.ttf': { family: 'Besans', letters: arabic, isItalic: true },
      'c-mono.ttf': { family: 'Cemono', letters: arabic, panose: [2, 11, 5, 9, 2, 2, 2, 2, 2, 4] },
    });
    expect(found('ب', folder)).toEqual(['Besans 400: ب']);
  });

  it('are several where none has all letters, each for those that it has', () => {
    const folder = shelf({
      'One.ttf': { family: 'One', letters: '𐎠𐎡אב' },
      'Two.ttf': { family: 'Two', letters: 'ሀ' },
    });
    expect(found('ሀ𐎠אב\u{10ffff}', folder)).toEqual(['One 400: אב𐎠', 'Two 400: ሀ']);
  });

  it('are taken out of collections, that of the language first', () => {
    const region = (name: string, weight = 400) => ({ family: `Noto Sans CJK ${name}`, letters: `${japanese}订购訂購주문`, weight });
    const regions = (weight: number) => ['JP', 'KR', 'SC', 'TC'].map((name) => region(name, weight));
    const folder = shelf({ 'NotoSansCJK-Regular.ttc': regions(400), 'NotoSansCJK-Bold.ttc': regions(700) });
    expect(found('注文しい', folder)[0]).toMatch(/JP 400/);
    expect(found('订购', folder)[0]).toMatch(/SC 400/);
    expect(found('訂購單', folder)[0]).toMatch(/TC 400/);
    expect(found('주문', folder)).toEqual(['Noto Sans CJK KR 400: 문주', 'Noto Sans CJK KR 700: 문주']);
    for (const { data, family, weight } of machineFonts('주문', undefined, [folder])) {
      const font = create(Buffer.from(data));
      expect([font.type, font.familyName, font['OS/2'].usWeightClass]).toEqual(['TTF', family, weight]);
      expect(font.layout('주문').glyphs.map(({ bbox }) => bbox.width)).toEqual([800, 800]);
    }
  });

  it('are those of a house, in the weights of the picture', () => {
    const weights = [300, 400, 700, 900].map(
      (weight) => [`brand-${weight}.otf`, { family: 'Brand Sans', letters: 'abc', weight }] as const,
    );
    const folder = shelf({
      ...Object.fromEntries(weights),
      'brand-slanted.ttf': { family: 'Brand Sans', letters: 'abc', isItalic: true },
      'Yu.ttf': { family: 'Yu Gothic', japanese: '游ゴシック', letters: japanese },
    });
    const faces = ['Brand Sans 400', 'Brand Sans 700', 'Brand Sans 400 italic'];
    expect(found('', folder, 'Brand Sans')).toEqual(faces);
    expect(found('', folder, 'brand sans')).toEqual(faces);
    expect(found('', folder, '游ゴシック')).toEqual(['Yu Gothic 400']);
    expect(found('', folder, 'Brand')).toEqual([]);
    // What it has itself is not looked for elsewhere.
    expect(found('注', folder, '游ゴシック')).toEqual(['Yu Gothic 400']);
  });

  it('are those that a system takes where a house names but a kind of font', () => {
    const folder = shelf({
      'LiberationSerif.ttf': { family: 'Liberation Serif', letters: 'abc' },
      'DejaVuSans.ttf': { family: 'DejaVu Sans', letters: 'abc' },
      'Other.ttf': { family: 'Other', letters: 'abc' },
    });
    expect(['serif', 'sans-serif', 'system-ui', 'ui-serif', 'fantasy'].map((kind) => found('', folder, kind))).toEqual([
      ['Liberation Serif 400'],
      ['DejaVu Sans 400'],
      ['DejaVu Sans 400'],
      ['Liberation Serif 400'],
      [],
    ]);
  });

  it('are none for what nobody sees, and in folders that are not there', () => {
    const folder = shelf({ 'One.ttf': { family: 'One', letters: '\u200b\u2060 \ufe0f' } });
    expect(found('\u200b\u2060 \ufe0f\u00ad', folder)).toEqual([]);
    expect(found(arabic, join(root, 'nowhere'), 'Brand Sans')).toEqual([]);
  });

  it('are found past files that are broken, and folders that lead to themselves', () => {
    const whole = tinyFont({ family: 'Whole', letters: arabic });
    const cut = Object.fromEntries([0, 3, 11, 40, 200, 300, 500, 700].map((length) => [`cut-${length}.ttf`, whole.subarray(0, length)]));
    const noise = (seed: number) => whole.map((byte, index) => (index > 12 && (index * seed) % 7 === 0 ? (byte * 31 + seed) & 255 : byte));
    const folder = shelf({
      ...cut,
      ...Object.fromEntries([3, 5, 11, 13].map((seed) => [`noise-${seed}.ttf`, noise(seed)])),
      'text.ttf': new TextEncoder().encode('no font at all, but words that go on for some time'),
      'whole.ttf': whole,
    });
    symlinkSync(folder, join(folder, 'again'));
    expect(found('طلب', folder)).toEqual(['Whole 400: بطل']);
  });

  it('are looked for where each system keeps them', () => {
    const home = join(root, 'home');
    expect(fontFolders('linux', {}, home)).toContain(join(home, '.local/share/fonts'));
    expect(fontFolders('linux', { XDG_DATA_DIRS: '/opt/share:relative' }, home)).toContain('/opt/share/fonts');
    expect(fontFolders('darwin', {}, home)).toEqual(expect.arrayContaining([join(home, 'Library/Fonts'), '/System/Library/Fonts']));
    expect(fontFolders('win32', { SystemRoot: 'D:\\Win' }, home)).toEqual(
      expect.arrayContaining([join('D:\\Win', 'Fonts'), join(home, 'AppData/Local', 'Microsoft/Windows/Fonts')]),
    );
  });
});

describe('the letters of a font', () => {
  it('are those that another reader of fonts finds', () => {
    const path = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/inter', wholeFontFile('regular'));
    const read = readerOf(readFileSync(path));
    const [face] = facesIn(read);
    const has = coverageOf(read, face ?? { tables: new Map() });
    const known = new Set(create(readFileSync(path)).characterSet);
    const codes = Array.from({ length: 0x20000 }, (_, code) => code);
    expect(known.size).toBeGreaterThan(2000);
    expect(codes.filter((code) => has(code) !== known.has(code))).toEqual([]);
    expect([face?.family, face?.weight, face?.hasOutlines]).toEqual(['Inter', 400, true]);
  });

  it('are found in each of the two forms that fonts of today use', () => {
    const font = tinyFont({ family: 'Both', letters: 'aez😀' });
    for (const [from, to] of [
      [3, 10],
      [3, 1],
    ]) {
      // Only one of the two parts is left a form that is known.
      const changed = font.slice();
      const at = new DataView(changed.buffer);
      const [face] = facesIn(readerOf(changed));
      const table = face?.tables.get('cmap')?.offset ?? 0;
      for (const row of [table + 4, table + 12]) if (at.getUint16(row + 2) === to && from === 3) at.setUint16(row, 9);
      const has = coverageOf(readerOf(changed), { tables: face?.tables ?? new Map() });
      expect([...'aez😀b'].map((letter) => has(letter.codePointAt(0) ?? 0))).toEqual([true, true, true, to === 1, false]);
    }
  });
});

it('font files are told by their names, without regard to letters large and small', () => {
  const folder = shelf({
    'A.TTF': new Uint8Array(1),
    'sub/b.Otc': new Uint8Array(1),
    'c.woff2': new Uint8Array(1),
    'd.pfb': new Uint8Array(1),
  });
  expect(fontFilesIn([folder]).map(({ key }) => key)).toEqual(['a', 'b']);
});
