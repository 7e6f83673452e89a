import { describe, expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { completions } from '../../../src/language/features/completion.ts';
import { noData } from '../../../src/language/names/data.ts';
import { today } from '../any-text.ts';
import { lineAfter, withCursor } from '../cursor.ts';
import { read } from '../facts.ts';

const others = { 'file:///maps/other.journey': 'journey O\nmetric "first-time fix" 61%\nmetric "first-time fix" 62%\nmetric backlog 3\n' };

function offered(marked: string): CompletionItem[] {
  const { text, offset } = withCursor(marked);
  const context = read(text, others);
  context.folder.data = {
    ...noData,
    find: (_, path) =>
      path === 'm.csv' ? { columns: ['day', 'Customer score', 'nps', '', 'nps'], rows: [['2026-10-01', '3,5', '-12']] } : 'missing',
  };
  return completions(context, offset, today).sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

const labels = (marked: string): string[] => offered(marked).map(({ label }) => label);
const usual = ['nps', 'csat', 'ces', 'conversion', 'volume', 'cost'];
const made =
  'journey J\nstage S\n  step a\n    touchpoint T\n      promises Delivery "3 days"\n      promises Delivery "3 days"\n      promises Delivery "5 days"\n      promises Price "as shown"\n';

describe('free names', () => {
  test.each<[where: string, text: string, expected: string[]]>([
    [
      'measures: those of the journey, of the folder, then the usual ones',
      'journey J\n  metric effort 3\n  metric |',
      ['effort', 'first-time fix', 'backlog', ...usual],
    ],
    [
      'measures of a listening post, and its other parts',
      'journey J\nstage S\nstep a\ntouchpoint T\nlistens "x" |',
      ['first-time fix', 'backlog', ...usual, 'target'],
    ],
    ['promises of the journey, the most frequent first', `${made}      promises |`, ['Delivery', 'Price']],
    ['what is promised elsewhere under that name', `${made}      promises Delivery |`, ['"…"', '3 days', '5 days']],
    ['what is promised elsewhere, in quotes', `${made}      promises Delivery "|"`, ['3 days', '5 days']],
    ['columns of the file, each once', 'journey J\n  metric csat from "m.csv" column |', ['day', 'Customer score', 'nps']],
    ['columns in quotes', 'journey J\n  metric csat target 3 from "m.csv" column "Cu|"', ['day', 'Customer score', 'nps']],
    ['no column of a file that is missing', 'journey J\n  metric csat from "gone.csv" column |', []],
    ['no column without a file', 'journey J\n  metric csat column |', []],
  ])('%s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test('say what they tell, and what is in them', () => {
    expect(offered('journey J\n  metric |').find(({ label }) => label === 'nps')?.detail).toContain('net promoter score');
    expect(offered('journey J\n  metric csat from "m.csv" column |').map(({ detail }) => detail)).toEqual(['2026-10-01', '3.5', '-12']);
    expect(offered(`${made}      promises |`)[0]?.detail).toBe('3 days');
  });

  test('stand in quotes where they must', () => {
    expect(lineAfter('journey J\n  metric "first-time fix" 3\n  metric |', 'first-time fix')).toBe('  metric "first-time fix"|');
    expect(lineAfter('journey J\n  metric "a b" 3\n  metric "|"', 'a b')).toBe('  metric "a b"|');
  });
});
