import { say, short } from '../../message.ts';
import { personasOf, stepsOf } from '../../names/facts.ts';
import { nameKey, type SharedScope } from '../../names/folder.ts';
import { type Reference, resolve } from '../../names/references.ts';
import { fold, nearest } from '../../read/near.ts';
import { isEveryone } from '../../read/other-words.ts';
import { definitionOf } from '../../statements.ts';
import { above, childrenOf, inFile, type Node, nameOf, namesIn, titleOf } from '../../tree/node.ts';
import { written } from '../edits.ts';
import type { FileEdit, Found, FoundFix, RuleContext } from '../rule.ts';

/* Names that nobody declared, though what they stand for is known: a title for the name, a word for all personas. And who is named in steps but does not travel. */

type Advice = Pick<Found, 'message' | 'fixes'>;

/** Of a title in the place of a name: the name, if one thing alone has that title. */
export function titleForName({ node, item, scope }: Reference, context: RuleContext): Advice | undefined {
  if (scope === 'stage' || scope === 'journey' || node.kind === 'replaces' || node.kind === 'drops') return undefined;
  const key = fold(nameKey(item.text));
  const named = candidates(node, scope, context).filter((each) => each.statement.items.title && fold(nameKey(titleOf(each))) === key);
  const [only, more] = named;
  if (!only || more) return undefined;
  const name = written(nameOf(only));
  return {
    message: say('“{0}” is a title. Name the `{1}` by its name: `{2}`.', short(item.text), scope, short(name, 30)),
    fixes: [{ title: say('Write `{0}`', short(name, 30)), edits: [{ ...inFile(node, item), text: name }], preferred: true }],
  };
}

function candidates(node: Node, scope: SharedScope | 'step', { folder }: RuleContext): readonly Node[] {
  const journey = above(node, 'journey');
  if (scope === 'step') return journey ? stepsOf(journey) : [];
  return folder.namesOf(scope).flatMap((name) => folder.find(scope, name).map((declaration) => declaration.node));
}

/** Of a word for all personas in the place of one: it is left out. */
export function everyone({ node, item, scope }: Reference, { document }: RuleContext): Advice | undefined {
  if (scope !== 'persona' || node.kind === 'for' || node.kind === 'absent' || !isEveryone(fold(item.text))) return undefined;
  const { start, end } = inFile(node, item);
  const behind = /^\s*/.exec(document.text.slice(end, node.base + node.statement.end))?.[0].length ?? 0;
  return {
    message: say(
      'Without a name `{0}` speaks for all personas of the journey: leave out “{1}”.',
      definitionOf(node.kind as 'feels').word,
      item.text,
    ),
    fixes: [{ title: say('Leave out “{0}”', item.text), edits: [{ start, end: end + behind, text: '' }], preferred: true }],
  };
}

/**
 * The personas of whom the steps of a journey say more than that they are absent though it is not theirs, each where it is named first. A journey that is for nobody, or for
 * somebody of nearly that name whom nobody declared, says nothing of who travels.
 */
export function* strangers(references: readonly Reference[], context: RuleContext): Iterable<Found> {
  const told = new Map<Node, Set<string>>();
  for (const reference of references) {
    const { node, item, scope } = reference;
    if (scope !== 'persona' || node.kind === 'for' || node.kind === 'absent') continue;
    const journey = above(node, 'journey');
    if (!journey || !resolve(reference, context).length) continue;
    const travellers = personasOf(journey);
    const key = nameKey(item.text);
    const seen = told.get(journey) ?? new Set(travellers.map(({ text }) => nameKey(text)));
    told.set(journey, seen);
    if (!travellers.length || seen.has(key)) continue;
    seen.add(key);
    const unknown = travellers.filter(({ text }) => !context.folder.find('persona', text).length).map(({ text }) => text);
    if (nearest(item.text, unknown)) continue;
    yield {
      node,
      ...inFile(node, item),
      message: say(
        '“{0}” does not travel here: the journey is for {1}. Add the name to its `for`, or leave it out.',
        short(item.text),
        travellers.map(({ text }) => short(written(text), 30)).join(', '),
      ),
      fixes: addTo(journey, item.text),
    };
  }
}

function addTo(journey: Node, name: string): FoundFix[] {
  const edits = travel(journey, name);
  return edits.length ? [{ title: say('Add it to `for`'), edits, preferred: true, decides: true }] : [];
}

/** What makes a persona one of those whose journey it is; nothing where it is for nobody. */
export function travel(journey: Node, name: string): FileEdit[] {
  const last = childrenOf(journey, 'for').findLast((each) => namesIn(each, 'refs').length > 0);
  const item = last && namesIn(last, 'refs').at(-1);
  if (!last || !item) return [];
  const { end } = inFile(last, item);
  return [{ start: end, end, text: `, ${written(name)}` }];
}
