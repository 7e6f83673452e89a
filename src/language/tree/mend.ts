import { say, short } from '../message.ts';
import type { Item, Problem, Statement } from '../read/statement.ts';
import { definitionOf, type Kind } from '../statements.ts';
import type { Node } from './node.ts';

/* What can be told only from where a statement stands: that it means something else there than its words say. */

/** What is said of a persona in the words of a journey, in those of a persona; undefined for anything else. */
export function forPersona(statement: Statement): Statement | undefined {
  const kind = statement.kind === 'channels' ? 'prefers' : statement.kind === 'pain' ? 'frustration' : undefined;
  const { text, persona, ...parts } = statement.items;
  if (!kind || (kind === 'frustration' && (!text || persona))) return undefined;
  const { keyword } = statement;
  const rest = text && Object.keys(parts).length ? [{ start: text.end, end: statement.end, text: '' }] : [];
  const problem: Problem = {
    code: 'syntax',
    ...keyword,
    message: say('For a persona write `{0}`, not `{1}`.', kind, definitionOf(statement.kind as Kind).word),
    fixes: [{ title: say('Write `{0}`', kind), edits: [{ ...keyword, text: kind }, ...rest] }],
  };
  const others = statement.problems.filter(({ start }) => start !== keyword.start);
  return { ...statement, kind, items: text ? { text } : {}, problems: [problem, ...others] };
}

/**
 * Gives a touchpoint of a step the channel on a line below it that says `channel` for `via`, and the owner below that. The line then says so;
 * undefined where it is none such.
 */
export function partBelow(touchpoint: Node, statement: Statement, base: number): Statement | undefined {
  const { items } = touchpoint.statement;
  const { name, title, choice, ref } = statement.items;
  const isChannel = statement.kind === 'channel' && touchpoint.parent !== undefined && name && !title && !choice && !items.via;
  const isOwner = statement.kind === 'owner' && ref && !items.owner && touchpoint.children.at(-1)?.kind === 'unreadable';
  const item = isChannel ? name : isOwner ? ref : undefined;
  if (!item) return undefined;
  const shift = base - touchpoint.base;
  const moved = { ...item, start: item.start + shift, end: item.end + shift };
  touchpoint.statement = { ...touchpoint.statement, items: { ...items, [isChannel ? 'via' : 'owner']: moved } };
  const { start, end, keyword, problems } = statement;
  const said: Problem = {
    code: 'syntax',
    ...keyword,
    message: say('Say the channel with `via`, not with `{0}`.', 'channel'),
    fixes: [{ title: say('Write `{0}`', 'via'), edits: [{ ...keyword, text: 'via' }] }],
  };
  return { kind: 'unreadable', start, end, keyword, items: {}, lists: {}, problems: isChannel ? [said, ...problems] : problems };
}

/** Gives a thing the name to show that stands on a line below it. That line then says where it belongs. Undefined where it has one. */
export function titled(holder: Node, statement: Statement, base: number): Statement | undefined {
  const { name, title } = holder.statement.items;
  const takesTitle = definitionOf(holder.kind as Kind).head.some(({ takes }) => takes.is === 'title');
  const [problem] = statement.problems;
  const { shown } = statement;
  if (!name || title || !takesTitle || !shown || !problem) return undefined;
  const shift = base - holder.base;
  const { line, ...item } = shown;
  const moved = { ...item, start: item.start + shift, end: item.end + shift };
  holder.statement = { ...holder.statement, items: { ...holder.statement.items, title: moved } };
  const text = `"${shown.text.replace(/["\\]/g, (mark) => `\\${mark}`)}"`;
  const behind = name.end - shift;
  const insertion = { start: behind, end: behind, text: ` ${text}` };
  const edits = behind === line.start ? [{ ...line, text: insertion.text }] : [insertion, { ...line, text: '' }];
  const fix = { title: say('Write it behind the name'), edits };
  const message = say(
    'The name to show stands behind the name: `{0} {1}`.',
    definitionOf(holder.kind as Kind).word,
    short(`${written(name)} ${text}`, 60),
  );
  return { ...statement, problems: [{ ...problem, message, fixes: [fix, ...problem.fixes] }] };
}

function written({ text, quoted }: Item): string {
  return quoted ? `"${text}"` : text;
}
