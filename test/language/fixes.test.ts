import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/language/rules/index.ts';
import type { Finding, FoundFix } from '../../src/language/rules/rule.ts';
import { addressOf, cases } from '../corpus/findings.ts';
import { codes, mistakes } from '../corpus/mistakes.ts';
import { type Files, findingsOf, taken } from './taken.ts';

const map = 'file:///maps/map.journey';

describe('every rule', () => {
  test('has a file of its own, and every file of the folder a rule in the registry', () => {
    const helpers = ['edits.ts', 'file-fixes.ts', 'ignores.ts', 'index.ts', 'kept.ts', 'rule.ts'];
    const files = readdirSync(join(import.meta.dirname, '../../src/language/rules')).filter(
      (name) => name.endsWith('.ts') && !helpers.includes(name),
    );
    expect(rules.map(({ code }) => `${code}.ts`).sort()).toEqual(files.sort());
  });

  test.each(rules.map((rule) => [rule.code, rule] as const))('%s says what it finds, why it matters and what to do', (_, rule) => {
    for (const said of [rule.finds, rule.why, rule.fix]) expect(said.length).toBeGreaterThan(10);
    expect(rule.why, 'whole sentences').toMatch(/\.$/);
  });

  test.each(rules.map((rule) => [rule.code, rule] as const))(
    '%s is found in its wrong example and not in its right one',
    (code, { example }) => {
      expect(codesIn(example.wrong)).toContain(code);
      expect(codesIn(example.right)).not.toContain(code);
    },
  );

  test.each(rules.map((rule) => [rule.code, rule] as const))(
    '%s has a fix in its example or in a case, or none at all and says why',
    (code, rule) => {
      const found = everywhere().filter((finding) => finding.code === code);
      expect(found.length).toBeGreaterThan(0);
      expect(found.some(({ fixes }) => fixes.length > 0)).toBe(rule.hasNoFix !== true);
    },
  );

  test.each(rules.map(({ code }) => code))('%s has a page', (code) => {
    for (const folder of ['docs/rules', 'docs/rules/fr']) {
      expect(existsSync(join(import.meta.dirname, '../..', folder, `${code}.md`)), folder).toBe(true);
    }
  });
});

function codesIn(text: string): string[] {
  return (findingsOf({ [map]: text })[map] ?? []).map((finding) => finding.code);
}

const folders: [string, Files][] = [
  ...rules.flatMap((rule): [string, Files][] => [[`the example of ${rule.code}`, { [map]: rule.example.wrong }]]),
  ...cases().map(({ name, files, data }): [string, Files] => [
    name,
    Object.fromEntries([
      ...files.map((file) => [addressOf(file.name), file.text] as const),
      ...Object.entries(data).map(([file, text]) => [addressOf(file), text] as const),
    ]),
  ]),
];

/** The mistakes of the corpus, of which only the findings count that reading gives. */
const misread: [string, Files, ReadonlySet<string>][] = mistakes().map(({ name, text }) => [name, { [map]: text }, codes]);

let all: Finding[] | undefined;

/** What is found in all of them. */
function everywhere(): Finding[] {
  all ??= folders.flatMap(([, files]) => Object.values(findingsOf(files)).flat());
  return all;
}

describe('a fix, once taken, leaves neither its finding nor a new one', () => {
  for (const [name, files, only] of [...folders, ...misread]) {
    const before = counting(files, only);
    const fixes = Object.entries(before).flatMap(([uri, findings]) =>
      findings.flatMap((finding) => finding.fixes.map((fix) => ({ uri, finding, fix }))),
    );
    if (!fixes.length) continue;
    test(name, () => {
      const wrong = fixes.flatMap(({ uri, finding, fix }) => complaints(files, before, uri, finding, fix, only));
      expect(wrong).toEqual([]);
    });
  }
});

/** The findings of some files, of which only those of some codes may count. */
function counting(files: Files, only?: ReadonlySet<string>): Record<string, Finding[]> {
  const found = findingsOf(files);
  return only ? Object.fromEntries(Object.entries(found).map(([uri, list]) => [uri, list.filter(({ code }) => only.has(code))])) : found;
}

function complaints(
  files: Files,
  before: Record<string, Finding[]>,
  uri: string,
  finding: Finding,
  fix: FoundFix,
  only?: ReadonlySet<string>,
): string[] {
  const title = `${(files[uri] as string).slice(finding.start, finding.end)} [${finding.code}] ${JSON.stringify(fix)}`;
  const ordered = fix.edits.toSorted((a, b) => a.start - b.start);
  for (const [index, edit] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next && (next.uri ?? uri) === (edit.uri ?? uri) && next.start < Math.max(edit.end, edit.start + 1))
      return [`${title}: edits overlap`];
  }
  const { files: later, written } = taken(files, uri, fix);
  const after = counting(later, only);
  const counts = tally(files, before);
  const left = tally(later, after);
  const key = keyOf(files, uri, finding);
  if ((left.get(key) ?? 0) >= (counts.get(key) ?? 0)) return [`${title}: is still found`];
  const outside = Object.fromEntries(
    Object.entries(after).map(([address, findings]) => [
      address,
      findings.filter(
        (other) =>
          !written.some(({ uri: at, start, end }) => {
            const from = wasUnread(finding) ? (later[address] as string).lastIndexOf('\n', start - 1) : start;
            return at === address && from <= other.start && other.start < end;
          }),
      ),
    ]),
  );
  const others = tally(later, outside);
  const news = Object.entries(outside).flatMap(([address, findings]) => findings.filter((other) => isNew(keyOf(later, address, other))));
  return news.map((other) => `${title}: adds ${other.code}, ${JSON.stringify(other.message)}`);

  function isNew(other: string): boolean {
    return (others.get(other) ?? 0) > (counts.get(other) ?? 0);
  }
}

/**
 * Whether the reader could make nothing of a statement. What could not be read counts as given, so that the fix may show what the statement
 * lacks: on its own line that is nothing new.
 */
function wasUnread({ code }: Finding): boolean {
  return code === 'syntax' || code === 'unknown-value';
}

/** A finding wherever it stands: its code and the text that it is about. */
function keyOf(files: Files, uri: string, { code, start, end }: Finding): string {
  return `${uri} ${code} ${(files[uri] as string).slice(start, end)}`;
}

function tally(files: Files, findings: Record<string, Finding[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [uri, list] of Object.entries(findings)) {
    for (const finding of list) counts.set(keyOf(files, uri, finding), (counts.get(keyOf(files, uri, finding)) ?? 0) + 1);
  }
  return counts;
}
