import { type Message, say, short } from '../message.ts';
import type { Context } from '../names/facts.ts';
import { type FileKind, fileMeant, mayBeAnother } from '../names/files-beside.ts';
import { inQuotes } from '../read/items.ts';
import type { Item } from '../read/statement.ts';
import { inFile, type Node } from '../tree/node.ts';
import type { FoundFix } from './rule.ts';

/**
 * What is said of a file that is not there or is none of its kind, and the fix that names the one that was meant, where the folder has such a one.
 */
export function meantFile(
  { node, item, message, why, kind }: { node: Node; item: Item; message: Message; why: string; kind: FileKind },
  { document, folder }: Context,
): { message: Message; fixes: readonly FoundFix[] } {
  const meant = mayBeAnother(why) ? fileMeant(item.text, folder.beside.list(document.uri, kind)) : undefined;
  if (meant === undefined) return { message, fixes: [] };
  const title = say('Did you mean {0}?', short(inQuotes(meant)));
  const fix: FoundFix = { title, edits: [{ ...inFile(node, item), text: inQuotes(meant) }], preferred: true, decides: true };
  return { message: say('{0} Did you mean “{1}”?', message, short(meant)), fixes: [fix] };
}
