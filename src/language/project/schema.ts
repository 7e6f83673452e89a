import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { type Choice, laneChoices, type Setting, settings, severityChoices } from './table.ts';

/** A JSON schema, as far as this one goes. */
export interface Schema {
  [key: string]: unknown;
}

/**
 * The JSON schema of a `journey.json`. It completes and explains, and complains of nothing: what is wrong in the file is told by the reader
 * (`readProject`), alike in the editor and on the command line. So it names values as examples and snippets, and asks for no type.
 */
export function projectSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of journey maps',
    description: 'What an editor and a build must agree on about the journey maps of this folder.',
    allowComments: true,
    allowTrailingCommas: true,
    properties: Object.fromEntries(settings.map((setting) => [setting.key, schemaOf(setting)])),
    defaultSnippets: [{ label: '{ … }', description: 'Settings of journey maps', body: { language: '$1en', rules: {} } }],
  };
}

function schemaOf({ kind, about, example }: Setting): Schema {
  const described = { description: plain(about), markdownDescription: about };
  if (kind.is === 'choice') return { ...described, ...completing(kind.of) };
  if (kind.is === 'lanes') {
    const all = { label: 'all lanes', description: 'In their usual order', body: laneChoices.map(({ value }) => value) };
    return { ...described, defaultSnippets: [all], items: completing(laneChoices) };
  }
  if (kind.is === 'rules') {
    return {
      ...described,
      defaultSnippets: [{ label: '{ … }', body: {} }],
      properties: Object.fromEntries(rules.map((rule) => [rule.code, ruleSchema(rule)])),
    };
  }
  return { ...described, examples: [JSON.parse(example)] };
}

function ruleSchema(rule: Rule): Schema {
  const { code, severity, finds, why, options = {} } = rule;
  const about = `Finds ${finds}. Without a setting: \`${severity}\`.\n\n${why}`;
  const numbers = Object.entries(options);
  const whole = { severity, ...Object.fromEntries(numbers.map(([name, option]) => [name, option.default])) };
  const values = completing(severityChoices);
  const snippets = values.defaultSnippets as object[];
  return {
    title: code,
    description: plain(about),
    markdownDescription: about,
    defaultSnippets: numbers.length
      ? [...snippets, { label: '{ … }', description: 'Its severity and its numbers', body: whole }]
      : snippets,
    properties: {
      severity: { description: 'How grave its findings are.', ...values },
      ...Object.fromEntries(numbers.map(([name, option]) => [name, numberSchema(option)])),
    },
  };
}

function numberSchema({ default: usual, least, about }: { default: number; least: number; about: string }): Schema {
  const said = plain(about)
    .replace(/^./u, (letter) => letter.toUpperCase())
    .replace(/\.$/, '');
  return { description: `${said}. A whole number of at least ${least}; ${usual} without a setting.`, default: usual };
}

/** Offers values without asking for one of them. */
function completing(choices: readonly Choice[]): Schema {
  return { defaultSnippets: choices.map(({ value, about }) => ({ label: JSON.stringify(value), description: plain(about), body: value })) };
}

/** Without the marks of Markdown. */
function plain(text: string): string {
  return text.replace(/`/g, '');
}
