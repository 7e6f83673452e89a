import { type Message, say, short } from '../message.ts';
import type { Place, StatementDefinition } from '../statements.ts';
import { inQuotes, item, quote, replace, spanned } from './items.ts';
import { levelAt } from './level-first.ts';
import { joins, splitAtSign } from './lists.ts';
import { fitsPart, opens, otherPart, partAt } from './look-ahead.ts';
import { joined, pastMark } from './names-and-texts.ts';
import { fold } from './near.ts';
import type { Reader } from './reader.ts';
import type { Fix, Item, Problem, Statement } from './statement.ts';
import { endOfLine, isWord, type Token } from './tokens.ts';
import { scoreOf } from './values.ts';

/*
 * Several of what a statement takes one of: two channels, two owners, two texts, a feeling for each of two. The first one counts, and the fixes write
 * one statement for each, or, where only one can be, keep the others as a comment.
 */

/** Several that a statement has in a place for one, until it is read to its end. */
interface Several {
  place: Place;
  items: Item[];
  /** What stands between them, folded: a comma or a word such as `and`. */
  joints: string[];
  problem: Problem;
  /** Only one of them can be said. */
  isOne?: true;
}

const pending = new WeakMap<Statement, Several[]>();

/** More than these in one place are no list that somebody typed. */
const most = 30;

/** Longer statements are not written anew for each. */
const longestMended = 4000;

/** What stands between two of a list at an index: a comma, a word such as `and`, or both. */
function jointAt(reader: Reader, at: number): { next: number; word: string } | undefined {
  const token = reader.tokens[at];
  if (!token || token.freshLine) return undefined;
  const isComma = token.kind === 'comma';
  const isJoined = joins(reader, isComma ? at + 1 : at);
  if (!isComma && !isJoined) return undefined;
  const word = isJoined ? (reader.tokens[isComma ? at + 1 : at] as Token).value : ',';
  return { next: at + (isComma && isJoined ? 2 : 1), word: fold(word) };
}

/** Takes further names behind the one that a place takes. Gives the index behind them. */
export function furtherNames(reader: Reader, statement: Statement, definition: StatementDefinition, place: Place, at: number): number {
  const first = statement.items[place.slot];
  if (!first || (place.takes.is !== 'ref' && place.takes.is !== 'name')) return at;
  const items = [first];
  const joints: string[] = [];
  let next = at;
  for (let joint = jointAt(reader, next); joint && items.length < most; joint = jointAt(reader, next)) {
    const token = splitAtSign(reader, joint.next);
    if (!token || token.freshLine || (token.kind !== 'text' && token.kind !== 'word') || token.open) break;
    if (fitsPart(reader, definition, joint.next) || partAt(reader, definition, joint.next)) break;
    if (opens(reader, joint.next, definition) || otherPart(reader, definition, joint.next, statement)) break;
    if (isOfList(definition, token)) break;
    const end = token.kind === 'text' ? joint.next + 1 : pastMark(reader, joined(reader, definition, place.takes, joint.next));
    items.push(token.kind === 'text' ? item(token) : spanned(reader, joint.next, end));
    joints.push(joint.word);
    next = end;
  }
  if (items.length < 2 || (place.takes.is === 'name' && !isListOfNames(definition, items, reader, next))) return at;
  note(reader, statement, place, items, joints, message(definition, place, items.length));
  return next;
}

/** Takes further values of a list behind the one that a place takes: `moment truth, irritant`. Gives the index behind them. */
export function furtherChoices(reader: Reader, statement: Statement, definition: StatementDefinition, place: Place, at: number): number {
  const first = statement.items[place.slot];
  const { takes } = place;
  if (!first || takes.is !== 'choice') return at;
  const items = [first];
  const joints: string[] = [];
  let next = at;
  for (let joint = jointAt(reader, next); joint && items.length < most; joint = jointAt(reader, next)) {
    const token = reader.tokens[joint.next];
    if (token?.kind !== 'word' || token.freshLine || !takes.of.includes(token.value) || levelAt(reader, definition.parts, joint.next))
      break;
    items.push(item(token));
    joints.push(joint.word);
    next = joint.next + 1;
  }
  if (items.length < 2) return at;
  // Of a channel or a pain there is one, and so one kind, one severity.
  const isOne = definition.parts.some(({ slot }) => slot === place.slot) || definition.head[0]?.takes.is === 'name' || definition.once;
  note(reader, statement, place, items, joints, say('One value stands here; the first one counts.'), isOne === true);
  return next;
}

/** A name without quotes that has an `and` in it: it may be several, which only a person can tell. */
export function maybeSeveral(reader: Reader, statement: Statement, place: Place, at: number, end: number): void {
  const { takes } = place;
  const isName = takes.is === 'name' && /^(?:team|channel|system|persona)$/.test(statement.kind);
  const problem = statement.problems.at(-1);
  if (!problem || !(isName || (takes.is === 'ref' && takes.scope === 'team'))) return;
  const items: Item[] = [];
  const joints: string[] = [];
  let from = at;
  for (let index = at + 1; index <= end; index++) {
    if (index < end && !(joins(reader, index) && index + 1 < end)) continue;
    items.push(spanned(reader, from, index));
    if (index < end) joints.push(fold((reader.tokens[index] as Token).value));
    from = index + 1;
  }
  if (items.length < 2) return;
  problem.fixes = [];
  pending.set(statement, [...(pending.get(statement) ?? []), { place, items, joints, problem }]);
}

/** Whether a token is a value that the statement takes somewhere: `web` in `channel Portal, web`. */
function isOfList({ head, parts }: StatementDefinition, { kind, value }: Token): boolean {
  return (
    kind === 'word' && [...head, ...parts].some(({ takes }) => (takes.is === 'choice' || takes.is === 'flag') && takes.of.includes(value))
  );
}

/** Whether what stands behind the name of a declaration is a list of further ones, and no title or description with a comma in it. */
function isListOfNames({ kind }: StatementDefinition, items: readonly Item[], reader: Reader, next: number): boolean {
  const behind = reader.tokens[next];
  if (behind && !behind.freshLine && behind.kind === 'text') return false;
  const isAlike = items.every(({ quoted }) => quoted === items[0]?.quoted);
  if (kind === 'team' || kind === 'channel' || kind === 'system') return items.every(({ text }) => text.split(' ').length < 5);
  if (kind === 'persona') return isAlike && items.every(({ text, quoted }) => quoted || /^\p{Lu}\p{Ll}+$/u.test(text));
  if (kind === 'touchpoint' && items.every(({ quoted, text }) => quoted || (/^\p{Lu}/u.test(text) && text.split(' ').length < 4)))
    return true;
  if (kind === 'stage' || kind === 'step' || kind === 'touchpoint')
    return isAlike && items.every(({ text, quoted }) => quoted || isWord(text));
  return false;
}

/** Takes further texts behind the one that a place takes. Gives the index behind them. */
export function furtherTexts(reader: Reader, statement: Statement, definition: StatementDefinition, place: Place, at: number): number {
  const first = statement.items[place.slot];
  if (place.takes.is !== 'text' || !first?.quoted) return at;
  const takesMore =
    definition.head.at(-1)?.slot !== place.slot || definition.parts.some(({ takes, word }) => takes.is === 'text' && word !== 'link');
  const items = [first];
  const joints: string[] = [];
  let next = at;
  for (; items.length < most; next++) {
    const joint = jointAt(reader, next);
    const token = reader.tokens[joint?.next ?? next];
    if (!token || token.freshLine || token.kind !== 'text' || token.open || token.foreign) break;
    if ((!joint && takesMore) || /^(?:https?:|www\.)/.test(token.value) || token.start === reader.tokens[next - 1]?.end) break;
    items.push(item(token));
    joints.push(joint?.word ?? '');
    next = joint?.next ?? next;
  }
  if (items.length < 2) return at;
  note(reader, statement, place, items, joints, message(definition, place, items.length));
  return next;
}

/** Personas before a text or a score where one may stand: `does Amina, Karim "…"`. Gives the index behind them. */
export function severalPersonas(
  reader: Reader,
  statement: Statement,
  definition: StatementDefinition,
  place: Place,
  at: number,
): number | undefined {
  const items: Item[] = [];
  const joints: string[] = [];
  let next = at;
  for (let joint: { next: number; word: string } | undefined; items.length < most; next = joint.next) {
    const token = splitAtSign(reader, next);
    if (!token || token.freshLine || token.open || (token.kind !== 'text' && token.kind !== 'word')) return undefined;
    const isPlain = token.kind === 'text' || /^\p{Lu}/u.test(token.value) || isDeclaredAlike(reader, next);
    if (!isPlain) return undefined;
    items.push(item(token));
    next++;
    joint = jointAt(reader, next);
    if (!joint) break;
    joints.push(joint.word);
  }
  const behind = reader.tokens[next];
  const follows = definition.kind === 'feels' ? 'value' : 'text';
  // `says "No."; Tom "Why?"`: what stands in quotes beside a name without them is no persona.
  if (definition.kind !== 'feels' && items[0]?.quoted && items.some(({ quoted }) => !quoted)) return undefined;
  if (items.length === 1 && behind?.kind === 'word') return inWords(reader, statement, definition, place, at);
  if (items.length < 2 || !behind || behind.freshLine || behind.kind !== follows || behind.open) return undefined;
  statement.items[place.slot] = items[0] as Item;
  note(
    reader,
    statement,
    place,
    items,
    joints,
    say('`{0}` names one persona. Write one line for each, or leave the names out where it holds for all.', definition.word),
  );
  return next;
}

/** How many words the name of a persona has at most. */
const longestName = 3;

/** A persona of more than one word, or two without a comma: `does Vera Cruz "…"`. Only a person can tell, also from a sentence. */
function inWords(reader: Reader, statement: Statement, definition: StatementDefinition, place: Place, at: number): number | undefined {
  let next = at;
  while (next < at + longestName && reader.tokens[next]?.kind === 'word' && /^\p{Lu}/u.test(reader.tokens[next]?.value ?? '')) next++;
  const behind = reader.tokens[next];
  const follows = definition.kind === 'feels' ? 'value' : 'text';
  if (next < at + 2 || !behind || behind.kind !== follows || behind.open || behind.freshLine || opens(reader, at, definition))
    return undefined;
  if (behind.kind === 'text' && behind.start === (reader.tokens[next - 1] as Token).end) return undefined;
  const name = spanned(reader, at, next);
  statement.items[place.slot] = name;
  const problem = reader.problem(
    statement,
    'syntax',
    name,
    say('A name of more than one word needs quotes. Did you mean the `{0}` "{1}"?', 'persona', short(name.text)),
    [{ ...quote(name, name.text), decides: true, preferred: true }],
  );
  if (behind.kind === 'text') {
    const whole = reader.text.slice(name.start, behind.end);
    problem.fixes.push({ ...replace(say('Put quotes round all'), { start: name.start, end: behind.end }, inQuotes(whole)), decides: true });
  }
  return next;
}

/** A name in lower case stands between commas only, or before `and`, and never opens a sentence. */
function isDeclaredAlike(reader: Reader, at: number): boolean {
  const next = reader.tokens[at + 1];
  return next?.kind === 'text' || next?.kind === 'value' || jointAt(reader, at + 1) !== undefined;
}

/**
 * Further feelings on the line of one (`feels Amina 1, Karim -1`), or further measures (`metric nps 12, csat 4.1`). Gives the index behind them.
 */
export function furtherPairs(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): number {
  const { score, persona, label } = statement.items;
  const isFeeling = definition.kind === 'feels' && score && persona;
  const isWay = definition.kind === 'leads to' && statement.items.when !== undefined;
  const isSaid = definition.kind !== 'feels' && definition.head[0]?.takes.is === 'persona' && statement.items.text?.quoted === true;
  if (!isFeeling && !isWay && !isSaid && !(definition.kind === 'metric' && label)) return at;
  const starts: { joint: number; begin: number }[] = [];
  let next = at;
  for (;;) {
    const joint = jointAt(reader, next);
    const begin = joint?.next ?? next;
    const behind = isFeeling
      ? (behindFeeling(reader, begin) ?? (joint && behindAbsent(reader, begin)))
      : joint && isSaid
        ? behindSaid(reader, begin)
        : joint && (isWay ? behindWay(reader, definition, begin) : behindMeasure(reader, definition, begin));
    if (behind === undefined) break;
    starts.push({ joint: next, begin });
    next = behind;
  }
  if (!starts.length) return at;
  const [first, last] = [reader.tokens[at] as Token, reader.tokens[next - 1] as Token];
  const lineBreak = `${breakAt(reader, statement.start)}${definition.word} `;
  const edits = starts.map(({ joint, begin }) => {
    const start = (reader.tokens[joint - 1] as Token).end;
    const name = reader.tokens[begin] as Token;
    if (!isFeeling || behindAbsent(reader, begin) === undefined)
      return { start, end: isWay && isTo(name) ? (reader.tokens[begin + 1] as Token).start : name.start, text: lineBreak };
    const absent = `absent ${reader.text.slice(name.start, name.end)}`;
    return { start, end: (reader.tokens[begin + 1] as Token).end, text: breakAt(reader, statement.start) + absent };
  });
  for (const { begin } of isWay ? starts : []) {
    const condition = reader.tokens[begin + 2];
    if (!condition || condition.freshLine || condition.kind === 'text' || isTo(reader.tokens[begin] as Token)) continue;
    const bare = spanned(reader, begin + 2, behindWay(reader, definition, begin) ?? begin + 3);
    edits.push({ start: bare.start, end: bare.end, text: inQuotes(bare.text) });
  }
  const message = isFeeling
    ? say('Each feeling stands on a line of its own.')
    : isWay
      ? say('Each way stands on a line of its own.')
      : isSaid
        ? say('`{0}` takes one persona and one text. Write one line for each.', definition.word)
        : say('Each measure stands on a line of its own.');
  reader.problem(statement, 'syntax', { start: first.start, end: last.end }, message, [{ title: say('Write one line for each'), edits }]);
  return next;
}

/** The index behind a persona, a score and perhaps a text. */
function behindFeeling(reader: Reader, at: number): number | undefined {
  const [name, value, text] = [0, 1, 2].map((index) => reader.tokens[at + index]);
  if (!name || name.freshLine || (name.kind !== 'word' && name.kind !== 'text') || name.open) return undefined;
  if (!value || value.freshLine || value.kind !== 'value' || scoreOf(value.value) === undefined) return undefined;
  return at + (text?.kind === 'text' && !text.freshLine && !text.open ? 3 : 2);
}

/** The index behind a persona and the word that she is not there. */
function behindAbsent(reader: Reader, at: number): number | undefined {
  const [name, word] = [reader.tokens[at], reader.tokens[at + 1]];
  if (!name || name.freshLine || (name.kind !== 'word' && name.kind !== 'text') || name.open || !word || word.freshLine) return undefined;
  return /^(?:absent|absente|abwesend|ausente)$/i.test(word.value) && word.kind === 'word' ? at + 2 : undefined;
}

/** The index behind a persona and a text. */
function behindSaid(reader: Reader, at: number): number | undefined {
  const [name, text] = [reader.tokens[at], reader.tokens[at + 1]];
  if (!name || name.freshLine || name.open || !(name.kind === 'text' || (name.kind === 'word' && /^\p{Lu}/u.test(name.value))))
    return undefined;
  return text?.kind === 'text' && !text.freshLine && !text.open && text.start > name.end ? at + 2 : undefined;
}

/** Whether a word of a further way leads to its step: `…, or to last`. */
function isTo({ kind, value }: Token): boolean {
  return kind === 'word' && /^(?:to|vers|nach|zu|hacia|a|à)$/i.test(value);
}

/** The index behind a step and its condition, which may lack its quotes, or behind the last step without one. */
function behindWay(reader: Reader, definition: StatementDefinition, at: number): number | undefined {
  const named = reader.tokens[at];
  const last = reader.tokens[at + 1];
  if (named && isTo(named) && last?.kind === 'word' && !last.freshLine && (reader.tokens[at + 2]?.freshLine ?? true)) return at + 2;
  const [name, condition] = [reader.tokens[at], reader.tokens[at + 2]];
  if (!name || name.freshLine || (name.kind !== 'word' && name.kind !== 'text') || name.open) return undefined;
  if (!partAt(reader, definition, at + 1) || !condition || condition.freshLine || condition.open) return undefined;
  let next = at + 3;
  if (condition.kind === 'text') return next;
  while (reader.tokens[next] && !reader.tokens[next]?.freshLine && reader.tokens[next]?.kind !== 'comma') next++;
  return next;
}

/** The index behind the name of a measure and its value, if it has one. */
function behindMeasure(reader: Reader, definition: StatementDefinition, at: number): number | undefined {
  const [name, value] = [reader.tokens[at], reader.tokens[at + 1]];
  if (!name || name.freshLine || (name.kind !== 'word' && name.kind !== 'text') || name.open) return undefined;
  if (partAt(reader, definition, at) || otherPart(reader, definition, at)) return undefined;
  if (value && !value.freshLine && value.kind !== 'value' && value.kind !== 'comma' && !joins(reader, at + 1)) return undefined;
  return at + (value?.kind === 'value' && !value.freshLine ? 2 : 1);
}

function note(reader: Reader, statement: Statement, place: Place, items: Item[], joints: string[], said: Message, isOne = false): void {
  const span = { start: (items[0] as Item).start, end: (items.at(-1) as Item).end };
  const problem = reader.problem(statement, 'syntax', span, said);
  pending.set(statement, [
    ...(pending.get(statement) ?? []),
    { place, items, joints, problem, ...(isOne ? { isOne: true as const } : {}) },
  ]);
}

function message(definition: StatementDefinition, place: Place, count: number): Message {
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
export function noted(reader: Reader, statement: Statement, first: Item, last: Item): Fix {
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

/** A line break and the blanks that the line of an offset begins with. */
export function breakAt({ text }: Reader, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
  return `${/\r\n|\n|\r/.exec(text)?.[0] ?? '\n'}${indent}`;
}
