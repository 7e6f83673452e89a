import { say, short } from '../message.ts';
import type { StatementDefinition } from '../statements.ts';
import { breakAt, inQuotes, item, replace, spanned } from './items.ts';
import { fold } from './near.ts';
import { isArrow } from './other-words.ts';
import type { Reader } from './reader.ts';
import type { Item, Statement } from './statement.ts';
import { isWord, type Token } from './tokens.ts';

/** Words between two teams that mean the same as an arrow where no `from` stands before the first. */
const toWords = new Set(['to', 'nach', 'an', 'a', 'vers', 'hacia', 'zu', 'then', 'dann', 'puis']);

/**
 * A handoff as an arrow, `handoff Support -> On-call -> Engineering after 35min`: read as one handoff for each arrow. What stands behind the
 * last team belongs to the last handoff.
 *
 * @returns The index behind it; undefined where it is none.
 */
export function handoffByArrows(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): number | undefined {
  if (definition.kind !== 'handoff') return undefined;
  const teams: { name: Item; arrow?: Token }[] = [];
  const opening = reader.tokens[at];
  const isSaid = opening?.kind === 'word' && !opening.freshLine && /^(?:from|von|de|du)$/i.test(opening.value);
  let next = isSaid ? at + 1 : at;
  let arrow: Token | undefined;
  for (;;) {
    const name = teamAt(reader, next, arrow !== undefined);
    if (!name && arrow?.kind !== 'word') return undefined;
    if (!name) {
      next--; // `nach 2 Tagen` is no team
      break;
    }
    teams.push({ name: name.item, ...(arrow ? { arrow } : {}) });
    next = name.next;
    const between = reader.tokens[next];
    if (!between || between.freshLine || !(isBetween(between, teams.length) || (between.kind === 'comma' && !isSaid && !name.item.quoted)))
      break;
    arrow = between;
    next++;
  }
  const isArrows = teams.some((team) => team.arrow && team.arrow.kind !== 'word');
  // `handoff "Ticket passed on" to Support` begins with its text.
  if (teams.length < 2 || (!isArrows && (/^from$/i.test(opening?.value ?? '') || teams[0]?.name.quoted))) return undefined;
  const [first, second] = teams as [{ name: Item }, { name: Item }];
  const last = teams.at(-1) as { name: Item };
  statement.items.from = first.name;
  statement.items.to = second.name;
  const more = further(teams.slice(2));
  const target = more.at(-1) ?? statement;
  const after = reader.rest(target, definition, 0, next);
  target.end = (reader.tokens[after - 1] as Token).end;
  if (more.length) statement.more = more;
  for (const each of more) statement.problems.push(...each.problems.splice(0));
  const span = { start: (reader.tokens[at] as Token).start, end: last.name.end };
  const lines = teams
    .slice(1)
    .map(({ name }, index) => `${index ? 'handoff ' : ''}from ${asName(teams[index]?.name as Item)} to ${asName(name)}`);
  const text = lines.join(breakAt(reader, statement.start));
  const message =
    teams.length === 2
      ? say('Write `handoff {0}`.', short(text, 60))
      : say('Write `handoff {0}`, and one line for each further handoff.', short(lines[0] as string, 60));
  reader.problem(statement, 'syntax', span, message, [
    replace(teams.length === 2 ? say('Write `handoff {0}`', short(text, 60)) : say('Write one line for each handoff'), span, text),
  ]);
  return after;
}

/** The handoffs behind the first one. Who hands over stands in the one before, and is said there. */
function further(teams: readonly { name: Item; arrow?: Token }[]): Statement[] {
  return teams.map(({ name, arrow }): Statement => {
    const keyword = { start: arrow?.start ?? name.start, end: arrow?.end ?? name.end };
    return { kind: 'handoff', start: keyword.start, end: name.end, keyword, items: { to: name }, lists: {}, problems: [] };
  });
}

function isBetween(token: Token, count: number): boolean {
  if (isArrow(token.value) || /^[-–—]$/.test(token.value)) return true;
  return token.kind === 'word' && (count === 1 || fold(token.value) !== 'a') && toWords.has(fold(token.value));
}

/** A team, in quotes or as words up to an arrow or a part. */
function teamAt(reader: Reader, at: number, isTarget: boolean): { item: Item; next: number } | undefined {
  const token = reader.tokens[at];
  if (!token || token.freshLine) return undefined;
  if (token.kind === 'text') return token.open ? undefined : { item: item(token), next: at + 1 };
  if (token.kind !== 'word' || /^(?:from|to|after|von|de|du)$/i.test(token.value)) return undefined;
  let next = at + 1;
  for (let more = reader.tokens[next]; more && !more.freshLine && more.kind === 'word'; more = reader.tokens[next]) {
    if (!isTarget && /^(?:from|von|de|du)$/i.test(more.value)) return undefined; // `by mail from Support to Legal`
    if (isBetween(more, 1) || (isTarget && /^(?:after|within|nach|in|binnen|apres|après|sous)$/i.test(more.value))) break;
    next++;
  }
  return { item: next === at + 1 ? item(token) : spanned(reader, at, next), next };
}

function asName({ text }: Item): string {
  return isWord(text) ? text : inQuotes(text);
}
