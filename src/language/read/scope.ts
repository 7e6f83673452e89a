import { say, short } from '../message.ts';
import { replace } from './items.ts';
import type { Reader } from './reader.ts';
import type { Statement } from './statement.ts';

const fromTo =
  /^((?:from|between|de la|de l['’]|du|des|de|von der|vom|von|desde|zwischen) ?)(\S.*?)( (?:to|until|till|up to|and|à la|à l['’]|à|au|aux|jusqu['’](?:à la|à l['’]|à|au) ?|bis zur|bis zum|bis|zur|zum|hasta|a|und|et|y) ?)(\S.*)$/iu;

/** A scope in one text: `scope "from booking to arrival"`. Gives the index behind it. */
export function scopeInOne(reader: Reader, statement: Statement, at: number): number | undefined {
  const token = reader.tokens[at];
  const { from, to } = statement.items;
  if (statement.kind !== 'scope' || token?.kind !== 'text' || token.open || token.foreign || from || to) return undefined;
  const written = reader.text.slice(token.start + 1, token.end - 1);
  const [, before = '', first = '', between = '', last = ''] = fromTo.exec(written) ?? [];
  if (!first || /["\\\r\n]/.test(written)) return undefined;
  const start = token.start + 1 + before.length;
  const end = start + first.length + between.length;
  statement.items.from = { text: first, start, end: start + first.length, quoted: true };
  statement.items.to = { text: last, start: end, end: end + last.length, quoted: true };
  const meant = `from "${first}" to "${last}"`;
  reader.problem(statement, 'syntax', token, say('Write `{0}`.', `scope ${short(meant, 60)}`), [
    replace(say('Write `{0}`', `scope ${short(meant, 60)}`), token, meant),
  ]);
  return at + 1;
}
