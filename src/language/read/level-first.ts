import { say } from '../message.ts';
import type { Part } from '../statements.ts';
import { phrase, replace, spanned } from './items.ts';
import { fold } from './near.ts';
import { choiceMeant, meansPart } from './other-words.ts';
import type { Reader } from './reader.ts';
import type { Statement } from './statement.ts';

/** The part that is free and takes one of a list, if a word is its own or stands for it. */
function partOf(free: readonly Part[], word: string): (Part & { takes: { is: 'choice'; of: readonly string[] } }) | undefined {
  for (const part of free) {
    if (part.takes.is === 'choice' && (part.word === word || meansPart(part.word, word))) return { ...part, takes: part.takes };
  }
  return undefined;
}

/** A value of a list before the word of its part, and how many words both are. Not where the word has a value of its own behind it. */
export function levelAt(reader: Reader, free: readonly Part[], at: number): { part: Part; level: string; count: number } | undefined {
  for (let count = 2; count > 0; count--) {
    const words = phrase(reader, at, count)?.replace(/^[([]+/, '');
    const word = reader.tokens[at + count];
    const behind = reader.tokens[at + count + 1];
    if (!words || !word || word.freshLine || word.kind === 'text') continue;
    const part = partOf(free, fold(word.value).replace(/[)\].;:!]+$/, ''));
    const level = part && (part.takes.of.find((each) => each === words) ?? choiceMeant(part.takes.of, words));
    const own = behind && !behind.freshLine ? fold(behind.value) : '';
    if (part && level && !part.takes.of.includes(own)) return { part, level, count: count + 1 };
  }
  return undefined;
}

/** A level as people say it, `low effort` or `very high impact`. Gives the index behind; undefined where none is. */
export function levelFirst(reader: Reader, statement: Statement, free: readonly Part[], at: number): number | undefined {
  const found = levelAt(reader, free, at);
  if (!found) return undefined;
  const span = spanned(reader, at, at + found.count);
  const meant = `${found.part.word} ${found.level}`;
  statement.items[found.part.slot] = { ...span, text: found.level };
  reader.problem(statement, 'syntax', span, say('First the word, then its value: `{0}`.', meant), [
    replace(say('Write `{0}`', meant), span, meant),
  ]);
  return at + found.count;
}
