import { say } from '../message.ts';
import type { Item, Statement } from '../read/statement.ts';

/*
 * A letter or page pasted into a map: among its lines some open with a word of the language by chance (`for three days I have waited.`).
 * Between lines that cannot be read these are sentences too, and nothing that the map says.
 */

/** More unreadable lines than this in a row, sentences among them, are no slips but something pasted. */
const few = 3;

/** From so many words without quotes on, a text is a sentence rather than one that lacks its quotes, even without a full stop. */
const fewWords = 7;

/** The statements of a file, with those that are sentences of something pasted made unreadable. */
export function withoutProse<T extends { statement: Statement }>(placed: readonly T[]): readonly T[] {
  if (placed.filter(({ statement }) => isLost(statement)).length <= few) return placed;
  const all = [...placed];
  let from = 0;
  for (let at = 0; at <= placed.length; at++) {
    const statement = placed[at]?.statement;
    if (statement && (isLost(statement) || isSentence(statement))) continue;
    const lost = placed.slice(from, at).map((each) => isLost(each.statement));
    if (lost.filter(Boolean).length > few) {
      for (let index = from + lost.indexOf(true); index < from + lost.lastIndexOf(true); index++) {
        const entry = placed[index] as T;
        if (!isLost(entry.statement)) all[index] = { ...entry, statement: unread(entry.statement) };
      }
    }
    from = at + 1;
  }
  return all;
}

function isLost({ kind, guesses }: Statement): boolean {
  return kind === 'unreadable' && guesses?.length === 0;
}

/** Whether all that a statement says are words without quotes that make a sentence. */
function isSentence({ kind, items, lists, problems }: Statement): boolean {
  if (kind === 'unreadable' || !problems.some(({ code }) => code === 'syntax')) return false;
  const said: Item[] = [...Object.values(items), ...Object.values(lists).flat()];
  const words = said.reduce((count, { text }) => count + text.split(/\s+/).length, 0);
  return said.length > 0 && said.every(({ quoted }) => !quoted) && (words > fewWords || /[.,;!?…]$/.test(said.at(-1)?.text ?? ''));
}

const made = new WeakMap<Statement, Statement>();

/** A statement as a line that cannot be read: the same each time, so that one sees that nothing has changed. */
function unread(statement: Statement): Statement {
  const known = made.get(statement);
  if (known) return known;
  const { start, end, keyword } = statement;
  const span = { start, end };
  const comment = { title: say('Make it a comment'), edits: [{ start, end: start, text: '// ' }] };
  const message = say('No statement opens with `{0}`.', statement.kind);
  const problem = { code: 'syntax' as const, ...span, message, fixes: [comment] };
  const fresh: Statement = { kind: 'unreadable', ...span, keyword, items: {}, lists: {}, problems: [problem], guesses: [] };
  made.set(statement, fresh);
  return fresh;
}
