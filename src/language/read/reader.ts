import { type Message, say } from '../message.ts';
import { byFirstWord, type Place, type StatementDefinition } from '../statements.ts';
import { withoutBrackets } from './brackets.ts';
import { furtherPairs } from './further-pairs.ts';
import { handoffByArrows } from './handoff.ts';
import { item, replace, wanted } from './items.ts';
import { list } from './lists.ts';
import { fitsPart, isName, isRatherText, opens, opensAbove, partAt } from './look-ahead.ts';
import { missingIn } from './missing.ts';
import { name, persona, quoted, textAt } from './names-and-texts.ts';
import { personaBehind } from './no-text.ts';
import { oneEach } from './one-each.ts';
import { furtherChoices, furtherNames, furtherTexts } from './several.ts';
import { openingAt, pastBullet, pastLink, pastNumber, pastSign, straightened, unquoted } from './shapes.ts';
import type { Fix, Problem, ProblemCode, Span, Statement } from './statement.ts';
import { otherwise, stray } from './stray.ts';
import { takeChoice, takeTime } from './take.ts';
import { takeScore } from './take-score.ts';
import { takeDate, takeDuration, takeValue } from './take-values.ts';
import type { Token } from './tokens.ts';
import { unreadable } from './unreadable.ts';

/** What one try at a place gave: the index of the token after it. */
export type Taken = number | undefined;

/** A statement and the index of the token after it. */
export interface Result {
  statement: Statement;
  next: number;
}

/** How many problems of one statement are noted: a line of a megabyte needs no more. */
const mostProblems = 50;

/** Reads the statements of one segment from its tokens: which statement begins, and what fills which of its places. */
export class Reader {
  readonly text: string;
  readonly tokens: Token[];
  /** Only asks whether something reads without a problem, so that nothing need be mended. */
  readonly trial: boolean;
  readonly tried = new Map<number, Result>();
  depth = 0;

  constructor(text: string, tokens: Token[], trial = false) {
    this.text = text;
    this.tokens = tokens;
    this.trial = trial;
  }

  all(): Statement[] {
    const statements: Statement[] = [];
    for (let at = 0; at < this.tokens.length; ) {
      const { statement, next } = this.statementAt(at);
      statements.push(statement, ...(statement.more ?? []));
      at = next;
    }
    return statements;
  }

  /** Whether all the tokens read, without a problem, as parts of a statement of this kind and statements that may follow it on the line. */
  continues(definition: StatementDefinition, filled: Statement): boolean {
    const statement: Statement = { ...filled, items: { ...filled.items }, lists: { ...filled.lists }, problems: [] };
    const head = definition.head.findLastIndex(({ slot }) => filled.items[slot] !== undefined || filled.lists[slot] !== undefined) + 1;
    const next = this.rest(statement, definition, head, 0);
    if (statement.problems.length) return false;
    if (next === this.tokens.length) return true;
    return opens(this, next, definition) && this.statementAt(next).statement.problems.length === 0;
  }

  /** Replaces the tokens from an index to the end of its line. */
  retokenize(index: number, replacement: Token[]): void {
    let end = index + 1;
    while (end < this.tokens.length && !this.tokens[end]?.freshLine) end++;
    const rest = this.tokens.slice(end);
    this.tokens.length = index;
    for (const token of replacement) this.tokens.push(token);
    for (const token of rest) this.tokens.push(token);
    this.forgetFrom(index);
  }

  /** Forgets what was read with the token at an index or one behind it, as that is another one now. */
  forgetFrom(index: number): void {
    for (const [at, { next }] of this.tried) if (at >= index || next > index) this.tried.delete(at);
  }

  statementAt(at: number): Result {
    const known = this.tried.get(at);
    if (known) return known;
    const definition = this.keywordAt(at);
    const result = definition ? this.statement(definition, at) : (this.behindBullet(at) ?? unreadable(this, at));
    this.tried.set(at, result);
    return result;
  }

  /** The statement behind the bullet or number of a list (`- step form`), which it then begins with. */
  behindBullet(at: number): Result | undefined {
    const behind = pastBullet(this, at);
    if (behind === undefined) return undefined;
    const definition = this.keywordAt(behind);
    const { statement, next } = definition ? this.statement(definition, behind) : unreadable(this, behind);
    if (!definition && !statement.guesses?.length) return undefined;
    const [first, word] = [this.tokens[at] as Token, this.tokens[behind] as Token];
    const bullet = { start: first.start, end: (this.tokens[behind - 1] as Token).end };
    for (const each of definition ? [statement] : (statement.guesses ?? [])) {
      each.start = first.start;
      this.problem(each, 'syntax', bullet, say('No `{0}` is needed before `{1}`.', this.text.slice(bullet.start, bullet.end), word.value), [
        replace(say('Remove `{0}`', this.text.slice(bullet.start, bullet.end)), { start: first.start, end: word.start }, ''),
      ]);
    }
    statement.start = first.start;
    return { statement, next };
  }

  keywordAt(at: number): StatementDefinition | undefined {
    const token = this.tokens[at];
    return token?.kind === 'word' ? byFirstWord.get(token.value.toLowerCase()) : undefined;
  }

  statement(definition: StatementDefinition, at: number, guessed = false): Result {
    const first = this.tokens[at] as Token;
    const longer = guessed ? undefined : openingAt(this, definition, at);
    if (longer) definition = longer.definition;
    const statement: Statement = {
      kind: definition.kind,
      start: first.start,
      end: first.end,
      keyword: { start: first.start, end: first.start + first.value.length },
      items: {},
      lists: {},
      problems: [],
    };
    let next = at + 1;
    const second = definition.word.split(' ')[1];
    if (longer) {
      next = at + longer.count;
      statement.keyword.end = (this.tokens[next - 1] as Token).end;
      this.problem(statement, 'syntax', statement.keyword, say('Write `{0}`.', definition.word), [
        replace(say('Write `{0}`', definition.word), statement.keyword, definition.word),
      ]).isPlain = true;
    } else if (second && this.tokens[next]?.value.toLowerCase() === second) {
      statement.keyword.end = (this.tokens[next] as Token).end;
      next++;
    } else if (second && !guessed) {
      this.problem(statement, 'syntax', statement.keyword, say('Write `{0}`.', definition.word), [
        replace(say('Write `{0}`', definition.word), statement.keyword, definition.word),
      ]);
    }
    next = pastNumber(this, statement, definition, pastSign(this, statement, definition.head[0]?.takes, next));
    next = handoffByArrows(this, statement, definition, next) ?? this.rest(statement, definition, 0, next);
    statement.end = statement.more?.[0]?.start ?? (this.tokens[next - 1] as Token).end;
    if (statement.more?.[0]) statement.end = endBefore(this.tokens, statement.end);
    straightened(this, statement, at, next);
    oneEach(this, statement, definition);
    return { statement, next };
  }

  /** Reads head and parts from `at` on; gives the index after them. */
  rest(statement: Statement, definition: StatementDefinition, head: number, at: number): number {
    const first = at;
    for (; this.tokens[at]; ) {
      withoutBrackets(this, statement, definition, at);
      const token = this.tokens[at] as Token;
      const named = at === first && head === 0 && isName(this, definition, at);
      if (!named && opens(this, at, definition, statement)) break;
      const afterPart: Taken = named ? undefined : this.part(statement, definition, at);
      if (afterPart !== undefined) {
        at = afterPart;
        continue;
      }
      if (!named && definition.parts.length && (head > 0 || definition.head.every((place) => place.optional))) {
        const after = otherwise(this, statement, definition, at);
        if (after !== undefined) {
          at = after;
          continue;
        }
      }
      if (definition.head.slice(head).every((place) => place.optional) && opensAbove(this, at)) break;
      const filled = this.head(statement, definition, head, at);
      if (filled) {
        [head, at] = filled;
        continue;
      }
      if (token.freshLine) break;
      at = stray(this, statement, definition, at);
    }
    for (const place of definition.head.slice(head)) if (!place.optional) this.missing(statement, definition, place);
    for (const part of definition.parts) if (!part.optional && !statement.items[part.slot]) this.missing(statement, definition, part);
    return at;
  }

  part(statement: Statement, definition: StatementDefinition, at: number): Taken {
    const part = partAt(this, definition, at);
    if (!part || statement.items[part.slot] || statement.lists[part.slot]) return undefined;
    const token = this.tokens[at] as Token;
    const isTextOpen = definition.head.some((place) => place.takes.is === 'text' && !place.optional && !statement.items[place.slot]);
    if (isTextOpen && isRatherText(this, definition, at)) return undefined;
    if (part.takes.is === 'flag') {
      statement.items[part.slot] = item(token, token.value.toLowerCase());
      return at + 1;
    }
    const value = pastSign(this, statement, part.takes, at + 1);
    const after = fitsPart(this, definition, value) ? undefined : this.take(statement, definition, part, value);
    if (after !== undefined) {
      statement.words = { ...statement.words, [part.slot]: { start: token.start, end: token.end } };
      const names = furtherNames(this, statement, definition, part, after);
      return furtherPairs(this, statement, definition, furtherChoices(this, statement, definition, part, names));
    }
    this.problem(statement, 'syntax', token, say('`{0}` needs {1} after it.', part.word, wanted(part.takes)));
    return at + 1;
  }

  /** Fills the next place of the head that this token fits; gives the place after it and the token after it. One left out is a problem. */
  head(statement: Statement, definition: StatementDefinition, head: number, at: number): [number, number] | undefined {
    const leftOut: Place[] = [];
    for (let index = head; index < definition.head.length; index++) {
      const place = definition.head[index] as Place;
      const after = this.take(statement, definition, place, at);
      if (after !== undefined) {
        for (const missing of leftOut) this.missing(statement, definition, missing);
        return [index + 1, this.further(statement, definition, place, after)];
      }
      if (!place.optional) leftOut.push(place);
    }
    return undefined;
  }

  /** Passes over what a place of the head takes one of and somebody gave more: the index behind. */
  further(statement: Statement, definition: StatementDefinition, place: Place, at: number): number {
    const names = furtherNames(this, statement, definition, place, furtherChoices(this, statement, definition, place, at));
    const texts = furtherPairs(this, statement, definition, furtherTexts(this, statement, definition, place, names));
    return place.slot === 'text' ? personaBehind(this, statement, definition, texts) : texts;
  }

  take(statement: Statement, definition: StatementDefinition, place: Place, at: number): Taken {
    const token = this.tokens[at];
    if (!token) return undefined;
    if (token.kind === 'text' && !token.freshLine) {
      const after = unquoted(this, statement, definition, place, at);
      if (after !== undefined) return after;
    }
    switch (place.takes.is) {
      case 'name':
      case 'label':
        return name(this, statement, definition, place, at);
      case 'ref':
        return place.takes.list ? list(this, statement, definition, place, at) : name(this, statement, definition, place, at);
      case 'title':
        return token.kind === 'text' ? quoted(this, statement, definition, place.slot, at) : undefined;
      case 'text': {
        const behind = definition.kind === 'promises' && statement.items.label ? pastSign(this, statement, place.takes, at) : at;
        return this.tokens[behind] ? textAt(this, statement, definition, place, behind) : undefined;
      }
      case 'persona':
        return persona(this, statement, definition, place, at);
      case 'choice':
        return takeChoice(this, statement, place, place.takes.of, at);
      case 'score':
        return takeScore(this, statement, statement.items.persona ? pastSign(this, statement, place.takes, at) : at);
      case 'value':
        return takeValue(this, statement, place, statement.items.label ? pastLink(this, statement, place.takes, at) : at);
      case 'duration':
        return takeDuration(
          this,
          statement,
          place,
          at,
          token.kind === 'word' && !partAt(this, definition, at) && !opens(this, at, definition),
        );
      case 'date':
        return takeDate(this, statement, place, at);
      case 'time':
        return takeTime(this, statement, place, at) ?? textAt(this, statement, definition, place, at);
      case 'ticket':
        if (token.kind === 'text') return quoted(this, statement, definition, place.slot, at);
        if (token.freshLine || token.kind === 'comma') return undefined;
        statement.items[place.slot] = item(token);
        return at + 1;
      case 'flag':
        return undefined;
    }
  }

  missing(statement: Statement, definition: StatementDefinition, place: Place): void {
    const { message, fixes } = missingIn(statement, definition, place);
    this.problem(statement, 'syntax', statement.keyword, message, fixes);
  }

  /** Notes what is wrong with a statement. Gives it, so that more can be said of it. */
  problem(statement: Statement, code: ProblemCode, { start, end }: Span, message: Message, fixes: Fix[] = []): Problem {
    const problem: Problem = { code, start, end, message, fixes };
    if (statement.problems.length < mostProblems) statement.problems.push(problem);
    return problem;
  }
}

/** Where the last token before an offset ends. */
function endBefore(tokens: readonly Token[], offset: number): number {
  return tokens.findLast(({ start }) => start < offset)?.end ?? offset;
}
