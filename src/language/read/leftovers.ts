import { say, short } from '../message.ts';
import { definitions, type StatementDefinition } from '../statements.ts';
import { item, replace } from './items.ts';
import { fitsPart, opens } from './look-ahead.ts';
import { distance, tolerance } from './near.ts';
import { Reader, type Result } from './reader.ts';
import type { Statement } from './statement.ts';
import type { Token } from './tokens.ts';

/* What fits nowhere: words within a statement, and lines that open with no word of the language. */

/** What fits nowhere in its statement: read as a part whose word was mistyped or left out, else passed over with a problem. */
export function stray(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): number {
  const token = reader.tokens[at] as Token;
  const word = token.value.toLowerCase();
  const free = definition.parts.filter((part) => part.word && !statement.items[part.slot] && !statement.lists[part.slot]);
  if (token.kind === 'word') {
    const wordless = free.find((part) => part.takes.is === 'choice' && part.takes.of.includes(word));
    if (wordless) {
      statement.items[wordless.slot] = item(token, word);
      reader.problem(statement, 'syntax', token, say('Say `{0} {1}`.', wordless.word, word), [
        replace(say('Write `{0} {1}`', wordless.word, word), token, `${wordless.word} ${word}`),
      ]);
      return at + 1;
    }
    const meant = free.find(
      (part) => distance(word, part.word, 2) <= tolerance(word.length) || (word.length > 2 && part.word.startsWith(word)),
    );
    const after = meant && reader.take(statement, definition, meant, at + 1);
    if (meant && after !== undefined) {
      reader.problem(statement, 'syntax', token, say('`{0}` is read as `{1}`.', token.value, meant.word), [
        replace(say('Write `{0}`', meant.word), token, meant.word),
      ]);
      return after;
    }
  }
  let end = at + 1;
  while (
    end < reader.tokens.length &&
    !reader.tokens[end]?.freshLine &&
    !opens(reader, end, definition) &&
    !fitsPart(reader, definition, end)
  ) {
    if (reader.tokens[end]?.kind === 'text' && definition.head.some((place) => !place.optional && !statement.items[place.slot])) break;
    end++;
  }
  const span = { start: token.start, end: (reader.tokens[end - 1] as Token).end };
  const shown = short(reader.text.slice(span.start, span.end), 30);
  reader.problem(statement, 'syntax', span, say('`{0}` does not belong to `{1}` and is passed over.', shown, definition.word), [
    replace(say('Remove `{0}`', shown), { start: reader.tokens[at - 1]?.end ?? span.start, end: span.end }, ''),
  ]);
  return end;
}

/** A line that opens with no word of the language, with the statements it was probably meant as. */
export function unreadable(reader: Reader, at: number): Result {
  const token = reader.tokens[at] as Token;
  let next = at + 1;
  while (next < reader.tokens.length && !reader.tokens[next]?.freshLine) next++;
  const guesses: Result[] = [];
  if (token.kind === 'word' && next > at + 1) {
    for (const definition of likely(token.value)) {
      const trial = new Reader(reader.text, reader.tokens.slice(at, next + 100), true);
      const result = trial.statement(definition, 0, true);
      if (result.statement.problems.length) continue;
      trial.problem(result.statement, 'syntax', token, say('`{0}` is read as `{1}`.', token.value, definition.word), [
        replace(say('Write `{0}`', definition.word), result.statement.keyword, definition.word),
      ]);
      guesses.push(result);
    }
  }
  if (guesses[0]) next = Math.max(next, at + guesses[0].next);
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
  const message =
    token.kind === 'word'
      ? say('No statement opens with `{0}`.', short(token.value, 30))
      : say('A statement opens with a word such as `step`, `does` or `feels`.');
  const lines = reader.tokens.slice(at, next).filter((each, index) => index === 0 || each.freshLine);
  const comment = { title: say('Make it a comment'), edits: lines.map(({ start }) => ({ start, end: start, text: '// ' })) };
  reader.problem(statement, 'syntax', span, message, [comment]);
  return { statement, next };
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
