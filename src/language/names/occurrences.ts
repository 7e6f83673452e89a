import type { JourneyDocument } from '../document.ts';
import type { Item } from '../read/statement.ts';
import type { Scope } from '../statements.ts';
import { above, type Node } from '../tree/node.ts';
import type { Context } from './facts.ts';
import { type Folder, nameKey } from './folder.ts';
import { improvedBy, referencesIn } from './references.ts';

/** One place where a name is written. */
export interface Occurrence {
  document: JourneyDocument;
  node: Node;
  item: Item;
  /** It is declared here, or, a stage or step, stands here. */
  declares: boolean;
}

const known = new WeakMap<JourneyDocument, Map<string, Omit<Occurrence, 'document'>[]>>();

const keyOf = (scope: Scope, name: string): string => `${scope}\t${nameKey(name)}`;

/** The names that a file writes, by scope and key. */
function namesIn(document: JourneyDocument): Map<string, Omit<Occurrence, 'document'>[]> {
  let names = known.get(document);
  if (names) return names;
  names = new Map();
  const add = (scope: Scope, node: Node, item: Item, declares: boolean): void => {
    const key = keyOf(scope, item.text);
    const list = names?.get(key);
    if (list) list.push({ node, item, declares });
    else names?.set(key, [{ node, item, declares }]);
  };
  for (const node of document.nodes) {
    const { name } = node.statement.items;
    if (name && node.kind !== 'unreadable') add(node.kind as Scope, node, name, node.kind !== 'touchpoint' || node.parent === undefined);
    for (const { item, scope } of referencesIn(node)) add(scope, node, item, false);
  }
  known.set(document, names);
  return names;
}

/** Everywhere a name that the files of a folder share is written, file by file. */
export function occurrencesInFolder(folder: Folder, scope: Scope, name: string): Occurrence[] {
  return [...folder.all()].flatMap((document) =>
    (namesIn(document).get(keyOf(scope, name)) ?? []).map((occurrence) => ({ document, ...occurrence })),
  );
}

/**
 * Everywhere a stage or step of one journey is written: where it stands, where steps of its journey lead to it, and, for a step, where a map
 * that improves the journey replaces or drops it.
 *
 * @param journey - The journey that it belongs to, and its file.
 */
export function occurrencesInJourney(
  scope: 'stage' | 'step',
  name: string,
  journey: { document: JourneyDocument; node: Node },
  folder: Folder,
): Occurrence[] {
  return [...folder.all()].flatMap((document) => {
    const context = { document, folder };
    return (namesIn(document).get(keyOf(scope, name)) ?? []).flatMap((occurrence): Occurrence[] => {
      const isMeant = journeysMeantBy(occurrence.node, context).some(({ node }) => node === journey.node);
      return isMeant ? [{ document, ...occurrence }] : [];
    });
  });
}

/** The journey, or journeys, whose steps and stages a statement speaks of. */
function journeysMeantBy(node: Node, context: Context): readonly { document: JourneyDocument; node: Node }[] {
  const journey = above(node, 'journey');
  if (!journey) return [];
  if (node.kind === 'replaces' || node.kind === 'drops') return improvedBy(journey, context);
  return [{ document: context.document, node: journey }];
}
