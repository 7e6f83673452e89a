import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/language/document.ts';
import { Folder } from '../../src/language/names/folder.ts';
import type { RuleSetting } from '../../src/language/names/settings.ts';
import { check, rules } from '../../src/language/rules/index.ts';
import { today } from './any-text.ts';
import { offered } from './cursor.ts';

function codesIn(text: string, settings: Record<string, RuleSetting> = {}, folderKnown = true): string[] {
  const folder = new Folder();
  folder.settings = { rules: new Map(Object.entries(settings)) };
  const document = readDocument('file:///maps/map.journey', 1, text);
  folder.set(document);
  return check({ document, folder, today }, folderKnown).map(({ code }) => code);
}

const comments = (codes: string[]): string[] => codes.filter((code) => code === 'unused-ignore' || code === 'ignore-without-reason');

test('the rule that asks what was silenced comes last', () => {
  expect(rules.at(-1)?.code).toBe('unused-ignore');
});

describe('a comment is not unused', () => {
  const bare = 'persona Vera\n// journey-ignore unknown-name: soon\njourney "Order" for Vera\n';

  test('while its rule waits for the names of the folder', () => {
    expect(comments(codesIn(bare))).toEqual(['unused-ignore']);
    expect(comments(codesIn(bare, {}, false))).toEqual([]);
  });

  test('where journey.json switches its rule off', () => {
    expect(comments(codesIn(bare, { 'unknown-name': { severity: 'off', options: {} } }))).toEqual([]);
  });

  test('while the statement below it cannot be read', () => {
    expect(comments(codesIn('journey "Order"\n// journey-ignore missing-emotion: soon\nstp form\n'))).toEqual([]);
  });
});

test('the two rules about comments can be switched off, and made graver', () => {
  const text = 'journey "Order"\n// journey-ignore missing-goal\n// journey-ignore unknown-name: x\nstage Request\n';
  expect(comments(codesIn(text)).sort()).toEqual(['ignore-without-reason', 'unused-ignore', 'unused-ignore']);
  const off: RuleSetting = { severity: 'off', options: {} };
  expect(comments(codesIn(text, { 'ignore-without-reason': off, 'unused-ignore': off }))).toEqual([]);
});

test('a comment that silences goes on silencing while it gives no reason', () => {
  const codes = codesIn('// journey-ignore missing-persona\njourney "Order"\n');
  expect(codes).toContain('ignore-without-reason');
  expect(codes).not.toContain('missing-persona');
});

test.each([['\r\n'], ['\r'], ['\n']])('line breaks %j part a comment from its statement', (eol) => {
  const codes = codesIn(['// journey-ignore missing-persona: x', 'journey "Order"', '  step "A"', ''].join(eol));
  expect(codes).not.toContain('missing-persona');
  expect(comments(codes)).toEqual([]);
});

test('an incremental read finds the same comments', () => {
  const text = 'journey "Order"\nstage Request\n// journey-ignore missing-emotion: x\nstep one\n';
  const before = readDocument('file:///maps/map.journey', 1, text);
  const document = readDocument('file:///maps/map.journey', 2, text.replace('one', 'two'), before);
  const folder = new Folder();
  folder.set(document);
  expect(check({ document, folder, today }).map(({ code }) => code)).toEqual(codesIn(text));
});

test('many comments and many findings are matched at once', { timeout: 2000 }, () => {
  const steps = Array.from({ length: 5000 }, (_, n) => `// journey-ignore missing-emotion: x\nstep s${n}\n`);
  expect(codesIn(`journey "Order"\nstage Request\n${steps.join('')}`)).not.toContain('missing-emotion');
});

test.each(['a', ' ', ',', ':', '-', 'journey ignore ', '/*', '*/ '])(
  'a comment of a megabyte of %j is read at once',
  { timeout: 2000 },
  (filling) => {
    const text = `// journey-ignore ${filling.repeat(1_000_000 / filling.length)}\njourney "Order"\n`;
    expect(codesIn(text)).toContain('missing-persona');
  },
);

describe('completion of the codes', () => {
  const labels = (marked: string): string[] => offered(marked).map(({ label }) => label);

  test.each([
    ['// journey-ignore |'],
    ['  //journey-ignore mis|'],
    ['// journey-ignore unknown-name, |\njourney "Order"'],
    ['// journey-ignore unknown-name un|'],
    ['/* journey-ignore | */'],
    ['journey "Order" // JOURNEY-IGNORE |'],
  ])('in %j', (marked) => {
    expect(labels(marked)).toContain('missing-emotion');
    expect(labels(marked)).not.toContain('syntax');
    expect(labels(marked).includes('unknown-name')).toBe(!marked.includes('unknown-name'));
  });

  test.each([
    ['// journey-ignore missing-emotion: |'],
    ['// journey-ignore missing-emotion: because mis|'],
    ['// journey-ignored |'],
    ['// nothing |'],
    ['/// journey-ignore |'],
    ['journey "// journey-ignore |"'],
  ])('nowhere else: %j', (marked) => {
    expect(labels(marked)).not.toContain('missing-emotion');
  });

  test('each says what its rule finds, and takes the place of the word', () => {
    const item = offered('// journey-ignore mis|sing-x: y').find(({ label }) => label === 'missing-emotion');
    expect(item?.detail).toContain('feels');
    expect(item?.textEdit).toMatchObject({ range: { start: { character: 18 }, end: { character: 27 } }, newText: 'missing-emotion' });
  });
});
