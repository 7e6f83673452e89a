import { commentsIn } from '../read/comments.ts';
import { cut } from '../read/cut.ts';
import { plainOf } from '../read/plain.ts';
import { readSegment } from '../read/segment.ts';
import type { Item, Statement } from '../read/statement.ts';
import { tokenize } from '../read/tokens.ts';
import type { Kind } from '../statements.ts';
import { isValue, takesBySlot } from './statement.ts';

/** Whether a text reads as these statements and nothing else, but for the forms of their values, and for the documentation above them. */
export function readsAs(statements: readonly Statement[], text: string): boolean {
  return allTheSame(statements, readAgain(text));
}

/** Whether a segment and a text in its place say the same, also in their comments. */
export function sayAlike({ text, statements }: { text: string; statements: readonly Statement[] }, other: string): boolean {
  const again = readAgain(other);
  return (
    allTheSame(statements, again) &&
    statements.every(({ doc }, index) => doc === again[index]?.doc) &&
    commentsOf(text) === commentsOf(other)
  );
}

/** The comments of a text, one a line, also where a text that is not closed makes it doubtful whether they are any. */
function commentsOf(text: string): string {
  const comments = commentsIn(text, tokenize(text));
  return comments.map(({ start, end }) => text.slice(start, end).trimEnd()).join('\n');
}

function readAgain(text: string): Statement[] {
  return cut(text).flatMap((start, index, starts) => readSegment(text.slice(start, starts[index + 1])));
}

function allTheSame(some: readonly Statement[] = [], others: readonly Statement[] = []): boolean {
  return some.length === others.length && some.every((one, index) => sayTheSame(one, others[index] as Statement));
}

/** Whether two readings of a statement say the same, but for the forms of their values. */
function sayTheSame(one: Statement, other: Statement): boolean {
  if (one.kind !== other.kind || one.shown?.text !== other.shown?.text) return false;
  const takes = one.kind === 'unreadable' ? undefined : takesBySlot(one.kind as Kind);
  const isSame = (slot: string, a: Item | undefined, b: Item | undefined): boolean => {
    if (!a || !b) return a === b;
    const place = takes?.get(slot);
    const plain = (text: string): string => (place && isValue(place) && !a.quoted ? plainOf(place, text) : text);
    return a.quoted === b.quoted && plain(a.text) === plain(b.text);
  };
  const slots = [...Object.keys(one.items), ...Object.keys(other.items)] as (keyof Statement['items'])[];
  const lists = [...Object.keys(one.lists), ...Object.keys(other.lists)] as (keyof Statement['lists'])[];
  return (
    problemsOf(one) === problemsOf(other) &&
    slots.every((slot) => isSame(slot, one.items[slot], other.items[slot])) &&
    lists.every((slot) => {
      const [a = [], b = []] = [one.lists[slot], other.lists[slot]];
      return a.length === b.length && a.every((item, index) => isSame(slot, item, b[index]));
    }) &&
    allTheSame(one.guesses, other.guesses)
  );
}

function problemsOf({ problems }: Statement): string {
  return problems.map(({ code, message }) => `${code} ${message.text}`).join();
}
