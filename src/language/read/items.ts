import { type Message, say } from '../message.ts';
import type { Takes } from '../statements.ts';
import { fold } from './near.ts';
import type { Reader } from './reader.ts';
import type { Fix, Item, Span } from './statement.ts';
import type { Token } from './tokens.ts';

/** The item that a token is. */
export function item(token: Token, text = token.value): Item {
  const end = token.kind === 'word' ? token.start + token.value.length : token.end;
  return { text, start: token.start, end, quoted: token.kind === 'text' };
}

/** The item that several tokens are together, with single blanks between them. */
export function spanned(reader: Reader, at: number, next: number): Item {
  const start = (reader.tokens[at] as Token).start;
  const end = (reader.tokens[next - 1] as Token).end;
  return { text: reader.text.slice(start, end).replace(/\s+/g, ' '), start, end, quoted: false };
}

/** So many words from an index on, folded, with single blanks between them; undefined where they do not stand together on a line. */
export function phrase(reader: Reader, at: number, count: number): string | undefined {
  let words = '';
  for (let index = at; index < at + count; index++) {
    const token = reader.tokens[index];
    if (!token || token.kind === 'text' || token.kind === 'comma' || (index > at && token.freshLine) || token.value.length > 30)
      return undefined;
    words += (words && ' ') + fold(token.value).replaceAll('’', "'");
  }
  return words;
}

/** A fix that puts other text in the place of a span. */
export function replace(title: Message, { start, end }: Span, text: string): Fix {
  return { title, edits: [{ start, end, text }] };
}

/** A text as it must be written. */
export function inQuotes(text: string): string {
  return `"${text.replace(/["\\]/g, (mark) => `\\${mark}`).replace(/\r\n|\r|\n/g, '\\n')}"`;
}

/** A fix that puts a text in quotes in the place of a span. Quotes that stand in it become “ ”, which need no escape. */
export function quote(span: Span, text: string): Fix {
  const inner = text.replace(/(?<!\\)"([^"]*)(?<!\\)"/g, '“$1”').replace(/(?<!\\)"/g, '”');
  return replace(say('Put quotes round it'), span, `"${inner.replace(/\\(?!")/g, '\\\\')}"`);
}

/** What a place takes, in words: to say that it is missing. */
export function wanted(takes: Takes): Message {
  switch (takes.is) {
    case 'text':
    case 'title':
      return say('a text in quotes');
    case 'ref':
      return say('the name of a `{0}`', takes.scope);
    case 'choice':
    case 'flag':
      return say('{0}', takes.of.join(', '));
    case 'score':
      return say('a score from -2 to +2');
    case 'value':
      return say('a number');
    case 'duration':
      return say('a duration such as 2d');
    case 'date':
      return say('a date such as 2026-12-15');
    case 'time':
      return say('a time such as 09:10');
    default:
      return say('a name');
  }
}

/** A line break and the blanks that the line of an offset begins with. */
export function breakAt({ text }: Reader, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
  return `${/\r\n|\n|\r/.exec(text)?.[0] ?? '\n'}${indent}`;
}
