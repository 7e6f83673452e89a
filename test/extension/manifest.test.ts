import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What package.json promises the editor: words in both tongues, files that are there, commands that exist. */

const root = join(import.meta.dirname, '../..');
const source = readFileSync(join(root, 'package.json'), 'utf8');
const manifest = JSON.parse(source) as {
  contributes: {
    commands: { command: string }[];
    menus: Record<string, { command: string }[]>;
    configurationDefaults: Record<string, Record<string, unknown>>;
    languages: { id: string; icon?: { light: string; dark: string } }[];
    walkthroughs: { id: string; steps: { id: string; completionEvents: string[]; media: { image: Record<string, string> } }[] }[];
  };
};
const { commands, menus, languages, walkthroughs } = manifest.contributes;
const names = commands.map(({ command }) => command);
const wordsOf = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, string>;
const tongues = ['package.nls.json', 'package.nls.fr.json'].map((file) => ({ file, words: wordsOf(file) }));
const wanted = [...new Set([...source.matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key ?? ''))].sort();

describe.each(tongues)('$file', ({ file, words }) => {
  test('says all that package.json asks for, and no more', () => expect(Object.keys(words).sort()).toEqual(wanted));

  test('names commands of ours that exist', () => {
    const named = Object.values(words).flatMap((text) => [...text.matchAll(/\(command:(journey\.\w+)/g)].map(([, name]) => name ?? ''));
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('names pictures that are there, none of them large', () => {
    const pictures = Object.values(words).filter((text) => text.startsWith('media/'));
    expect(pictures).toHaveLength(10);
    for (const picture of pictures) {
      expect(existsSync(join(root, picture)), picture).toBe(true);
      expect(readFileSync(join(root, picture)).length, picture).toBeLessThan(80_000);
    }
  });

  test('keeps to its setting', () => {
    const links = /\]\([^)]*\)/g;
    const texts = Object.values(words).map((text) => text.replaceAll(links, ']'));
    if (file.includes('.fr.')) for (const text of texts) expect(text).not.toMatch(/ [:;?!»%]|« |'|\p{L}[?!;]/u);
    else for (const text of texts) expect(text).not.toMatch(/\u00a0|'/);
  });
});

test('French says what English says: the same links and keys', () => {
  const [english, french] = tongues.map(({ words }) => words);
  const linksIn = (text = '') => [...text.matchAll(/\]\(command:([\w.]+)|`([^`]+)`/g)].map(([, link, code]) => link ?? code);
  for (const key of wanted) expect(linksIn(french?.[key]), key).toEqual(linksIn(english?.[key]));
});

test('one double-click marks a score with its sign, and no-break spaces are not boxed', () => {
  const defaults = manifest.contributes.configurationDefaults['[journey]'] ?? {};
  expect(defaults['editor.wordSeparators']).toBe('`~!@#$%^&*()=+[{]}\\|;:\'",.<>/?');
  expect(defaults['editor.unicodeHighlight.invisibleCharacters']).toBe(false);
});

test('every menu names a command that has a title', () => {
  const used = Object.values(menus).flatMap((items) => items.map(({ command }) => command));
  expect(used.filter((command) => !names.includes(command))).toEqual([]);
});

test('the steps of the walkthrough can be done: their events are of commands that exist, or of contexts', () => {
  const events = walkthroughs.flatMap(({ steps }) => steps.flatMap(({ completionEvents }) => completionEvents));
  expect(walkthroughs[0]?.steps).toHaveLength(5);
  for (const event of events) expect(event).toMatch(/^(onCommand:journey\.|onContext:|onStepSelected$)/);
  for (const event of events) if (event.startsWith('onCommand:')) expect(names).toContain(event.slice('onCommand:'.length));
});

test('a map has an icon on light and on dark', () => {
  const icon = languages.find(({ id }) => id === 'journey')?.icon;
  for (const file of [icon?.light, icon?.dark])
    expect(readFileSync(join(root, file ?? ''), 'utf8')).toMatch(/^<svg [^>]*viewBox="0 0 16 16"/);
});

test('the folder of pictures holds what is named and nothing else', () => {
  const named = tongues.flatMap(({ words }) => Object.values(words).filter((text) => text.startsWith('media/walkthrough/')));
  const there = readdirSync(join(root, 'media/walkthrough'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.webp'))
    .map((name) => `media/walkthrough/${name.replaceAll('\\', '/')}`);
  expect(there.sort()).toEqual([...new Set(named)].sort());
});
