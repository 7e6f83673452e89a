import { expect, test } from 'vitest';
import { readProject } from '../../src/language/project/read.ts';

const uri = 'file:///maps/journey.json';

/** What stands in a `journey.json`, and what was probably meant; a dash where nobody can tell. */
const wrong: readonly (readonly [key: string, json: string, fix: string])[] = [
  ['accent', '"0f766e"', '"#0f766e"'],
  ['accent', '"#0f766eff"', '"#0f766e"'],
  ['accent', '"#f0ac"', '"#ff00aa"'],
  ['accent', '"rgb(15, 118, 110)"', '"#0f766e"'],
  ['accent', '"teal"', '"#008080"'],
  ['accent', '"bleu"', '"#0000ff"'],
  ['accent', '"turquois"', '"#40e0d0"'],
  ['accent', '345899', '"#345899"'],
  ['accent', '"our colour"', '-'],
  ['accent', '"#12345"', '-'],
  ['accent', '"rgb(300, 0, 0)"', '-'],
  ['accent', '["#0f766e"]', '-'],
  ['accent', '""', '-'],
  ['accent', 'null', '-'],
  ['font', '"\'Open Sans\'"', '"Open Sans"'],
  ['font', '"Open Sans, sans-serif"', '"Open Sans"'],
  ['font', '["Lato", "Arial"]', '"Lato"'],
  ['font', '"fonts/Lato-Bold.woff2"', '"Lato"'],
  ['font', '"Source_Sans-Regular.ttf"', '"Source Sans"'],
  ['font', '"url(x)"', '-'],
  ['font', '"a; color: red"', '-'],
  ['font', '""', '-'],
  ['font', '12', '-'],
  ['font', '{}', '-'],
  ['logo', '["logo.svg"]', '"logo.svg"'],
  ['logo', '""', '-'],
  ['logo', '" "', '-'],
  ['logo', 'true', '-'],
  ['logo', '{ "light": "a.svg" }', '-'],
];

test.each(wrong)('%s cannot be %s; it was probably %s', (key, json, fix) => {
  const { settings, findings } = readProject(uri, 1, `{ "${key}": ${json} }`);
  expect(Object.hasOwn(settings, key)).toBe(false);
  expect(findings.map(({ severity, fixes }) => [severity, fixes.find(({ preferred }) => preferred)?.edits[0]?.text ?? '-'])).toEqual([
    ['error', fix],
  ]);
  if (fix !== '-') expect(readProject(uri, 1, `{ "${key}": ${fix} }`).findings).toEqual([]);
});

test.each(['Inter', 'Source Sans 3', 'Noto Sans JP', 'B612 Mono', 'AT&T Aleck', 'ＭＳ ゴシック', 'ui-monospace'])(
  'a font may be called %s',
  (name) => {
    const { settings, findings } = readProject(uri, 1, JSON.stringify({ font: name }));
    expect([settings.font, findings]).toEqual([name, []]);
  },
);
