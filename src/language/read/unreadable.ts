import { say, short } from '../message.ts';
import { definitionOf, definitions, type StatementDefinition, scopes } from '../statements.ts';
import { item, phrase, replace, spanned } from './items.ts';
import { distance, fold } from './near.ts';
import { isArrow, momentMeant, statementsMeant } from './other-words.ts';
import { Reader, type Result } from './reader.ts';
import type { Statement } from './statement.ts';
import type { Token } from './tokens.ts';

/* Lines that open with no word of the language. */

/** How many words stand for one of the language at most: `the key moment`. */
const longestOpening = 3;

/** A line that opens with no word of the language, with the statements it was probably meant as. */
export function unreadable(reader: Reader, at: number): Result {
  const token = reader.tokens[at] as Token;
  let next = at + 1;
  while (next < reader.tokens.length && !reader.tokens[next]?.freshLine) next++;
  const guesses = next > at + 1 ? guessed(reader, at, next) : [];
  // By offsets: a text that was mended on the way may have been cut into other words.
  const end = guesses[0]?.statement.end ?? 0;
  while ((reader.tokens[next]?.start ?? end) < end) next++;
  const span = { start: token.start, end: (reader.tokens[next - 1] as Token).end };
  const statement: Statement = {
    kind: 'unreadable',
    ...span,
    keyword: { start: token.start, end: token.end },
    items: {},
    lists: {},
    problems: [],
    guesses: guesses.map((guess) => guess.statement),
  };
  const shown = guesses.length ? undefined : shownName(reader, at, next);
  if (shown) statement.shown = shown;
  const message =
    token.kind === 'word'
      ? say('No statement opens with `{0}`.', short(token.value, 30))
      : say('A statement opens with a word such as `step`, `does` or `feels`.');
  const lines = reader.tokens.slice(at, next).filter((each, index) => index === 0 || each.freshLine);
  const comment = { title: say('Make it a comment'), edits: lines.map(({ start }) => ({ start, end: start, text: '// ' })) };
  reader.problem(statement, 'syntax', span, message, [comment]);
  return { statement, next };
}

/** Words for the name to show of the thing above. */
const nameWords: ReadonlySet<string> = new Set([
  'name',
  'title',
  'full name',
  'display name',
  'label',
  'titel',
  'nom',
  'titre',
  'nombre',
  'titulo',
]);

/** The text of a line such as `name "Vera Cruz"`. */
function shownName(reader: Reader, at: number, next: number): Statement['shown'] {
  const count = namesAt(reader, at, next);
  if (!count) return undefined;
  const [first, last] = [reader.tokens[at + count] as Token, reader.tokens[next - 1] as Token];
  const shown = first === last ? item(first) : spanned(reader, at + count, next);
  if (!shown.text.trim()) return undefined;
  const { start } = reader.tokens[at] as Token;
  const before = /(?:\r\n|\n|\r)?[^\S\r\n]*$/.exec(reader.text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0;
  return { ...shown, line: { start: start - before, end: last.end } };
}

/** How many of the first tokens of a line are words for a name, with something behind them. */
function namesAt(reader: Reader, at: number, next: number): number {
  for (let count = Math.min(longestOpening, next - at - 1); count > 0; count--) {
    const words = phrase(reader, at, count);
    if (words && nameWords.has(words.replace(/ ?[:=]$/, ''))) return count;
  }
  return 0;
}

/** What a line reads as if its first words are taken for one of the language. */
function guessed(reader: Reader, at: number, end: number): Result[] {
  const token = reader.tokens[at] as Token;
  if (token.kind !== 'word' && !isArrow(token.value) && !/^[*_]/.test(token.value)) return [];
  const swapped = personaFirst(reader, at, end);
  if (swapped) return [swapped];
  const moment = keyMoment(reader, at, end);
  if (moment) return [moment];
  const guesses: Result[] = [];
  const known = meantBy(reader, at);
  const candidates = known?.definitions ?? (token.kind === 'word' ? likely(token.value) : []);
  for (const definition of candidates) {
    const trial = new Reader(reader.text, reader.tokens.slice(at, end + 100), known === undefined);
    const count = known?.count ?? 1;
    const span = spanned(reader, at, at + count);
    if (count > 1) trial.tokens.splice(0, count, { ...token, kind: 'word', end: span.end, value: span.text });
    const result = trial.statement(definition, 0, true);
    if (known === undefined && result.statement.problems.length) continue;
    const { keyword } = result.statement;
    if (count > 1) keyword.end = Math.max(keyword.end, span.end);
    const shown = short(reader.text.slice(token.start, span.end).replace(/\s*[:：=]$/, ''), 30);
    const problem = trial.problem(result.statement, 'syntax', span, say('`{0}` is read as `{1}`.', shown, definition.word), [
      replace(say('Write `{0}`', definition.word), keyword, definition.word),
    ]);
    if (known) problem.isPlain = true;
    guesses.push({ statement: result.statement, next: result.next + count - 1 });
  }
  // Of two readings the one whose values fit: `time 3d` takes three days, `time 9:30` is at half past nine.
  return guesses.sort((a, b) => a.statement.problems.length - b.statement.problems.length);
}

/** `irritant "The forms look alike"`: the kind of a key moment without the word `moment`. */
function keyMoment(reader: Reader, at: number, end: number): Result | undefined {
  for (let count = longestOpening; count > 0; count--) {
    const words = phrase(reader, at, count)?.replace(/ ?[:=]$/, '');
    const choice = words && momentMeant(words);
    const behind = reader.tokens[at + count];
    if (!choice || !behind || behind.freshLine) continue;
    const { start, end: last, text } = spanned(reader, at, at + count);
    const token = { kind: 'word', start, end: last, freshLine: false } as const;
    const rest = reader.tokens.slice(at + count, end + 100);
    const trial = new Reader(reader.text, [{ ...token, value: 'moment' }, { ...token, value: choice }, ...rest]);
    const { statement, next } = trial.statement(definitionOf('moment'), 0, true);
    statement.keyword = { start, end: last };
    statement.items.choice = { text: choice, start, end: last, quoted: false };
    const meant = `moment ${choice}`;
    trial.problem(statement, 'syntax', { start, end: last }, say('`{0}` is read as `{1}`.', short(text, 30), meant), [
      replace(say('Write `{0}`', meant), { start, end: last }, meant),
    ]).isPlain = true;
    return { statement, next: next + count - 2 };
  }
  return undefined;
}

/** `Vera thinks "Which one?"`: a persona before the word for what she thinks, says or feels. */
function personaFirst(reader: Reader, at: number, end: number): Result | undefined {
  const [persona, word] = [reader.tokens[at] as Token, reader.tokens[at + 1] as Token];
  const definition = word.freshLine ? undefined : reader.keywordAt(at + 1);
  if (persona.kind !== 'word' || definition?.head[0]?.takes.is !== 'persona' || end < at + 3) return undefined;
  const trial = new Reader(reader.text, [word, { ...persona, freshLine: false }, ...reader.tokens.slice(at + 2, end + 100)], true);
  const { statement, next } = trial.statement(definition, 0, true);
  if (statement.items.persona?.start !== persona.start) return undefined;
  // What is not written like a name is one only where all else is as it should be.
  if (statement.problems.length && !/^\p{Lu}/u.test(persona.value)) return undefined;
  statement.start = persona.start;
  const span = { start: persona.start, end: statement.keyword.end };
  const meant = `${definition.word} ${persona.value}`;
  trial.problem(statement, 'syntax', span, say('First the word, then the persona: `{0}`.', short(meant, 40)), [
    replace(say('Swap them'), span, meant),
  ]);
  return { statement, next };
}

/** The statements that the first words of a line stand for, and how many words those are. */
function meantBy(reader: Reader, at: number): { definitions: readonly StatementDefinition[]; count: number } | undefined {
  if (isArrow((reader.tokens[at] as Token).value)) return { definitions: [definitionOf('leads to')], count: 1 };
  for (let count = longestOpening; count > 0; count--) {
    const words = phrase(reader, at, count);
    const found = words ? statementsMeant(words) : [];
    if (found.length) return { definitions: found, count };
  }
  return undefined;
}

/** The statements that a mistyped or half typed word plainly stands for, likeliest first: a guess that is wrong changes what a map says. */
function likely(word: string): StatementDefinition[] {
  if (word.length < 2 || word.length > 20) return [];
  const plain = fold(word);
  const rated = definitions.flatMap((definition) => {
    const first = definition.word.split(' ')[0] as string;
    // Of two letters only what others stand in is made out: without `st form` its whole step is lost, and `si` is a word of its own.
    if (first.startsWith(plain) && (plain.length > 2 || scopes.some((kind) => kind === definition.kind))) return [{ definition, rate: 0 }];
    const rate = first.length > 3 && plain === `${first}s` ? 1 : mistyped(plain, first);
    return rate === undefined ? [] : [{ definition, rate }];
  });
  return rated.sort((a, b) => a.rate - b.rate).map(({ definition }) => definition);
}

/**
 * In how many letters two words differ if one is the other mistyped: short words are too near to others, as `gain` and `paid` to `pain`, but for
 * two letters swapped (`dose`) or one left out (`stp`).
 */
function mistyped(word: string, meant: string): number | undefined {
  const isSwapped = [...word].sort().join('') === [...meant].sort().join('');
  const isShort = meant.length < (isSwapped || word.length < meant.length ? 4 : 5);
  const limit = isShort || word[0] !== meant[0] ? 0 : meant.length < 8 ? 1 : 2;
  const steps = distance(word, meant, limit);
  return steps <= limit ? steps : undefined;
}
