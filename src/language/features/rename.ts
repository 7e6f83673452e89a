import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { type Message, say, short } from '../message.ts';
import { type Context, stepsOf } from '../names/facts.ts';
import { nameKey, type SharedScope, sharedScopes } from '../names/folder.ts';
import { inQuotes } from '../read/items.ts';
import { isWord } from '../read/tokens.ts';
import { definitions } from '../statements.ts';
import { above, childrenOf, inFile, nameOf } from '../tree/node.ts';
import { type NameAt, nameAt } from './at.ts';
import { occurrencesOf } from './references.ts';

/** A rename that cannot be: says why, and what to do. */
export class CannotRename extends Error {
  readonly said: Message;

  constructor(said: Message) {
    super(said.text);
    this.said = said;
  }
}

/** What the cursor would rename, and the text to begin with; nothing where no name or title stands. */
export function renameable(context: Context, offset: number): { range: Range; placeholder: string } | undefined {
  const name = nameAt(context, offset);
  if (!name) return undefined;
  return { range: context.document.lines.rangeOf(name.span.start, name.span.end), placeholder: titleAt(name) ?? name.name };
}

/** The words that mean something where a name may stand, so that a name like them needs quotes. */
const taken = new Set(
  definitions.flatMap(({ word, head, parts }) => [
    ...word.split(' '),
    ...parts.flatMap((part) => [part.word, ...(part.also ?? []), ...(part.takes.is === 'flag' ? part.takes.of : [])]),
    ...head.flatMap(({ takes }) => (takes.is === 'choice' ? takes.of : [])),
  ]),
);

/**
 * Renames what the cursor stands on, in all files of the folder. On a title behind a name only the title is changed, and the name stays.
 *
 * @throws CannotRename where the new name is empty, or something else has it already.
 */
export function rename(context: Context, offset: number, newName: string): WorkspaceEdit | undefined {
  const name = nameAt(context, offset);
  if (!name) return undefined;
  const wanted = newName.replace(/\s+/g, ' ').trim();
  const changes: Record<string, TextEdit[]> = {};
  if (titleAt(name) !== undefined) {
    const range = context.document.lines.rangeOf(name.span.start, name.span.end);
    return { changes: { [context.document.uri]: [{ range, newText: inQuotes(newName.trim()) }] } };
  }
  if (!wanted) throw new CannotRename(say('A name is one letter at least. Write one.'));
  if (nameKey(wanted) !== nameKey(name.name) && isTaken(name, wanted, context)) {
    throw new CannotRename(say('The name “{0}” is taken already. Choose another one.', short(wanted)));
  }
  for (const { document, node, item } of occurrencesOf(name, context)) {
    const { start, end } = inFile(node, item);
    const newText = item.quoted || !isWord(wanted) || taken.has(wanted.toLowerCase()) ? inQuotes(wanted) : wanted;
    const edits = changes[document.uri] ?? [];
    changes[document.uri] = edits;
    edits.push({ range: document.lines.rangeOf(start, end), newText });
  }
  return { changes };
}

/** The title that the cursor stands on, where it stands on one and not on the name. */
function titleAt({ node, span }: NameAt): string | undefined {
  const { title } = node.statement.items;
  return title && inFile(node, title).start === span.start ? title.text : undefined;
}

function isTaken({ scope, node, declarations }: NameAt, wanted: string, { folder }: Context): boolean {
  if (sharedScopes.includes(scope as SharedScope)) return folder.find(scope as SharedScope, wanted).length > 0;
  const journey = above(declarations[0]?.node ?? node, 'journey');
  if (!journey) return false;
  const others = scope === 'stage' ? childrenOf(journey, 'stage') : stepsOf(journey);
  return others.some((other) => nameKey(nameOf(other)) === nameKey(wanted));
}
