import { say, short } from '../message.ts';
import { inQuotes } from '../read/items.ts';
import type { Problem, Statement } from '../read/statement.ts';
import { isWord } from '../read/tokens.ts';
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
 *
 * @param isInStep - It is indented as what is said of the step: then no channel is declared, whatever its name ends with (`registered mail`).
 */
export function partBelow(touchpoint: Node, written: Statement, base: number, isInStep: boolean): Statement | undefined {
  const statement = written.guesses?.find(({ kind }) => kind === 'channel' || kind === 'owner') ?? written;
  const { items } = touchpoint.statement;
  const { name, title, choice, ref } = statement.items;
  const whole = isInStep && name && !name.quoted && choice ? { ...name, end: choice.end, text: `${name.text} ${choice.text}` } : name;
  const isPlain = !title && (!choice || whole !== name);
  const isChannel = statement.kind === 'channel' && touchpoint.parent !== undefined && name && isPlain && !items.via;
  const isOwner =
    statement.kind === 'owner' && ref && !items.owner && (statement !== written || touchpoint.children.at(-1)?.kind === 'unreadable');
  const item = isChannel ? whole : isOwner ? ref : undefined;
  if (!item) return undefined;
  const shift = base - touchpoint.base;
  const moved = { ...item, start: item.start + shift, end: item.end + shift };
  touchpoint.statement = { ...touchpoint.statement, items: { ...items, [isChannel ? 'via' : 'owner']: moved } };
  const { start, end, keyword, problems } = statement;
  const others = problems.filter((problem) => problem.start !== keyword.start);
  const said: Problem = {
    code: 'syntax',
    ...keyword,
    isPlain: true,
    message: say('Say the channel with `via`, not with `{0}`.', 'channel'),
    fixes: [
      {
        title: say('Write `{0}`', 'via'),
        edits: [
          { ...keyword, text: 'via' },
          ...(isChannel && whole !== name && whole ? [{ start: name.start, end: whole.end, text: inQuotes(whole.text) }] : []),
        ],
      },
    ],
  };
  return { kind: 'unreadable', start, end, keyword, items: {}, lists: {}, problems: isChannel ? [said, ...others] : problems };
}

/**
 * Gives a thing the name to show that stands on a line below it, or, where it has no name, its name. That line then says where it belongs.
 * Undefined where it has one.
 */
export function titled(holder: Node, statement: Statement, base: number): Statement | undefined {
  const { name, title } = holder.statement.items;
  const { word, head } = definitionOf(holder.kind as Kind);
  const takesTitle = head.some(({ takes }) => takes.is === 'title');
  const [problem] = statement.problems;
  const { shown } = statement;
  if (title || !takesTitle || !shown || !problem) return undefined;
  const shift = base - holder.base;
  const { line, ...item } = shown;
  const moved = { ...item, start: item.start + shift, end: item.end + shift };
  const { items, keyword } = holder.statement;
  const lacking = holder.statement.problems.filter(({ start, end }) => name || start !== keyword.start || end !== keyword.end);
  holder.statement = { ...holder.statement, items: { ...items, [name ? 'title' : 'name']: moved }, problems: lacking };
  const text = inQuotes(shown.text);
  const before = name ?? keyword;
  const [start, end] = [before.start - shift, before.end - shift];
  const whole = name ? `${isWord(name.text) && !name.quoted ? name.text : inQuotes(name.text)} ${text}` : text;
  const insertion = name && !name.quoted && !isWord(name.text) ? { start, end, text: whole } : { start: end, end, text: ` ${text}` };
  const edits = end === line.start ? [{ start: insertion.start, end: line.end, text: insertion.text }] : [insertion, { ...line, text: '' }];
  const fix = { title: name ? say('Write it behind the name') : say('Write it behind `{0}`', word), edits };
  const message = name
    ? say('The name to show stands behind the name: `{0} {1}`.', word, short(whole, 60))
    : say('The name stands behind its word: `{0} {1}`.', word, short(whole, 60));
  return { ...statement, problems: [{ ...problem, message, fixes: name ? [fix, ...problem.fixes] : [fix] }] };
}
