import { say, short } from '../message.ts';
import type { StatementDefinition } from '../statements.ts';
import { levelAt } from './level-first.ts';
import { fitsPart, otherPart } from './look-ahead.ts';
import { Reader } from './reader.ts';
import type { Span, Statement } from './statement.ts';
import { endOfLine, type Token, tokenize } from './tokens.ts';

/* A part of a statement in brackets, as people add one: `metric nps 12 (target: 20)`, `pain "…" (severity: high)`. */

/** More than so many characters in brackets are no part. */
const longest = 120;

/** What stands in the brackets that open at an index: its tokens, and where the brackets stand. */
function inBrackets(reader: Reader, at: number): { inner: Token[]; span: Span } | undefined {
  const token = reader.tokens[at] as Token;
  const open = reader.text[token.start] as string;
  if (token.freshLine || token.kind === 'text' || (open !== '(' && open !== '[')) return undefined;
  const to = Math.min(endOfLine(reader.text, token.start, Math.min(reader.text.length, token.start + longest)), reader.text.length);
  const close = reader.text.slice(token.start, to).indexOf(open === '(' ? ')' : ']');
  if (close < 2) return undefined;
  const span = { start: token.start, end: token.start + close + 1 };
  return { inner: tokenize(reader.text, span.start + 1, span.end - 1), span };
}

/** Whether all that stands in the brackets at an index is read as parts of a statement. */
export function isPartInBrackets(reader: Reader, definition: StatementDefinition, at: number, filled?: Statement): boolean {
  if (!definition.parts.length) return false;
  const { inner } = inBrackets(reader, at) ?? {};
  if (!inner?.length) return false;
  const within = new Reader(reader.text, inner, true);
  const other = otherPart(within, definition, 0, filled);
  // `Letter (by post)`: such words are no part, unless they say so by its own word.
  const own = definition.parts.some(({ word }) => word === inner[0]?.value.toLowerCase());
  const isOther = other && !(other.part.takes.is === 'ref' && /^\p{Ll}/u.test(inner[other.count]?.value ?? ''));
  if (!(own && fitsPart(within, definition, 0)) && !isOther && !levelAt(within, definition.parts, 0)) return false;
  const trial: Statement = {
    kind: definition.kind,
    start: 0,
    end: 0,
    keyword: { start: 0, end: 0 },
    items: { ...filled?.items },
    lists: { ...filled?.lists },
    problems: [],
  };
  const before = Object.keys(trial.items).length + Object.keys(trial.lists).length;
  const next = within.rest(trial, { ...definition, head: [], parts: definition.parts.map((part) => ({ ...part, optional: true })) }, 0, 0);
  const isMore = Object.keys(trial.items).length + Object.keys(trial.lists).length > before;
  return isMore && next === within.tokens.length && !trial.problems.some(({ passesOver }) => passesOver);
}

/** Takes the brackets at an index off, with a problem, where a part of the statement stands in them. */
export function withoutBrackets(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): void {
  if (!isPartInBrackets(reader, definition, at, statement)) return;
  const { inner, span } = inBrackets(reader, at) as { inner: Token[]; span: Span };
  let next = at + 1;
  while (reader.tokens[next] && (reader.tokens[next] as Token).start < span.end) next++;
  const last = reader.tokens[next - 1] as Token;
  const behind = tokenize(reader.text, span.end, last.end).filter(({ value }) => !/^[.;:!]+$/.test(value));
  reader.tokens.splice(at, next - at, ...inner, ...behind);
  reader.forgetFrom(at);
  const shown = short(reader.text.slice(span.start + 1, span.end - 1).trim(), 40);
  reader.problem(statement, 'syntax', span, say('No brackets are needed round `{0}`.', shown), [
    {
      title: say('Remove the brackets'),
      edits: [
        { start: span.start, end: span.start + 1, text: '' },
        { start: span.end - 1, end: span.end, text: '' },
      ],
    },
  ]);
}
