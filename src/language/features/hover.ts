import type { Hover } from 'vscode-languageserver-types';
import { type JourneyDocument, nodeAt } from '../document.ts';
import { english, type Tongue, toText } from '../message.ts';
import type { Context } from '../names/facts.ts';
import type { Span } from '../read/statement.ts';
import { ruleOf } from '../rules/index.ts';
import type { Finding } from '../rules/rule.ts';
import { definitionOf, type Slot } from '../statements.ts';
import { inFile } from '../tree/node.ts';
import { nameAt } from './at.ts';
import { cardOf } from './cards.ts';
import { type Told, valueAt } from './hover-values.ts';
import { ignoredCodeAt } from './ignore-codes.ts';
import { markdown } from './markdown.ts';
import { meaningOfPart } from './meanings.ts';

/**
 * What to say of the place under the cursor: what a finding there means and how it is answered; what a name names; what a statement is for.
 *
 * @param findings - Those of the file, as `check` gives them.
 * @param pageOf - The address of the page of a rule, where there is one to link to.
 * @param today - ISO, to tell how far off a date is.
 * @returns Markdown with the range it is about, or nothing where there is nothing to say.
 */
export function hover(
  context: Context,
  offset: number,
  findings: readonly Finding[],
  pageOf?: (code: string) => string,
  today?: string,
): Hover | undefined {
  const { document, tongue = english } = context;
  const here = findings.filter(({ start, end }) => start <= offset && offset <= end);
  const reasonsOf = (code: string): string[] => {
    const rule = ruleOf(code);
    if (!rule) return [];
    const page = pageOf ? `\n\n[${tongue('What is this rule about?')}](${pageOf(code)})` : '';
    return [`**${tongue('Why it matters.')}** ${tongue(rule.why)}\n\n**${tongue('The way out.')}** ${tongue(rule.fix)}${page}`];
  };
  const parts = [...new Set(here.map(({ code }) => code))].flatMap(reasonsOf);
  const ignored = ignoredCodeAt(document, offset);
  const silenced = ignored && ruleOf(ignored.code);
  if (silenced) parts.push([`**${silenced.code}** — ${tongue(silenced.finds)}`, ...reasonsOf(silenced.code)].join('\n\n'));
  const name = nameAt(context, offset);
  if (name) parts.push(cardOf(name, context));
  const told = name ? undefined : (keywordAt(document, offset, tongue) ?? valueAt(context, offset, today));
  if (told) parts.push(told.text);
  const span = name?.span ?? told?.span ?? (silenced ? ignored : undefined) ?? here[0];
  if (!parts.length || !span) return undefined;
  return { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') }, range: document.lines.rangeOf(span.start, span.end) };
}

/** What a statement is for; on the word of a part first what that part adds. */
function keywordAt(document: JourneyDocument, offset: number, tongue: Tongue): Told | undefined {
  const node = nodeAt(document, offset);
  if (!node || node.kind === 'unreadable') return undefined;
  const { keyword, words = {} } = node.statement;
  const covers = (each: Span): boolean => node.base + each.start <= offset && offset <= node.base + each.end;
  const slot = (Object.keys(words) as Slot[]).find((each) => covers(words[each] as Span));
  const at = covers(keyword) ? keyword : slot && words[slot];
  if (!at) return undefined;
  const { word, about, example, parts } = definitionOf(node.kind);
  const part = at === keyword ? undefined : parts.find((each) => each.slot === slot)?.word;
  const adds = part === undefined ? undefined : meaningOfPart(node.kind, part);
  return {
    text: [...(adds ? [`**${part}** — ${toText(adds, tongue)}`] : []), `**${word}** — ${tongue(about)}`, markdown.code(example)].join(
      '\n\n',
    ),
    span: inFile(node, at),
  };
}
