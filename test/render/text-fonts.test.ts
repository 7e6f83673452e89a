import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wholeFontFile } from '../../src/draw/fonts.ts';
import { toText } from '../../src/language/message.ts';
import { fontsFor } from '../../src/render/fonts/for-text.ts';
import type { MachineFont, Resources } from '../../src/render/job.ts';
import { tinyFont } from './tiny-font.ts';

const inter = readFileSync(join(import.meta.dirname, '../../node_modules/@expo-google-fonts/inter', wholeFontFile('regular')));

/** Resources of a machine that has some fonts, and what it was asked for. */
function machine(...fonts: Omit<MachineFont, 'data' | 'weight' | 'isItalic' | 'hasOutlines'>[]) {
  const asked: [string, string | undefined][] = [];
  const resources: Resources = {
    font: async () => inter,
    asset: async () => new Uint8Array(),
    machineFonts: async (letters, family) => {
      asked.push([letters, family]);
      return fonts.map((font) => ({
        ...font,
        weight: 400,
        isItalic: false,
        hasOutlines: true,
        data: tinyFont({ ...font, letters: font.letters || 'aя注' }),
      }));
    },
  };
  return { resources, asked };
}

async function warnings(text: string, house: string | undefined, resources: Resources): Promise<string[]> {
  return (await fontsFor(text, house, resources)).warnings.map((each) => toText(each));
}

it('no font is looked for where ours has all letters', async () => {
  const { resources, asked } = machine();
  const text = 'Ça, “Łódź” – Ωμέγα → Привет\u200b\u00a0½ ©\n';
  expect(await fontsFor(text, undefined, resources)).toMatchObject({ fonts: [], warnings: [] });
  expect(await fontsFor(text, 'inter', resources)).toMatchObject({ fonts: [], warnings: [] });
  expect(asked).toEqual([]);
});

it('letters that no font has are said by their scripts, with a font that has them', async () => {
  const { resources } = machine({ family: 'Kana', letters: '注文' });
  expect(await warnings('注文 שלום สั่ง 😀', undefined, resources)).toEqual([
    'No installed font has ו ל ם ש (Hebrew). Install one that does, such as Noto Sans Hebrew.',
    'No installed font has ง ส ั ่ (Thai). Install one that does, such as Noto Sans Thai.',
    'No installed font has 😀 (emoji). Install one that does, such as Noto Emoji.',
  ]);
  expect(await warnings('אבגדהוזחטי', undefined, resources)).toEqual([
    'No installed font has א ב ג ד ה ו ז ח … (Hebrew). Install one that does, such as Noto Sans Hebrew.',
  ]);
});

it('the font of a house is looked for by its name, and what it has is not missing', async () => {
  const { resources, asked } = machine({ family: 'Brand Sans', letters: '' });
  const { family, warnings: said } = await fontsFor('a 注', 'brand sans', resources);
  expect([family, said, asked]).toEqual(['Brand Sans', [], [['注', 'brand sans']]]);
  expect(await warnings('a', 'Brand Sans', machine().resources)).toEqual([
    'No font named Brand Sans is installed, so the text is set in Inter.',
  ]);
});

it('in a browser, which shows no fonts, the way out is another', async () => {
  const { machineFonts: _, ...browser } = machine().resources;
  expect(await warnings('注文', 'Brand Sans', browser)).toEqual([
    'In a browser no font has 文 注 (Chinese). Write the file from a desktop VS Code, or with the command `journey`.',
  ]);
});
