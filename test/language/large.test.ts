import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/language/document.ts';
import { codeLenses } from '../../src/language/features/code-lenses.ts';
import { documentSymbols } from '../../src/language/features/symbols.ts';
import { toText } from '../../src/language/message.ts';
import { journeysOf } from '../../src/language/names/facts.ts';
import { Folder } from '../../src/language/names/folder.ts';
import { buildMap } from '../../src/map/build.ts';
import { askAll, make } from './any-text.ts';

const repeated = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length));
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const inJourney = (text: string): string => `journey J\nstage S\n${text}`;

const megabyte = 1_000_000;
const much = 250_000;

/** A little book, as somebody pastes it into the wrong window: sentences of which some begin with words of the language. */
const prose = [
  'It was the best of times, it was the worst of times, and nobody had ordered a laptop yet.',
  'For three days she had waited; on the fourth she called again.',
  'At the desk sat a man who said: "Which form did you take?"',
  'The team needed a channel, and the channel needed a team.',
  'Step by step they went through the stage, past the ropes, to the door.',
  "She didn't like it. Nobody does (she thought) — and yet…",
  'Goal after goal, the evidence mounted.',
  '',
  '    Indented, as verses are, and “quoted” at that.',
  '1. A list, for a change;',
  '- with dashes,',
  '* and stars.',
  'Feels like rain, says the postman, who sees it coming.',
  'Journey on, traveller!',
  'https://example.org/a?b=c&d=e#f',
];

/** Of each text: what it is, and how many findings it may have at most. */
const cases: [what: string, text: () => string, most: number][] = [
  ['one word', () => repeated('word', megabyte), 1],
  ['words on a line', () => repeated('word ', megabyte), 1],
  ['an unquoted text of a megabyte', () => `does ${repeated('foo at bar need baz ', much)}`, 3],
  ['a closing quote and then words', () => `does wo" ${repeated('w ', megabyte)}`, 4],
  ['a text that is never closed', () => `does "${repeated('a does ', megabyte)}`, 3],
  ['texts on a line', () => `does ${repeated('"a" ', megabyte)}`, 5],
  ['texts and words without blanks', () => inJourney(`step a does ${repeated('"a"does ', much)}`), 5],
  ['texts of mixed quotes', () => `does ${repeated('“a" ', much)}`, 5],
  ['opening quotes alone', () => `does ${repeated('“', megabyte)}`, 3],
  ['nested quotes', () => `does ${repeated('“ “ ” ', megabyte)}`, 5],
  ['long texts on a line', () => `does ${repeated('"""a""" ', much)}`, 5],
  ['comments on a line', () => `does ${repeated('/*a*/ ', much)}`, 3],
  ['opening comments', () => repeated('/* ', megabyte), 1],
  ['unclosed texts one in the other', () => `does ${repeated('"a does ', 300)}`, 60],
  ['unclosed texts with parts one in the other', () => `pain ${repeated('"a severity ', 300)}`, 5],
  ['statements on a line', () => inJourney(`step a ${repeated('does "x" ', much)}`), 5],
  ['steps on a line', () => inJourney(repeated('step "a" does "x" feels 1 ', 100_000)), 5000],
  ['commas', () => `for ${repeated(', ', megabyte)}`, 3],
  ['brackets', () => repeated('{[(', megabyte), 1],
  ['slashes', () => repeated('/', megabyte), 0],
  ['backslashes in a text', () => `does "${repeated('\\', megabyte)}`, 3],
  ['NUL bytes', () => repeated('\0', megabyte), 1],
  ['a long text of many lines', () => `does """\n${repeated('  a\n', megabyte)}"""`, 1],
  ['an open long text of many lines', () => `does """\n${repeated('  a\n', megabyte)}`, 2],
  ['line breaks', () => repeated('\r\n', megabyte), 0],
  ['long texts on each line', () => lines(20_000, () => 'foo """a""" b'), 1],
  ['opening long texts on each line', () => lines(5000, () => 'does """a'), 5003],
  ['comments on each line', () => lines(20_000, () => 'foo /* a */ b'), 1],
  ['opening comments on each line', () => lines(5000, () => 'does "x" /* a'), 5003],
  ['documentation', () => lines(20_000, () => '/// More of it.'), 0],
  ['5,000 lines of prose', () => lines(5000, (index) => prose[index % prose.length] as string), 30],
  ['5,000 lines that open with nothing', () => lines(5000, () => 'It was the best of times, it was the worst of times.'), 1],
  [
    'a binary',
    () => Array.from({ length: 500_000 }, (_, index) => String.fromCharCode((index * 7919 + ((index * index) >> 3)) & 0xff)).join(''),
    2000,
  ],
  ['a minified script', () => `!function(e,t){"use strict";${repeated('var a=t.b("c",function(d){return d?"x":\'y\'});', megabyte)}`, 3],
  ['a table', () => lines(5000, (index) => `${index};Vera;"4,2";-1;2026-10-01`), 1],
  ['one team, declared over and over', () => lines(5000, () => 'team T'), 5000],
  ['steps of one name', () => inJourney(lines(5000, () => 'step a feels 1')), 5010],
  ['steps that run together', () => inJourney(lines(5000, (index) => `step s${index} feels 1 alongside s${Math.max(0, index - 1)}`)), 10],
  ['ways to steps that are not there', () => inJourney(lines(1500, (index) => `step s${index} feels 1 leads to t${index}`)), 2510],
  ['touchpoints of one name', () => inJourney(lines(5000, (index) => `step s${index} feels 1 touchpoint X`)), 10_010],
];

/** Letters and digits as in an encoded picture, never the same line twice. */
const encoded = (size: number): string =>
  Array.from(
    { length: size },
    (_, index) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'[((index * 7919) ^ (index >> 3)) & 63],
  ).join('');

const records = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => ({
    id: index,
    type: 'current',
    name: `Step ${index}`,
    goal: "don't wait",
    owner: { team: 'x' },
  }));

/** Files that other programs write and that may end in `.journey`. Each gives a handful of findings, however large it is. */
const foreign: [what: string, text: () => string][] = [
  ['JSON', () => JSON.stringify({ journeys: records(5000) }, null, 2)],
  ['JSON on one line', () => JSON.stringify({ journeys: records(5000) })],
  [
    'XML',
    () =>
      `<?xml version="1.0"?>\n<journey>\n${lines(10_000, (index) => `  <step id="${index}" type="current">Do 'it'</step>`)}\n</journey>`,
  ],
  ['YAML', () => `journey: Order\n${lines(3000, (index) => `- step: ${index}\n  type: current\n  goal: do it, fast\n  owner: x`)}`],
  [
    'a Mermaid journey',
    () => `journey\n    title My day\n${lines(2000, (index) => `    section Go ${index}\n      Make tea: 5: Me\n      Work: 1: Me, Cat`)}`,
  ],
  ['Gherkin', () => `Feature: x\n${lines(2000, (index) => `  Scenario: a ${index}\n    Given x\n    When y\n    Then z`)}`],
  [
    'Markdown',
    () => `# Journey\n${lines(2000, (index) => `## Step ${index}\n- goal is x\n* the team does\n1. step by step\n\n| a | b |`)}`,
  ],
  ['five megabytes of base64 on one line', () => encoded(5 * megabyte)],
  ['five megabytes of base64 in lines', () => encoded(5 * megabyte).replace(/.{76}/g, '$&\n')],
  ['five megabytes of a script', () => `!function(e,t){${repeated('var a=t.b("c",function(d){return d?"x":\'y\'});', 5 * megabyte)}`],
];

/** Texts and names beyond all measure, in a map that is sound otherwise. Each is read and checked in well under a second. */
const endless: [what: string, text: () => string][] = [
  ['a text of 100,000 characters on one line', () => inJourney(`step a does "${repeated('lorem ipsum ', 100_000)}"`)],
  ['one that is not closed', () => inJourney(`step a\npain "${repeated('severity of the step does ', 100_000)}`)],
  ['one with quotes in it', () => inJourney(`step a\ndoes "${repeated('say "no" to ', 100_000)}"`)],
  ['one in single quotes', () => inJourney(`step a\ndoes '${repeated("it isn't so ", 100_000)}'`)],
  ['one without quotes', () => inJourney(`step a\ndoes ${repeated('lorem ipsum ', 100_000)}`)],
  ['one of many lines', () => inJourney(`step a\ndoes """\n${repeated('lorem ipsum\n', 100_000)}"""`)],
  ['a name of ten megabytes', () => inJourney(`step "${'x'.repeat(10 * megabyte)}"`)],
  ['one without quotes of ten megabytes', () => inJourney(`step ${'x'.repeat(10 * megabyte)}`)],
  ['one that nobody declared, full of marks', () => inJourney(`step a\ntouchpoint X owner "${'x$}'.repeat(3 * megabyte)}"`)],
  [
    'one that differs from another in its accents',
    () => `persona "${'e\u0301'.repeat(megabyte)}"\njourney J for "${'é'.repeat(megabyte)}"`,
  ],
];

describe('what nobody should paste, but somebody will', { timeout: 60_000 }, () => {
  test.each(cases)('%s', (_, text, most) => {
    const made = make(text());
    expect(made.findings.length).toBeLessThanOrEqual(most);
    askAll(made, [0, Math.floor(made.document.text.length / 2), made.document.text.length]);
    const longest = made.findings.reduce((length, { message }) => Math.max(length, toText(message).length), 0);
    expect(longest, 'a message stays a sentence').toBeLessThan(300);
  });

  test('a map of 5,000 lines is read whole', () => {
    const stage = (index: number): string =>
      [
        `stage "Stage ${index}"`,
        '  goal "A goal"',
        ...Array.from(
          { length: 20 },
          (_, step) =>
            `  step "Step ${index}.${step}"\n    does "Something"\n    thinks "Something else"\n    feels ${(step % 5) - 2} "so"\n    touchpoint "Touchpoint ${index}.${step}" via ${step % 2 ? 'Web' : 'Phone'} owner Desk`,
        ),
        '      listens "A survey"',
        '    moment delight',
        '    opportunity "Something better"',
      ].join('\n');
    const head =
      'persona Vera\nteam Desk\nchannel Phone phone\nchannel Web web\njourney J for Vera\n  type current\n  goal "All of it"\n  evidence "A survey"\n  reviewed 2026-10-01\n';
    const made = make(`${head}${lines(49, stage)}`);
    expect(made.document.lines.count).toBeGreaterThan(5000);
    expect(made.findings.map(({ code }) => code)).toEqual(['too-long']);
    expect(made.maps[0]?.figures).toMatchObject({ touchpoints: 980, ours: 980 });
    expect(documentSymbols(made.document)[4]?.children).toHaveLength(49);
    askAll(made, [made.document.text.length]);
  });

  test('more steps than a function takes arguments have their figures and their mood', () => {
    const document = readDocument('file:///maps/map.journey', 1, inJourney('step a\nfeels 1\nstep a\nfeels 2\n'.repeat(75_000)));
    const folder = new Folder();
    folder.set(document);
    const context = { document, folder };
    const [journey] = journeysOf(document);
    expect(journey && buildMap(journey, context).figures.mood).toBe(1.5);
    const titles = codeLenses(context, { preview: 'show' }).map(({ command }) => command?.title);
    expect(titles).toContain('mood +1.5 on average, from +1 to +2');
  });

  test.each(foreign)('a file of another program: %s', (_, text) => {
    const made = make(text());
    expect(made.findings.length).toBeLessThanOrEqual(10);
    askAll(made, [0, Math.floor(made.document.text.length / 2), made.document.text.length]);
  });

  test.each(endless)('%s', (_, text) => {
    const made = make(text());
    expect(made.findings.length).toBeLessThanOrEqual(20);
    askAll(made, [0, Math.floor(made.document.text.length / 2), made.document.text.length]);
    for (const { message } of made.findings) expect(toText(message).length, 'a message stays a sentence').toBeLessThan(300);
  });

  test('a line of very many names, each after an “and”', () => {
    const made = make(`journey J\n  for ${repeated('A and ', 100_000)}`);
    expect(made.findings.length).toBeLessThan(1200);
  });
});
