import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vitest/node';
import { laneChoices, settings, severityChoices } from '../../src/language/project/table.ts';
import { rules } from '../../src/language/rules/index.ts';
import { definitions, scopes } from '../../src/language/statements.ts';

/** Collects every English text that a person reads: the keys of the catalogues. */

const root = join(import.meta.dirname, '../..');

/** A call that says something, and whether what it says can be told from the source alone. */
export interface Call {
  file: string;
  line: number;
  /** The texts it may say: several where its first argument chooses between literals. None where they cannot be told. */
  texts: string[];
}

interface Syntax {
  type: string;
  start: number;
  [key: string]: unknown;
}

/** What a table of the language holds may be said by its field: those texts are collected from the tables themselves. */
const fields = ['about', 'finds', 'why', 'fix', 'text', 'scope', 'kind'];

/** The calls of `say`, `tongue` and `l10n.t` in a source file. */
export function callsIn(file: string, source: string): Call[] {
  const calls: Call[] = [];
  visit(parseAst(source, { lang: 'ts' }) as unknown as Syntax, (node) => {
    if (node.type !== 'CallExpression' || !speaks(node.callee as Syntax)) return;
    const [first] = node.arguments as Syntax[];
    if (!first || isField(first)) return;
    calls.push({ file, line: source.slice(0, node.start).split('\n').length, texts: literalsOf(first) });
  });
  return calls;
}

function visit(node: Syntax, see: (node: Syntax) => void): void {
  see(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && typeof (child as Syntax).type === 'string') visit(child as Syntax, see);
    }
  }
}

/** `say(…)`, `tongue(…)`, `context.tongue(…)`, `(context.tongue ?? english)(…)`, `l10n.t(…)`. */
function speaks(callee: Syntax): boolean {
  switch (callee.type) {
    case 'Identifier':
      return callee.name === 'say' || callee.name === 'tongue';
    case 'MemberExpression': {
      const { name } = callee.property as Syntax;
      return name === 'tongue' || (name === 't' && (callee.object as Syntax).name === 'l10n');
    }
    case 'ChainExpression':
    case 'ParenthesizedExpression':
      return speaks(callee.expression as Syntax);
    case 'LogicalExpression':
      return speaks(callee.left as Syntax);
    default:
      return false;
  }
}

function isField(node: Syntax): boolean {
  if (node.type === 'Identifier') return fields.includes(String(node.name));
  return node.type === 'MemberExpression' && fields.includes(String((node.property as Syntax).name));
}

function literalsOf(node: Syntax): string[] {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'ParenthesizedExpression') return literalsOf(node.expression as Syntax);
  if (node.type === 'TemplateLiteral') {
    const [only, ...more] = node.quasis as { value: { cooked: string } }[];
    return only && !more.length ? [only.value.cooked] : [];
  }
  if (node.type !== 'ConditionalExpression') return [];
  const [one, other] = [literalsOf(node.consequent as Syntax), literalsOf(node.alternate as Syntax)];
  return one.length && other.length ? [...one, ...other] : [];
}

/** Files whose calls pass on what others say: the mechanics themselves. */
const mechanics = ['src/language/message.ts', 'src/extension/panel.ts'];

/** All calls in src/, and in what writes the pages of the rules. */
export function allCalls(): Call[] {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  return [...sources.sort(), 'scripts/generate/rules.mjs']
    .flatMap((name) => callsIn(name, readFileSync(join(root, name), 'utf8')))
    .filter(({ file, texts }) => texts.length || !mechanics.includes(file));
}

/** The texts of the tables: of statements and what they name, of rules, and of the settings of a project file. */
function tableTexts(): [text: string, from: string][] {
  const choices = settings.flatMap(({ kind }) => (kind.is === 'choice' ? kind.of : []));
  return [
    ...[...settings, ...choices, ...severityChoices, ...laneChoices].map(({ about }): [string, string] => [about, 'the project file']),
    ...scopes.map((scope): [string, string] => [scope, 'what a name names']),
    ...definitions.map(({ word, about }): [string, string] => [about, `the statement ${word}`]),
    ...rules.flatMap(({ code, finds, why, fix, options = {} }): [string, string][] =>
      [finds, why, fix, ...Object.values(options).map(({ about }) => about)].map((text) => [text, `the rule ${code}`]),
    ),
  ];
}

/** All keys of the catalogues, each with a place that says it. */
export function keys(): Map<string, string> {
  const called = allCalls().flatMap(({ file, line, texts }) => texts.map((text): [string, string] => [text, `${file}:${line}`]));
  const all = new Map<string, string>();
  for (const [text, from] of [...tableTexts(), ...called]) if (!isBare(text) && !all.has(text)) all.set(text, from);
  return all;
}

/** Nothing but places, and what stands between them in every tongue. */
function isBare(text: string): boolean {
  return /^[\s,`]*$/.test(text.replace(/\{\d+\}/g, ''));
}

/** A catalogue: English → another tongue. */
export function catalogue(name = 'bundle.l10n.fr.json'): Record<string, string> {
  return JSON.parse(readFileSync(join(root, 'l10n', name), 'utf8')) as Record<string, string>;
}
