import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Configuration {
  wordPattern: { pattern: string; flags: string };
  onEnterRules: { beforeText: string; afterText?: string; action: { indent: string; appendText?: string } }[];
}

const configuration: Configuration = JSON.parse(readFileSync('language-configuration.json', 'utf8'));

test.each([
  ['feels Vera -1 "lost"', ['feels', 'Vera', '-1', 'lost']],
  ['feels +2 −1', ['feels', '+2', '−1']],
  ['team équipe-SAV 客服 ग्राहक', ['team', 'équipe-SAV', '客服', 'ग्राहक']],
  ['takes 1h30min 2-5d 09:10', ['takes', '1h30min', '2-5d', '09:10']],
  ['csat 3.2/5 61% due 2026-12-15', ['csat', '3.2/5', '61%', 'due', '2026-12-15']],
])('a double click on %s takes whole names and values', (line, words) => {
  const { pattern, flags } = configuration.wordPattern;
  expect(line.match(new RegExp(pattern, `${flags}g`))).toEqual(words);
});

/** What Enter does between two texts of a line, as VS Code decides: the first rule that fits. */
function enter(before: string, after = ''): string | undefined {
  const rule = configuration.onEnterRules.find(
    ({ beforeText, afterText }) => new RegExp(beforeText).test(before) && (!afterText || new RegExp(afterText).test(after)),
  );
  return rule && (rule.action.appendText ?? rule.action.indent);
}

test('Enter goes on with documentation and with a comment that is cut in two, and indents below what holds statements or opens a long text', () => {
  expect(enter('  /// She has no idea yet.')).toBe('/// ');
  expect(enter('  // one', 'two')).toBe('// ');
  expect(enter('  // one')).toBeUndefined();
  expect(enter('journey "Order a new laptop" for Vera')).toBe('indent');
  expect(enter('stage Wait')).toBe('indent');
  expect(enter('  step: form "Look for the form"')).toBe('indent');
  expect(enter('    does "Searches the intranet"')).toBeUndefined();
  expect(enter('    stages')).toBeUndefined();
  expect(enter('    does """')).toBe('indent');
  expect(enter('    feels Vera -1 """')).toBe('indent');
  expect(enter('      and so it went on. """')).toBeUndefined();
  expect(enter('    """')).toBeUndefined();
});
