import { say, short } from '../message.ts';
import type { Place, StatementDefinition } from '../statements.ts';
import { inQuotes, item, quote, replace, spanned } from './items.ts';
import { jointAt } from './joints.ts';
import { levelAt } from './level-first.ts';
import { joins, splitAtSign } from './lists.ts';
import { fitsPart, opens, otherPart, partAt } from './look-ahead.ts';
import { joined, pastMark } from './names-and-texts.ts';
import { fold } from './near.ts';
import { message, note, pend } from './one-each.ts';
import type { Reader } from './reader.ts';
import type { Item, Statement } from './statement.ts';
import { isWord, type Token } from './tokens.ts';

/*
 * Several of what a statement takes one of: two channels, two owners, two texts, a feeling for each of two. The first one counts, and the fixes write
 * one statement for each, or, where only one can be, keep the others as a comment.
 */

/** More than these in one place are no list that somebody typed. */
const most = 30;

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
  pend(statement, { place, items, joints, problem });
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
