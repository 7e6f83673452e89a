import type { JourneyDocument } from '../../document.ts';
import { say, short } from '../../message.ts';
import type { Context } from '../../names/facts.ts';
import { nameKey, type SharedScope, sharedScopes } from '../../names/folder.ts';
import { referencesIn } from '../../names/references.ts';
import { inQuotes } from '../../read/items.ts';
import type { Item } from '../../read/statement.ts';
import { isWord } from '../../read/tokens.ts';
import { declare } from '../../rules/edits.ts';
import type { FileEdit } from '../../rules/rule.ts';
import { definitions } from '../../statements.ts';
import { inFile, type Node } from '../../tree/node.ts';
import { nameAt } from '../at.ts';
import { isGuessed, type Refactoring } from './refactoring.ts';

/** A place that says a name of a scope, be it where it is declared or where it is meant. */
interface Saying {
  document: JourneyDocument;
  node: Node;
  item: Item;
}

/**
 * Of a name of several words: a declaration with a short name, which shows the long one, and the short one wherever the folder says the long
 * one. Not where two declarations share the name, or it has a title to show already. The name of a journey is its title, and stays.
 */
export function shortName(context: Context, offset: number): Refactoring[] {
  const at = nameAt(context, offset);
  const scope = sharedScopes.find((candidate) => candidate !== 'journey' && candidate === at?.scope);
  if (!at || !scope || isWord(at.name) || !nameKey(at.name)) return [];
  const said = sayingsOf(scope, context);
  const ours = said.get(nameKey(at.name)) ?? [];
  const declarations = ours.filter(({ node }) => isDeclaration(node, scope));
  const [declaration] = declarations;
  if (
    declarations.length > 1 ||
    ours.some(({ node }) => isGuessed(node)) ||
    ours.some(({ node }) => node.kind === scope && node.statement.items.title)
  )
    return [];
  const name = shortFor(at.name, scope, (candidate) => said.has(nameKey(candidate)));
  if (!name) return [];
  const declared = `${name} ${inQuotes(at.name)}`;
  const edits = ours.map(
    ({ document, node, item }): FileEdit => ({
      uri: document.uri,
      ...inFile(node, item),
      text: node === declaration?.node ? declared : name,
    }),
  );
  if (!declaration) edits.unshift(declare(context.document, `${scope} ${declared}`));
  return [{ title: say('Give “{0}” the short name `{1}`', short(at.name), name), kind: 'refactor.extract', edits }];
}

function isDeclaration({ kind, parent }: Node, scope: SharedScope): boolean {
  return kind === scope && parent === undefined;
}

/** All that the files of a folder say of a scope, by the keys of the names. */
function sayingsOf(scope: SharedScope, { folder }: Context): Map<string, Saying[]> {
  const said = new Map<string, Saying[]>();
  for (const document of folder.all()) {
    for (const node of document.nodes) {
      if (node.implied || node.kind === 'unreadable') continue;
      const { name } = node.statement.items;
      const items = referencesIn(node).flatMap((reference) => (reference.scope === scope ? [reference.item] : []));
      for (const item of node.kind === scope && name ? [name] : items) {
        const key = nameKey(item.text);
        const list = said.get(key);
        if (list) list.push({ document, node, item });
        else said.set(key, [{ document, node, item }]);
      }
    }
  }
  return said;
}

/** Words that mean something where a name may stand. */
const ofTheLanguage = new Set(
  definitions.flatMap(({ word, head, parts }) => [
    ...word.split(' '),
    ...parts.flatMap((part) => [part.word, ...(part.also ?? [])]),
    ...[...head, ...parts].flatMap(({ takes }) => (takes.is === 'choice' || takes.is === 'flag' ? takes.of : [])),
  ]),
);

/** A word of a name that no other thing of its scope is called: of a person’s the first, of another’s the last, which mostly says what it is. */
function shortFor(name: string, scope: SharedScope, isTaken: (candidate: string) => boolean): string | undefined {
  const words = name.split(/[^\p{L}\p{M}\p{N}_-]+/u).filter(isWord);
  const ordered = scope === 'persona' ? words : words.toReversed();
  const joined = words.join('-').toLowerCase();
  return [...ordered.filter((word) => word.length > 1), joined, `${joined}-2`].find(
    (word) => isWord(word) && word.length <= longest && !ofTheLanguage.has(word.toLowerCase()) && !isTaken(word),
  );
}

/** A short name is shorter than this, in characters. */
const longest = 40;
