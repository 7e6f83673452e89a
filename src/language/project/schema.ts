import { english, say, type Tongue, toText } from '../message.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { type Choice, laneChoices, type Setting, settings, severityChoices } from './table.ts';

/** A JSON schema, as far as this one goes. */
export interface Schema {
  [key: string]: unknown;
}

/**
 * The JSON schema of a `journey.json`, in a tongue. It completes and explains, and complains of nothing: what is wrong in the file is told by
 * the reader (`readProject`), alike in the editor and on the command line. So it names values as examples and snippets, and asks for no type.
 */
export function projectSchema(tongue: Tongue = english): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: tongue('Settings of journey maps'),
    description: tongue('What an editor and a build must agree on about the journey maps of this folder.'),
    allowComments: true,
    allowTrailingCommas: true,
    properties: Object.fromEntries(settings.map((setting) => [setting.key, schemaOf(setting, tongue)])),
    defaultSnippets: [{ label: '{ … }', description: tongue('Settings of journey maps'), body: { language: '$1en', rules: within('$2') } }],
    definitions: { severity: completing(severityChoices, tongue) },
  };
}

function schemaOf({ kind, about, example }: Setting, tongue: Tongue): Schema {
  const described = { description: plain(tongue(about)), markdownDescription: tongue(about) };
  if (kind.is === 'choice') return { ...described, ...completing(kind.of, tongue) };
  if (kind.is === 'lanes') {
    const body = laneChoices.map(({ value }) => value);
    const all = { label: tongue('all lanes'), description: tongue('In their usual order'), body };
    return { ...described, defaultSnippets: [all], items: completing(laneChoices, tongue) };
  }
  if (kind.is === 'rules') {
    return {
      ...described,
      defaultSnippets: [{ label: '{ … }', body: within('$1') }],
      properties: Object.fromEntries(rules.map((rule) => [rule.code, ruleSchema(rule, tongue)])),
    };
  }
  return { ...described, examples: [JSON.parse(example)] };
}

function ruleSchema(rule: Rule, tongue: Tongue): Schema {
  const { code, severity, finds, why, options = {} } = rule;
  const found = toText(say('Finds {0}. Without a setting: {1}.', tongue(finds), `\`${severity}\``), tongue);
  const about = `${found}\n\n${tongue(why)}`;
  const numbers = Object.entries(options);
  const whole = { severity, ...Object.fromEntries(numbers.map(([name, option]) => [name, option.default])) };
  const values = { allOf: [{ $ref: '#/definitions/severity' }] };
  return {
    title: code,
    description: plain(about),
    markdownDescription: about,
    ...values,
    ...(numbers.length ? { defaultSnippets: [{ label: '{ … }', description: tongue('Its severity and its numbers'), body: whole }] } : {}),
    properties: {
      severity: { description: tongue('How grave its findings are.'), ...values },
      ...Object.fromEntries(numbers.map(([name, option]) => [name, numberSchema(option, tongue)])),
    },
  };
}

function numberSchema({ default: usual, least, about }: { default: number; least: number; about: string }, tongue: Tongue): Schema {
  const said = plain(tongue(about))
    .replace(/^./u, (letter) => letter.toUpperCase())
    .replace(/\.$/, '');
  const description = toText(say('{0}. A whole number of at least {1}; {2} without a setting.', said, least, usual), tongue);
  return { description, default: usual };
}

/** Offers values without asking for one of them. */
function completing(choices: readonly Choice[], tongue: Tongue): Schema {
  const offered = choices.map(({ value, about }) => ({ label: JSON.stringify(value), description: plain(tongue(about)), body: value }));
  return { defaultSnippets: offered };
}

/** Braces with the cursor within, as the JSON support of VS Code takes a snippet as it stands. */
function within(stop: string): string {
  return `^{${stop}}`;
}

/** Without the marks of Markdown. */
function plain(text: string): string {
  return text.replace(/`/g, '');
}
