import { say } from '../message.ts';
import type { StatementDefinition } from '../statements.ts';
import { breakAt, inQuotes, spanned } from './items.ts';
import { jointAt } from './joints.ts';
import { joins } from './lists.ts';
import { otherPart, partAt } from './look-ahead.ts';
import type { Reader } from './reader.ts';
import type { Statement } from './statement.ts';
import type { Token } from './tokens.ts';
import { scoreOf } from './values.ts';

/**
 * Further feelings on the line of one (`feels Amina 1, Karim -1`), or further measures (`metric nps 12, csat 4.1`). Gives the index behind them.
 */
export function furtherPairs(reader: Reader, statement: Statement, definition: StatementDefinition, at: number): number {
  const { score, persona, label } = statement.items;
  const isFeeling = definition.kind === 'feels' && score && persona;
  const isWay = definition.kind === 'leads to' && statement.items.when !== undefined;
  const isSaid = definition.kind !== 'feels' && definition.head[0]?.takes.is === 'persona' && statement.items.text?.quoted === true;
  if (!isFeeling && !isWay && !isSaid && !(definition.kind === 'metric' && label)) return at;
  const starts: { joint: number; begin: number }[] = [];
  let next = at;
  for (;;) {
    const joint = jointAt(reader, next);
    const begin = joint?.next ?? next;
    const behind = isFeeling
      ? (behindFeeling(reader, begin) ?? (joint && behindAbsent(reader, begin)))
      : joint && isSaid
        ? behindSaid(reader, begin)
        : joint && (isWay ? behindWay(reader, definition, begin) : behindMeasure(reader, definition, begin));
    if (behind === undefined) break;
    starts.push({ joint: next, begin });
    next = behind;
  }
  if (!starts.length) return at;
  const [first, last] = [reader.tokens[at] as Token, reader.tokens[next - 1] as Token];
  const lineBreak = `${breakAt(reader, statement.start)}${definition.word} `;
  const edits = starts.map(({ joint, begin }) => {
    const start = (reader.tokens[joint - 1] as Token).end;
    const name = reader.tokens[begin] as Token;
    if (!isFeeling || behindAbsent(reader, begin) === undefined)
      return { start, end: isWay && isTo(name) ? (reader.tokens[begin + 1] as Token).start : name.start, text: lineBreak };
    const absent = `absent ${reader.text.slice(name.start, name.end)}`;
    return { start, end: (reader.tokens[begin + 1] as Token).end, text: breakAt(reader, statement.start) + absent };
  });
  for (const { begin } of isWay ? starts : []) {
    const condition = reader.tokens[begin + 2];
    if (!condition || condition.freshLine || condition.kind === 'text' || isTo(reader.tokens[begin] as Token)) continue;
    const bare = spanned(reader, begin + 2, behindWay(reader, definition, begin) ?? begin + 3);
    edits.push({ start: bare.start, end: bare.end, text: inQuotes(bare.text) });
  }
  const message = isFeeling
    ? say('Each feeling stands on a line of its own.')
    : isWay
      ? say('Each way stands on a line of its own.')
      : isSaid
        ? say('`{0}` takes one persona and one text. Write one line for each.', definition.word)
        : say('Each measure stands on a line of its own.');
  reader.problem(statement, 'syntax', { start: first.start, end: last.end }, message, [{ title: say('Write one line for each'), edits }]);
  return next;
}

/** The index behind a persona, a score and perhaps a text. */
function behindFeeling(reader: Reader, at: number): number | undefined {
  const [name, value, text] = [0, 1, 2].map((index) => reader.tokens[at + index]);
  if (!name || name.freshLine || (name.kind !== 'word' && name.kind !== 'text') || name.open) return undefined;
  if (!value || value.freshLine || value.kind !== 'value' || scoreOf(value.value) === undefined) return undefined;
  return at + (text?.kind === 'text' && !text.freshLine && !text.open ? 3 : 2);
}

/** The index behind a persona and the word that she is not there. */
function behindAbsent(reader: Reader, at: number): number | undefined {
  const [name, word] = [reader.tokens[at], reader.tokens[at + 1]];
  if (!name || name.freshLine || (name.kind !== 'word' && name.kind !== 'text') || name.open || !word || word.freshLine) return undefined;
  return /^(?:absent|absente|abwesend|ausente)$/i.test(word.value) && word.kind === 'word' ? at + 2 : undefined;
}

/** The index behind a persona and a text. */
function behindSaid(reader: Reader, at: number): number | undefined {
  const [name, text] = [reader.tokens[at], reader.tokens[at + 1]];
  if (!name || name.freshLine || name.open || !(name.kind === 'text' || (name.kind === 'word' && /^\p{Lu}/u.test(name.value))))
    return undefined;
  return text?.kind === 'text' && !text.freshLine && !text.open && text.start > name.end ? at + 2 : undefined;
}

/** Whether a word of a further way leads to its step: `…, or to last`. */
function isTo({ kind, value }: Token): boolean {
  return kind === 'word' && /^(?:to|vers|nach|zu|hacia|a|à)$/i.test(value);
}

/** The index behind a step and its condition, which may lack its quotes, or behind the last step without one. */
function behindWay(reader: Reader, definition: StatementDefinition, at: number): number | undefined {
  const named = reader.tokens[at];
  const last = reader.tokens[at + 1];
  if (named && isTo(named) && last?.kind === 'word' && !last.freshLine && (reader.tokens[at + 2]?.freshLine ?? true)) return at + 2;
  const [name, condition] = [reader.tokens[at], reader.tokens[at + 2]];
  if (!name || name.freshLine || (name.kind !== 'word' && name.kind !== 'text') || name.open) return undefined;
  if (!partAt(reader, definition, at + 1) || !condition || condition.freshLine || condition.open) return undefined;
  let next = at + 3;
  if (condition.kind === 'text') return next;
  while (reader.tokens[next] && !reader.tokens[next]?.freshLine && reader.tokens[next]?.kind !== 'comma') next++;
  return next;
}

/** The index behind the name of a measure and its value, if it has one. */
function behindMeasure(reader: Reader, definition: StatementDefinition, at: number): number | undefined {
  const [name, value] = [reader.tokens[at], reader.tokens[at + 1]];
  if (!name || name.freshLine || (name.kind !== 'word' && name.kind !== 'text') || name.open) return undefined;
  if (partAt(reader, definition, at) || otherPart(reader, definition, at)) return undefined;
  if (value && !value.freshLine && value.kind !== 'value' && value.kind !== 'comma' && !joins(reader, at + 1)) return undefined;
  return at + (value?.kind === 'value' && !value.freshLine ? 2 : 1);
}
