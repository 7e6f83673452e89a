import { say, short } from '../message.ts';
import { byFirstWord, type StatementDefinition } from '../statements.ts';
import { Reader } from './reader.ts';
import type { Edit, Problem, Statement } from './statement.ts';
import { endOfLine, isQuote, type Token, tokenize } from './tokens.ts';

/** How many places of one line are tried, so that a line of a megabyte costs no more than another. */
const tries = 24;

/**
 * For a text that runs into what follows it (`"One form impact high`): ends it before the first word from which all the rest of the line
 * reads as the statement's own parts. Gives the problem to report, or undefined where no such word is.
 */
export function closeEarlier(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): Problem | undefined {
  const token = reader.tokens[at] as Token;
  const limit = endOfLine(reader.text, token.start);
  const line = reader.text.slice(0, limit);
  const words = /\s+(?=[\p{L}"“„«「])/gu;
  words.lastIndex = token.start + 1;
  let left = tries;
  for (let gap = words.exec(line); gap && left > 0; gap = words.exec(line)) {
    const start = gap.index + gap[0].length;
    if (!mayContinue(definition, statement, line, start)) continue;
    left--;
    const rest = tokenize(line, start, limit);
    if (!new Reader(reader.text, [...rest], true).continues(definition, statement)) continue;
    const text = line.slice(token.start + 1, gap.index);
    const closed: Token = { kind: 'text', start: token.start, end: gap.index, value: text, freshLine: token.freshLine };
    reader.retokenize(at, [closed, ...rest]);
    const shown = short(line.slice(start, limit), 30);
    const end = rest.at(-1)?.end ?? limit;
    const isOnlyOne = token.open === true && !line.slice(start, end).includes('"');
    const atEnd = isOnlyOne ? [{ title: say('Close it at the end of the line'), edits: [insertQuote(end)] }] : [];
    return {
      code: 'syntax',
      start: closed.start,
      end: closed.end,
      message: say('This text is not closed on its line: a " is missing before `{0}`.', short(line.slice(start, limit), 30)),
      fixes: [{ title: say('Close it before `{0}`', shown), edits: [insertQuote(closed.end)] }, ...atEnd],
    };
  }
  return undefined;
}

/**
 * For a text with quotes in its middle (`"Press "Go" now"`): ends it at the first quote after which the rest of the line reads. Undefined
 * where that is its own, or there is none.
 */
export function closeLater(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): Problem | undefined {
  const token = reader.tokens[at] as Token;
  const limit = endOfLine(reader.text, token.start);
  for (const close of closingsFrom(reader.text, token.end - 1, limit)) {
    const rest = tokenize(reader.text, close + 1, limit);
    if (!new Reader(reader.text, [...rest], true).continues(definition, statement)) continue;
    if (close < token.end) return undefined;
    const inner = reader.text.slice(token.start + 1, close);
    const whole: Token = { kind: 'text', start: token.start, end: close + 1, value: inner, freshLine: token.freshLine };
    const second = reader.text.slice(token.end, close);
    reader.retokenize(at, [whole, ...rest]);
    return {
      code: 'syntax',
      start: whole.start,
      end: whole.end,
      message: say(
        'The text ends before `{0}`. A quotation mark within a text is written \\", or the inner ones “ and ”.',
        short(second, 30),
      ),
      fixes: [
        {
          title: say('Write the inner quotes as \\"'),
          edits: [{ start: whole.start + 1, end: close, text: inner.replace(/(?<!\\)"/g, '\\"') }],
        },
      ],
    };
  }
  return undefined;
}

/** The quotation marks of a line from an offset on: the first ones, and the last. */
function closingsFrom(text: string, from: number, limit: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf('"', from); at >= 0 && at < limit && found.length < tries; at = text.indexOf('"', at + 1)) found.push(at);
  const last = text.lastIndexOf('"', limit - 1);
  return last > (found.at(-1) ?? last) ? [...found, last] : found;
}

function insertQuote(at: number): Edit {
  return { start: at, end: at, text: '"' };
}

function mayContinue(definition: StatementDefinition, statement: Statement, line: string, at: number): boolean {
  if (isQuote(line[at]))
    return definition.head.some(({ slot, takes }) => (takes.is === 'text' || takes.is === 'title') && !statement.items[slot]);
  const word = /^\p{L}+/u.exec(line.slice(at, at + 20))?.[0].toLowerCase() ?? '';
  if (byFirstWord.has(word)) return true;
  return definition.parts.some(
    (part) => part.word === word || part.also?.includes(word) || (part.takes.is === 'flag' && part.takes.of.includes(word)),
  );
}
