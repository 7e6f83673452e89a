import type { JourneyDocument } from '../document.ts';
import { nameKey } from '../names/folder.ts';
import { scopes } from '../statements.ts';
import { type Node, nameOf } from './node.ts';

const known = new WeakMap<JourneyDocument, { byNode: Map<Node, string>; byId: Map<string, Node> }>();

const named: ReadonlySet<string> = new Set(scopes);

/**
 * The id of a node: the path of names that leads to it (`journey:Order/stage:Request/step:form/pain:1`). What has no name is counted among
 * its like (`step~1` where it could have one, so that none is taken for a step named 1); what has one already taken gets a number
 * (`step:form~n2`). Lines and offsets play no part.
 */
export function idOf(document: JourneyDocument, node: Node): string {
  return idsOf(document).byNode.get(node) ?? '';
}

/** The node that an id stands for, in this version of the file. */
export function nodeOf(document: JourneyDocument, id: string): Node | undefined {
  return idsOf(document).byId.get(id);
}

function idsOf(document: JourneyDocument): { byNode: Map<Node, string>; byId: Map<string, Node> } {
  let ids = known.get(document);
  if (!ids) {
    ids = { byNode: new Map(), byId: new Map() };
    name(document.roots, '', ids);
    known.set(document, ids);
  }
  return ids;
}

function name(nodes: readonly Node[], path: string, ids: { byNode: Map<Node, string>; byId: Map<string, Node> }): void {
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const own = nameKey(nameOf(node)).replace(/[~/]/g, (mark) => (mark === '~' ? '~0' : '~1'));
    const word = own ? `${node.kind}:${own}` : node.kind;
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    const last = own ? (count > 1 ? `${word}~n${count}` : word) : `${word}${named.has(word) ? '~' : ':'}${count}`;
    const id = path + last;
    ids.byNode.set(node, id);
    ids.byId.set(id, node);
    name(node.children, `${id}/`, ids);
  }
}
