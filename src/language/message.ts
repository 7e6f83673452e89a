/**
 * A sentence for a person, kept apart from its names and numbers so that it can be said in another tongue.
 * `text` is English with `{0}`, `{1}` … where `args` go.
 */
export interface Message {
  text: string;
  /** Names and numbers, which are the same in every tongue, and pieces of a sentence, which are not. */
  args: (string | Message)[];
}

/** Gives a text in the reader's tongue: English goes in; where there is no other it comes out again. */
export type Tongue = (english: string) => string;

/** The tongue that every text is written in. */
export const english: Tongue = (text) => text;

/** Makes a message: `say('Nobody answers for “{0}”.', name)`. */
export function say(text: string, ...args: (string | number | Message)[]): Message {
  return { text, args: args.map((arg) => (typeof arg === 'number' ? String(arg) : arg)) };
}

/** The sentence itself, in a tongue. */
export function toText(message: Message, tongue: Tongue = english): string {
  return tongue(message.text).replace(/\{(\d+)\}/g, (all, index: string) => {
    const arg = message.args[Number(index)];
    return arg === undefined ? all : typeof arg === 'string' ? arg : toText(arg, tongue);
  });
}

/** A name or text shortened to `limit` characters, so that a message stays a sentence whatever the file holds. */
export function short(text: string, limit = 60): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= limit ? flat : `${flat.slice(0, limit - 1).trimEnd()}…`;
}
