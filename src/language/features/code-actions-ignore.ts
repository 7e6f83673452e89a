import { english, say } from '../message.ts';
import type { Context } from '../names/facts.ts';
import { lineBreakOf, literal } from '../rules/edits.ts';
import { neverIgnored } from '../rules/ignores.ts';
import type { Finding, FoundFix } from '../rules/rule.ts';
import type { Node } from '../tree/node.ts';

/**
 * Puts an ignore comment above the statement that a finding is about, indented as it is, with the cursor at the reason. An error is no
 * matter of opinion, so there is none for it.
 *
 * @param snippets - Whether the editor can put the cursor there. Where it cannot, the reason is left empty.
 * @returns Nothing where the finding cannot be silenced from a line above.
 */
export function ignoreHere(finding: Finding, context: Context, snippets: boolean): FoundFix | undefined {
  const { code, severity } = finding;
  if (severity === 'error' || neverIgnored.includes(code)) return undefined;
  const { document, tongue = english } = context;
  const { lines } = document;
  const lineOf = (node: Node): number => lines.positionAt(node.base + node.statement.start).line;
  const line = lineOf(finding.node);
  const opens = (node: Node): boolean =>
    !node.implied && lines.startOfLine(line) + lines.indentOf(line).length === node.base + node.statement.start;
  let node: Node | undefined = finding.node;
  while (node && !opens(node)) node = node.parent && lineOf(node.parent) === line ? node.parent : undefined;
  if (!node) return undefined;
  const at = lines.startOfLine(line);
  const reason = snippets ? ` \${1:${literal(tongue('why'))}}` : ' ';
  const text = `${lines.indentOf(line)}// journey-ignore ${code}:${reason}${lineBreakOf(document)}`;
  return {
    title: say('Ignore `{0}` here, with a reason', code),
    edits: [{ start: at, end: at, text, ...(snippets ? { snippet: true } : {}) }],
  };
}
