import { type Message, say, short } from '../../message.ts';
import { type Reference, referencesIn, resolve } from '../../names/references.ts';
import { inQuotes } from '../../read/items.ts';
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
  const whole = wholeName(node, span, context);
  if (whole)
    return {
      title: say('Did you mean {0}?', short(written(whole))),
      edits: [{ ...inFile(node, span), text: written(whole) }],
      preferred: true,
    };
  const reference = referencesIn(node).find(({ item }) => item.start === span.start && item.end === span.end);
  if (!reference || resolve(reference, context).length) return undefined;
  const { name, aside } = withoutWords(reference, context);
  if (!name) return undefined;
  const fix = { title: say('Did you mean {0}?', short(written(name))), preferred: true as const };
  const edit = { ...inFile(node, span), text: written(name) };
  return aside ? { ...fix, edits: withAside(node, edit, aside, context), decides: true } : { ...fix, edits: [edit] };
}

/** The declared name that words are which were read as several: `Anne & Louis`. */
function wholeName(node: Node, span: Span, context: RuleContext): string | undefined {
  const text = span.end - span.start > 100 ? '' : textAt(node, span, context);
  if (!/\s/.test(text) || text.includes('"')) return undefined;
  const first = referencesIn(node).find(({ item }) => item.start === span.start && item.end < span.end);
  return first && resolve({ ...first, item: { ...first.item, text } }, context).length ? text : undefined;
}

function textAt(node: Node, span: Span, { document }: RuleContext): string {
  const { start, end } = inFile(node, span);
  return document.text.slice(start, end).replace(/\s+/g, ' ');
}

/** Whether a name is but the first words of a declared one. */
export function isOfWhole({ node, item }: Reference, context: RuleContext): boolean {
  return node.statement.problems.some((problem) => problem.start === item.start && wholeName(node, problem, context) !== undefined);
}

/** How many words of a name are tried without those behind. */
const mostWords = 12;

/**
 * For a name without its quotes that nobody declared, but whose first words somebody did, or that a number ends: the fix that writes these alone, and
 * keeps the rest in a comment.
 */
export function withoutTail(node: Node, { fixes: [fix, ...others] }: Problem, context: RuleContext): FoundFix | undefined {
  const [edit, more] = fix?.edits ?? [];
  if (!edit || more || others.length) return undefined;
  for (const reference of referencesIn(node)) {
    const { text, quoted, start, end } = reference.item;
    const words = text.split(' ');
    const isWithin = start >= edit.start && end <= edit.end && edit.text.includes(inQuotes(text));
    if (quoted || !isWithin || words.length < 2 || words.length > mostWords || resolve(reference, context).length) continue;
    const name = words
      .map((_, index) => words.slice(0, words.length - 1 - index).join(' '))
      .find(
        (each) =>
          each && (resolve({ ...reference, item: { ...reference.item, text: each } }, context).length || isBeforeNumber(words, each)),
      );
    if (!name) continue;
    const changed = { ...inFile(node, edit), text: edit.text.replace(inQuotes(text), written(name)) };
    return {
      title: say('Did you mean {0}?', short(written(name))),
      edits: withAside(node, changed, text.slice(name.length).trim(), context),
      preferred: true,
      decides: true,
    };
  }
  return undefined;
}

/** Whether the first of some words are those before the first number. */
function isBeforeNumber(words: readonly string[], first: string): boolean {
  const at = words.findIndex((word) => /^\P{L}*\p{Nd}/u.test(word));
  return at > 0 && /[.,€$£%]/.test(words[at] ?? '') && words.slice(0, at).join(' ') === first;
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
    return [{ ...edit, text: `${edit.text} when ${inQuotes(condition)}` }];
  const isLast = text.slice(end, lines.endOfLine(lines.positionAt(end).line)).trim() === '';
  if (!isLast) return [{ ...edit, text: `${edit.text} /* ${aside.replaceAll('*/', '')} */` }];
  return end === edit.end ? [{ ...edit, text: `${edit.text} // ${aside}` }] : [edit, { start: end, end, text: ` // ${aside}` }];
}
