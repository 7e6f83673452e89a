import { definitionOf, type Kind, type Part, type StatementDefinition, scopes } from '../statements.ts';
import type { Reader } from './reader.ts';
import type { Statement } from './statement.ts';
import type { Token } from './tokens.ts';

/* Questions about the tokens ahead: is this a name, a part, the beginning of a statement? None of them fills anything. */

/**
 * Whether a word behind the keyword is the name that the statement wants, even if it is a keyword itself (`step need`). It is not
 * when it opens a part or statement that a further word belongs to (`touchpoint via Portal`): then the name was left out.
 */
export function isName(reader: Reader, definition: StatementDefinition, at: number): boolean {
  const token = reader.tokens[at] as Token;
  const wants = definition.head[0]?.takes.is;
  if (token.kind !== 'word' || token.freshLine || (wants !== 'name' && wants !== 'ref' && wants !== 'label')) return false;
  if (partAt(reader, definition, at)?.word && fitsPart(reader, definition, at)) return false;
  const next = reader.tokens[at + 1];
  if (next?.kind !== 'word' || next.freshLine) return true;
  return !partAt(reader, definition, at) && !opens(reader, at, definition);
}

/** Whether a statement begins at this token. In the middle of a line it must fit there, and read without a problem. */
export function opens(reader: Reader, at: number, definition: StatementDefinition, statement?: Statement): boolean {
  const token = reader.tokens[at];
  const opened = reader.keywordAt(at);
  if (!token || !opened) return false;
  const asPart = definition.parts.find((part) => part.word === token.value.toLowerCase());
  if (asPart && statement && !statement.items[asPart.slot] && !statement.lists[asPart.slot]) return false;
  if (token.freshLine) return true;
  const child = opened.in.some((holder) => holder === definition.kind);
  const sibling = opened.in.some((holder) => holder !== 'file' && definition.in.includes(holder));
  const beside = opened.in.includes('step') && definition.in.some((holder) => definitionOf(holder as Kind)?.in.includes('step'));
  if ((!child && !sibling && !beside) || !mayRead(reader, opened, at)) return false;
  return reads(reader, at);
}

/** Whether a step, stage, journey or declaration begins here in the middle of a line. */
export function opensAbove(reader: Reader, at: number): boolean {
  const opened = reader.keywordAt(at);
  if (!opened || reader.tokens[at]?.freshLine || !scopes.some((scope) => scope === opened.kind)) return false;
  return mayRead(reader, opened, at) && reads(reader, at);
}

/** Looks ahead whether the statement at this token reads without a problem. */
export function reads(reader: Reader, at: number): boolean {
  if (reader.depth > 30) return true; // a line of thousands of statements: no look ahead, no deeper stack
  reader.depth++;
  const { problems } = reader.statementAt(at).statement;
  reader.depth--;
  return problems.length === 0;
}

/** Whether what follows a keyword may be what its statement wants first: a quick no spares a look ahead. */
export function mayRead(reader: Reader, definition: StatementDefinition, at: number): boolean {
  const [first, second] = definition.head.filter((place) => !place.optional);
  if (!first) return true;
  const behind = at + definition.word.split(' ').length;
  const next = reader.tokens[behind];
  if (!next) return false;
  const isPersona = definition.head[0]?.takes.is === 'persona';
  const kinds = [next.kind, ...(isPersona ? [reader.tokens[behind + 1]?.kind] : [])];
  if (first.takes.is === 'text') return kinds.includes('text');
  if (first.takes.is === 'score') return kinds.includes('value');
  if (first.takes.is === 'label') return !second || reader.tokens[behind + 1]?.kind === 'text';
  return true;
}

export function partAt(reader: Reader, definition: StatementDefinition, at: number): Part | undefined {
  const token = reader.tokens[at];
  if (token?.kind !== 'word') return undefined;
  const word = token.value.toLowerCase();
  return definition.parts.find(
    (part) =>
      part.word === word || (!token.freshLine && part.also?.includes(word)) || (part.takes.is === 'flag' && part.takes.of.includes(word)),
  );
}

export function fitsPart(reader: Reader, definition: StatementDefinition, at: number): boolean {
  const part = partAt(reader, definition, at);
  if (!part || part.takes.is === 'flag') return part !== undefined;
  const next = reader.tokens[at + 1];
  if (!next || next.freshLine) return false;
  if (part.takes.is === 'choice') return next.kind === 'word';
  if (part.takes.is === 'text') return next.kind === 'text' && next.value !== '';
  if (part.takes.is === 'value' || part.takes.is === 'date' || part.takes.is === 'duration') return next.kind === 'value';
  return next.kind === 'word' || next.kind === 'text';
}

/** Whether the word of a part stands here half typed, with something after it that it could take. */
export function isHalfPart(reader: Reader, definition: StatementDefinition, at: number): boolean {
  const token = reader.tokens[at] as Token;
  const next = reader.tokens[at + 1];
  if (token.kind !== 'word' || token.value.length < 2 || !next || next.freshLine || (next.kind !== 'word' && next.kind !== 'text'))
    return false;
  return definition.parts.some(({ word }) => word.length > token.value.length && word.startsWith(token.value.toLowerCase()));
}

/**
 * Whether a step, stage, journey or declaration in the middle of a line is one and not part of a name without quotes: a text stands in it,
 * or more statements follow on the line.
 */
export function goesOn(reader: Reader, at: number): boolean {
  if (!opensAbove(reader, at)) return false;
  const { statement, next } = reader.statementAt(at);
  const follows = reader.tokens[next];
  return Object.values(statement.items).some(({ quoted }) => quoted) || (follows !== undefined && !follows.freshLine);
}

/** Whether a token is the last of its line. */
export function endsLine(reader: Reader, at: number): boolean {
  return reader.tokens[at + 1]?.freshLine ?? true;
}
