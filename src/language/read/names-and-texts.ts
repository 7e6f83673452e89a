import { say, short } from '../message.ts';
import type { Place, Slot, StatementDefinition, Takes } from '../statements.ts';
import { isPartInBrackets } from './brackets.ts';
import { isoDate } from './dates.ts';
import { item, quote, replace, spanned } from './items.ts';
import { joins, splitAtSign } from './lists.ts';
import { endsLine, endsName, fitsPart, fitsSurely, goesOn, isHalfPart, opens, otherPart, partAt } from './look-ahead.ts';
import { fold, nearest } from './near.ts';
import { isMeasure, otherThanText, valueFirst } from './no-text.ts';
import { choiceMeant } from './other-words.ts';
import type { Reader, Taken } from './reader.ts';
import { closeEarlier, closeLater } from './repair.ts';
import { maybeSeveral, severalPersonas } from './several.ts';
import { isLink, splitAtEquals } from './shapes.ts';
import type { Fix, Item, Problem, Statement } from './statement.ts';
import { isScoreAhead, scoreOfPhrase } from './take-score.ts';
import { endOfLine, type Token, tokenize } from './tokens.ts';

/*
 * Names and texts, with and without their quotes. Each takes what a place wants from the tokens at an index, and gives the index after it,
 * or undefined where the token cannot be meant for the place.
 */

/** What has a title rather than a name in the eyes of those who write it. */
const titled: ReadonlySet<string> = new Set(['journey', 'stage', 'step']);

/** Lines longer than this are not mended: finding out what was meant takes time that grows with the square of their length. */
const longestMended = 4000;

export function persona(reader: Reader, statement: Statement, definition: StatementDefinition, place: Place, at: number): Taken {
  const token = reader.tokens[at] as Token;
  const next = reader.tokens[at + 1];
  if (!next || next.freshLine || token.freshLine || token.open) return undefined;
  if (token.kind === 'word' && definition.parts.some(({ takes }) => takes.is === 'choice' && takes.of.includes(token.value)))
    return undefined;
  const several = severalPersonas(reader, statement, definition, place, at);
  if (several !== undefined) return several;
  const follows = definition.kind === 'feels' ? 'value' : 'text';
  const isBeforeSigns = follows === 'value' && next.kind === 'odd' && isScoreAhead(reader, at + 1);
  if ((next.kind !== follows && !isBeforeSigns) || (token.kind !== 'word' && token.kind !== 'text')) return undefined;
  if (isBeforeSigns && token.kind === 'word' && !/^\p{Lu}/u.test(token.value)) return undefined;
  if (token.kind === 'word' && follows === 'text' && isWithinText(reader, definition, at + 2)) return undefined;
  if (token.kind === 'text' && next.start === token.end) return undefined;
  if (next.kind === 'text' && next.value === '' && next.open) return undefined;
  if (follows === 'value' && isFeeling(token, reader.tokens[at + 2])) return undefined;
  statement.items[place.slot] = item(token);
  return at + 1;
}

/** Whether words go on behind a text, so that it is one in the middle of a sentence without quotes: `does Opens "the portal" again`. */
function isWithinText(reader: Reader, definition: StatementDefinition, at: number): boolean {
  const token = reader.tokens[at];
  return (
    token?.kind === 'word' &&
    !token.freshLine &&
    /^\p{Ll}/u.test(token.value) &&
    !partAt(reader, definition, at) &&
    !opens(reader, at, definition) &&
    !joins(reader, at) &&
    !otherPart(reader, definition, at)
  );
}

/** Whether what stands before a score is the word for the feeling and no persona (`"lost" -1`): no further word follows, and it is no name. */
function isFeeling(token: Token, behind: Token | undefined): boolean {
  if (behind?.kind === 'text' && !behind.freshLine) return false;
  return /^\p{Ll}/u.test(token.value) && (token.kind === 'text' || scoreOfPhrase(token.value) !== undefined);
}

export function name(reader: Reader, statement: Statement, definition: StatementDefinition, place: Place, at: number): Taken {
  if (place.takes.is === 'ref' && place.takes.scope === 'channel') splitAtSign(reader, at);
  if (place.takes.is === 'label') splitAtEquals(reader, at);
  const token = reader.tokens[at] as Token;
  if (token.kind === 'text') return quoted(reader, statement, definition, place.slot, at);
  if (place.takes.is === 'label' && token.kind !== 'word') return valueFirst(reader, statement, definition, at);
  if (token.freshLine || token.kind === 'comma') return undefined;
  const end = pastMark(reader, joined(reader, definition, place.takes, at));
  if (isBeforeTitle(reader, definition, place, at, end)) return nameWithTitle(reader, statement, at, end);
  statement.items[place.slot] = bareItem(reader, statement, place.takes, at, end);
  if (end - at > 2) maybeSeveral(reader, statement, place, at, end);
  if (place.takes.is === 'name' && end - at > 2 && reader.text[(reader.tokens[end - 1] as Token).start] === '"')
    splitTitle(reader, statement, at);
  return end;
}

/** Whether words without quotes are a name and, behind its colon, what it is shown as: `step bus: Take the bus`. */
function isBeforeTitle(reader: Reader, definition: StatementDefinition, place: Place, at: number, end: number): boolean {
  const [token, behind] = [reader.tokens[at] as Token, reader.tokens[at + 1]];
  if (place.takes.is !== 'name' || definition.head[1]?.takes.is !== 'title' || token.kind !== 'word' || end < at + 2) return false;
  const isApart = behind?.value === ':' && token.end <= behind.start;
  return isApart ? end > at + 2 : /[:：]$/.test(reader.text.slice(token.start, token.end));
}

/** A name and its title, for which only a person can tell whether they are both, or a title with a colon in it. */
function nameWithTitle(reader: Reader, statement: Statement, at: number, end: number): number {
  const token = reader.tokens[at] as Token;
  const name = item(token);
  const title = spanned(reader, reader.tokens[at + 1]?.value === ':' ? at + 2 : at + 1, end);
  const span = { start: name.start, end: title.end };
  const whole = quote(span, reader.text.slice(span.start, span.end));
  const isSure = /^\p{Ll}/u.test(name.text) && /^\p{Lu}/u.test(title.text);
  const text = title.text.replace(/(?<!\\)"/g, '”');
  statement.items.name = name;
  statement.items.title = title;
  reader.problem(
    statement,
    'syntax',
    span,
    say('The name to show stands in quotes behind the name: `{0} "{1}"`.', name.text, short(text)),
    [
      {
        ...replace(say('Write `{0}`', short(`${name.text} "${text}"`)), span, `${name.text} "${text}"`),
        ...(isSure ? { preferred: true } : { decides: true }),
      },
      { ...whole, decides: true },
    ],
  );
  return end;
}

/**
 * `step form Look for it"` has lost the opening quote of its title, `stage Look for it"` that of its name. The former is told by a name in
 * lower case before a title that is not, and by a persona's first word, which is how she is called.
 */
export function splitTitle(reader: Reader, statement: Statement, at: number): void {
  const whole = statement.items.name as Item;
  const first = reader.tokens[at] as Token;
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
export function pastMark(reader: Reader, at: number): number {
  const token = reader.tokens[at];
  return token?.kind === 'odd' && token.value === '"' ? at + 1 : at;
}

/** A name without quotes: one word, or, with a problem, the words up to `end`. */
export function bareItem(reader: Reader, statement: Statement, takes: Takes, at: number, end: number): Item {
  const token = reader.tokens[at] as Token;
  let last = reader.tokens[end - 1] as Token;
  const strayQuote =
    end - at > 1 && ((last.kind === 'text' && last.open && last.value === '') || (last.kind === 'odd' && last.value === '"'));
  const span = { start: token.start, end: last.end };
  if (strayQuote) last = reader.tokens[end - 2] as Token;
  const text = reader.text.slice(token.start, last.kind === 'word' ? last.start + last.value.length : last.end);
  if (strayQuote) {
    reader.problem(statement, 'syntax', span, say('A " is missing before “{0}”.', short(text)), [quote(span, text)]);
  } else if (end - at > 1) {
    const message =
      takes.is === 'ref'
        ? say('A name of more than one word needs quotes. Did you mean the `{0}` "{1}"?', takes.scope, short(text))
        : titled.has(statement.kind)
          ? say('A title of more than one word needs quotes: "{0}".', short(text))
          : say('A name of more than one word needs quotes: "{0}".', short(text));
    reader.problem(statement, 'syntax', span, message, [quote(span, text)]);
  } else if (token.kind !== 'word') {
    const message = /^\p{L}/u.test(text)
      ? say('A name with signs in it needs quotes: "{0}".', short(text))
      : say('A name that does not begin with a letter needs quotes: "{0}".', short(text));
    reader.problem(statement, 'syntax', span, message, [quote(span, text)]);
  }
  return { text, start: token.start, end: end - at > 1 ? span.end : token.start + text.length, quoted: false };
}

/** The index after the words on this line that must belong to a name or text that lacks its quotes. */
export function joined(reader: Reader, definition: StatementDefinition, takes: Takes, at: number): number {
  let end = at + 1;
  for (; end < reader.tokens.length; end++) {
    const token = reader.tokens[end] as Token;
    if (token.freshLine || interrupts(reader, end, definition, takes) || isPartInBrackets(reader, definition, end)) break;
    if (takes.is === 'text' ? fitsSurely(reader, definition, end) : fitsPart(reader, definition, end)) break;
    if (takes.is === 'ref' && joins(reader, end) && (takes.list || takes.scope !== 'team' || /^[/;|]$/.test(token.value))) break;
    if (takes.is === 'ref' && joins(reader, end) && reader.tokens[end + 1]?.kind === 'text') break;
    if (takes.is !== 'text' && endsName(reader, definition, end)) break;
    if (takes.is !== 'text' && partAt(reader, definition, end) && (endsLine(reader, end) || endsLine(reader, end + 1))) break; // its value is wrong, or to come
    if (takes.is !== 'text' && isHalfPart(reader, definition, end)) break;
    if (takes.is !== 'text' && goesOn(reader, end)) break;
    if (definition.kind === 'leads to' && (takes.is === 'text' ? token.kind === 'comma' : partAt(reader, definition, end))) break;
    if (closesBareText(reader, end)) return end;
    if (takes.is === 'text' && (isMeasure(reader, definition, end) || (definition.kind === 'scope' && partAt(reader, definition, end))))
      break;
    if (takes.is === 'text' || (token.kind === 'text' && token.open && token.value === '')) continue;
    if (token.kind !== 'word' && token.kind !== 'odd' && token.kind !== 'value') break;
    if (takes.is === 'label' && (token.kind !== 'word' || isLink(reader, end) || isCurrency(reader, end))) break;
    if (isOfPart(definition, token) || (takes.is === 'name' && isFlag(reader, definition, end))) break;
    if (definition.head.some((place) => place.takes.is === 'choice' && isChoice(place.takes.of, token.value, endsLine(reader, end)))) break;
  }
  return end;
}

/** Whether a statement begins within words without quotes. Within a sentence it is one only with a text or a number of its own. */
function interrupts(reader: Reader, at: number, definition: StatementDefinition, takes: Takes): boolean {
  if (!opens(reader, at, definition)) return false;
  if (takes.is !== 'text' || reader.depth > 30) return true;
  reader.depth++;
  const { items } = reader.statementAt(at).statement;
  reader.depth--;
  return Object.values(items).some(({ quoted, text }) => quoted || /\p{Nd}/u.test(text));
}

/** Whether a word is the code of a currency with its amount behind it. */
function isCurrency(reader: Reader, at: number): boolean {
  return /^[A-Z]{3}$/.test((reader.tokens[at] as Token).value) && reader.tokens[at + 1]?.kind === 'value';
}

/** Words that say of a team or system that it is not ours, and nothing else. */
const external = /^extern(?:al|als|e|es|er|en|o|os|a|as)?$/i;

/** Whether a word behind a name says that it is external, in other words or in brackets, or leads to that: `Carrier (extern)`, `Carrier is external`. */
function isFlag(reader: Reader, { parts }: StatementDefinition, at: number): boolean {
  if (!parts.some(({ takes }) => takes.is === 'flag' && takes.of.includes('external'))) return false;
  const [token, next] = [reader.tokens[at] as Token, reader.tokens[at + 1]];
  if (endsLine(reader, at)) return external.test(token.value.replace(/^[([]|[)\].;]+$/g, ''));
  return /^(?:is|are|est|sont|ist|sind|es|[-–—:])$/i.test(token.value) && external.test(next?.value ?? '') && endsLine(reader, at + 1);
}

/** Whether what stands here is the value of a part whose word was left out: a day, or a word of its list. */
function isOfPart({ parts }: StatementDefinition, { kind, value }: Token): boolean {
  return parts.some(({ takes }) =>
    takes.is === 'date' ? kind === 'value' && isoDate(value) : takes.is === 'choice' && takes.of.includes(value),
  );
}

/**
 * Whether a quotation mark stands directly behind a bare word: it closes a text whose opening mark is missing. What follows it is then
 * read anew, as it opens nothing.
 */
export function closesBareText(reader: Reader, at: number): boolean {
  const token = reader.tokens[at] as Token;
  const before = reader.tokens[at - 1];
  if (token.kind !== 'text' || before?.end !== token.start || before.kind === 'text') return false;
  const mark: Token = { kind: 'odd', start: token.start, end: token.start + 1, value: '"', freshLine: false };
  reader.retokenize(at, [mark, ...tokenize(reader.text, token.start + 1, endOfLine(reader.text, token.start))]);
  return true;
}

export function textAt(reader: Reader, statement: Statement, definition: StatementDefinition, place: Place, at: number): Taken {
  const token = reader.tokens[at] as Token;
  if (token.kind === 'text') return quoted(reader, statement, definition, place.slot, at);
  if (token.freshLine || token.kind === 'comma' || fitsSurely(reader, definition, at)) return undefined;
  const other = otherThanText(reader, statement, definition, place, at);
  if (other) return other === 'a part' ? undefined : other;
  const end = pastMark(reader, joined(reader, definition, { is: 'text' }, at));
  const last = reader.tokens[end - 1] as Token;
  const span = { start: token.start, end: last.end };
  const written = reader.text.slice(span.start, span.end);
  // What people set a word off with is none of it: `feels 1 (glad)`, `feels 1 - glad`.
  const whole = definition.kind === 'feels' ? (/^\(([^()]+)\)$/.exec(written)?.[1] ?? written.replace(/^[-–—:] +/, '')) : written;
  // A mark at the end that has its fellow is one of a pair within the text.
  const isPaired = (whole.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 0;
  const text = isPaired ? whole : whole.replace(/\s*"+$/, '');
  const message = isPaired ? say('A text stands in quotes: "{0}".', short(text)) : say('A " is missing before “{0}”.', short(text));
  const fix = quote(span, text);
  const behind = reader.tokens[end];
  const lineEnd = behind && !behind.freshLine && isShort(reader, token) ? endOfWords(reader, end) : undefined;
  if (lineEnd !== undefined && opens(reader, end, definition)) {
    const line = { start: span.start, end: lineEnd };
    const whole = quote(line, reader.text.slice(line.start, line.end)).edits;
    const all: Fix = { title: say('Put quotes round the whole line'), edits: whole, decides: true };
    const isText = Object.values(reader.statementAt(end).statement.items).some(({ quoted }) => quoted);
    const own: Fix = { ...fix, decides: true };
    reader.problem(statement, 'syntax', span, message, isText ? [own, all] : [all, own]);
  } else
    reader.problem(statement, 'syntax', span, message, [
      /\p{L}\p{L}/u.test(text) && !/^\p{L}+ [-+]?\d+$/u.test(definition.kind === 'feels' ? text : '') ? fix : { ...fix, decides: true },
    ]);
  statement.items[place.slot] = { text, ...span, quoted: false };
  return end;
}

/** Where the last token of a line ends. */
function endOfWords(reader: Reader, at: number): number {
  let last = at;
  while (reader.tokens[last + 1] && !reader.tokens[last + 1]?.freshLine) last++;
  return (reader.tokens[last] as Token).end;
}

/** A text in quotes, mended where its closing quote is missing or one stands in its middle. */
export function quoted(reader: Reader, statement: Statement, definition: StatementDefinition, slot: Slot, at: number): number {
  const token = reader.tokens[at] as Token;
  const long = reader.text.startsWith('"""', token.start);
  if (!reader.trial && !long && !token.foreign && (token.open || goesOnBehind(reader, token)) && isShort(reader, token)) {
    statement.items[slot] = item(token);
    // With every mark having its fellow, some stand within the text; else one is missing.
    const isPaired = !token.open && marksBehind(reader, token) % 2 === 0;
    const mends = isPaired ? [closeLater, closeEarlier] : token.open ? [closeEarlier] : [closeEarlier, closeLater];
    let mended: Problem | undefined;
    for (const mend of mends) mended ??= mend(reader, statement, definition, at);
    if (mended) statement.problems.push(mended);
  }
  const final = reader.tokens[at] as Token;
  const curly = final.open && !long && reader.text[final.start] === '"' && /[”“»]$/.exec(final.value)?.[0];
  if (curly && !/[“„«]./.test(final.value)) {
    const mark = { start: final.end - 1, end: final.end };
    const message = say('This text opens with " and closes with {0}.', curly);
    reader.problem(statement, 'syntax', final, message, [replace(say('Write `{0}`', '"'), mark, '"')]);
    statement.items[slot] = { ...item(final), text: final.value.slice(0, -1).trimEnd() };
    return at + 1;
  }
  if (final.open) {
    const mark = long ? '"""' : reader.text[final.start] === '“' ? '”' : '"';
    reader.problem(statement, 'syntax', final, say('This text is not closed: a {0} is missing at its end.', mark), [
      { title: say('Close it here'), edits: [{ start: final.end, end: final.end, text: mark }] },
    ]);
  }
  statement.items[slot] = item(final);
  return at + 1;
}

/** How many quotation marks stand on a line from a text on. */
function marksBehind({ text }: Reader, { start }: Token): number {
  return text.slice(start, endOfLine(text, start)).match(/(?<!\\)"/g)?.length ?? 0;
}

/** Whether something stands directly behind the closing quote of a text, so that the text may go on. */
function goesOnBehind({ text }: Reader, { end }: Token): boolean {
  if (/^[:=] ?"/.test(text.slice(end, end + 3))) return false; // `"Delivery": "3 days"`
  return /[^\s,，、،;"/]/u.test(text[end] ?? ' ');
}

/** Whether the rest of the line is one that a person may have typed, so that it is worth trying what she meant. */
export function isShort(reader: Reader, { start }: Token): boolean {
  const far = start + longestMended;
  return endOfLine(reader.text, start, Math.min(far, reader.text.length)) < far;
}

/** Whether a word is one of a list, or, where it is the last of its line, near to one or another word for it. */
function isChoice(of: readonly string[], word: string, isLast: boolean): boolean {
  return of.includes(word.toLowerCase()) || (isLast && (nearest(word, of) ?? choiceMeant(of, fold(word))) !== undefined);
}
