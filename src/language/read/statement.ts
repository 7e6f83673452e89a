import type { Message } from '../message.ts';
import type { Kind, Slot } from '../statements.ts';
import type { PartialDate } from './dates.ts';

/** A stretch of text. Offsets count UTF-16 units from the start of the segment. */
export interface Span {
  start: number;
  end: number;
}

/** A word or text that fills a place of a statement. */
export interface Item extends Span {
  /** Without quotes, escapes resolved. */
  text: string;
  quoted: boolean;
}

export interface Edit extends Span {
  text: string;
  /** The text is a snippet, with something in it that only a person can write. */
  snippet?: true;
}

export interface Fix {
  title: Message;
  edits: Edit[];
  /** It may not be what was meant: left for a person, and not preferred unless it says so. */
  decides?: true;
  /** The one to take when asked for no other. Where no fix says so, one that is the only one and decides nothing. */
  preferred?: true;
}

/** The findings that reading alone can tell. */
export type ProblemCode = 'syntax' | 'unknown-value';

export interface Problem extends Span {
  code: ProblemCode;
  message: Message;
  fixes: Fix[];
  /** A date without its year: the fix is known only beside the rest of the map. */
  partial?: PartialDate & { isDue: boolean };
  /** A word of another tongue or of the trade, plainly understood in its place: nothing is guessed and nothing is lost. */
  isPlain?: true;
  /** These words fit nowhere in the statement and count for nothing: what they name in the folder may tell more. */
  passesOver?: true;
  /** These words count for nothing, and a fix may keep them in a comment. */
  leavesOut?: true;
}

/**
 * One statement as it was read, whatever holds it. Depends on nothing but the text of its segment, so that it can be kept
 * for as long as that text stays the same.
 */
export interface Statement extends Span {
  kind: Kind | 'unreadable';
  keyword: Span;
  items: Partial<Record<Slot, Item>>;
  lists: Partial<Record<Slot, Item[]>>;
  /** Where the word of a part stands. */
  words?: Partial<Record<Slot, Span>>;
  problems: Problem[];
  /** The `///` lines above it. */
  doc?: string;
  /** Further statements that its line holds: the second handoff of `handoff A -> B -> C`. */
  more?: Statement[];
  /** On an unreadable one: the name to show that it gives (`name "Vera Cruz"`) to the thing above, and its line with the break before. */
  shown?: Item & { line: Span };
  /** On an unreadable one: the statements it may have been meant as, likeliest first. */
  guesses?: Statement[];
}
