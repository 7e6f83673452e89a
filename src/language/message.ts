/**
 * A sentence for a person, kept apart from its names and numbers so that it can be said in another tongue.
 * `text` is English with `{0}`, `{1}` … where `args` go.
 */
export interface Message {
  text: string;
  args: string[];
}

/** Makes a message: `say('Nobody answers for “{0}”.', name)`. */
export function say(text: string, ...args: (string | number)[]): Message {
  return { text, args: args.map(String) };
}

/** The sentence itself. `translate` gives the text in the reader's tongue, or the English one where it has none. */
export function toText(message: Message, translate: (english: string) => string = (english) => english): string {
  return translate(message.text).replace(/\{(\d+)\}/g, (all, index: string) => message.args[Number(index)] ?? all);
}

/** A name or text shortened to `limit` characters, so that a message stays a sentence whatever the file holds. */
export function short(text: string, limit = 60): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= limit ? flat : `${flat.slice(0, limit - 1).trimEnd()}…`;
}
