import type { Item } from '../read/statement.ts';
import { definitions, type Kind, type Scope, type Slot } from '../statements.ts';
import { above, childrenOf, type Node, nameOf, namesIn } from '../tree/node.ts';
import type { Context } from './facts.ts';
import { stepNamed } from './facts.ts';
import { type Declaration, nameKey } from './folder.ts';
import { namesBefore } from './improved.ts';

/** A name that stands for something declared elsewhere. */
export interface Reference {
  node: Node;
  item: Item;
  scope: Scope;
}

/** The places of each kind of statement that take a name, in their order. */
const places = new Map(
  definitions.map(({ kind, head, parts }) => [
    kind,
    [...head, ...parts].flatMap(({ slot, takes }): { slot: Slot; scope: Scope }[] => {
      const scope = takes.is === 'ref' ? takes.scope : takes.is === 'persona' ? 'persona' : undefined;
      return scope ? [{ slot, scope }] : [];
    }),
  ]),
);

/** The kinds of statements that may mention a name. */
export const namingKinds: readonly Kind[] = [...places].filter(([, naming]) => naming.length).map(([kind]) => kind);

/** The names that a statement mentions, in the order of its places. Those on the line of a journey or stage are their `for` and `owner`. */
export function referencesIn(node: Node): readonly Reference[] {
  return referencesAmong([node]);
}

/** The names that statements mention, in their order. */
export function referencesAmong(nodes: readonly Node[]): Reference[] {
  const references: Reference[] = [];
  for (const node of nodes) {
    if (node.kind === 'unreadable' || node.kind === 'journey' || node.kind === 'stage') continue;
    for (const { slot, scope } of places.get(node.kind) ?? []) {
      for (const item of namesIn(node, slot)) references.push({ node, item, scope });
    }
  }
  return references;
}

/**
 * What a name means: its declarations in the folder, or, for a step, that of the journey. The steps that a future map `replaces` or
 * `drops` are those of the journey that it `improves`.
 */
export function resolve({ node, item, scope }: Reference, { document, folder }: Context): readonly Declaration[] {
  if (scope === 'stage') return [];
  if (scope !== 'step') return folder.find(scope, item.text);
  const journey = above(node, 'journey');
  if (!journey) return [];
  if (node.kind !== 'replaces' && node.kind !== 'drops') {
    const step = stepNamed(journey, item.text);
    return step ? [{ document, node: step }] : [];
  }
  return improvedBy(journey, { document, folder }).flatMap((current) => {
    const step = stepNamed(current.node, item.text);
    return step ? [{ document: current.document, node: step }] : [];
  });
}

/** What a stage or step of a map that improves another stands for there: that of its name, and the steps that it replaces. */
export function currentOf(node: Node, context: Context): readonly Declaration[] {
  const journey = above(node, 'journey');
  if (!journey || (node.kind !== 'stage' && node.kind !== 'step')) return [];
  const replaced = childrenOf(node, 'replaces').flatMap((child) => namesIn(child, 'refs').map(({ text }) => text));
  return improvedBy(journey, context).flatMap(({ document, node: other }) => {
    const key = nameKey(nameOf(node));
    const found =
      node.kind === 'stage'
        ? childrenOf(other, 'stage').filter((stage) => key && nameKey(nameOf(stage)) === key)
        : namesBefore(nameOf(node), replaced).flatMap((name) => stepNamed(other, name) ?? []);
    return [...new Set(found)].map((each) => ({ document, node: each }));
  });
}

/** The current journeys that a future one says it improves. */
export function improvedBy(journey: Node, { folder }: Context): readonly Declaration[] {
  const improves = journey.children.find((child) => child.kind === 'improves')?.statement.items.ref?.text;
  return improves === undefined ? [] : folder.find('journey', improves);
}
