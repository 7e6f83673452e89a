import { type Message, say, short } from '../message.ts';
import type { Place, StatementDefinition } from '../statements.ts';
import { breakAt, inQuotes, quote, replace } from './items.ts';
import type { Reader } from './reader.ts';
import type { Fix, Item, Problem, Statement } from './statement.ts';
import { endOfLine, isWord } from './tokens.ts';

/* What is said of several in a place for one, and the fixes: one statement for each, or, where only one can be, the others kept as a comment. */

/** Several that a statement has in a place for one, until it is read to its end. */
export interface Several {
  place: Place;
  items: Item[];
  /** What stands between them, folded: a comma or a word such as `and`. */
  joints: string[];
  problem: Problem;
  /** Only one of them can be said. */
  isOne?: true;
}

const pending = new WeakMap<Statement, Several[]>();

/** Longer statements are not written anew for each. */
const longestMended = 4000;

/** Keeps several for the fixes that are known once the statement is read. */
export function pend(statement: Statement, several: Several): void {
  pending.set(statement, [...(pending.get(statement) ?? []), several]);
}

/** Tells of several in a place for one. */
export function note(
  reader: Reader,
  statement: Statement,
  place: Place,
  items: Item[],
  joints: string[],
  said: Message,
  isOne = false,
): void {
  const span = { start: (items[0] as Item).start, end: (items.at(-1) as Item).end };
  const problem = reader.problem(statement, 'syntax', span, said);
  pend(statement, { place, items, joints, problem, ...(isOne ? { isOne: true as const } : {}) });
}

/** What is said of so many in a place. */
export function message(definition: StatementDefinition, place: Place, count: number): Message {
  if (place.slot === 'via') return say('A touchpoint has one channel. Make {0} touchpoints, one for each.', count);
  if (definition.kind === 'photo') return say('One value stands here; the first one counts.');
  if (place.takes.is === 'text')
    return isSingle(definition, place)
      ? say('`{0}` takes one text: write all in one.', definition.word)
      : say('`{0}` takes one text. Write one line for each.', definition.word);
  if (place.takes.is === 'name') return say('`{0}` declares one name. Write one line for each.', definition.word);
  if (isOwner(definition, place)) return say('One team answers for it. The first one counts; keep the others as a comment.');
  return isSingle(definition, place)
    ? say('`{0}` takes one name. The first one counts.', definition.word)
    : say('`{0}` takes one name. Write one line for each.', definition.word);
}

function isOwner({ kind, word }: StatementDefinition, { slot }: Place): boolean {
  return slot === 'owner' || word === 'owner' || (kind === 'stage' && slot === 'ref');
}

/** Whether there can be no second statement that says the other. */
function isSingle(definition: StatementDefinition, place: Place): boolean {
  if (definition.once || isOwner(definition, place)) return true;
  return place.takes.is === 'text' && (definition.kind === 'feels' || definition.kind === 'handoff' || definition.kind === 'ends');
}

/** Adds the fixes for several in one place, now that the statement is read to its end. */
export function oneEach(reader: Reader, statement: Statement, definition: StatementDefinition): void {
  const isMended = statement.end - statement.start <= longestMended;
  for (const several of isMended ? (pending.get(statement) ?? []) : [])
    several.problem.fixes.push(...fixesFor(reader, statement, definition, several));
  pending.delete(statement);
}

function fixesFor(reader: Reader, statement: Statement, definition: StatementDefinition, several: Several): Fix[] {
  const { place, items, joints } = several;
  const [first, last] = [items[0] as Item, items.at(-1) as Item];
  const { text } = reader;
  const span = { start: first.start, end: last.end };
  const whole = text.slice(span.start, span.end);
  const isWords = joints.some((joint) => joint !== ',');
  const isBare = !items.some(({ quoted }) => quoted);
  const maybeOne =
    isBare && (isWords || place.slot === 'via') && place.takes.is !== 'persona' && place.takes.is !== 'choice'
      ? [quote(span, short(whole, 200))]
      : [];
  if (place.takes.is === 'text' && isSingle(definition, place) && definition.kind !== 'photo')
    return [
      {
        ...replace(say('Write all in one text'), span, inQuotes(items.map((each) => each.text).join(', '))),
        decides: true,
        preferred: true,
      },
    ];
  if (several.isOne || isSingle(definition, place)) {
    const kept: Fix = { ...noted(reader, statement, first, last), decides: true };
    const all = maybeOne.map((fix) => ({ ...fix, decides: true as const }));
    return isWords ? [...all, kept] : [kept, ...all];
  }
  const before = text.slice(statement.start, first.start);
  const behind = text.slice(last.end, statement.end);
  const lines = items.map((each) => before + asWritten(reader, each) + behind);
  const title = place.slot === 'via' ? say('Write one touchpoint for each channel') : say('Write one line for each');
  if (definition.kind === 'leads to' && !statement.items.when && joints.some((joint) => /^(?:or|oder|ou|o|\/|\|)$/.test(joint))) {
    const ways = items.map((each, index) => snippet(before + asWritten(reader, each) + behind, `when "\${${index + 1}:…}"`));
    const asked = {
      start: statement.start,
      end: statement.end,
      text: ways.join(snippet(breakAt(reader, statement.start))),
      snippet: true as const,
    };
    return [{ title: say('Write one line for each, with its condition'), edits: [asked], decides: true }, ...maybeOne];
  }
  const each = replace(title, statement, lines.join(breakAt(reader, statement.start)));
  // What stands behind the last one may be said of that one alone.
  const isUnsure = behind.trim() !== '' && place.slot !== 'via' && place.takes.is !== 'persona' && place.takes.is !== 'text';
  const asTitle =
    place.takes.is === 'name' && definition.head[1]?.takes.is === 'title' && !isWords ? titleFix(reader, definition, items) : [];
  const others = place.takes.is === 'name' ? (isWords ? maybeOne : asTitle) : place.takes.is === 'text' ? [] : maybeOne;
  return [isUnsure ? { ...each, decides: true } : each, ...others];
}

/** For a step such as `Wait, then`: its first word is the name, and all of it the title. */
function titleFix({ text }: Reader, { kind }: StatementDefinition, items: readonly Item[]): Fix[] {
  const [first, last] = [items[0] as Item, items.at(-1) as Item];
  if (kind === 'team' || kind === 'channel' || kind === 'system') {
    const second = items[1] as Item;
    if (items.length > 2 || first.quoted || !second.quoted) return [];
    return [replace(say('Show it as the title'), { start: first.end, end: second.start }, ' ')];
  }
  if (first.quoted || !isWord(first.text)) return [];
  const edit = { start: first.end, end: last.end, text: ` ${inQuotes(text.slice(first.start, last.end))}` };
  return [{ title: say('Show it as the title'), edits: [edit] }];
}

/** Keeps the first of several, and the others in a comment: at the end of the line, or in place where more follows. */
function noted(reader: Reader, statement: Statement, first: Item, last: Item): Fix {
  const { text } = reader;
  const others = text.slice(first.end, last.end).replace(/^[\s,，、،;/|&+]+/, '');
  const isLast = /^[^\S\r\n]*$/.test(text.slice(statement.end, endOfLine(text, statement.end)));
  const title = say('Keep it as a comment');
  if (!isLast) return replace(title, { start: first.end, end: last.end }, ` /* ${others.replaceAll('*/', '')} */`);
  if (last.end === statement.end) return replace(title, { start: first.end, end: last.end }, ` // ${others}`);
  return {
    title,
    edits: [
      { start: first.end, end: last.end, text: '' },
      { start: statement.end, end: statement.end, text: ` // ${others}` },
    ],
  };
}

function snippet(text: string, stop = ''): string {
  return `${text.replace(/[\\$}]/g, (mark) => `\\${mark}`)}${stop && ` ${stop}`}`;
}

/** A name or text as it must stand: in quotes where it is more than a word. */
function asWritten({ text }: Reader, { quoted, start, end, text: value }: Item): string {
  return quoted || isWord(value) ? text.slice(start, end) : inQuotes(value);
}
