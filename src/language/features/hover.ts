import type { Hover } from 'vscode-languageserver-types';
import { type JourneyDocument, nodeAt } from '../document.ts';
import { english, type Tongue } from '../message.ts';
import type { Context } from '../names/facts.ts';
import { ruleOf } from '../rules/index.ts';
import type { Finding } from '../rules/rule.ts';
import { definitionOf } from '../statements.ts';
import { inFile } from '../tree/node.ts';
import { nameAt } from './at.ts';
import { cardOf } from './cards.ts';
import { markdown } from './markdown.ts';

/**
 * What to say of the place under the cursor: what a finding there means and how it is answered; what a name names; what a statement is for.
 *
 * @param findings - Those of the file, as `check` gives them.
 * @param pageOf - The address of the page of a rule, where there is one to link to.
 * @returns Markdown with the range it is about, or nothing where there is nothing to say.
 */
export function hover(
  context: Context,
  offset: number,
  findings: readonly Finding[],
  pageOf?: (code: string) => string,
): Hover | undefined {
  const { document, tongue = english } = context;
  const here = findings.filter(({ start, end }) => start <= offset && offset <= end);
  const parts = [...new Set(here.map(({ code }) => code))].flatMap((code) => {
    const rule = ruleOf(code);
    if (!rule) return [];
    const page = pageOf ? `\n\n[${tongue('What is this rule about?')}](${pageOf(code)})` : '';
    return [`**${tongue('Why it matters.')}** ${tongue(rule.why)}\n\n**${tongue('The way out.')}** ${tongue(rule.fix)}${page}`];
  });
  const name = nameAt(context, offset);
  if (name) parts.push(cardOf(name, context));
  const keyword = name ? undefined : keywordAt(document, offset, tongue);
  if (keyword) parts.push(keyword.text);
  const span = name?.span ?? keyword?.span ?? here[0];
  if (!parts.length || !span) return undefined;
  return { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') }, range: document.lines.rangeOf(span.start, span.end) };
}

function keywordAt(
  document: JourneyDocument,
  offset: number,
  tongue: Tongue,
): { text: string; span: { start: number; end: number } } | undefined {
  const node = nodeAt(document, offset);
  if (!node || node.kind === 'unreadable') return undefined;
  const { keyword, words } = node.statement;
  const span = [keyword, ...Object.values(words ?? {})]
    .map((each) => inFile(node, each))
    .find(({ start, end }) => start <= offset && offset <= end);
  if (!span) return undefined;
  const { word, about, example } = definitionOf(node.kind);
  return { text: `**${word}** — ${tongue(about)}\n\n${markdown.code(example)}`, span };
}
