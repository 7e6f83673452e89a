import { expect, test } from 'vitest';
import { readDocument } from '../../src/language/document.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { check, rules } from '../../src/language/rules/index.ts';

const uri = 'file:///maps/map.journey';

/** The codes found in a map where a `journey.json` sets a rule's options. */
function codesWith(text: string, code: string, options: Record<string, number>): string[] {
  const folder = new Folder();
  folder.settings = { ...folder.settings, rules: new Map([[code, { options }]]) };
  const document = readDocument(uri, 1, text);
  folder.set(document);
  return check({ document, folder, today: '2026-10-15' }).map((finding) => finding.code);
}

function journey(says: string, ...steps: string[]): string {
  return `persona Vera\npersona Paul\njourney "Order" for Vera\n${says}\nstage Request\n${steps.map((step, index) => `  step s${index}\n${step}`).join('')}`;
}

const stage = (index: number): string => `stage S${index}\n  step s${index}\n    feels 1\n`;

test.each([
  ['too-long', 'stages', 3, `journey "Order"\n${[1, 2, 3].map(stage).join('')}`],
  ['too-long', 'steps', 3, journey('', '    feels 1\n', '    feels 1\n', '    feels 1\n')],
  ['too-many-personas', 'personas', 2, journey('  for Paul')],
  ['stale-map', 'days', 14, journey('  reviewed 2026-10-01', '    feels 1\n')],
])('%s: the most that %s may be is kept to', (code, option, exact, text) => {
  expect(codesWith(text, code, { [option]: exact })).not.toContain(code);
  expect(codesWith(text, code, { [option]: exact - 1 })).toContain(code);
});

test('unanswered-wait: from so many hours on', () => {
  const text = journey('', '    feels 1\n    waits 2d\n');
  expect(codesWith(text, 'unanswered-wait', {})).toContain('unanswered-wait');
  expect(codesWith(text, 'unanswered-wait', { hours: 48 })).toContain('unanswered-wait');
  expect(codesWith(text, 'unanswered-wait', { hours: 49 })).not.toContain('unanswered-wait');
});

test.each([
  ['flat-curve', 'span', 1, journey('', '    feels 0\n', '    feels 1\n', '    feels 1\n', '    feels 1\n')],
  ['single-channel', 'touchpoints', 3, `channel Phone phone\n${journey('', '    touchpoint A via Phone\n    touchpoint B via Phone\n')}`],
])('%s: so many %s are enough', (code, option, exact, text) => {
  expect(codesWith(text, code, { [option]: exact })).not.toContain(code);
  expect(codesWith(text, code, { [option]: code === 'flat-curve' ? exact + 1 : exact - 1 })).toContain(code);
});

test('every rule with a number says what it counts, and its default is one that may be set', () => {
  const options = rules.flatMap((rule) => Object.values(rule.options ?? {}));
  expect(options.length).toBeGreaterThan(5);
  for (const option of options) {
    expect(option.default).toBeGreaterThanOrEqual(option.least);
    expect(option.about.length).toBeGreaterThan(10);
  }
});

test('a map in its first minutes is asked for little', () => {
  expect(codesWith('journey "Order"', 'none', {}).sort()).toEqual(['empty-journey', 'missing-goal', 'missing-persona', 'missing-type']);
  const begun = 'persona Vera\njourney "Order" for Vera\n  type current\n  goal "A laptop"\nstage Request\n';
  expect(codesWith(begun, 'none', {})).toEqual(['empty-stage']);
  expect(codesWith(`${begun}  step form\n    feels -1 "lost"\n  step call\n    feels 0\n  step order\n    feels 0\n`, 'none', {})).toEqual(
    [],
  );
});

test('what stands in a step that had to be supposed is not judged', () => {
  const orphans = `${journey('  type current\n  goal "A laptop"')}    feels -2\n    moment truth\n    touchpoint Form\n`;
  expect(codesWith(orphans, 'none', {}).filter((code) => ['unexplained-low', 'no-key-moment', 'flat-curve'].includes(code))).toEqual([]);
});

test('the same text on another day is another finding, and on the same day the same', () => {
  const document = readDocument(uri, 1, journey('  type current\n  reviewed 2026-10-01', '    feels 1\n'));
  const folder = new Folder();
  folder.set(document);
  const on = (today: string): number => check({ document, folder, today }).filter(({ code }) => code === 'stale-map').length;
  expect([on('2026-10-01'), on('2027-03-30'), on('2027-03-31'), on('2027-03-31')]).toEqual([0, 0, 1, 1]);
});
