/** Writes docs/rules/: a page for each rule, from the rule itself, and their list. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/language/rules/index.ts';

const folder = join(import.meta.dirname, '../../docs/rules');

/** The pages by file name. */
export function pages() {
  const list = rules.map(({ code, severity, finds }) => `| [\`${code}\`](${code}.md) | ${severity} | ${finds} |`);
  const index = [
    '# Rules',
    '',
    'What Journey finds in a map, and why it matters.',
    '',
    '| code | severity | finds |',
    '| --- | --- | --- |',
    ...list,
    '',
  ];
  return new Map([['README.md', index.join('\n')], ...rules.map((rule) => [`${rule.code}.md`, page(rule)])]);
}

function page({ code, severity, finds, why, example, fix }) {
  return [
    `# ${code}`,
    '',
    `Finds ${finds}. Severity: ${severity}.`,
    '',
    '## Why it matters',
    '',
    why,
    '',
    '## Example',
    '',
    '```journey',
    example.wrong.trimEnd(),
    '```',
    '',
    'Better:',
    '',
    '```journey',
    example.right.trimEnd(),
    '```',
    '',
    '## Fix',
    '',
    fix,
    '',
  ].join('\n');
}

function write() {
  mkdirSync(folder, { recursive: true });
  const wanted = pages();
  for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(join(folder, name));
  for (const [name, text] of wanted) {
    const path = join(folder, name);
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
  }
}

if (import.meta.main) write();
