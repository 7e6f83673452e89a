import { type Message, say, short } from '../message.ts';
import {
  byFirstWord,
  definitionOf,
  definitions,
  type Kind,
  type Part,
  type Place,
  type Slot,
  type StatementDefinition,
  scopes,
  type Takes,
} from '../statements.ts';
import { distance, nearest, tolerance } from './near.ts';
import { closeEarlier, closeLater } from './repair.ts';
import type { Fix, Item, Problem, ProblemCode, Span, Statement } from './statement.ts';
import { takeChoice, takeDate, takeDuration, takeScore, takeTime, takeValue } from './take.ts';
import { endOfLine, type Token, tokenize } from './tokens.ts';

/**
 * Reads one segment of a file (see `cut`) into its statements. Never throws, and loses nothing: what cannot be read is a statement of
 * kind `unreadable`, and what can only be read by guessing is read so, with a problem that says so.
 */
export function readSegment(text: string): Statement[] {
  const reader = new Reader(text, tokenize(text));
  const statements = reader.all();
  let from = 0;
  for (const statement of statements) {
    const doc = docAbove(text.slice(from, statement.start));
    if (doc !== undefined) statement.doc = doc;
    from = statement.end;
  }
  return statements;
}

/** The `///` lines that end this text, but for blanks. */
function docAbove(text: string): string | undefined {
  if (!text.includes('///')) return undefined;
  const lines = text.split(/\r\n|\r|\n/).slice(0, -1);
  const doc: string[] = [];
  for (let line = lines.pop(); line !== undefined && /^\s*\/\//.test(line); line = lines.pop()) {
    const said = /^\s*\/\/\/ ?(.*)$/.exec(line)?.[1];
    if (said !== undefined) doc.unshift(said);
  }
  return doc.length ? doc.join('\n').trim() : undefined;
}

/** What one try at a place gave: the index of the token after it. */
type Taken = number | undefined;

interface Result {
  statement: Statement;
  next: number;
}

/** Lines longer than this are not mended: finding out what was meant takes time that grows with the square of their length. */
const longestMended = 4000;

export class Reader {
  readonly text: string;
  readonly tokens: Token[];
  /** Only asks whether something reads without a problem, so that nothing need be mended. */
  private readonly trial: boolean;
  private readonly tried = new Map<number, Result>();
  private depth = 0;

  constructor(text: string, tokens: Token[], trial = false) {
    this.text = text;
    this.tokens = tokens;
    this.trial = trial;
  }

  all(): Statement[] {
    const statements: Statement[] = [];
    for (let at = 0; at < this.tokens.length; ) {
      const { statement, next } = this.statementAt(at);
      statements.push(statement);
      at = next;
    }
    return statements;
  }

  /** Whether all the tokens read, without a problem, as parts of a statement of this kind and statements that may follow it on the line. */
  continues(definition: StatementDefinition, filled: Statement): boolean {
    const statement: Statement = { ...filled, items: { ...filled.items }, lists: { ...filled.lists }, problems: [] };
    const next = this.rest(statement, definition, definition.head.length, 0);
    if (statement.problems.length) return false;
    if (next === this.tokens.length) return true;
    return this.opens(next, definition) && this.statementAt(next).statement.problems.length === 0;
  }

  /** Replaces the tokens from an index to the end of its line. */
  retokenize(index: number, replacement: Token[]): void {
    let end = index + 1;
    while (end < this.tokens.length && !this.tokens[end]?.freshLine) end++;
    const rest = this.tokens.slice(end);
    this.tokens.length = index;
    for (const token of replacement) this.tokens.push(token);
    for (const token of rest) this.tokens.push(token);
    for (const key of this.tried.keys()) if (key >= index) this.tried.delete(key);
  }

  private statementAt(at: number): Result {
    const known = this.tried.get(at);
    if (known) return known;
    const definition = this.keywordAt(at);
    const result = definition ? this.statement(definition, at) : this.unreadable(at);
    this.tried.set(at, result);
    return result;
  }

  private keywordAt(at: number): StatementDefinition | undefined {
    const token = this.tokens[at];
    return token?.kind === 'word' ? byFirstWord.get(token.value.toLowerCase()) : undefined;
  }

  private statement(definition: StatementDefinition, at: number, guessed = false): Result {
    const first = this.tokens[at] as Token;
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
    if (second && this.tokens[next]?.value.toLowerCase() === second) {
      statement.keyword.end = (this.tokens[next] as Token).end;
      next++;
    } else if (second && !guessed) {
      this.problem(statement, 'syntax', statement.keyword, say('Write `{0}`.', definition.word), [
        replace(say('Write `{0}`', definition.word), statement.keyword, definition.word),
      ]);
    }
    if (this.tokens[next]?.kind === 'odd' && /^[:：]$/.test(this.tokens[next]?.value ?? '')) next++;
    next = this.rest(statement, definition, 0, next);
    statement.end = (this.tokens[next - 1] as Token).end;
    return { statement, next };
  }

  /** Reads head and parts from `at` on; gives the index after them. */
  private rest(statement: Statement, definition: StatementDefinition, head: number, at: number): number {
    const first = at;
    for (let token = this.tokens[at]; token; token = this.tokens[at]) {
      const isName = at === first && head === 0 && this.isName(definition, at);
      if (!isName && this.opens(at, definition, statement)) break;
      const afterPart: Taken = isName ? undefined : this.part(statement, definition, at);
      if (afterPart !== undefined) {
        at = afterPart;
        continue;
      }
      if (definition.head.slice(head).every((place) => place.optional) && this.opensAbove(at)) break;
      const filled = this.head(statement, definition, head, at);
      if (filled) {
        [head, at] = filled;
        continue;
      }
      if (token.freshLine) break;
      at = this.stray(statement, definition, at);
    }
    for (const place of definition.head.slice(head)) if (!place.optional) this.missing(statement, definition, place);
    for (const part of definition.parts) if (!part.optional && !statement.items[part.slot]) this.missing(statement, definition, part);
    return at;
  }

  /**
   * Whether a word behind the keyword is the name that the statement wants, even if it is a keyword itself (`step need`). It is not
   * when it opens a part or statement that a further word belongs to (`touchpoint via Portal`): then the name was left out.
   */
  private isName(definition: StatementDefinition, at: number): boolean {
    const token = this.tokens[at] as Token;
    const wants = definition.head[0]?.takes.is;
    if (token.kind !== 'word' || token.freshLine || (wants !== 'name' && wants !== 'ref' && wants !== 'label')) return false;
    if (this.partAt(definition, at)?.word && this.fitsPart(definition, at)) return false;
    const next = this.tokens[at + 1];
    if (next?.kind !== 'word' || next.freshLine) return true;
    return !this.partAt(definition, at) && !this.opens(at, definition);
  }

  /** Whether a statement begins at this token. In the middle of a line it must fit there, and read without a problem. */
  private opens(at: number, definition: StatementDefinition, statement?: Statement): boolean {
    const token = this.tokens[at];
    const opened = this.keywordAt(at);
    if (!token || !opened) return false;
    const asPart = definition.parts.find((part) => part.word === token.value.toLowerCase());
    if (asPart && statement && !statement.items[asPart.slot] && !statement.lists[asPart.slot]) return false;
    if (token.freshLine) return true;
    const child = opened.in.some((holder) => holder === definition.kind);
    const sibling = opened.in.some((holder) => holder !== 'file' && definition.in.includes(holder));
    const beside = opened.in.includes('step') && definition.in.some((holder) => definitionOf(holder as Kind)?.in.includes('step'));
    if ((!child && !sibling && !beside) || !this.mayRead(opened, at)) return false;
    return this.reads(at);
  }

  /** Whether a step, stage, journey or declaration begins here in the middle of a line. */
  private opensAbove(at: number): boolean {
    const opened = this.keywordAt(at);
    if (!opened || this.tokens[at]?.freshLine || !scopes.some((scope) => scope === opened.kind)) return false;
    return this.mayRead(opened, at) && this.reads(at);
  }

  /** Looks ahead whether the statement at this token reads without a problem. */
  private reads(at: number): boolean {
    if (this.depth > 30) return true; // a line of thousands of statements: no look ahead, no deeper stack
    this.depth++;
    const { problems } = this.statementAt(at).statement;
    this.depth--;
    return problems.length === 0;
  }

  /** Whether what follows a keyword may be what its statement wants first: a quick no spares a look ahead. */
  private mayRead(definition: StatementDefinition, at: number): boolean {
    const [first, second] = definition.head.filter((place) => !place.optional);
    if (!first) return true;
    const behind = at + definition.word.split(' ').length;
    const next = this.tokens[behind];
    if (!next) return false;
    const isPersona = definition.head[0]?.takes.is === 'persona';
    const kinds = [next.kind, ...(isPersona ? [this.tokens[behind + 1]?.kind] : [])];
    if (first.takes.is === 'text') return kinds.includes('text');
    if (first.takes.is === 'score') return kinds.includes('value');
    if (first.takes.is === 'label') return !second || this.tokens[behind + 1]?.kind === 'text';
    return true;
  }

  private partAt(definition: StatementDefinition, at: number): Part | undefined {
    const token = this.tokens[at];
    if (token?.kind !== 'word') return undefined;
    const word = token.value.toLowerCase();
    return definition.parts.find(
      (part) =>
        part.word === word || (!token.freshLine && part.also?.includes(word)) || (part.takes.is === 'flag' && part.takes.of.includes(word)),
    );
  }

  private part(statement: Statement, definition: StatementDefinition, at: number): Taken {
    const part = this.partAt(definition, at);
    if (!part || statement.items[part.slot] || statement.lists[part.slot]) return undefined;
    const token = this.tokens[at] as Token;
    if (part.takes.is === 'flag') {
      statement.items[part.slot] = item(token, token.value.toLowerCase());
      return at + 1;
    }
    const after = this.fitsPart(definition, at + 1) ? undefined : this.take(statement, definition, part, at + 1);
    if (after !== undefined) {
      statement.words = { ...statement.words, [part.slot]: { start: token.start, end: token.end } };
      return after;
    }
    this.problem(statement, 'syntax', token, say('`{0}` needs {1} after it.', part.word, wanted(part.takes)));
    return at + 1;
  }

  /** Fills the next place of the head that this token fits; gives the place after it and the token after it. One left out is a problem. */
  private head(statement: Statement, definition: StatementDefinition, head: number, at: number): [number, number] | undefined {
    const leftOut: Place[] = [];
    for (let index = head; index < definition.head.length; index++) {
      const place = definition.head[index] as Place;
      const after = this.take(statement, definition, place, at);
      if (after !== undefined) {
        for (const missing of leftOut) this.missing(statement, definition, missing);
        return [index + 1, after];
      }
      if (!place.optional) leftOut.push(place);
    }
    return undefined;
  }

  private take(statement: Statement, definition: StatementDefinition, place: Place, at: number): Taken {
    const token = this.tokens[at];
    if (!token) return undefined;
    switch (place.takes.is) {
      case 'name':
      case 'label':
        return this.name(statement, definition, place, at);
      case 'ref':
        return place.takes.list ? this.list(statement, definition, place, at) : this.name(statement, definition, place, at);
      case 'title':
        return token.kind === 'text' ? this.quoted(statement, definition, place.slot, at) : undefined;
      case 'text':
        return this.textAt(statement, definition, place, at);
      case 'persona':
        return this.persona(statement, definition, place, at);
      case 'choice':
        return takeChoice(this, statement, place, place.takes.of, at);
      case 'score':
        return takeScore(this, statement, at);
      case 'value':
        return takeValue(this, statement, place, at);
      case 'duration':
        return takeDuration(
          this,
          statement,
          place,
          at,
          token.kind === 'word' && !this.partAt(definition, at) && !this.opens(at, definition),
        );
      case 'date':
        return takeDate(this, statement, place, at);
      case 'time':
        return takeTime(this, statement, place, at) ?? this.textAt(statement, definition, place, at);
      case 'ticket':
        if (token.kind === 'text') return this.quoted(statement, definition, place.slot, at);
        if (token.freshLine || token.kind === 'comma') return undefined;
        statement.items[place.slot] = item(token);
        return at + 1;
      case 'flag':
        return undefined;
    }
  }

  private persona(statement: Statement, definition: StatementDefinition, place: Place, at: number): Taken {
    const token = this.tokens[at] as Token;
    const next = this.tokens[at + 1];
    if (!next || next.freshLine || token.freshLine || token.open) return undefined;
    const follows = definition.kind === 'feels' ? 'value' : 'text';
    if (next.kind !== follows || (token.kind !== 'word' && token.kind !== 'text')) return undefined;
    if (token.kind === 'text' && next.start === token.end) return undefined;
    if (next.kind === 'text' && next.value === '' && next.open) return undefined;
    statement.items[place.slot] = item(token);
    return at + 1;
  }

  private name(statement: Statement, definition: StatementDefinition, place: Place, at: number): Taken {
    const token = this.tokens[at] as Token;
    if (token.kind === 'text') return this.quoted(statement, definition, place.slot, at);
    if (token.freshLine || token.kind === 'comma' || (place.takes.is === 'label' && token.kind !== 'word')) return undefined;
    const end = this.pastMark(this.joined(definition, place.takes, at));
    statement.items[place.slot] = this.bareItem(statement, at, end);
    if (place.takes.is === 'name' && end - at > 2 && this.text[(this.tokens[end - 1] as Token).start] === '"')
      this.splitTitle(statement, at);
    return end;
  }

  /**
   * `step form Look for it"` has lost the opening quote of its title, `stage Look for it"` that of its name. The former is told by a name in
   * lower case before a title that is not, and by a persona's first word, which is how she is called.
   */
  private splitTitle(statement: Statement, at: number): void {
    const whole = statement.items.name as Item;
    const first = this.tokens[at] as Token;
    const rest = whole.text.slice(first.value.length).trimStart();
    const told = statement.kind === 'persona' || (/^\p{Ll}/u.test(whole.text) && /^\p{Lu}/u.test(rest));
    if (!told || (statement.kind !== 'persona' && statement.kind !== 'step')) return;
    const start = whole.start + whole.text.length - rest.length;
    statement.items.name = { ...whole, text: first.value, end: first.end };
    statement.items.title = { text: rest, start, end: whole.end, quoted: false };
    const problem = statement.problems.at(-1);
    if (problem) Object.assign(problem, { start, fixes: [quote({ start, end: whole.end }, rest)] });
  }

  /** The index behind a quotation mark that closes what was not opened. */
  private pastMark(at: number): number {
    const token = this.tokens[at];
    return token?.kind === 'odd' && token.value === '"' ? at + 1 : at;
  }

  /** A name without quotes: one word, or, with a problem, the words up to `end`. */
  private bareItem(statement: Statement, at: number, end: number): Item {
    const token = this.tokens[at] as Token;
    let last = this.tokens[end - 1] as Token;
    const strayQuote =
      end - at > 1 && ((last.kind === 'text' && last.open && last.value === '') || (last.kind === 'odd' && last.value === '"'));
    const span = { start: token.start, end: last.end };
    if (strayQuote) last = this.tokens[end - 2] as Token;
    const text = this.text.slice(token.start, last.kind === 'word' ? last.start + last.value.length : last.end);
    if (strayQuote) {
      this.problem(statement, 'syntax', span, say('A " is missing before “{0}”.', short(text)), [quote(span, text)]);
    } else if (end - at > 1) {
      this.problem(statement, 'syntax', span, say('A name of more than one word needs quotes: "{0}".', short(text)), [quote(span, text)]);
    } else if (token.kind !== 'word') {
      this.problem(statement, 'syntax', span, say('A name that does not begin with a letter needs quotes: "{0}".', short(text)), [
        quote(span, text),
      ]);
    }
    return { text, start: token.start, end: end - at > 1 ? span.end : token.start + text.length, quoted: false };
  }

  /** The index after the words on this line that must belong to a name or text that lacks its quotes. */
  private joined(definition: StatementDefinition, takes: Takes, at: number): number {
    let end = at + 1;
    for (; end < this.tokens.length; end++) {
      const token = this.tokens[end] as Token;
      if (token.freshLine || this.opens(end, definition) || this.fitsPart(definition, end)) break;
      if (takes.is !== 'text' && this.partAt(definition, end) && (this.endsLine(end) || this.endsLine(end + 1))) break; // its value is wrong, or to come
      if (takes.is !== 'text' && this.isHalfPart(definition, end)) break;
      if (takes.is !== 'text' && this.goesOn(end)) break;
      if (this.closesBareText(end)) return end;
      if (takes.is === 'text' || (token.kind === 'text' && token.open && token.value === '')) continue;
      if (token.kind !== 'word' && token.kind !== 'odd' && token.kind !== 'value') break;
      if (takes.is === 'label' && token.kind !== 'word') break;
      if (definition.head.some((place) => place.takes.is === 'choice' && isChoice(place.takes.of, token.value, this.endsLine(end)))) break;
    }
    return end;
  }

  /** Whether a token is the last of its line. */
  private endsLine(at: number): boolean {
    return this.tokens[at + 1]?.freshLine ?? true;
  }

  /**
   * Whether a step, stage, journey or declaration in the middle of a line is one and not part of a name without quotes: a text stands in it,
   * or more statements follow on the line.
   */
  private goesOn(at: number): boolean {
    if (!this.opensAbove(at)) return false;
    const { statement, next } = this.statementAt(at);
    const follows = this.tokens[next];
    return Object.values(statement.items).some(({ quoted }) => quoted) || (follows !== undefined && !follows.freshLine);
  }

  /**
   * Whether a quotation mark stands directly behind a bare word: it closes a text whose opening mark is missing. What follows it is then
   * read anew, as it opens nothing.
   */
  private closesBareText(at: number): boolean {
    const token = this.tokens[at] as Token;
    const before = this.tokens[at - 1];
    if (token.kind !== 'text' || before?.end !== token.start || before.kind === 'text') return false;
    const mark: Token = { kind: 'odd', start: token.start, end: token.start + 1, value: '"', freshLine: false };
    this.retokenize(at, [mark, ...tokenize(this.text, token.start + 1, endOfLine(this.text, token.start))]);
    return true;
  }

  /** Whether the word of a part stands here half typed, with something after it that it could take. */
  private isHalfPart(definition: StatementDefinition, at: number): boolean {
    const token = this.tokens[at] as Token;
    const next = this.tokens[at + 1];
    if (token.kind !== 'word' || token.value.length < 2 || !next || next.freshLine || (next.kind !== 'word' && next.kind !== 'text'))
      return false;
    return definition.parts.some(({ word }) => word.length > token.value.length && word.startsWith(token.value.toLowerCase()));
  }

  private fitsPart(definition: StatementDefinition, at: number): boolean {
    const part = this.partAt(definition, at);
    if (!part || part.takes.is === 'flag') return part !== undefined;
    const next = this.tokens[at + 1];
    if (!next || next.freshLine) return false;
    if (part.takes.is === 'choice') return next.kind === 'word';
    if (part.takes.is === 'text') return next.kind === 'text' && next.value !== '';
    if (part.takes.is === 'value' || part.takes.is === 'date' || part.takes.is === 'duration') return next.kind === 'value';
    return next.kind === 'word' || next.kind === 'text';
  }

  private list(statement: Statement, definition: StatementDefinition, place: Place, at: number): Taken {
    const items: Item[] = [];
    let next = at;
    for (let token = this.tokens[next]; token; token = this.tokens[next]) {
      if (token.kind === 'text') items.push(item(token));
      else if (token.kind === 'comma' || (token.freshLine && items.length === 0)) break;
      if (token.kind === 'text') next++;
      else {
        const end = this.pastMark(this.joined(definition, place.takes, next));
        items.push(this.bareItem(statement, next, end));
        next = end;
      }
      if (this.tokens[next]?.kind !== 'comma') break;
      next++;
    }
    if (!items.length) return undefined;
    statement.lists[place.slot] = items;
    const comma = this.tokens[next - 1];
    if (comma?.kind === 'comma')
      this.problem(statement, 'syntax', comma, say('Nothing stands after this comma.'), [replace(say('Remove the comma'), comma, '')]);
    return next;
  }

  private textAt(statement: Statement, definition: StatementDefinition, place: Place, at: number): Taken {
    const token = this.tokens[at] as Token;
    if (token.kind === 'text') return this.quoted(statement, definition, place.slot, at);
    if (token.freshLine || token.kind === 'comma' || this.fitsPart(definition, at)) return undefined;
    const end = this.pastMark(this.joined(definition, { is: 'text' }, at));
    const last = this.tokens[end - 1] as Token;
    const span = { start: token.start, end: last.end };
    const whole = this.text.slice(span.start, span.end);
    const text = whole.replace(/\s*"+$/, '');
    const message = text === whole ? say('A text stands in quotes: "{0}".', short(text)) : say('A " is missing before “{0}”.', short(text));
    this.problem(statement, 'syntax', span, message, [quote(span, text)]);
    statement.items[place.slot] = { text, ...span, quoted: false };
    return end;
  }

  /** A text in quotes, mended where its closing quote is missing or one stands in its middle. */
  private quoted(statement: Statement, definition: StatementDefinition, slot: Slot, at: number): number {
    const token = this.tokens[at] as Token;
    const long = this.text.startsWith('"""', token.start);
    if (!this.trial && !long && (token.open || /[\p{L}\p{N}]/u.test(this.text[token.end] ?? '')) && this.isShort(token)) {
      statement.items[slot] = item(token);
      const mended =
        closeEarlier(this, statement, definition, at) ?? (token.open ? undefined : closeLater(this, statement, definition, at));
      if (mended) statement.problems.push(mended);
    }
    const final = this.tokens[at] as Token;
    if (final.open) {
      const mark = long ? '"""' : this.text[final.start] === '“' ? '”' : '"';
      this.problem(statement, 'syntax', final, say('This text is not closed: a {0} is missing at its end.', mark), [
        { title: say('Close it here'), edits: [{ start: final.end, end: final.end, text: mark }] },
      ]);
    }
    statement.items[slot] = item(final);
    return at + 1;
  }

  /** Whether the rest of the line is one that a person may have typed, so that it is worth trying what she meant. */
  private isShort({ start }: Token): boolean {
    const far = start + longestMended;
    return endOfLine(this.text, start, Math.min(far, this.text.length)) < far;
  }

  /** What fits nowhere in its statement: read as a part whose word was mistyped or left out, else passed over with a problem. */
  private stray(statement: Statement, definition: StatementDefinition, at: number): number {
    const token = this.tokens[at] as Token;
    const word = token.value.toLowerCase();
    const free = definition.parts.filter((part) => part.word && !statement.items[part.slot] && !statement.lists[part.slot]);
    if (token.kind === 'word') {
      const wordless = free.find((part) => part.takes.is === 'choice' && part.takes.of.includes(word));
      if (wordless) {
        statement.items[wordless.slot] = item(token, word);
        this.problem(statement, 'syntax', token, say('Say `{0} {1}`.', wordless.word, word), [
          replace(say('Write `{0} {1}`', wordless.word, word), token, `${wordless.word} ${word}`),
        ]);
        return at + 1;
      }
      const meant = free.find(
        (part) => distance(word, part.word, 2) <= tolerance(word.length) || (word.length > 2 && part.word.startsWith(word)),
      );
      const after = meant && this.take(statement, definition, meant, at + 1);
      if (meant && after !== undefined) {
        this.problem(statement, 'syntax', token, say('`{0}` is read as `{1}`.', token.value, meant.word), [
          replace(say('Write `{0}`', meant.word), token, meant.word),
        ]);
        return after;
      }
    }
    let end = at + 1;
    while (end < this.tokens.length && !this.tokens[end]?.freshLine && !this.opens(end, definition) && !this.fitsPart(definition, end)) {
      if (this.tokens[end]?.kind === 'text' && definition.head.some((place) => !place.optional && !statement.items[place.slot])) break;
      end++;
    }
    const span = { start: token.start, end: (this.tokens[end - 1] as Token).end };
    const shown = short(this.text.slice(span.start, span.end), 30);
    this.problem(statement, 'syntax', span, say('`{0}` does not belong to `{1}` and is passed over.', shown, definition.word), [
      replace(say('Remove `{0}`', shown), { start: this.tokens[at - 1]?.end ?? span.start, end: span.end }, ''),
    ]);
    return end;
  }

  private missing(statement: Statement, definition: StatementDefinition, place: Place): void {
    const message =
      place.takes.is === 'name'
        ? say('This {0} has no name. Write one after it: {1}.', definition.word, definition.example)
        : say('`{0}` needs {1}: {2}.', definition.word, wanted(place.takes), definition.example);
    this.problem(statement, 'syntax', statement.keyword, message);
  }

  /** A line that opens with no word of the language, with the statements it was probably meant as. */
  private unreadable(at: number): Result {
    const token = this.tokens[at] as Token;
    let next = at + 1;
    while (next < this.tokens.length && !this.tokens[next]?.freshLine) next++;
    const guesses: Result[] = [];
    if (token.kind === 'word' && next > at + 1) {
      for (const definition of likely(token.value)) {
        const trial = new Reader(this.text, this.tokens.slice(at, next + 100), true);
        const result = trial.statement(definition, 0, true);
        if (result.statement.problems.length) continue;
        trial.problem(result.statement, 'syntax', token, say('`{0}` is read as `{1}`.', token.value, definition.word), [
          replace(say('Write `{0}`', definition.word), result.statement.keyword, definition.word),
        ]);
        guesses.push(result);
      }
    }
    if (guesses[0]) next = Math.max(next, at + guesses[0].next);
    const span = { start: token.start, end: (this.tokens[next - 1] as Token).end };
    const statement: Statement = {
      kind: 'unreadable',
      ...span,
      keyword: { start: token.start, end: token.end },
      items: {},
      lists: {},
      problems: [],
      guesses: guesses.map((guess) => guess.statement),
    };
    const message =
      token.kind === 'word'
        ? say('No statement opens with `{0}`.', short(token.value, 30))
        : say('A statement opens with a word such as `step`, `does` or `feels`.');
    this.problem(statement, 'syntax', span, message);
    return { statement, next };
  }

  problem(statement: Statement, code: ProblemCode, { start, end }: Span, message: Message, fixes: Fix[] = []): void {
    const problem: Problem = { code, start, end, message, fixes };
    statement.problems.push(problem);
  }
}

/** The statements that a mistyped or half typed word may stand for, likeliest first. */
function likely(word: string): StatementDefinition[] {
  const plain = word.toLowerCase();
  const rated = definitions.flatMap((definition) => {
    const first = definition.word.split(' ')[0] as string;
    if (plain.length > 1 && first.startsWith(plain)) return [{ definition, rate: 0 }];
    const steps = distance(plain, first, tolerance(plain.length));
    return steps <= tolerance(plain.length) ? [{ definition, rate: steps }] : [];
  });
  return rated.sort((a, b) => a.rate - b.rate).map(({ definition }) => definition);
}

/** Whether a word is one of a list, or, where it is the last of its line, near to one. */
function isChoice(of: readonly string[], word: string, isLast: boolean): boolean {
  return of.includes(word.toLowerCase()) || (isLast && nearest(word, of) !== undefined);
}

/** The item that a token is. */
export function item(token: Token, text = token.value): Item {
  const end = token.kind === 'word' ? token.start + token.value.length : token.end;
  return { text, start: token.start, end, quoted: token.kind === 'text' };
}

export function replace(title: Message, { start, end }: Span, text: string): Fix {
  return { title, edits: [{ start, end, text }] };
}

function quote(span: Span, text: string): Fix {
  return replace(say('Put quotes round it'), span, `"${text.replace(/["\\]/g, (mark) => `\\${mark}`)}"`);
}

function wanted(takes: Takes): string {
  switch (takes.is) {
    case 'text':
    case 'title':
      return 'a text in quotes';
    case 'ref':
      return `the name of a ${takes.scope}`;
    case 'choice':
    case 'flag':
      return takes.of.join(', ');
    case 'score':
      return 'a score from -2 to +2';
    case 'value':
      return 'a number';
    case 'duration':
      return 'a duration such as 2d';
    case 'date':
      return 'a date such as 2026-12-15';
    case 'time':
      return 'a time such as 09:10';
    default:
      return 'a name';
  }
}
