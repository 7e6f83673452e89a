import type { JourneyDocument } from '../document.ts';
import { type Message, say } from '../message.ts';
import { addressOf, mailboxOf } from '../names/addresses.ts';
import type { Item, Span } from '../read/statement.ts';
import { isQuote } from '../read/tokens.ts';
import { inFile, type Node } from '../tree/node.ts';

/** Something in a map that can be opened: an address, or a file of the folder. */
export interface Link extends Span {
  /** What opening it does. */
  does: Message;
  /** An address of the web or of mail. */
  address?: string;
  /** A file as the map names it, relative to the map. */
  path?: string;
}

/**
 * What a map links to: evidence, tickets and contacts by their address; pictures, data and evidence by the file they stand in. Whether a file lies
 * within the folder is for who knows the folder to say.
 */
export function documentLinks(document: JourneyDocument): Link[] {
  return document.nodes.flatMap((node) => {
    if (node.implied || node.kind === 'unreadable') return [];
    const { link, ticket, contact, file, text } = node.statement.items;
    return [
      ...of(link, (item) => address(item) ?? fileNamed(decoded(item.text))),
      ...of(ticket, address),
      ...of(contact, (item) => address(item) ?? mailbox(item)),
      ...of(node.kind === 'metric' ? file : undefined, (item) => fileNamed(item.text)),
      ...of(node.kind === 'photo' ? text : undefined, (item) => fileNamed(item.text)),
    ].map((found) => ({ ...found, ...withinQuotes(document, node, found) }));
  });
}

function of(item: Item | undefined, target: (item: Item) => Omit<Link, keyof Span> | undefined): Link[] {
  const found = item && target(item);
  return found ? [{ ...found, start: item.start, end: item.end }] : [];
}

/** An address of a kind that is safe to open. */
function address({ text }: Item): Omit<Link, keyof Span> | undefined {
  const found = addressOf(text);
  if (found === undefined) return undefined;
  return { does: found.startsWith('mailto:') ? say('Write a mail') : say('Open the page'), address: found };
}

function mailbox({ text }: Item): Omit<Link, keyof Span> | undefined {
  const found = mailboxOf(text);
  return found === undefined ? undefined : { does: say('Write a mail'), address: found };
}

/** A path that says a file below, and nothing that would be read as another once it is opened. */
function fileNamed(path: string | undefined): Omit<Link, keyof Span> | undefined {
  if (!path?.trim() || /^\s*[a-z][a-z\d+.-]*:/i.test(path) || /%(?:2e|2f|5c|00)/i.test(path) || /\p{Cc}/u.test(path)) return undefined;
  return { does: say('Open the file'), path };
}

/** A path as it was before it was made part of an address. Once only: what then is still escaped is no path. */
function decoded(path: string): string | undefined {
  // The mark of an anchor, and of a query, is none of the file's name.
  const [file = ''] = path.trim().split(/[?#]/);
  try {
    return decodeURIComponent(file);
  } catch {
    return undefined;
  }
}

function withinQuotes({ text }: JourneyDocument, node: Node, item: Span): Span {
  const { start, end } = inFile(node, item);
  const [first, last] = [text[start], text[end - 1]];
  const isQuoted = end - start > 2 && isQuote(first) && last !== undefined && '"”“»」'.includes(last) && !text.startsWith('"""', start);
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
