import { say } from '../message.ts';
import type { Place, StatementDefinition } from '../statements.ts';
import { item, quote, replace } from './items.ts';
import { bareItem, joined, pastMark } from './names-and-texts.ts';
import { isJoiner } from './other-words.ts';
import type { Reader, Taken } from './reader.ts';
import type { Item, Problem, Statement } from './statement.ts';
import type { Token } from './tokens.ts';

/* Several names, where a list of them may stand. */

/** Names with commas between them. Words such as `and` are read as commas, with a problem. */
export function list(reader: Reader, statement: Statement, definition: StatementDefinition, place: Place, at: number): Taken {
  const items: Item[] = [];
  let next = at;
  let joint: Problem | undefined;
  for (let token = splitAtSign(reader, next); token; token = splitAtSign(reader, next)) {
    if (token.kind === 'comma' || (token.freshLine && items.length === 0)) break;
    const found = oneName(reader, statement, definition, place, next);
    const before = items.at(-1);
    if (joint && before && !before.quoted && !found.item.quoted) {
      const span = { start: before.start, end: found.item.end };
      joint.fixes.push(quote(span, reader.text.slice(span.start, span.end)));
    }
    joint = undefined;
    items.push(found.item);
    next = found.next;
    const comma = reader.tokens[next]?.kind === 'comma';
    if (comma) next++;
    if (joins(reader, next)) {
      const word = reader.tokens[next] as Token;
      const [from, to] = [(reader.tokens[next - 1] as Token).end, (reader.tokens[next + 1] as Token).start];
      const problem = reader.problem(statement, 'syntax', word, say('Write a comma between two names, not `{0}`.', word.value), [
        replace(comma ? say('Remove `{0}`', word.value) : say('Write a comma'), { start: from, end: to }, comma ? ' ' : ', '),
      ]);
      joint = comma ? undefined : problem;
      next++;
    } else if (!comma && !withoutComma(reader, statement, next)) break;
  }
  if (!items.length) return undefined;
  statement.lists[place.slot] = items;
  const comma = reader.tokens[next - 1];
  if (comma?.kind === 'comma')
    reader.problem(statement, 'syntax', comma, say('Nothing stands after this comma.'), [replace(say('Remove the comma'), comma, '')]);
  return next;
}

/** Notes a comma that is missing between two names in quotes: `channels "Portal" "Phone"`. */
function withoutComma(reader: Reader, statement: Statement, at: number): boolean {
  const [before, token] = [reader.tokens[at - 1], reader.tokens[at]];
  if (before?.kind !== 'text' || token?.kind !== 'text' || token.freshLine || token.open || token.start === before.end) return false;
  reader.problem(statement, 'syntax', token, say('Write a comma between two names.'), [
    replace(say('Write a comma'), { start: before.end, end: token.start }, ', '),
  ]);
  return true;
}

/** The token at an index, cut in two where a sign joins two names without blanks (`Email/SMS`). */
export function splitAtSign(reader: Reader, at: number): Token | undefined {
  const token = reader.tokens[at];
  const mark = token?.kind === 'odd' && /^\p{L}[\p{L}\p{M}\p{N}_-]+[;|]$/u.test(token.value) && isFollowed(reader, at);
  if (token && mark) {
    const end = token.end - 1;
    reader.tokens.splice(
      at,
      1,
      { ...token, kind: 'word', end, value: token.value.slice(0, -1) },
      { kind: 'odd', start: end, end: token.end, value: token.value.slice(-1), freshLine: false },
    );
    reader.forgetFrom(at);
    return reader.tokens[at];
  }
  const parts = token?.kind === 'odd' ? /^(\p{L}[\p{L}\p{M}\p{N}_-]*)([/&+;|])(?=\p{L}[\p{L}\p{M}\p{N}_-]+)/u.exec(token.value) : undefined;
  if (!token || !parts || (parts[1] as string).length < 2) return token;
  const [, first = '', sign = ''] = parts;
  const middle = token.start + first.length;
  const rest = token.value.slice(first.length + 1);
  const isWord = /^[\p{L}\p{M}\p{N}_-]+$/u.test(rest);
  reader.tokens.splice(
    at,
    1,
    { ...token, kind: 'word', end: middle, value: first },
    { kind: 'odd', start: middle, end: middle + 1, value: sign, freshLine: false },
    { kind: isWord ? 'word' : 'odd', start: middle + 1, end: token.end, value: rest, freshLine: false },
  );
  reader.forgetFrom(at);
  return reader.tokens[at];
}

function isFollowed(reader: Reader, at: number): boolean {
  const next = reader.tokens[at + 1];
  return next !== undefined && !next.freshLine && (next.kind === 'word' || next.kind === 'text');
}

function oneName(
  reader: Reader,
  statement: Statement,
  definition: StatementDefinition,
  place: Place,
  at: number,
): { item: Item; next: number } {
  const token = reader.tokens[at] as Token;
  if (token.kind === 'text') {
    if (token.open) {
      reader.problem(statement, 'syntax', token, say('This text is not closed: a {0} is missing at its end.', '"'), [
        { title: say('Close it here'), edits: [{ start: token.end, end: token.end, text: '"' }] },
      ]);
    }
    return { item: item(token), next: at + 1 };
  }
  const next = pastMark(reader, joined(reader, definition, place.takes, at));
  const found = { item: bareItem(reader, statement, place.takes, at, next), next };
  if (place.takes.is === 'ref' && place.takes.list && next === at + 2) maybeTwo(reader, statement, at);
  return found;
}

/** Two words are one name without its quotes, or two without their comma (`for Amina Karim`): only a person can tell. Not so `Service desk`. */
function maybeTwo(reader: Reader, statement: Statement, at: number): void {
  const [first, second] = [reader.tokens[at] as Token, reader.tokens[at + 1] as Token];
  if (first.kind !== 'word' || second.kind !== 'word' || (/^\p{Lu}/u.test(first.value) && /^\p{Ll}/u.test(second.value))) return;
  const comma = replace(say('Write a comma'), { start: first.end, end: second.start }, ', ');
  statement.problems.at(-1)?.fixes.unshift(comma);
}

/** Whether a word such as `and` stands here between two names. */
export function joins(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  const next = reader.tokens[at + 1];
  if (!token || token.freshLine || token.kind === 'text' || token.kind === 'comma' || !isJoiner(token.value)) return false;
  return next !== undefined && !next.freshLine && (next.kind === 'text' || next.kind === 'word');
}
