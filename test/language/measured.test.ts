import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/language/document.ts';
import type { Data } from '../../src/language/names/data.ts';
import { dataFilesIn, noData } from '../../src/language/names/data.ts';
import { journeysOf } from '../../src/language/names/facts.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { valueIn } from '../../src/language/names/measured.ts';
import { buildMap } from '../../src/map/build.ts';
import type { Metric } from '../../src/map/model.ts';
import { readTable } from '../../src/server/csv.ts';

const survey = `day,nps,CSAT,"Délai moyen",note
2026-08-01,-20,3.1/5,4.5,
2026-09-01,-12,61 %,3.2,n/a
01.10.2026,-5,62%,2,see below
2026-11-01,,,"",
`;

/** The measure of a map that says `metric …`, where the file beside it says that. */
function measure(statement: string, data: Data | undefined): Metric | undefined {
  const folder = new Folder();
  folder.data = { ...noData, find: (_, path) => (path === 'survey.csv' ? data : 'missing') };
  const document = readDocument('file:///maps/a.journey', 1, `journey J\nstage S\n  step a\n    ${statement}\n`);
  folder.set(document);
  const [journey] = journeysOf(document);
  return journey && buildMap(journey, { document, folder }).stages[0]?.steps[0]?.metrics[0];
}

describe('a measure without a value takes it from its data file', () => {
  const table = readTable(survey);

  test.each([
    ['metric nps from "survey.csv"', '-5', -5, '2026-10-01'],
    ['metric csat from "survey.csv"', '62%', 62, '2026-10-01'],
    ['metric time from "survey.csv" column "Délai moyen"', '2', 2, '2026-10-01'],
    ['metric time from "survey.csv" column "delai moyen"', '2', 2, '2026-10-01'],
    ['metric csat from "survey.csv" on 2026-09-01', '61%', 61, '2026-09-01'],
    ['metric csat from "survey.csv" on 2026-08-01', '3.1/5', 3.1, '2026-08-01'],
    ['metric nps from "survey.csv" on 1.10.2026', '-5', -5, '2026-10-01'],
    ['metric nps -40 from "survey.csv"', '-40', -40, undefined],
  ])('%s: %s', (statement, text, value, on) => {
    const found = measure(statement, table);
    expect(found).toMatchObject({ value: { text, value }, from: { file: 'survey.csv' } });
    expect(found?.on).toBe(on);
  });

  test.each([
    ['a column that is not there', 'metric ces from "survey.csv"'],
    ['a column without a number', 'metric note from "survey.csv"'],
    ['a day that has none', 'metric nps from "survey.csv" on 2026-11-01'],
    ['a file that is not there', 'metric nps from "other.csv"'],
  ])('but not from %s', (_, statement) => {
    const found = measure(statement, table);
    expect(found).toBeDefined();
    expect(found?.value).toBeUndefined();
  });

  test.each(['missing', 'outside', 'unreadable', undefined] as const)('nor from one that is %s', (data) => {
    expect(measure('metric nps from "survey.csv"', data)).toMatchObject({ name: 'nps', from: { file: 'survey.csv' } });
    expect(measure('metric nps from "survey.csv"', data)?.value).toBeUndefined();
  });

  test('the files that a map names are known, each once', () => {
    const text = 'journey J\n  metric a from "x.csv"\n  metric b from "y.csv"\n  metric c from "x.csv"\n  metric d from ""\n  metric e 3\n';
    expect(dataFilesIn(readDocument('file:///a.journey', 1, text))).toEqual(['x.csv', 'y.csv']);
  });
});

describe('a table is read', () => {
  const cells = (text: string) => {
    const table = readTable(text);
    return table && [table.columns, ...table.rows];
  };

  test.each([
    [
      'with commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with semicolons',
      'a;b\n1,5;2,5\n',
      [
        ['a', 'b'],
        ['1,5', '2,5'],
      ],
    ],
    [
      'with tabs',
      'a\tb\n1,5\t2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'with CRLF and without an end',
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with old ends of lines',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with quotes, and separators and line breaks in them',
      '"a, b";"c ""d"""\n"1\n2";3\n',
      [
        ['a, b', 'c "d"'],
        ['1\n2', '3'],
      ],
    ],
    [
      'with empty lines',
      '\n\na,b\n\n1,2\n , \n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with the separator said',
      'sep=|\r\na|b\r\n1|2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['with rows of other lengths', 'a,b\n1\n1,2,3\n', [['a', 'b'], ['1'], ['1', '2', '3']]],
    ['with one column', 'nps\n6,2\n', [['nps'], ['6,2']]],
    ['without a row', 'a,b', [['a', 'b']]],
    ['with a quote that is not closed', 'a,b\n"1,2\n', [['a', 'b'], ['1,2\n']]],
    ['empty', '', [[]]],
    ['that is no text', 'PK\u0003\u0004\0\0', undefined],
  ])('%s', (_, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  test.each([
    ['a;b\n1;6,2\n', '6.2'],
    ['a;b\n1;1.400\n', '1400'],
    ['a;b\n1;1,400\n', '1.4'],
    ['a;b\n1;1.400,50\n', '1400.50'],
    ['a,b\n1,"1,400"\n', '1400'],
    ['a,b\n1,1.400\n', '1.4'],
    ['a,b\n1,"6,2"\n', '6.2'],
    ['a;b\n1;2.5\n2;1,400\n', '1400'],
    ['a\tb\n3,25\t1\n1\t1.400\n', '1400'],
    ['a,b\n1,1 400\n', '1400'],
    ['a,b\n1,−12\n', '-12'],
    ['a,b\n1,"38 €"\n', '38 EUR'],
    ['a,b\n1,"61 %"\n', '61%'],
    ['a,b\n1,about 7\n', undefined],
    ['a,b\n1,5\n2,-\n', '5'],
  ])('%j says %s in its column b', (text, expected) => {
    const table = readTable(text);
    expect(table && valueIn(table, 'b')?.text).toBe(expected);
  });

  test('also where it is long', () => {
    const text = `day;nps\n${Array.from({ length: 100_000 }, (_, index) => `2026-01-01;${index},5`).join('\n')}`;
    const table = readTable(text);
    expect(table && valueIn(table, 'nps')?.text).toBe('99999.5');
  });
});

test('the page about data files says what happens', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/data-files.md'), 'utf8');
  const [map, table] = ['journey', 'csv'].map((language) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '');
  const folder = new Folder();
  folder.data = { ...noData, find: (_, path) => (path === 'survey.csv' ? readTable(table ?? '') : 'missing') };
  const document = readDocument('file:///maps/a.journey', 1, map ?? '');
  const [journey] = journeysOf(document);
  const metrics = journey && buildMap(journey, { document, folder }).metrics;
  expect(metrics?.map(({ name, value, on }) => [name, value?.text, on])).toEqual([
    ['nps', '-12.5', '2026-10-01'],
    ['csat', '61%', '2026-10-01'],
  ]);
});
