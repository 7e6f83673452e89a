import { describe, expect, test } from 'vitest';
import soak, { halfTyped } from '../soak/half-typed.ts';
import { offered } from './cursor.ts';

/** A share of what the samples say; which one, the seed tells: `JOURNEY_SEED=… npx vitest run test/language/half-typed`. */
const seed = Number(process.env.JOURNEY_SEED ?? Date.now() % 1e6);

test(`every word of the language and every known name is offered while it is typed (seed ${seed})`, { timeout: 300_000 }, () => {
  const halves = Array.from({ length: soak.small }, (_, index) => halfTyped((seed + index) * 1009));
  // All of them: nothing less would do for words that the editor knows and the writer need not.
  expect(halves.flatMap(({ missed }) => missed)).toEqual([]);
  expect(halves.reduce((sum, { asked }) => sum + asked, 0)).toBeGreaterThan(500);
});

const names = 'persona Vera\npersona Paul\nteam "Service desk"\nteam "Service 👩‍💻"\nchannel Portal web\n';
const step = `${names}journey J for Vera, Paul\nstage S\n  step one\n  step two\n`;

/** Where one asks, `|`, and what must be among what is offered. */
const places: readonly [string, string, readonly string[]][] = [
  ['an empty file', '|', ['journey map', 'journey', 'persona', 'team']],
  ['a file of blanks', '  \n\t|\n', ['journey map', 'journey', 'persona']],
  ['a file with a byte order mark', '\ufeff|', ['journey map', 'journey', 'persona']],
  ['half a keyword behind a byte order mark', '\ufeffpers|', ['persona']],
  ['the first line of a map', `|\n${step}`, ['journey', 'persona', 'team']],
  ['an empty line between steps', step.replace('  step two', '|\n  step two'), ['does', 'feels', 'step']],
  ['an empty line with CRLF', step.replace('  step two', '|\n  step two').replaceAll('\n', '\r\n'), ['does', 'feels', 'step']],
  ['an empty line with CR', step.replace('  step two', '|\n  step two').replaceAll('\n', '\r'), ['does', 'feels', 'step']],
  ['the end of a file', `${step}    |`, ['does', 'feels', 'step', 'stage']],
  ['the end of a file without a line break', `${step}    feels|`, ['feels']],
  ['half a keyword', `${step}    tou|`, ['touchpoint']],
  ['half a keyword in capitals', `${step}    TOU|`, ['touchpoint']],
  ['half a keyword before what it takes', `${step}    tak| 10min\n`, ['takes']],
  ['half a keyword that may stand once, written anew', `${names}journey J\n  typ| current\n`, ['type']],
  ['half a keyword behind a bullet', `${step}    - tou|`, ['touchpoint']],
  ['half a second word', `${names}journey J\n  business g|`, ['goal']],
  ['half a part', `${step}    touchpoint X vi|`, ['via']],
  ['half a part below its statement', `${step}    touchpoint X\n      own|`, ['owner']],
  ['a name in an unclosed text', `${step}    touchpoint X owner "Serv|`, ['Service desk', 'Service 👩‍💻']],
  ['a name in an unclosed text with more below', `${step}    touchpoint X owner "Serv|\n    feels -1\n`, ['Service desk']],
  ['a name in an unclosed text of emoji', `${step}    touchpoint X owner "Service 👩‍💻|`, ['Service 👩‍💻']],
  ['a statement behind an unclosed text', `${step}    does "Looks\n    fe|`, ['feels']],
  ['a statement behind an unclosed long text', `${step}    does """Looks\n    feels -1\n    th|`, ['thinks']],
  ['a statement behind a comment', `${step}    // note\n    fe|`, ['feels']],
  ['a statement behind a line that is none', `${step}    what is this?\n    fe|`, ['feels']],
  ['the second name of a list', `${names}journey J for Vera, |`, ['Paul']],
  ['the second name of a list below', `${names}journey J for Vera,\n  |`, ['Paul']],
  ['a score', `${step}    feels |`, ['-2', '-1', '0', '1', '2']],
  ['half a score', `${step}    feels -|`, ['-2', '-1']],
  ['half a persona before a score', `${step}    feels Ve|`, ['Vera']],
];

describe('completion works in', () => {
  test.each(places)('%s', (_, text, expected) => {
    const labels = offered(text).map(({ label }) => label);
    expect(expected.filter((label) => !labels.includes(label))).toEqual([]);
  });

  test.each([
    ['a free text', `${step}    does "Looks for |`],
    ['a comment', `${step}    // fe|`],
    ['a long text', `${step}    does """\n      fe|\n    """\n`],
  ])('silence in %s', (_, text) => {
    expect(offered(text)).toEqual([]);
  });
});
