import { joins } from './lists.ts';
import { fold } from './near.ts';
import type { Reader } from './reader.ts';
import type { Token } from './tokens.ts';

/** What stands between two of a list at an index: a comma, a word such as `and`, or both. */
export function jointAt(reader: Reader, at: number): { next: number; word: string } | undefined {
  const token = reader.tokens[at];
  if (!token || token.freshLine) return undefined;
  const isComma = token.kind === 'comma';
  const isJoined = joins(reader, isComma ? at + 1 : at);
  if (!isComma && !isJoined) return undefined;
  const word = isJoined ? (reader.tokens[isComma ? at + 1 : at] as Token).value : ',';
  return { next: at + (isComma && isJoined ? 2 : 1), word: fold(word) };
}
