import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/language/document.ts';
import { type FileKind, fileMeant } from '../../src/language/names/files-beside.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { withLogo } from '../../src/language/project/logo.ts';
import { readProject } from '../../src/language/project/read.ts';
import { check } from '../../src/language/rules/index.ts';
import { dataOf } from '../corpus/data.ts';
import { today } from './any-text.ts';

const files = [
  'photos/vera.png',
  'photos/kim.svg',
  'team/portraits/kim.svg',
  'Élise.webp',
  '写真.png',
  'a.csv',
  'survey-2026.csv',
  'q"1.csv',
];

test.each<[path: string, meant: string | undefined]>([
  ['photos/vrea.png', 'photos/vera.png'],
  ['photo/vera.png', 'photos/vera.png'],
  ['photos\\vrea.png', 'photos/vera.png'],
  ['./photos//vrea.png', 'photos/vera.png'],
  ['photos/Vera.PNG', 'photos/vera.png'],
  ['vera.png', 'photos/vera.png'],
  ['bilder/vera.png', 'photos/vera.png'],
  ['images/faces/vrea.png', 'photos/vera.png'],
  ['photos/vera.pgn', 'photos/vera.png'],
  ['vera.jpeg', 'photos/vera.png'],
  ['vera', 'photos/vera.png'],
  ['kim.svg', 'photos/kim.svg'],
  ['elise.webp', 'Élise.webp'],
  ['写真.jpg', '写真.png'],
  ['survey.2026.csv', 'survey-2026.csv'],
  ['survey-2026.xlsx', 'survey-2026.csv'],
  ['b.csv', undefined],
  ['photos/sam.png', undefined],
  ['anna.png', undefined],
  ['photos/vera.png', undefined],
  ['.', undefined],
  ['/', undefined],
  ['', undefined],
])('by %j is meant %s', (path, meant) => {
  expect(fileMeant(path, files)).toBe(meant);
});

/** What is said in a map, with what each fix makes of the line. */
function said(line: string, texts: Record<string, string>, beside: Partial<Record<FileKind, string[]>>) {
  const text = `persona Vera\n  ${line.startsWith('photo') ? line : 'goal "x"'}\n\njourney J for Vera\n  ${line.startsWith('photo') ? 'goal "y"' : line}\n`;
  const document = readDocument('file:///maps/a.journey', 1, text);
  const folder = new Folder();
  folder.set(document);
  folder.data = dataOf(Object.fromEntries(Object.entries(texts).map(([name, content]) => [`file:///maps/${name}`, content])));
  folder.beside = { list: (_, kind) => beside[kind] ?? [] };
  const found = check({ document, folder, today }).filter(({ code }) => code.startsWith('unreadable-'));
  return found.map(({ message, fixes }) => ({
    asks: message.text.includes('Did you mean'),
    fixes: fixes.map(({ edits, preferred, decides }) => [edits.map((edit) => edit.text).join(), preferred === true, decides === true]),
  }));
}

describe('a file that is misspelt', () => {
  const pictures = { picture: ['faces/vera.svg'] };
  const away = ['', false, true];

  test.each<[name: string, line: string, beside: Partial<Record<FileKind, string[]>>, expected: ReturnType<typeof said>]>([
    ['a photo', 'photo "faces/vrea.svg"', pictures, [{ asks: true, fixes: [['"faces/vera.svg"', true, true], away] }]],
    ['a photo that is none, beside one', 'photo "vera.txt"', pictures, [{ asks: true, fixes: [['"faces/vera.svg"', true, true], away] }]],
    ['a photo like nothing there', 'photo "me.png"', pictures, [{ asks: false, fixes: [away] }]],
    ['a photo outside', 'photo "../vera.svg"', pictures, [{ asks: false, fixes: [away] }]],
    ['a data file', 'metric nps from "survy.csv"', { data: ['survey.csv'] }, [{ asks: true, fixes: [['"survey.csv"', true, true]] }]],
    [
      'a data file with a quote in its name',
      'metric nps from "quarter1.csv"',
      { data: ['quarter"1.csv'] },
      [{ asks: true, fixes: [['"quarter\\"1.csv"', true, true]] }],
    ],
    ['a picture where data is wanted', 'metric nps from "vera.csv"', pictures, [{ asks: false, fixes: [] }]],
  ])('%s', (_, line, beside, expected) => {
    expect(said(line, { 'vera.txt': 'x' }, beside)).toEqual(expected);
  });

  test.each<[logo: string, why: 'missing' | 'unreadable' | 'outside', fixes: (string | undefined)[]]>([
    ['lgoo.svg', 'missing', ['"brand/logo.svg"', '']],
    ['brand/logo.pdf', 'unreadable', ['"brand/logo.svg"', '']],
    ['../logo.svg', 'outside', ['']],
    ['other.png', 'missing', ['']],
  ])('the logo %s, which is %s', (logo, why, fixes) => {
    const project = readProject('file:///maps/journey.json', 1, JSON.stringify({ logo }));
    const [finding] = withLogo(project, why, ['brand/logo.svg']).findings;
    expect(finding?.fixes.map(({ edits }) => edits[0]?.text)).toEqual(fixes);
    expect(finding?.message.text.includes('Did you mean')).toBe(fixes.length > 1);
  });
});
