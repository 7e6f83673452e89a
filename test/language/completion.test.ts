import { describe, expect, test } from 'vitest';
import { lineAfter, offered, withCursor } from './cursor.ts';

const labels = (marked: string): string[] => offered(marked).map(({ label }) => label);

const declared = `persona Vera
persona "Paul Weiß"
team "Service desk"
team Logistics external
channel Portal web
channel Phone phone
system CMDB
system SAP
touchpoint "Order form" via Portal owner "Service desk"
`;

/** A map with the cursor somewhere in its last step. */
const inStep = (own: string): string => `${declared}
journey "Order" for Vera, "Paul Weiß"
stage Request
  step form "Look for the form"
    touchpoint Hotline via Phone
  step call "Phone the desk"
${own}`;

const levels = ['low', 'medium', 'high'];
const channels = ['Phone', 'Portal'];
const teams = ['Logistics', 'Service desk'];

/** What is offered, all of it and in this order. */
const whole: [where: string, text: string, expected: string[]][] = [
  ['the channels, behind `via`', inStep('    touchpoint X via |'), channels],
  ['the channels, in quotes', inStep('    touchpoint X via "|'), channels],
  ['the channels, behind `via` where the name was left out', inStep('    touchpoint via |'), channels],
  ['the teams, behind `owner` where the name was left out', inStep('    touchpoint owner |'), teams],
  ['the teams, behind `owner`', inStep('    touchpoint X owner |'), teams],
  ['the teams, behind half a name', inStep('    touchpoint X owner Ser|'), teams],
  ['the teams, in quotes that the editor closed', inStep('    touchpoint X owner "|"'), teams],
  ['the teams, in the middle of a name in quotes', inStep('    touchpoint X owner "Ser|vice"'), teams],
  ['the parts, behind a touchpoint', inStep('    touchpoint X |'), ['via', 'owner', '"…"']],
  ['the other part, behind one', inStep('    touchpoint X via Phone |'), ['owner', '"…"']],
  ['nothing behind both, but a title', inStep('    touchpoint X via Phone owner Logistics |'), ['"…"']],
  ['touchpoints of the folder and of the journey', inStep('    touchpoint |'), ['Hotline', 'Order form']],
  ['touchpoints in quotes', inStep('    touchpoint "Or|"'), ['Hotline', 'Order form']],
  ['what `severity` may be', inStep('    pain "x" severity |'), levels],
  ['what `severity` may be, behind half of it', inStep('    pain "x" severity hi|'), levels],
  ['the other steps, behind `leads to`', inStep('    leads to |'), ['form']],
  ['the second word of a statement', inStep('    leads |'), ['to']],
  ['the second word of a statement, behind half of it', inStep('    leads t|'), ['to']],
  ['`when`, behind a step', inStep('    leads to form |'), ['when']],
  ['systems, but those named already, behind a comma', inStep('    backstage "x" using CMDB, |'), ['SAP']],
  ['personas behind a comma', inStep('    absent Vera, |'), ['Paul Weiß']],
  ['personas, behind `for`', `${declared}journey J for |`, ['Paul Weiß', 'Vera']],
  ['personas behind a comma on the journey’s line', `${declared}journey J for Vera, |`, ['Paul Weiß']],
  ['personas, behind `for` on a line of its own', `${declared}journey J\n  for |`, ['Paul Weiß', 'Vera']],
  ['`for`, once, behind a journey', `${declared}journey J |`, ['for', '"…"']],
  [
    'kinds, behind a channel',
    'channel Portal |',
    ['web', 'mobile', 'email', 'phone', 'chat', 'sms', 'social', 'mail', 'store', 'person', 'device', 'other', '"…"'],
  ],
  ['types', 'journey J\n  type |', ['current', 'future', 'day']],
  ['moments', inStep('    moment |'), ['truth', 'delight', 'irritant']],
  ['whose a team is', 'team T |', ['external', 'customer', 'contact', '"…"']],
  ['teams, behind the owner of a stage', `${declared}journey J\nstage S owner |`, teams],
  ['a statement’s parts, behind another statement on its line', inStep('    does "x" pain "y" |'), ['severity']],
  ['what a list goes on with on the next line', inStep('    backstage "x" using CMDB,\n      "|'), ['SAP']],
];

/** Where nothing is offered. */
const nothing: [where: string, text: string][] = [
  ['in a comment', inStep('    // does |')],
  ['behind `//`', inStep('    does "x" //|')],
  ['in documentation', inStep('  /// She |')],
  ['in a block comment', inStep('    /* step |')],
  ['in a block comment of several lines', inStep('    /* one\n    touchpoint X via | */')],
  ['in a text', inStep('    does "Searches |"')],
  ['in a text that is open', inStep('    does "Searches |')],
  ['in a text behind a colon', inStep('    does "see http://example.org and |"')],
  ['in a long text', inStep('    does """\n      step |\n    """')],
  ['on an empty line of a long text', inStep('    does """\n      first\n\n      |\n    """')],
  ['in a title', inStep('  step x "Lo|"')],
  ['for the name of a step', inStep('  step |')],
  ['for the name of a persona', 'persona |'],
  ['behind a whole statement', inStep('    does "x" |')],
  ['behind a word that opens nothing', inStep('    nonsense |')],
  ['in a text with an emoji', inStep('    does "😀 |"')],
];

/** What is offered first, and what is not offered at all. */
const first: [where: string, text: string, first: string[], not: string[]][] = [
  [
    'an empty file',
    '|',
    ['journey map', 'journey', 'persona', 'team', 'channel', 'system', 'touchpoint'].filter((label) => label !== 'touchpoint'),
    ['does', 'step', 'stage', 'goal', 'owner', 'step …'],
  ],
  ['a file of blanks', '  \n\n |\n', ['journey map'], ['does', 'step']],
  [
    'an empty line in a step',
    inStep('    |'),
    ['does', 'thinks', 'says', 'sees', 'hears', 'feels'],
    ['listens', 'action', 'role', 'type', 'goal', 'journey map'],
  ],
  ['an empty line in a step of a CRLF file', inStep('    |').replaceAll('\n', '\r\n'), ['does', 'thinks'], ['listens', 'role']],
  ['a line below a touchpoint', inStep('    touchpoint X\n      |'), ['listens', 'promises', 'does'], ['action']],
  [
    'a line below what belongs to a touchpoint',
    inStep('    touchpoint X\n      listens "y"\n      |'),
    ['listens', 'promises', 'does'],
    ['action'],
  ],
  ['a line below a pain', inStep('    pain "x"\n      |'), ['action', 'does'], ['listens']],
  ['below a journey', `${declared}journey J\n  |`, ['goal', 'business goal', 'for', 'type'], ['does', 'role']],
  ['below a stage', `${declared}journey J\nstage S\n  |`, ['goal', 'business goal', 'step'], ['does', 'role', 'for']],
  [
    'below a persona',
    'persona Vera\n  |',
    ['goal', 'role', 'segment', 'need', 'motivation', 'frustration', 'quote', 'photo', 'prefers', 'evidence'],
    ['does', 'step', 'stage'],
  ],
  ['`feels`', inStep('    feels |'), ['-2', '-1', '0', '1', '2', 'Vera', 'Paul Weiß', 'frustrated'], ['"…"']],
  ['`feels` and a persona', inStep('    feels Vera |'), ['-2', '-1', '0', '1', '2', 'frustrated'], ['Vera']],
  ['a score', inStep('    feels -1 |'), ['"…"', 'frustrated'], ['relieved', 'furious']],
  ['`due`', inStep('    pain "x"\n      action "y" due |'), ['2026-10-31', '2026-12-31'], []],
  ['what can stand once and does', 'journey J\n  type current\n  |', ['goal'], ['type']],
  ['half a keyword', inStep('    do|'), ['does'], ['role']],
  ['half a keyword at the top', 'pers|', ['journey map', 'journey', 'persona'], ['does']],
  ['a map behind the whole word for it', 'journey|', ['journey map', 'journey'], ['does']],
  ['a whole keyword', inStep('    feels|'), ['does', 'thinks'], []],
  ['parts of the statement above, on a line of their own', inStep('    touchpoint X via Phone\n      own|'), ['listens', 'promises'], []],
  ['the end of a file without a line break', `${inStep('    does "x"')}\n|`, ['does'], ['listens']],
  [
    'the line before a step',
    inStep('|').replace('  step call', '    |\n  step call').replace(/\|$/, ''),
    ['listens', 'promises', 'does'],
    ['role'],
  ],
];

describe('completion', () => {
  test.each(whole)('offers %s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test.each(nothing)('offers nothing %s', (_, text) => {
    expect(labels(text)).toEqual([]);
  });

  test.each(first)('at %s offers what mostly comes there', (_, text, expected, not) => {
    const all = labels(text);
    expect(all.slice(0, expected.length)).toEqual(expected);
    expect(all.filter((label) => not.includes(label))).toEqual([]);
    expect(all, 'each once').toEqual([...new Set(all)]);
  });

  test('offers a part also on the line below its statement', () => {
    expect(labels(inStep('    touchpoint X via Phone\n      |'))).toContain('owner');
    expect(labels(inStep('    touchpoint X via Phone\n\n      |'))).not.toContain('owner');
  });
});

describe('an item, once taken, writes', () => {
  test.each<[text: string, label: string, line: string]>([
    [inStep('    to|'), 'touchpoint', '    touchpoint |'],
    [inStep('    to|uch X via Phone'), 'touchpoint', '    touchpoint| X via Phone'],
    [inStep('    touchpoint X via |'), 'Phone', '    touchpoint X via Phone|'],
    [inStep('    touchpoint X via Ph|'), 'Phone', '    touchpoint X via Phone|'],
    [inStep('    touchpoint X owner |'), 'Service desk', '    touchpoint X owner "Service desk"|'],
    [inStep('    touchpoint X owner Ser|'), 'Service desk', '    touchpoint X owner "Service desk"|'],
    [inStep('    touchpoint X owner "|"'), 'Service desk', '    touchpoint X owner "Service desk"|'],
    [inStep('    touchpoint X owner "Ser|"'), 'Service desk', '    touchpoint X owner "Service desk"|'],
    [inStep('    touchpoint X owner "Ser|vice d" via Phone'), 'Service desk', '    touchpoint X owner "Service desk"| via Phone'],
    [inStep('    touchpoint X owner "Ser|'), 'Logistics', '    touchpoint X owner "Logistics"|'],
    [inStep('    touchpoint X owner Ser|vice via Phone'), 'Logistics', '    touchpoint X owner Logistics| via Phone'],
    [inStep('    touchpoint X ow| via Phone'), 'owner', '    touchpoint X owner| via Phone'],
    [inStep('    feels |'), '-1', '    feels -1 |'],
    [inStep('    feels -|'), '-1', '    feels -1 |'],
    [inStep('    feels -1| "lost"'), '-2', '    feels -2| "lost"'],
    [inStep('    feels |'), 'Paul Weiß', '    feels "Paul Weiß"|'],
    [inStep('    absent Vera,|'), 'Paul Weiß', '    absent Vera,"Paul Weiß"|'],
    [inStep('    leads |'), 'to', '    leads to |'],
    [inStep('    pain "x" severity hi|gh'), 'high', '    pain "x" severity high|'],
    [inStep('    |').replaceAll('\n', '\r\n'), 'does', '    does "$1"$0|'],
    [inStep('    do|es "x"').replaceAll('\n', '\r'), 'does', '    does| "x"'],
    ['team "A \\"B\\" C"\njourney J\nstage S owner |', 'A "B" C', 'stage S owner "A \\"B\\" C"|'],
    ['team "A \\"B\\" C"\njourney J\nstage S owner "|"', 'A "B" C', 'stage S owner "A \\"B\\" C"|'],
  ])('a line', (text, label, line) => {
    expect(lineAfter(text, label)).toBe(line);
  });

  test('snippets that read without a mistake, and leave no blanks at the end of a line', async () => {
    const { plain } = await import('../../src/language/features/code-actions-edit.ts');
    const { findingsOf } = await import('./taken.ts');
    for (const [text, label] of [
      ['|', 'journey map'],
      [`${declared}journey J for Vera\n  goal "x"\n  type current\n|`, 'stage …'],
      [`${declared}journey J for Vera\n  goal "x"\n  type current\nstage S\n|`, 'step …'],
      [`${declared}journey J for Vera\n  goal "x"\n  type current\nstage S\n  step a\n    feels 1\n    |`, 'touchpoint …'],
    ] as const) {
      const item = offered(text).find((candidate) => candidate.label === label);
      const { text: before, offset } = withCursor(text);
      const inserted = plain(item?.textEdit?.newText ?? '');
      expect(inserted, label).not.toMatch(/[ \t]$/m);
      const after = before.slice(0, offset) + inserted + before.slice(offset);
      // What the text declares beside it may stay unused.
      expect(
        findingsOf({ map: after }).map?.filter(({ code }) => code !== 'unused-declaration'),
        label,
      ).toEqual([]);
    }
  });
});
