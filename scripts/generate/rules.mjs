/** Writes docs/rules/ in every tongue: a page for each rule, from the rule itself, and their list. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { say, toText } from '../../src/language/message.ts';
import { rules } from '../../src/language/rules/index.ts';
import { tongueOf } from '../../src/server/tongues.ts';
import { french, translated } from './examples.mjs';

const folder = join(import.meta.dirname, '../../docs/rules');

/** The pages by their path below docs/rules/: the English ones, and in `fr/` the French ones. */
export function pages() {
  const inEnglish = pagesIn(tongueOf('en'), (example) => example, '[En français](fr/README.md)');
  const inFrench = pagesIn(tongueOf('fr'), (example) => translated(example, french), '[In English](../README.md)');
  return new Map([...inEnglish, ...inFrench.map(([name, text]) => [`fr/${name}`, text])]);
}

/**
 * @param written - Gives an example as it is shown in the tongue.
 * @param other - A link to the list in the other tongue.
 */
function pagesIn(tongue, written, other) {
  return [['README.md', list(tongue, other)], ...rules.map((rule) => [`${rule.code}.md`, page(rule, tongue, written)])];
}

function list(tongue, other) {
  const gravity = severities(tongue);
  return [
    `# ${tongue('Rules')}`,
    '',
    tongue('What Journey finds in a map, and why it matters.'),
    '',
    `| ${tongue('code')} | ${tongue('severity')} | ${tongue('finds')} |`,
    '| --- | --- | --- |',
    ...rules.map(({ code, severity, finds }) => `| [\`${code}\`](${code}.md) | ${gravity[severity]} | ${tongue(finds)} |`),
    '',
    other,
    '',
  ].join('\n');
}

function page({ code, severity, finds, why, example, fix, options = {} }, tongue, written) {
  const numbers = Object.entries(options);
  return [
    `# ${code}`,
    '',
    toText(say('Finds {0}. Severity: {1}.', tongue(finds), severities(tongue)[severity]), tongue),
    '',
    `## ${tongue('Why it matters')}`,
    '',
    tongue(why),
    '',
    `## ${tongue('Example')}`,
    '',
    '```journey',
    written(example.wrong).trimEnd(),
    '```',
    '',
    tongue('Better:'),
    '',
    '```journey',
    written(example.right).trimEnd(),
    '```',
    '',
    `## ${tongue('Fix')}`,
    '',
    tongue(fix),
    '',
    ...(numbers.length ? [`## ${tongue('Options')}`, '', tongue('Set in `journey.json`:'), ''] : []),
    ...numbers.map(([name, option]) => `- ${numberOf(name, option, tongue)}`),
    ...(numbers.length ? [''] : []),
  ].join('\n');
}

function numberOf(name, { default: usual, least, about }, tongue) {
  return toText(say('`{0}`, {1} by default and at least {2}: {3}', name, usual, least, tongue(about)), tongue);
}

function severities(tongue) {
  return { error: tongue('error'), warning: tongue('warning'), info: tongue('info'), hint: tongue('hint') };
}

function write() {
  const wanted = pages();
  for (const name of filesBelow()) if (!wanted.has(name)) rmSync(join(folder, name));
  for (const [name, text] of wanted) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
  }
}

/** The paths of the pages that there are. */
export function filesBelow() {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).map((name) => name.replaceAll('\\', '/'));
}

if (import.meta.main) write();
