/** Writes the tables of docs/language.md: the statements from the table of the language, words and values, settings, and the rules from their registry. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { laneChoices, settings } from '../../src/language/project/table.ts';
import { rules } from '../../src/language/rules/index.ts';
import { definitions } from '../../src/language/statements.ts';

const page = join(import.meta.dirname, '../../docs/language.md');

/** What a place wants, as the page writes it. */
const placeholders = {
  name: 'NAME',
  title: '"title"',
  text: '"…"',
  persona: 'PERSONA',
  label: 'NAME',
  score: 'SCORE',
  value: 'VALUE',
  duration: 'DURATION',
  date: 'DATE',
  time: 'TIME',
  ticket: 'TICKET',
};

/** Where statements stand, in the order of the page; a statement is explained at the first that holds it. */
const sections = [
  ['At the top of a file', ['file']],
  ['Below a persona', ['persona']],
  ['Below a journey', ['journey']],
  ['Below a stage', ['stage']],
  ['Below a step', ['step']],
  ['Directly below a touchpoint, a pain or an opportunity', ['touchpoint', 'pain', 'opportunity']],
];

/**
 * The values, each with what may be written. `tries` are forms of it, all of which read without a finding in the statement `in`, where
 * `…` stands for the form; those of `also` are rewritten to the plain form when the file is formatted.
 */
export const values = [
  {
    name: 'text',
    plain: ['"…"', '"with \\"quotes\\" in it"', '"""on several lines"""'],
    also: ['“…”', '„…“', '« … »', '「…」'],
    in: 'does …',
    about:
      'Ends on its line. `\\"` is a quotation mark in it, `\\\\` a backslash, `\\n` a new line. Between three marks it may go on for lines, whose common indentation is taken off.',
  },
  {
    name: 'name',
    plain: ['Vera', 'équipe-SAV', '客服', '"Service desk"'],
    also: [],
    in: 'touchpoint form owner …',
    about: 'One word of letters, digits, `_` and `-` that begins with a letter; or a text. `equipe` and `Equipe` are two names.',
  },
  {
    name: 'list',
    plain: ['Portal, Phone'],
    also: ['Portal，Phone', 'Portal、Phone', 'Portal،Phone'],
    in: 'channels …',
    about: 'Names with commas between them.',
  },
  {
    name: 'score',
    plain: ['-2', '-1', '0', '1', '2'],
    also: ['+2', '−2', '–2'],
    in: 'feels … "so"',
    about: 'From awful to delighted, whole.',
  },
  { name: 'number', plain: ['1400', '6.2', '-12'], also: ['6,2', '1 400'], in: 'metric m …', about: '' },
  { name: 'share', plain: ['61%', '44% of 1400'], also: ['61 %'], in: 'metric m …', about: 'Of so many, where the number asked is known.' },
  { name: 'rating', plain: ['3.2/5'], also: ['3.2 of 5'], in: 'metric m …', about: '' },
  { name: 'amount', plain: ['38 EUR'], also: ['38 €', '£38'], in: 'metric m …', about: 'A currency has three capital letters.' },
  { name: 'count per time', plain: ['1400 per month'], also: [], in: 'metric m …', about: '' },
  {
    name: 'duration',
    plain: ['45s', '10min', '2h', '3d', '2w', '6mo', '2-5d', '1h30min'],
    also: ['2 d', '2 days', '1h 30min'],
    in: 'takes …',
    about: 'Seconds, minutes, hours, days, weeks, months.',
  },
  { name: 'date', plain: ['2026-12-15'], also: ['15.12.2026'], in: 'reviewed …', about: 'Year, month, day.' },
  { name: 'time', plain: ['09:10', '"Monday, 09:10"'], also: [], in: 'at …', about: 'Or words in quotes.' },
  { name: 'ticket', plain: ['SD-412', '"SD 412"'], also: [], in: 'action "Do it" owner "Service desk" ticket …', about: '' },
];

/** The lists of words that statements choose from: each list with the statements or parts that take it. */
function choices() {
  const lists = new Map();
  const add = (of, where) => {
    const words = of.map((word) => `\`${word}\``).join(' ');
    lists.set(words, [...(lists.get(words) ?? []), where]);
  };
  for (const { word, head, parts } of definitions) {
    for (const { takes } of head) if (takes.is === 'choice') add(takes.of, `\`${word}\``);
    for (const { word: part, takes } of parts) {
      if (takes.is === 'choice') add(takes.of, `\`${part}\` of ${word}`);
      if (takes.is === 'flag') add(takes.of, `\`${word}\``);
    }
  }
  return lists;
}

const optional = (place, text) => (place.optional ? `[${text}]` : text);

function placeholder(takes, slot) {
  if (takes.is === 'ref') return takes.list ? `${takes.scope.toUpperCase()}, …` : takes.scope.toUpperCase();
  if (takes.is === 'choice' || takes.is === 'flag') return takes.of.length > 4 ? 'KIND' : takes.of.join(' | ');
  return slot === 'file' ? '"file.csv"' : placeholders[takes.is];
}

/** How a statement is written: `touchpoint NAME ["title"] [via CHANNEL] [owner TEAM]`. */
export function shape({ word, head, parts }) {
  const places = head.map((place) => optional(place, placeholder(place.takes, place.slot)));
  const rest = parts.map((part) => optional(part, [part.word, placeholder(part.takes, part.slot)].filter(Boolean).join(' ')));
  return [word, ...places, ...rest].join(' ');
}

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (text) => `\`${cell(text)}\``;
const table = (...rows) => rows.map((row) => `| ${row.join(' | ')} |`);

function statements() {
  const explained = new Set();
  return sections.flatMap(([title, holders]) => {
    const held = definitions.filter((definition) => definition.in.some((holder) => holders.includes(holder)));
    const news = held.filter((definition) => !explained.has(definition));
    const known = held.filter((definition) => explained.has(definition));
    for (const definition of held) explained.add(definition);
    return [
      `### ${title}`,
      '',
      ...table(
        ['write', 'for', 'example'],
        ['---', '---', '---'],
        ...news.map((definition) => [
          code(shape(definition)),
          `${cell(definition.about)}${definition.once ? ' Once.' : ''}`,
          code(definition.example),
        ]),
      ),
      ...(known.length ? ['', `Also, as above: ${known.map(({ word }) => `\`${word}\``).join(', ')}.`] : []),
      '',
    ];
  });
}

function ruleTable() {
  return table(
    ['rule', 'severity', 'finds', 'numbers to set'],
    ['---', '---', '---', '---'],
    ...rules.map(({ code: name, severity, finds, options = {} }) => [
      `[\`${name}\`](rules/${name}.md)`,
      severity,
      cell(finds),
      Object.entries(options)
        .map(([option, { default: value, about }]) => `\`${option}\` ${value}: ${cell(about)}`)
        .join('; '),
    ]),
  );
}

function valueTable() {
  const forms = (list) => list.map(code).join(' ');
  return [
    ...table(
      ['a', 'is written', 'is also understood', ''],
      ['---', '---', '---', '---'],
      ...values.map(({ name, plain, also, about }) => [name, forms(plain), forms(also), about]),
    ),
    '',
    ...table(['one of these words', 'stands in'], ['---', '---'], ...[...choices()].map(([words, where]) => [words, where.join(', ')])),
  ];
}

function projectTable() {
  return [
    ...table(
      ['key', 'for', 'example'],
      ['---', '---', '---'],
      ...settings.map(({ key, about, example }) => [code(key), cell(about), code(example)]),
    ),
    '',
    `The lanes, in their usual order: ${laneChoices.map(({ value }) => code(value)).join(', ')}.`,
  ];
}

const regions = { statements, values: valueTable, project: projectTable, rules: ruleTable };

/** The page with its tables as they must be. Throws where it lacks the marks of one. */
export function withTables(text) {
  return Object.entries(regions).reduce((whole, [name, lines]) => {
    const open = `<!-- generated: ${name} -->`;
    const close = '<!-- end -->';
    const from = whole.indexOf(open);
    const to = whole.indexOf(close, from);
    if (from < 0 || to < 0) throw new Error(`docs/language.md lacks ${open} … ${close}`);
    return `${whole.slice(0, from)}${open}\n\n${lines().join('\n').trim()}\n\n${whole.slice(to)}`;
  }, text);
}

if (import.meta.main) {
  const text = readFileSync(page, 'utf8');
  const wanted = withTables(text);
  if (wanted !== text) writeFileSync(page, wanted);
}
