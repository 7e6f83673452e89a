import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectPage } from '../../scripts/generate/project-file.mjs';
import { english, toText } from '../../src/language/message.ts';
import type { ProjectFile, ProjectFinding } from '../../src/language/project/finding.ts';
import { mostBytes, readProject, unreadProject } from '../../src/language/project/read.ts';
import { laneChoices, settings } from '../../src/language/project/table.ts';
import type { FoundFix } from '../../src/language/rules/rule.ts';

const uri = 'file:///maps/journey.json';
const folder = join(import.meta.dirname, '../corpus/project');
const mark = /^\s*\/\/\s*(\^+)\s*(.+?)\s*$/;

/**
 * A case: a `journey.json` with marks. A line such as `//  ^^^^ error fix: "dark"` marks columns of the line above it that is none, says how grave
 * the finding is (`json` where it breaks JSON itself) and what the fix to be preferred inserts, `-` where there is none. The first line
 * says what is read out of the file.
 */
function parse(content: string): { text: string; marks: string[]; read: unknown } {
  const [first = '', ...rest] = content.split('\n');
  const lines: string[] = [];
  const marks: string[] = [];
  for (const line of rest) {
    const found = mark.exec(line);
    if (!found) lines.push(line);
    else {
      const start = line.indexOf('^');
      const above = lines.at(-1) ?? '';
      marks.push(`${lines.length}: ${above.slice(start, start + (found[1] as string).length)} ${found[2]}`);
    }
  }
  return { text: lines.join('\n'), marks, read: JSON.parse(first.replace('//= ', '')) };
}

function described(file: ProjectFile, { start, end, severity, json, fixes }: ProjectFinding): string {
  const fix = fixes.find(({ preferred }) => preferred)?.edits[0]?.text ?? '-';
  return `${file.lines.positionAt(start).line + 1}: ${file.text.slice(start, end)} ${severity}${json ? ' json' : ''} fix: ${fix}`;
}

/** What was read, without what is empty. */
function plain({ settings: { rules, ...rest } }: ProjectFile): unknown {
  const said = [...rules].map(([code, { severity, options }]) => [
    code,
    { ...(severity ? { severity } : {}), ...(Object.keys(options).length ? { options } : {}) },
  ]);
  return { ...rest, ...(said.length ? { rules: Object.fromEntries(said) } : {}) };
}

/** A rule whose only option was wrong is still named. */
const bare = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(',"options":{}', '').replaceAll('"options":{}', ''));

const cases = readdirSync(folder).map((name) => ({ name, ...parse(readFileSync(join(folder, name), 'utf8')) }));

function apply(text: string, { edits }: FoundFix): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), text);
}

describe.each(cases)('$name', ({ text, marks, read }) => {
  const file = readProject(uri, 1, text);

  test('holds the findings that it is marked with', () => {
    expect(file.findings.map((finding) => described(file, finding))).toEqual(marks);
  });

  test('counts as far as it can be read', () => {
    expect(plain(file)).toEqual(bare(read));
  });

  test('reads alike with other ends of lines', () => {
    const other = readProject(uri, 1, text.replaceAll('\n', '\r\n'));
    expect([plain(other), other.findings.map(({ message }) => message)]).toEqual([
      plain(file),
      file.findings.map(({ message }) => message),
    ]);
  });

  test('loses a finding by each of its fixes, and gets no new one of JSON', () => {
    const key = ({ message }: ProjectFinding): string => toText(message, english);
    for (const finding of file.findings) {
      for (const fix of finding.fixes) {
        const after = readProject(uri, 2, apply(text, fix)).findings;
        expect(after.filter((other) => key(other) === key(finding)).length, toText(fix.title)).toBeLessThan(
          file.findings.filter((other) => key(other) === key(finding)).length,
        );
        expect(after.filter(({ json }) => json).length).toBeLessThanOrEqual(file.findings.filter(({ json }) => json).length);
      }
    }
  });
});

test.each([
  ['fr-FR', 'fr'],
  ['fr_CA.UTF-8', 'fr'],
  ['FR-ch', 'fr'],
  ['Français (Canada)', 'fr'],
  ['en-US', 'en'],
  ['en_GB', 'en'],
  ['English (UK)', 'en'],
  ['de-DE', undefined],
  ['frisian', undefined],
])('the language of a locale, %s, is probably %s', (locale, language) => {
  const [finding] = readProject(uri, 1, JSON.stringify({ language: locale })).findings;
  expect(finding?.fixes.find(({ preferred }) => preferred)?.edits[0]?.text).toBe(language && JSON.stringify(language));
});

test('each of its fixes names what it writes, and no two of a finding say the same', () => {
  const titles = cases.flatMap(({ text }) =>
    readProject(uri, 1, text).findings.map(({ fixes }) => fixes.map(({ title }) => toText(title))),
  );
  for (const each of titles) expect(new Set(each).size).toBe(each.length);
  expect(titles.flat().length).toBeGreaterThan(20);
});

describe('bad input', () => {
  test('too large a file is one finding', () => {
    const file = readProject(uri, 1, `{ "theme": "dark" }${' '.repeat(mostBytes)}`);
    expect([file.findings.length, plain(file)]).toEqual([1, {}]);
    expect(toText(file.findings[0]?.message ?? { text: '', args: [] })).toContain('1 MB');
  });

  test.each(['folder', 'unreadable', 'large'] as const)('what cannot be read (%s) is one finding at its beginning', (why) => {
    const file = unreadProject(uri, why);
    expect(file.findings.map(({ start, end, severity }) => [start, end, severity])).toEqual([[0, 0, 'error']]);
  });

  test('brackets without end are one finding', () => {
    expect(readProject(uri, 1, '['.repeat(300_000)).findings).toHaveLength(1);
  });

  test.each([
    ['settings that are none', (index: number) => `"s${index}": 1`],
    ['one setting again and again', () => '"theme": "dark"'],
    ['rules that are none', (index: number) => `"rules": { "r${index}": { "x": 1 } }`],
  ])('a file full of %s is read to its end', (_, line) => {
    const text = `{ ${Array.from({ length: 20_000 }, (__, index) => line(index)).join(',\n')} }`;
    expect(readProject(uri, 1, text).findings.length).toBeGreaterThan(100);
  });

  test('cut anywhere it is read without harm', () => {
    const text = readFileSync(join(folder, 'all.jsonc'), 'utf8');
    for (let end = 0; end < text.length; end++) {
      const file = readProject(uri, 1, text.slice(0, end));
      for (const { start, end: until } of file.findings) expect(start <= until && until <= end).toBe(true);
    }
  });
});

test('each setting is in one case at least, right and wrong', () => {
  const all = cases.map(({ text }) => text).join('\n');
  for (const { key } of settings) expect(all.match(new RegExp(`"${key.replace('$', '\\$')}"`, 'g'))?.length ?? 0, key).toBeGreaterThan(1);
});

test('the page about it is that of the settings and rules, and names every setting, its values, and every lane', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/project-file.md'), 'utf8');
  expect(page).toBe(projectPage());
  const choices = settings.flatMap(({ kind }) => (kind.is === 'choice' ? kind.of.map(({ value }) => `"${value}"`) : []));
  for (const word of [...settings.map(({ key }) => key), ...choices, ...laneChoices.map(({ value }) => value)]) {
    expect(page).toContain(`\`${word}\``);
  }
});

test('its examples are sound', () => {
  const examples = [...projectPage().matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => text as string);
  expect(examples.length).toBeGreaterThan(settings.length);
  for (const text of examples) expect(readProject(uri, 1, text).findings, text).toEqual([]);
});
