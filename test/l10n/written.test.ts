import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/language/document.ts';
import { plain } from '../../src/language/features/code-actions-edit.ts';
import { completions } from '../../src/language/features/completion.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { check, rules } from '../../src/language/rules/index.ts';
import { tongueOf } from '../../src/server/tongues.ts';
import { taken } from '../language/taken.ts';

/** What fixes and snippets write into a file in French is as sound as in English. */

const uri = 'file:///maps/map.journey';
const tongue = tongueOf('fr');

function contextOf(text: string) {
  const folder = new Folder();
  const document = readDocument(uri, 1, text);
  folder.set(document);
  return { document, folder, tongue, today: '2026-10-15' };
}

describe('a fix in French', () => {
  const fixable = rules.filter(({ example }) => check(contextOf(example.wrong)).some(({ fixes }) => fixes.length));

  test('is there for most rules', () => {
    expect(fixable.length).toBeGreaterThan(20);
  });

  test.each(fixable.map((rule) => [rule.code, rule] as const))('of %s leaves neither its finding nor a mistake', (code, { example }) => {
    for (const finding of check(contextOf(example.wrong)).filter((each) => each.code === code)) {
      for (const fix of finding.fixes) {
        const after = taken({ [uri]: example.wrong }, uri, fix).files[uri] as string;
        const found = check(contextOf(after));
        const same = found.filter(
          (each) => each.code === code && after.slice(each.start, each.end) === example.wrong.slice(finding.start, finding.end),
        );
        expect(same.map(({ start }) => start)).not.toContain(finding.start);
        expect(found.filter((each) => each.code === 'syntax')).toEqual([]);
      }
    }
  });
});

test('snippets in French read without a mistake', () => {
  const places = ['', 'journey "J"\n', 'journey "J"\nstage S\n', 'journey "J"\nstage S\nstep a\n'];
  const written = places.flatMap((text) =>
    completions(contextOf(text), text.length, '2026-10-15')
      .filter(({ label }) => / …$|^carte de parcours$/.test(label))
      .map(({ textEdit }) => text + plain(textEdit?.newText ?? '')),
  );
  expect(written.length).toBeGreaterThan(4);
  expect(written.join('\n')).toContain('Conseillère RH');
  for (const text of written) expect(check(contextOf(text)).filter(({ severity }) => severity === 'error')).toEqual([]);
});
