import { type Message, say } from '../message.ts';
import type { Place, StatementDefinition } from '../statements.ts';
import { wanted } from './items.ts';
import { missingText } from './no-text.ts';
import type { Fix, Statement } from './statement.ts';

/** What each value of a statement means that opens with a choice, in a few words. */
const meanings: Readonly<Record<string, Message>> = {
  current: say('as it is today'),
  future: say('as we want it'),
  day: say('a day in the life'),
  map: say('stages and steps'),
  blueprint: say('with what staff do'),
  macro: say('the stages alone'),
  truth: say('it decides'),
  delight: say('it enchants'),
  irritant: say('it annoys'),
};

/** What to say of a statement that lacks what a place of it takes, and the values to choose from where there are few. */
export function missingIn(
  { items, keyword }: Statement,
  definition: StatementDefinition,
  { takes }: Place,
): { message: Message; fixes: Fix[] } {
  const { word, example, kind } = definition;
  if (takes.is === 'name') return { message: say('This `{0}` has no name. Write one after it: {1}.', word, example), fixes: [] };
  if (takes.is === 'choice') {
    const list = takes.of.map((value) => say('`{0}`: {1}', value, meanings[value] ?? value));
    const at = keyword.end;
    return {
      message: say(
        '`{0}` needs one of these behind it: {1}.',
        word,
        list.reduce((all, each) => say('{0}; {1}', all, each)),
      ),
      fixes: takes.of.map((value) => ({
        title: say('Write `{0}`', `${word} ${value}`),
        edits: [{ start: at, end: at, text: ` ${value}` }],
        decides: true,
      })),
    };
  }
  const fixes = takes.is === 'text' ? [missingText((items.label ?? items.persona ?? keyword).end, true)] : [];
  if (kind === 'promises' && items.label)
    return { message: say('`{0}` needs two things: what is promised, and what we say about it: {1}.', word, example), fixes };
  return { message: say('`{0}` needs {1}: {2}.', word, wanted(takes), example), fixes };
}
