import { describe, expect, test } from 'vitest';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-types';
import { readDocument } from '../../src/language/document.ts';
import { codeActions, fixAllKind } from '../../src/language/features/code-actions.ts';
import { plain } from '../../src/language/features/code-actions-edit.ts';
import { fixAll } from '../../src/language/features/code-actions-fix-all.ts';
import { english } from '../../src/language/message.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { check, rules } from '../../src/language/rules/index.ts';
import { diagnosticOf } from '../../src/server/diagnostics.ts';
import { cases } from '../corpus/findings.ts';
import { today } from './any-text.ts';
import { withCursor } from './cursor.ts';
import { read } from './facts.ts';

/** What is offered at the cursor of a text. */
function actionsAt(marked: string, only?: string[], client = { snippets: true, creates: true }): CodeAction[] {
  const { text, offset } = withCursor(marked);
  const context = read(text);
  return codeActions(
    context,
    { start: offset, end: offset, ...(only ? { only } : {}) },
    {
      findings: check({ ...context, today }),
      client,
      diagnosticOf: (finding) => diagnosticOf(finding, context.document, english),
      recheck: (other) => check({ ...other, today }),
    },
  );
}

/** A text once the edits of an action have been made in it, snippets as they stand; their lines are indented as VS Code does. */
function textAfter(marked: string, action: CodeAction | undefined): string {
  const { text } = withCursor(marked);
  const { lines } = readDocument('file:///maps/map.journey', 1, text);
  const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  const edits = (change?.edits ?? []).map((edit) => ({
    start: lines.offsetAt(edit.range.start),
    end: lines.offsetAt(edit.range.end),
    text:
      'newText' in edit
        ? edit.newText
        : edit.snippet.value.replaceAll('\n', `\n${lines.indentOf(edit.range.start.line).slice(0, edit.range.start.character)}`),
  }));
  edits.sort((a, b) => b.start - a.start);
  return edits.reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

test('what a fix inserts is indented once, though VS Code indents the lines of a snippet itself', () => {
  const marked = 'persona Vera\njourney "Order" for Vera\nstage Request\n  step f|orm\n    does "Looks"\n';
  const action = actionsAt(marked).find(({ title }) => title.includes('how it feels'));
  expect(JSON.stringify(action?.edit)).toContain('"kind":"snippet"');
  expect(textAfter(marked, action)).toMatch(/\n {4}feels /);
});

const titles = (actions: CodeAction[]): string[] => actions.map(({ title }) => title);

describe('what a snippet leaves', () => {
  test.each([
    [`a \${1|b,c|} d`, 'a b d'],
    [`\${1|b\\,c,d|}`, 'b,c'],
    [`\${1|\\\\,d|}`, '\\'],
    [`\${1:why}$0`, 'why'],
    [`\${1:a\\}b\\$}$2`, 'a}b$'],
    ['\\$5 and \\\\ and \\x', '$5 and \\ and \\x'],
    [`$ and \${ and $a`, `$ and \${ and $a`],
    [`\${1|b`, 'b'],
    [`\${1:b`, 'b'],
    ['a\\', 'a\\'],
  ])('%s', (snippet, left) => {
    expect(plain(snippet)).toBe(left);
  });

  test.each(['x', '\\,', `\${1:`, `\${1|`, '}', '$'])('however long it is, of %j', { timeout: 5000 }, (part) => {
    const long = part.repeat(10_000_000 / part.length);
    expect(plain(`a${long}`).startsWith('a')).toBe(true);
    expect(plain(`\${1|${long}|}`).length).toBeLessThanOrEqual(long.length + 3);
  });
});

const bare = 'team Desk\nchannel Phone phone\npersona Vera\njourney "Order" for Vera\n  goal "x"\nstage Request\n';

test('a name with marks that mean something in a snippet is inserted as it is', () => {
  const text = 'team "R$D {a|b}, \\\\ \\"x\\""\nchannel "C$1, |, {}"\njourney J\nstage S\nstep a\ntouchpoint Hotline';
  const context = read(text);
  for (const code of ['unowned-touchpoint', 'missing-channel']) {
    const [finding] = check({ ...context, today }).filter((found) => found.code === code);
    const [edit] = finding?.fixes[0]?.edits ?? [];
    const [scope, name] = code === 'missing-channel' ? (['channel', 'C$1, |, {}'] as const) : (['team', 'R$D {a|b}, \\ "x"'] as const);
    expect(context.folder.namesOf(scope)).toEqual([name]);
    const [later] = check({ ...read(text + plain(edit?.text ?? '')), today }).filter(
      (found) => found.code === code || found.code === 'unknown-name',
    );
    expect(later).toBeUndefined();
  }
});

describe('an ignore comment', () => {
  const text = `${bare}  step one\n    does "Looks"\n    touchpoint Hot|line via Phone\n`;
  const ignore = (actions: CodeAction[]): CodeAction | undefined =>
    actions.find(({ title }) => title.startsWith('Ignore `unowned-touchpoint`'));

  test('goes above the statement, indented as it is, with the cursor at the reason; last in the list, and not preferred', () => {
    const actions = actionsAt(text, ['quickfix']);
    expect(titles(actions).at(-1)).toBe('Ignore `unowned-touchpoint` here, with a reason');
    expect(ignore(actions)?.isPreferred).toBeUndefined();
    expect(ignore(actions)?.diagnostics).toMatchObject([{ code: 'unowned-touchpoint' }]);
    expect(textAfter(text, ignore(actions))).toContain(
      `    does "Looks"\n    // journey-ignore unowned-touchpoint: \${1:why}\n    touchpoint Hotline via Phone\n`,
    );
  });

  test('silences what it is offered for', () => {
    const written = plain(textAfter(text, ignore(actionsAt(text))));
    const codes = check({ ...read(written), today }).map(({ code }) => code);
    expect(codes).not.toContain('unowned-touchpoint');
    expect(codes).not.toContain('unused-ignore');
  });

  test('has no reason yet where the editor cannot put the cursor there', () => {
    const actions = actionsAt(text, undefined, { snippets: false, creates: false });
    expect(textAfter(text, ignore(actions))).toContain('    // journey-ignore unowned-touchpoint: \n    touchpoint Hotline');
  });

  test('keeps the line breaks of the file', () => {
    const other = text.replaceAll('\n', '\r\n');
    expect(textAfter(other, ignore(actionsAt(other)))).toContain(
      `\r\n    // journey-ignore unowned-touchpoint: \${1:why}\r\n    touchpoint`,
    );
  });

  test('goes above what holds the statement on its line, and nowhere where that is another', () => {
    expect(
      textAfter(`${bare}step one touchpoint Hot|line via Phone`, ignore(actionsAt(`${bare}step one touchpoint Hot|line via Phone`))),
    ).toContain(`unowned-touchpoint: \${1:why}\nstep one touchpoint`);
    expect(ignore(actionsAt(`${bare}step one\nfeels 1 touchpoint Hot|line via Phone`))).toBeUndefined();
  });

  test('is offered for no error, and for no comment that is wrong itself', () => {
    const marked = `${bare}  step one\n    pain "x" severity hi|hg\n`;
    expect(titles(actionsAt(marked)).filter((title) => title.startsWith('Ignore `unknown-value`'))).toEqual([]);
    expect(titles(actionsAt('// journey-ig|nore nonsense\njourney X')).filter((title) => title.startsWith('Ignore'))).toEqual([]);
  });
});

describe('all findings of a code', () => {
  const text = `${bare}  step one\n    feels |5\n  step two\n    feels 9\n  step three\n    does "x"\n  step four\n    does "x"\n`;

  test('are fixed at once where that leaves nothing to choose', () => {
    const all = actionsAt(text).find(({ title }) => title === 'Fix all 2 of `score-out-of-range` in this file');
    expect(all?.diagnostics).toMatchObject([{ code: 'score-out-of-range' }]);
    const codes = check({ ...read(textAfter(text, all)), today }).map(({ code }) => code);
    expect(codes).not.toContain('score-out-of-range');
    expect(codes).toContain('missing-emotion');
  });

  test('are left where one fix answers several: two of one name are not both renamed alike', () => {
    const twice = `${bare}  step on|e\n    feels 1\n  step one\n    feels 1\n`;
    expect(titles(actionsAt(twice))).toContain('Rename to one2');
    expect(titles(actionsAt(twice)).filter((title) => title.startsWith('Fix all'))).toEqual([]);
  });

  test('are not where there is but one, or each wants a choice', () => {
    expect(titles(actionsAt(`${bare}  step one\n    feels |5\n`)).filter((title) => title.startsWith('Fix all'))).toEqual([]);
    expect(
      titles(actionsAt(text.replace('|', '').replace('step three', 'step thr|ee'))).filter((title) => title.startsWith('Fix all')),
    ).toEqual([]);
  });
});

describe('kinds', () => {
  const text = `${bare}  step one\n    feels 1\n    pain "x" severity hihg\n    touchpoint Hotline via Phone owner De|sks\n`;
  const kinds = (only?: string[]): string[] => [...new Set(actionsAt(text, only).map(({ kind }) => kind ?? ''))].sort();

  test.each([
    [undefined, ['quickfix', 'refactor.extract']],
    [['quickfix'], ['quickfix']],
    [['refactor'], ['refactor.extract']],
    [['refactor.extract'], ['refactor.extract']],
    [['refactor.rewrite'], []],
    [['refactor.extract.function'], []],
    [['source'], [fixAllKind]],
    [['source.fixAll'], [fixAllKind]],
    [['source.fixAll.journey'], [fixAllKind]],
    [['source.fixAll.eslint'], []],
    [['source.organizeImports'], []],
    [
      ['quickfix', 'source.fixAll'],
      ['quickfix', fixAllKind],
    ],
    [[''], ['quickfix', 'refactor.extract', fixAllKind]],
    [[], []],
  ])('of %j', (only, found) => {
    expect(kinds(only)).toEqual(found);
  });
});

describe('a whole file', () => {
  const fixed = (text: string) => {
    const context = read(text);
    return { context, ...fixAll(context, check({ ...context, today }), (other) => check({ ...other, today })) };
  };

  test('is fixed in rounds until there is nothing left, and a second run changes nothing', () => {
    const { text, fixed: count } = fixed(`${bare}  step one\n    feels 5\n    feels 9\n    pain "x" severity hihg\n    thinks "open\n`);
    expect(count).toBe(2);
    expect(text).toContain('severity high');
    expect(text).toContain('thinks "open"');
    expect(fixed(text)).toMatchObject({ text, fixed: 0, edits: [] });
  });

  test('leaves what is not used yet, what makes a name up, and what wants a choice', () => {
    const text = `team Later\n${bare}  step one\n    does "x"\n    touchpoint Hotline via Phone\n`;
    expect(fixed(text).edits).toEqual([]);
  });

  test.each([
    'says "I told you", "Why again?"',
    'feels Amina 1, Karim 2',
    'feels "good", 1',
    'metric visits 1,4 visits',
    'metric visits > 80%',
    'waits ca. 5h',
    'waits jusqu’à 5 jours',
    'does "x" (sometimes)',
    'does "x" # note',
    'leads to last, letter',
    'touchpoint "A" via Phone owner Desk, Surgery',
    'handoff "Paper" Desk to Surgery',
    'quote "Said in the wrong word"',
  ])('loses no word that somebody wrote: %s', (line) => {
    const letters = (text: string): string[] => [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word.toLowerCase()).sort();
    const before = `persona Amina\npersona Karim\n${bare}  step one\n    does "a"\n    ${line}\n`;
    expect(letters(fixed(before).text)).toEqual(expect.arrayContaining(letters(line)));
    expect(fixed(before).text.indexOf(line.split(' ')[0] as string)).toBeGreaterThan(before.indexOf('step one'));
  });

  test.each([
    ['says "I told you", "Why again?"', 'says "I told you" ⏎ says "Why again?"'],
    ['does Amina, Karim "Calls"', 'does Amina "Calls" ⏎ does Karim "Calls"'],
    ['feels Amina 1, Karim 2', 'feels Amina 1 ⏎ feels Karim 2'],
    ['feels 1 Amina "glad"', 'feels Amina 1 "glad"'],
    ['feels Amina "glad" 1', 'feels Amina 1 "glad"'],
    ['does "Calls" Amina', 'does Amina "Calls"'],
    ['leads to last, letter', 'leads to last ⏎ leads to letter'],
    ['silence for 5h', 'silence lasts 5h'],
    ['silence 5d', 'silence lasts 5d'],
    ['metric visits 1,4 Mio', 'metric visits 1400000'],
    ['metric nps = 12', 'metric nps 12'],
    ['time 3d', 'takes 3d'],
    ['at 6.30', 'at 06:30'],
    ['waits 3 sem.', 'waits 3w'],
    ['waits 2 heures et demie', 'waits 150min'],
    ['opportunity "x" low effort', 'opportunity "x" effort low'],
    ['pain high "x"', 'pain severity high "x"'],
    ['metric 61% conversion', 'metric conversion 61%'],
    ['metric nps 12, csat 4.1', 'metric nps 12 ⏎ metric csat 4.1'],
    ['leads to one if late, one if not', 'leads to one if "late" ⏎ leads to one if "not"'],
    ['leads to the step one', 'leads to one'],
    ['handoff by mail from Desk to Desk', 'handoff "by mail" from Desk to Desk'],
    ['feels 1 (glad)', 'feels 1 "glad"'],
    // What has more than one meaning, or none, waits for a person.
    ...[
      'at 25:00',
      'at 3d',
      'at 9',
      'waits ca. 5h',
      'waits 2/3 jours',
      'waits a few days',
      'feels 1 Amina',
      'does Amina Karim "Calls"',
      'says 5',
      'leads to last or letter',
      'leads to last and letter',
      'leads to last, letter when "yes"',
      'touchpoint "A" via Phone owner Desk, Surgery',
      'touchpoint "A" via Phone owner Desk and Surgery',
      'metric visits 22.500',
      'listens csat 3.2/5',
      'opportunity "x" high',
      'metric nps is 12',
      'pain "x" severity medium or high',
      'leads to one (if late)',
      // Quotes round these would bury a text, a score, a value, a bracket, or a word of a part or statement.
      'does Opens the "portal"',
      'does Calls the bank at 9:00',
      'does Calls the bank, takes 3d',
      'does Buys it (again)',
      'thinks Too slow says "Hurry"',
      'leads to Take the bus',
      'touchpoint "A" via mail 249.-',
      'touchpoint Letter by Desk',
      'says "I told you so." "Why again?"',
    ].map((line): [string, string] => [line, line]),
  ])('makes of %s: %s', (line, after) => {
    const before = `persona Amina\npersona Karim\n${bare}  step one\n    does "a"\n    LINE\n`;
    expect(fixed(before.replace('LINE', line)).text).toBe(before.replace('LINE', after.replaceAll(' ⏎ ', '\n    ')));
  });

  const texts: [string, string][] = [
    ...rules.map(({ code, example }): [string, string] => [`the example of ${code}`, example.wrong]),
    ...cases().flatMap(({ files }) => files.map(({ name, text }): [string, string] => [name, text])),
  ];

  test.each(texts)('a second run changes nothing, and its edits make its text: %s', (_, before) => {
    for (const text of [before, before.replaceAll('\n', '\r\n')]) {
      const first = fixed(text);
      expect(fixed(first.text)).toMatchObject({ text: first.text, fixed: 0, edits: [] });
      let end = 0;
      let made = '';
      for (const edit of first.edits) {
        expect(edit.start).toBeGreaterThanOrEqual(end);
        made += text.slice(end, edit.start) + edit.text;
        end = edit.end;
      }
      expect(made + text.slice(end)).toBe(first.text);
    }
  });

  test('touches no other file, and leaves the folder as it is', () => {
    const folder = new Folder();
    const other = readDocument('file:///maps/other.journey', 1, 'team Desk\n');
    const document = readDocument('file:///maps/map.journey', 1, `${bare}  step one\n    feels 5\n`);
    folder.set(other);
    folder.set(document);
    const { edits } = fixAll({ document, folder }, check({ document, folder, today }), (again) => check({ ...again, today }));
    expect(edits.map(({ uri }) => uri ?? document.uri)).toEqual(edits.map(() => document.uri));
    expect(folder.get(document.uri)).toBe(document);
  });
});
