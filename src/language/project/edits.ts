import { createScanner, type Node } from 'jsonc-parser';
import { type Message, say } from '../message.ts';
import { fold, nearest } from '../read/near.ts';
import type { FoundFix } from '../rules/rule.ts';
import type { Choice } from './table.ts';

/** Changes of a JSON text. */

/** Puts another value in the place of one. */
export function replace({ offset, length }: Node, json: string, preferred = false): FoundFix {
  return {
    title: say('Write `{0}`', json),
    edits: [{ start: offset, end: offset + length, text: json }],
    ...(preferred ? { preferred } : {}),
  };
}

/** Takes a property or an element out of a text, with its comma, and with its line where nothing else stands on it. */
export function remove(text: string, node: Node, title: Message): FoundFix {
  const end = node.offset + node.length;
  const after = commaAfter(text, end);
  let start = node.offset;
  let until = after ?? end;
  if (after === undefined) {
    const siblings = node.parent?.children ?? [];
    const before = siblings[siblings.indexOf(node) - 1];
    if (before) start = before.offset + before.length;
  } else {
    const opening = startOfLine(text, start);
    const closing = lineEnd(text, until);
    if (opening !== undefined && closing !== undefined) {
      start = opening;
      until = closing;
    } else while (text[until] === ' ' || text[until] === '\t') until++;
  }
  return { title, edits: [{ start, end: until, text: '' }] };
}

/** Where a line begins, if only blanks stand on it before an offset. */
function startOfLine(text: string, offset: number): number | undefined {
  let at = offset;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r' ? at : undefined;
}

/** Where the next line begins, if only blanks stand on this one behind an offset. */
function lineEnd(text: string, offset: number): number | undefined {
  let at = offset;
  while (text[at] === ' ' || text[at] === '\t') at++;
  if (text[at] === '\r') return text[at + 1] === '\n' ? at + 2 : at + 1;
  return text[at] === '\n' ? at + 1 : undefined;
}

/** The end of the comma that follows at an offset, but for blanks and comments; nothing where something else does. */
function commaAfter(text: string, from: number): number | undefined {
  const scanner = createScanner(text, true);
  scanner.setPosition(from);
  scanner.scan();
  const at = scanner.getTokenOffset();
  return text[at] === ',' ? at + 1 : undefined;
}

/** Of the values of a setting the one that was meant: under another word for it, or misspelt. */
export function meant(word: string, choices: readonly Choice[]): string | undefined {
  const plain = fold(word.trim());
  const known = choices.find(
    ({ value, also = [], like }) => fold(value) === plain || also.some((other) => fold(other) === plain) || like?.test(plain),
  );
  if (known) return known.value;
  return nearest(
    plain,
    choices.map(({ value }) => value),
  );
}

/** `a`, `b` and the others as a list in a message. */
export function listed(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}
