import { type Message, say, short } from '../../message.ts';
import { type Reference, referencesIn, resolve } from '../../names/references.ts';
import { fold } from '../../read/near.ts';
import { isArrow, statementsMeant } from '../../read/other-words.ts';
import type { Fix, Problem, Span } from '../../read/statement.ts';
import { inFile, type Node } from '../../tree/node.ts';
import { written } from '../edits.ts';
import type { FileEdit, FoundFix, RuleContext } from '../rule.ts';

/* Words about a name that are none of it: `via the Portal`, `leads to step form`, `owner Support (2nd level)`. */

const articles: ReadonlySet<string> = new Set(
  'the a an our le la les un une notre nos der die das dem den ein eine einer einem unser unsere el los las una nuestro nuestra il lo gli i de'.split(
    ' ',
  ),
);

/**
 * The fix that writes the declared name for one that nobody declared, where it lacks only words about it. What stands in brackets behind the name is
 * kept: as the condition of a way, else as a comment.
 *
 * @param span - Where the name stands, in its statement.
 */
export function nameMeant(node: Node, span: Span, context: RuleContext): FoundFix | undefined {
  const reference = referencesIn(node).find(({ item }) => item.start === span.start && item.end === span.end);
  if (!reference || resolve(reference, context).length) return undefined;
  const { name, aside } = withoutWords(reference, context);
  if (!name) return undefined;
  const fix = { title: say('Did you mean {0}?', short(written(name))), preferred: true as const };
  const edit = { ...inFile(node, span), text: written(name) };
  return aside ? { ...fix, edits: withAside(node, edit, aside, context), decides: true } : { ...fix, edits: [edit] };
}

/** The names of a statement that a fix writes anew. */
function referencesOf(node: Node, { edits }: Fix): Reference[] {
  return referencesIn(node).filter(({ item }) => edits.some(({ start, end }) => item.start < end && start < item.end));
}

/** Whether a text that a fix puts in quotes is a name that is declared where the statement takes one. */
export function isDeclared(node: Node, fix: Fix, text: string, context: RuleContext): boolean {
  return referencesOf(node, fix).some((reference) => resolve({ ...reference, item: { ...reference.item, text } }, context).length > 0);
}

/** Whether a text that a fix puts in quotes stands for something declared, and nothing of that name is. */
export function isUndeclared(node: Node, fix: Fix, text: string, context: RuleContext): boolean {
  const named = referencesOf(node, fix).filter(({ item }) => item.text === text);
  return named.some((reference) => reference.scope !== 'stage' && !resolve(reference, context).length);
}

/** What to say of a name without its quotes that nobody declared: no guess at what it names. */
export function withoutGuess(node: Node, { start, end, message }: Problem, context: RuleContext): Message | undefined {
  if (message.args.length !== 2 || !message.text.startsWith('A name of more than one word needs quotes. Did you mean')) return undefined;
  const reference = referencesIn(node).find(({ item }) => item.start === start && item.end === end);
  if (!reference || resolve(reference, context).length) return undefined;
  return say('A name of more than one word needs quotes: "{0}".', short(reference.item.text));
}

/** A name without the words about it, the declared one that it then is, and what stood in brackets behind it. */
function withoutWords(reference: Reference, context: RuleContext): { name?: string; aside?: string } {
  const { item, scope } = reference;
  const [, outside = '', aside] = /^(.*\S)\s*[([](.+)[)\]]$/.exec(item.text) ?? [undefined, item.text];
  const words = outside.replace(/[.;:!?]+$/, '').split(/\s+/);
  for (let next = words.shift(); next !== undefined; next = words.shift()) {
    const name = [next, ...words].join(' ');
    if (resolve({ ...reference, item: { ...item, text: name } }, context).length)
      return name === item.text ? {} : { name, ...(aside ? { aside } : {}) };
    const first = fold(next);
    const elided = /^l['’](?=\p{L})/u.exec(next)?.[0];
    if (elided) words.unshift(next.slice(elided.length));
    else if (!isArrow(first) && !articles.has(first) && first !== scope && !statementsMeant(first).some(({ kind }) => kind === scope))
      return {};
  }
  return {};
}

/** The name, and what stood in brackets behind it: the condition of a way, else a comment at the end of the line. */
function withAside(node: Node, edit: FileEdit, aside: string, { document: { text, lines } }: RuleContext): FileEdit[] {
  const end = node.base + node.statement.end;
  const condition = /^(?:if|when|si|quand|wenn|falls|cuando)\s+(.+)$/i.exec(aside)?.[1];
  if (node.kind === 'leads to' && condition && !node.statement.items.when)
    return [{ ...edit, text: `${edit.text} when "${condition.replace(/["\\]/g, (mark) => `\\${mark}`)}"` }];
  const isLast = text.slice(end, lines.endOfLine(lines.positionAt(end).line)).trim() === '';
  if (!isLast) return [{ ...edit, text: `${edit.text} /* ${aside.replaceAll('*/', '')} */` }];
  return end === edit.end ? [{ ...edit, text: `${edit.text} // ${aside}` }] : [edit, { start: end, end, text: ` // ${aside}` }];
}
