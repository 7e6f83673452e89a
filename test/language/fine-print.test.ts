import { describe, expect, test } from 'vitest';
import { documentSymbols } from '../../src/language/features/symbols.ts';
import { toText } from '../../src/language/message.ts';
import { mapsOf, read } from './facts.ts';
import { type Files, findingsOf } from './taken.ts';

/*
 * The principles of the language and its fine print, a case for each sentence that speaks of findings or of names. What they say of the map
 * stands in test/map/fine-print.test.ts, of names and texts in reading.test.ts, of folders on disk in test/server.
 */

const uri = 'file:///maps/map.journey';

/** What is found in a text, by code, each with the stretch of text that it covers. */
function found(text: string, codes: readonly string[], others: Files = {}): string[] {
  return (findingsOf({ [uri]: text, ...others })[uri] ?? [])
    .filter(({ code }) => codes.includes(code))
    .map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);
}

const inStep = (...lines: string[]): string =>
  `persona Vera\npersona Paul\njourney J for Vera, Paul\n  stage S\n    step a\n${lines.map((line) => `      ${line}`).join('\n')}`;

type Cases = readonly (readonly [sentence: string, text: string, expected: readonly string[]])[];

function each(what: string, codes: readonly string[], cases: Cases): void {
  describe(what, () => {
    test.each(cases)('%s', (_, text, expected) => {
      expect(found(text, codes)).toEqual(expected);
    });
  });
}

each(
  'a step is one moment',
  ['given-twice'],
  [
    [
      'a statement may be repeated wherever two make sense',
      `persona Vera\nneed "1"\nneed "2"\nevidence "1"\nevidence "2"\n${inStep('does "1"', 'does "2"', 'pain "1"', 'pain "2"', 'evidence "1"', 'evidence "2"')}`,
      [],
    ],
    ['a second type is given twice', 'journey J\ntype current\ntype future', ['given-twice type future']],
    ['a second feeling of one persona is given twice', inStep('feels Vera 1', 'feels Vera 2'), ['given-twice feels Vera 2']],
    ['a feeling for one persona and one for another are not', inStep('feels Vera 1', 'feels Paul 2'), []],
  ],
);

each(
  'a line below joins the statement above only where the table says so',
  ['misplaced-statement'],
  [
    ['directly after it', inStep('touchpoint T', 'listens "1"', 'pain "p"', 'action "1"'), []],
    ['or after its own children', inStep('touchpoint T', 'listens "1"', 'promises "D" "1"', 'listens "2"'), []],
    [
      'elsewhere it is misplaced',
      inStep('touchpoint T', 'does "x"', 'listens "1"', 'action "2"'),
      ['misplaced-statement listens', 'misplaced-statement action'],
    ],
  ],
);

test('a misplaced statement is kept and drawn where it stands', () => {
  const step = mapsOf(inStep('does "x"', 'listens "1"', 'action "2"'))[0]?.stages[0]?.steps[0];
  expect([step?.listens[0]?.text, step?.actions[0]?.text]).toEqual(['1', '2']);
});

each(
  'a stage’s own statements stand before its first step',
  ['misplaced-statement', 'misleading-indentation'],
  [
    ['there they are the stage’s', 'journey J\n  stage S\n    business goal "g"\n    metric m 1\n    step a', []],
    [
      'one that only a stage can have still goes to the stage, as misplaced',
      'journey J\n  stage S\n    step a\n    business goal "g"\n    owner T',
      ['misplaced-statement business goal', 'misplaced-statement owner'],
    ],
    ['one that both can have belongs to the step above', 'journey J\n  stage S\n    step a\n      metric m 1', []],
    [
      'and is misleading when it is indented as the stage’s',
      'journey J\n  stage S\n    step a\n      does "x"\n    metric m 1',
      ['misleading-indentation metric'],
    ],
  ],
);

each(
  'the top level',
  ['misplaced-statement'],
  [
    ['a declaration closes the journey above it', 'journey J\nstage S\nstep a\nteam T\nchannel C\nsystem X\npersona Vera', []],
    [
      'a touchpoint is declared before the first journey or after one of those',
      'touchpoint X\njourney J\nstage S\nstep a\nteam T\ntouchpoint Y',
      [],
    ],
    ['in the middle of a journey a declaration is misplaced', 'journey J\nstage S\nstep a\nteam T\nstep b', ['misplaced-statement team']],
  ],
);

each(
  'scopes',
  ['duplicate-name', 'conflicting-promise'],
  [
    ['stage names are unique in a journey', 'journey J\nstage S\nstage S', ['duplicate-name S', 'duplicate-name S']],
    ['step names too, also across stages', 'journey J\nstage S\nstep a\nstage T\nstep a', ['duplicate-name a', 'duplicate-name a']],
    ['two journeys may have stages and steps of one name', 'journey J\nstage S\nstep a\njourney K\nstage S\nstep a', []],
    [
      'personas, teams, channels, systems and journeys each have a space of their own',
      'persona X\nteam X\nchannel X\nsystem X\njourney X',
      [],
    ],
    ['two teams of one name have not', 'team X\nteam X', ['duplicate-name X', 'duplicate-name X']],
    [
      'a promise is compared within one journey',
      'journey J\nstage S\nstep a\npromises "D" "1"\njourney K\nstage S\nstep a\npromises "D" "2"',
      [],
    ],
    [
      'where it is a conflict',
      'journey J\nstage S\nstep a\npromises "D" "1"\nstep b\npromises "D" "2"',
      ['conflicting-promise "1"', 'conflicting-promise "2"'],
    ],
  ],
);

each(
  'where a finding stands',
  ['missing-emotion', 'missing-channel', 'unknown-value', 'score-out-of-range', 'unknown-name', 'duplicate-name'],
  [
    [
      'what is missing, on the name of the thing that lacks it',
      inStep('feels Vera 1', 'touchpoint T'),
      ['missing-emotion a', 'missing-channel T'],
    ],
    ['a wrong value, on the value', inStep('feels 7', 'pain "p" severity hihg'), ['score-out-of-range 7', 'unknown-value hihg']],
    ['an unknown name, on the name', inStep('feels 1', 'touchpoint T via Phone'), ['unknown-name Phone']],
    ['a conflict, on both sides', 'team X\nteam X', ['duplicate-name X', 'duplicate-name X']],
  ],
);

each(
  'silencing',
  ['missing-emotion', 'missing-channel', 'unowned-touchpoint', 'syntax'],
  [
    [
      'covers the next statement and all below it in the same thing',
      'persona Vera\njourney J for Vera\nstage S\n// journey-ignore missing-channel: soon\nstep a\nfeels 1\ntouchpoint T owner X\nstep b\nfeels 1\ntouchpoint U owner X',
      ['missing-channel U'],
    ],
    [
      'a stage with all its steps',
      'persona Vera\njourney J for Vera\n// journey-ignore missing-emotion: soon\nstage S\nstep a\nstep b\nstage T\nstep c',
      ['missing-emotion c'],
    ],
    ['never a syntax error', 'journey J\nstage S\nstep a\nfeels 1\n// journey-ignore syntax: no\ndoes "x', ['syntax "x']],
  ],
);

test('`///` above something without a name is an ordinary comment', () => {
  const { nodes } = read('journey J\nstage S\nstep a\n/// Said of nothing.\ndoes "x"').document;
  const symbols = JSON.stringify(documentSymbols(read('journey J\n/// Said of nothing.\ngoal "x"').document));
  expect(nodes.at(-1)?.statement.problems).toEqual([]);
  expect(symbols).not.toContain('Said of nothing');
});

describe('names that differ a little', () => {
  const near = (text: string): unknown[] =>
    (findingsOf({ [uri]: text })[uri] ?? [])
      .filter(({ code }) => code === 'unknown-name')
      .map(({ fixes }) => fixes[0]?.edits.map((edit) => edit.text));
  const owned = (declared: string, named: string): string => `team ${declared}\n${inStep('feels 1', `touchpoint T owner ${named}`)}`;

  test.each([
    ['by case', 'Support', 'support', 'Support'],
    ['by case and an accent', 'Équipe', 'equipe', 'Équipe'],
    ['by an accent', 'Équipe', 'Equipe', 'Équipe'],
    ['by a letter', 'Support', 'Suport', 'Support'],
    ['by ß', 'Straße', 'Strasse', 'Straße'],
    ['in quotes', '"Service desk"', '"service desk"', '"Service desk"'],
  ])('%s are two, and the one is offered for the other', (_, declared, named, offered) => {
    expect(near(owned(declared, named))).toEqual([[offered]]);
  });

  test.each([
    ['by width', 'Support', 'Ｓｕｐｐｏｒｔ'],
    ['by width, the other way round', 'Ｐｏｒｔａｌ', 'Portal'],
    ['by a typographic apostrophe', '"Chef d\'équipe"', '"Chef d’équipe"'],
    ['by another apostrophe', '"Chef d’équipe"', '"Chef dʼéquipe"'],
    ['by a modifier or an accent for an apostrophe', '"Chef d´équipe"', '"Chef d`équipe"'],
    ['by quotes within', '"The \\"A\\" team"', '“The “A” team”'],
    ['by a dash', '"Check-in"', '"Check–in"'],
    ['by a hyphen that does not break', 'Check-in', '"Check‑in"'],
    ['by a soft hyphen', 'Abteilung', '"Abtei\u00adlung"'],
    ['by an ellipsis', '"Others..."', '"Others…"'],
  ])('%s are one name', (_, declared, named) => {
    expect(near(owned(declared, named))).toEqual([]);
    expect(found(`team ${declared}\nteam ${named}`, ['duplicate-name'])).toHaveLength(2);
  });

  test('composed and decomposed accents are one name', () => {
    expect(near(owned('\u00c9quipe', 'E\u0301quipe'))).toEqual([]);
    expect(found(`team \u00c9quipe\nteam E\u0301quipe`, ['duplicate-name'])).toHaveLength(2);
  });

  test('blanks of any number and kind are one blank', () => {
    expect(near(owned('"Service desk"', '"Service\u00a0 desk"'))).toEqual([]);
  });

  test('a name far from all others is only declared', () => {
    expect(near(owned('Support', 'Logistics'))).toEqual([['\nteam Logistics']]);
  });
});

describe('principles', () => {
  test('it reads as sentences: no indentation rules, no braces', () => {
    const lines = inStep('does "x"', 'feels 1 "glad"', 'pain "p" severity low');
    const flat = lines.replace(/^ +/gm, '');
    expect(mapsOf(lines)).toEqual(mapsOf(flat));
    expect(mapsOf(flat.replaceAll('\n', ' '))).toEqual(mapsOf(flat));
  });

  test('a name is its own title, and what has a second text is referred to by its short name', () => {
    const [map] = mapsOf(
      'team "Service desk"\njourney J\nstage S\nstep form "Look for it"\ntouchpoint T owner "Service desk"\nleads to b\nstep b\nleads to form',
    );
    expect(map?.stages[0]?.steps.map(({ title, next }) => [title, next.length])).toEqual([
      ['Look for it', 1],
      ['b', 1],
    ]);
    expect(map?.stages[0]?.steps[0]?.touchpoints[0]?.owner).toMatchObject({ name: 'Service desk', kind: 'ours' });
  });

  test('nothing is needed in order to be drawn', () => {
    expect(found('journey "X"', ['syntax', 'unknown-value', 'misplaced-statement'])).toEqual([]);
    expect(mapsOf('journey "X"')).toHaveLength(1);
  });

  test('a name that nobody declared is a warning with two fixes, and drawn', () => {
    const text = `team Support\n${inStep('feels 1', 'touchpoint T owner Suport')}`;
    const unknown = (findingsOf({ [uri]: text })[uri] ?? []).filter(({ code }) => code === 'unknown-name');
    expect(unknown.map(({ severity, fixes }) => [severity, fixes.length])).toEqual([['warning', 2]]);
    expect(mapsOf(text)[0]?.stages[0]?.steps[0]?.touchpoints[0]?.owner).toMatchObject({ name: 'Suport', kind: 'undeclared' });
  });

  test.each([
    ['portal', 'No channel of this folder is named “portal”. Did you mean “Portal”?'],
    ['Telegraph', 'No channel of this folder is named “Telegraph”.'],
  ])('an unknown name is told with the one that is near: %s', (name, expected) => {
    const text = `channel Portal web\n${inStep('feels 1', `touchpoint T via ${name}`)}`;
    const unknown = (findingsOf({ [uri]: text })[uri] ?? []).filter(({ code }) => code === 'unknown-name');
    expect(unknown.map(({ message }) => toText(message))).toEqual([expected]);
  });

  test('one statement broken is one statement lost', () => {
    const [map] = mapsOf(inStep('does "1', 'xyz 17 §', 'thinks "2"', 'feels 1'));
    const step = map?.stages[0]?.steps[0];
    expect([step?.does[0]?.text, step?.thinks[0]?.text, step?.feelings.length]).toEqual(['1', '2', 2]);
  });

  test('names are shared by all files of a folder, with no import', () => {
    const codes = ['unknown-name'];
    const text = 'journey J for Vera\nstage S\nstep a\ntouchpoint T via Phone owner Support';
    const shared = { 'file:///maps/shared.journey': 'persona Vera\nteam Support\nchannel Phone phone' };
    expect(found(text, codes)).toHaveLength(3);
    expect(found(text, codes, shared)).toEqual([]);
  });

  test('what is said once holds wherever the name stands again', () => {
    const text =
      'team Support\nchannel Phone phone\njourney J\nstage S\nstep a\ntouchpoint T via Phone owner Support\nstep b\ntouchpoint T';
    expect(found(text, ['missing-channel', 'unowned-touchpoint'])).toEqual([]);
  });
});
