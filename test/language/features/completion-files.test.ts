import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/language/document.ts';
import { completions } from '../../../src/language/features/completion.ts';
import { filesWantedAt } from '../../../src/language/features/completion-files.ts';
import { today } from '../any-text.ts';
import { withCursor } from '../cursor.ts';
import { read } from '../facts.ts';

const files = { data: ['../all.csv', 'deep/down/a.csv', 'b "1".csv', 'a.csv'], picture: ['vera.png'] };

function offered(marked: string): [label: string, written: string | undefined][] {
  const { text, offset } = withCursor(marked);
  const context = read(text);
  context.folder.beside = { list: (_, kind) => files[kind] };
  return completions(context, offset, today)
    .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    .map(({ label, textEdit }) => [label, textEdit?.newText]);
}

const data = [
  ['a.csv', '"a.csv"'],
  ['b "1".csv', '"b \\"1\\".csv"'],
  ['../all.csv', '"../all.csv"'],
  ['deep/down/a.csv', '"deep/down/a.csv"'],
];

describe('files', () => {
  test.each<[where: string, text: string, expected: (readonly (string | undefined)[])[]]>([
    ['of data, the nearest first', 'journey J\n  metric nps from "|"', data],
    ['of data, without a quote yet', 'journey J\n  metric nps from |', [['"…"', '"$1"$0'], ...data]],
    ['of data, in a quote that is open', 'journey J\n  metric nps from "a|', data],
    ['of pictures', 'persona P\n  photo "|"', [['vera.png', '"vera.png"']]],
    ['none for where a journey begins', 'journey J\n  scope from "|"', []],
    ['none for a team', 'journey J\nstage S\n  step a\n    handoff from |', []],
  ])('%s', (_, text, expected) => {
    expect(offered(text)).toEqual(expected);
  });

  test.each([
    ['journey J\n  metric nps from "|"', 'data'],
    ['journey J\n  metric nps from "a.csv" column |', undefined],
    ['persona P\n  photo |', 'picture'],
    ['persona P\n  quote |', undefined],
    ['// photo "|"', undefined],
    ['|', undefined],
  ])('are looked for where one is wanted: %j', (marked, kind) => {
    const { text, offset } = withCursor(marked);
    expect(filesWantedAt(readDocument('file:///m.journey', 1, text), offset)).toBe(kind);
  });
});
