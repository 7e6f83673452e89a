import { describe, expect, test } from 'vitest';
import { foldingRanges } from '../../../src/language/features/folding.ts';
import { selectionRange } from '../../../src/language/features/selection-ranges.ts';
import { read } from '../facts.ts';

const map = `// A map
// in two lines of comment.
persona Vera
  role "Adviser"

journey Order for Vera
  goal "Work"

stage Request
  step form // aside
    thinks """
      Which
      of these?
      """
    touchpoint Form via Portal owner "Service desk"
      listens "A survey"

    /* a block
       of comment */
    pain "Three forms" severity high
  step call
    does "Calls"
stage Wait
`;

test('what goes on below its line can be folded to it, and so can comments of several lines', () => {
  const { document } = read(map);
  const lines = map.split('\n');
  const shown = foldingRanges(document).map(
    ({ startLine, endLine, kind }) => `${lines[startLine]?.trim()} … ${lines[endLine]?.trim()}${kind ? ` (${kind})` : ''}`,
  );
  expect(shown).toEqual([
    'persona Vera … role "Adviser"',
    'journey Order for Vera … stage Wait',
    'stage Request … does "Calls"',
    'step form // aside … pain "Three forms" severity high',
    'thinks """ … """',
    'touchpoint Form via Portal owner "Service desk" … listens "A survey"',
    'step call … does "Calls"',
    '// A map … // in two lines of comment. (comment)',
    '/* a block … of comment */ (comment)',
  ]);
});

describe('a selection grows by part, statement, step, stage and journey', () => {
  const grown = (before: string): string[] => {
    const { document } = read(map);
    const offset = map.indexOf(before) + 1;
    const texts: string[] = [];
    for (let at: ReturnType<typeof selectionRange> | undefined = selectionRange(document, offset); at; at = at.parent) {
      texts.push(map.slice(document.lines.offsetAt(at.range.start), document.lines.offsetAt(at.range.end)));
    }
    return texts.map((text) => (text.includes('\n') ? `${text.split('\n')[0]} … ${text.trimEnd().split('\n').at(-1)?.trim()}` : text));
  };

  test.each([
    [
      'in a name with quotes',
      'Service desk',
      [
        'Service desk',
        '"Service desk"',
        'owner "Service desk"',
        'touchpoint Form via Portal owner "Service desk"',
        'touchpoint Form via Portal owner "Service desk" … listens "A survey"',
        'step form // aside … pain "Three forms" severity high',
        'stage Request … does "Calls"',
        'journey Order for Vera … stage Wait',
        '// A map … stage Wait',
      ],
    ],
    [
      'on the word of a part',
      'severity high',
      [
        'severity',
        'severity high',
        'pain "Three forms" severity high',
        'step form // aside … pain "Three forms" severity high',
        'stage Request … does "Calls"',
        'journey Order for Vera … stage Wait',
        '// A map … stage Wait',
      ],
    ],
    ['on a keyword', 'goal "Work"', ['goal', 'goal "Work"', 'journey Order for Vera … stage Wait', '// A map … stage Wait']],
  ])('%s', (_, before, expected) => {
    expect(grown(before)).toEqual(expected);
  });

  test('each range lies in the next, at every offset', () => {
    const { document } = read(map);
    for (let offset = 0; offset <= map.length; offset++) {
      for (let at = selectionRange(document, offset); at.parent; at = at.parent) {
        const inner = [document.lines.offsetAt(at.range.start), document.lines.offsetAt(at.range.end)] as const;
        const outer = [document.lines.offsetAt(at.parent.range.start), document.lines.offsetAt(at.parent.range.end)] as const;
        expect(outer[0] <= inner[0] && inner[1] <= outer[1] && inner[0] <= offset && offset <= inner[1], `at ${offset}`).toBe(true);
      }
    }
  });
});
