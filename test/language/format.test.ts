import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/language/document.ts';
import { applied, formatEdits } from '../../src/language/format/index.ts';
import { format, formatSafely } from './formatted.ts';

const root = join(import.meta.dirname, '../..');
const corpus = join(root, 'test/corpus/format');
const cases = readdirSync(corpus).filter((name) => !name.endsWith('.formatted.journey'));

/** `x.journey` in test/corpus/format becomes `x.formatted.journey`. */
describe('a file is laid out', () => {
  test.each(cases)('%s', (name) => {
    const expected = readFileSync(join(corpus, name.replace('.journey', '.formatted.journey')), 'utf8');
    expect(formatSafely(readFileSync(join(corpus, name), 'utf8'))).toBe(expected);
    expect(format(expected), 'what is laid out stays so').toBe(expected);
  });

  test.each([
    ['nothing', '', ''],
    ['blanks', ' \n\n\t\n', ''],
    ['a mark of the encoding', '\ufeff\n\n', '\ufeff'],
    ['a mark of the encoding before a map', '\ufeff\n  team A', '\ufeffteam A\n'],
    ['a comment', '  // one  ', '// one\n'],
    ['a comment that is not closed', 'team A\n/* one\n\n', 'team A\n/* one\n'],
    ['a mended text in a line that is only guessed', '/**/Service d”h', '/**/ Service d”h\n'],
    [
      'blanks that decide how a text is read that is not closed',
      'stage S\nstep a\n    thinks „Welches ist m        thinks  « Lequel ? »\n\n\ndoes  "x"',
      'stage S\n  step a\n    thinks „Welches ist m        thinks  « Lequel ? »\n\n    does "x"\n',
    ],
    [
      'the line of such a text, which is indented all the same',
      'journey J\nstage S\nstep a\n  does "x"\n evidence "6 interviews link "https: //example.org"   //       ^^ z\n',
      'journey J\nstage S\n  step a\n    does "x"\n    evidence "6 interviews link "https: //example.org"   //       ^^ z\n',
    ],
    [
      'a statement behind the end of a block comment',
      'stage S\n step a\n/* so\n  long */ feels 1\n\n // of the step\n',
      'stage S\n  step a\n/* so\n  long */ feels 1\n\n  // of the step\n',
    ],
    [
      'blanks within a comment behind a text that is not closed',
      'step s\nleads to two if no" leads to two when "one fits leads to two wenn keins // y // z two "aucun   // w\n// v\n-> two when one',
      '  step s\n    leads to two if no" leads to two when "one fits leads to two wenn keins // y // z two "aucun   // w\n    // v\n    -> two when one\n',
    ],
    ['a line separator before documentation', '\u2028/// so\nstage  S', '/// so\nstage S\n'],
    [
      'a word whose indentation decides what it is',
      'journey J\nétape: "A"\n  objectif: "x"\n étape: "B"\n   fait: "y"\n',
      'journey J\nétape: "A"\n  objectif: "x"\n  étape: "B"\n    fait: "y"\n',
    ],
    ['CRLF', 'journey J\r\ngoal "x"\r\n\r\n\r\nstage S', 'journey J\r\n  goal "x"\r\n\r\nstage S\r\n'],
    ['CR', 'journey J\rgoal "x"', 'journey J\r  goal "x"\r'],
    ['mostly CRLF', 'journey J\r\ngoal "x"\nstage S\r\n', 'journey J\r\n  goal "x"\r\nstage S\r\n'],
    ['CRLF within a text', 'journey J\r\nscenario """\r\na\r\n  b\r\n"""', 'journey J\r\n  scenario """\r\n    a\r\n      b\r\n  """\r\n'],
  ])('%s', (_, text, expected) => {
    expect(formatSafely(text)).toBe(expected);
  });
});

test('the maps in the documentation are laid out', () => {
  const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  const maps = ['README.md', ...pages.map((name) => join('docs', name))].flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/^```journey\n([\s\S]*?)^```/gm)].map(([, map = '']) => ({ page, map })),
  );
  expect(maps.length).toBeGreaterThan(60);
  for (const { page, map } of maps) expect(format(map), page).toBe(map);
});

describe('the edits', () => {
  const text = 'journey J\n  goal "x"\nstage S\nstep a\n    does   "y"\n    takes 2 days // long\n';
  const document = readDocument('file:///maps/map.journey', 1, text);

  test('are as small as can be', () => {
    const at = (piece: string): number => text.indexOf(piece);
    expect(formatEdits(document)).toEqual([
      { start: at('step a'), end: at('step a'), text: '  ' },
      { start: at('   "y"'), end: at('"y"'), text: ' ' },
      { start: at('2 days'), end: at('2 days') + 6, text: '2d' },
    ]);
  });

  test('of a range are those of the statements that it touches', () => {
    const all = 'journey  J\n goal  "x"\n\n\n stage  S\nstep  a does  "y"\n touchpoint T\n\n\n\n via  P\n feels  1\n';
    const inRange = (from: string, to = from): string => {
      const read = readDocument('file:///maps/map.journey', 1, all);
      const range = { start: all.indexOf(from), end: all.indexOf(to) + to.length };
      return applied(all, formatEdits(read, range));
    };
    expect(inRange('goal')).toBe(all.replace(' goal  "x"', '  goal "x"'));
    expect(inRange('"x"\n')).toBe(all.replace(' goal  "x"', '  goal "x"'));
    expect(inRange('stage', 'step')).toBe(all.replace(' stage  S\nstep  a does  "y"', 'stage S\n  step a\n    does "y"'));
    expect(inRange('via')).toBe(all.replace(' touchpoint T\n\n\n\n via  P', '    touchpoint T\n      via P'));
    expect(inRange(all)).toBe(format(all));
    const caret = all.indexOf('feels');
    expect(applied(all, formatEdits(readDocument('file:///a', 1, all), { start: caret, end: caret }))).toBe(
      all.replace(' feels  1', '    feels 1'),
    );
  });
});

test('5,000 lines are laid out in well under 100 ms', { timeout: 30_000 }, () => {
  const step = (index: number): string =>
    `  step s${index} "Step ${index}"\n    does "Something"  // why\n  feels −1 "lost"\n      touchpoint "Form ${index % 40}" via Portal by Desk\n    pain "Too slow"  severity High\n`;
  const careless = `journey J\nstage S\n${Array.from({ length: 1000 }, (_, index) => step(index)).join('')}`;
  const tidy = format(careless);
  for (const text of [tidy, careless]) {
    const document = readDocument('file:///maps/map.journey', 1, text);
    // The fastest of some runs, in time of this thread: others want the machine too.
    const runs = Array.from({ length: 12 }, () => {
      const before = process.threadCpuUsage();
      formatEdits(document);
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...runs)).toBeLessThan(100);
  }
});
