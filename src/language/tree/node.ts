import type { Item, Span, Statement } from '../read/statement.ts';
import type { Kind, Slot } from '../statements.ts';

/** A statement in its place: what holds it and what it holds. Made anew for each version of a file; its statement may be older. */
export interface Node {
  kind: Kind | 'unreadable';
  statement: Statement;
  /** Offset in the file of the segment that the statement's own offsets count from. */
  base: number;
  parent: Node | undefined;
  children: Node[];
  /** Stands where its kind cannot stand, and is kept. `implied` holders were supposed to take it. */
  misplaced?: true;
  /** Not written: supposed, so that what stands below it has a place. */
  implied?: true;
}

/** Where a part of a node stands in the file. */
export function inFile(node: Node, span: Span): Span {
  return { start: node.base + span.start, end: node.base + span.end };
}

/** The name of a node, or its keyword where it has none: where a finding about the whole thing stands. */
export function nameSpan(node: Node): Span {
  const { items, keyword } = node.statement;
  return inFile(node, items.name ?? items.text ?? items.ref ?? items.label ?? keyword);
}

/** The text in a slot, if the statement has one there. */
export function textOf(node: Node, slot: Slot): string | undefined {
  return node.statement.items[slot]?.text;
}

const none: readonly Item[] = [];

/** The names in a slot that takes several, or the one in a slot that takes one. */
export function namesIn(node: Node, slot: Slot): readonly Item[] {
  const single = node.statement.items[slot];
  return node.statement.lists[slot] ?? (single ? [single] : none);
}

/** How a thing is referred to; empty where it has no name. */
export function nameOf(node: Node): string {
  return node.statement.items.name?.text ?? '';
}

/** What to show for a thing: its title, else its name. */
export function titleOf(node: Node): string {
  return node.statement.items.title?.text ?? nameOf(node);
}

/** Of a node with so many children the kinds are sorted out once, and not again for each of its children that asks. */
const many = 50;

/** The children of one kind, in the order of the file. */
export function childrenOf(node: Node, kind: Kind): readonly Node[] {
  const { children } = node;
  if (children.length >= many) return ofKind(children, kind);
  let found: Node[] | undefined;
  // By index: of all that is done with a tree this is done most, and before the engine has compiled it an iterator makes an object a turn.
  for (let at = 0; at < children.length; at++) {
    const child = children[at] as Node;
    if (child.kind !== kind) continue;
    if (found) found.push(child);
    else found = [child];
  }
  return found ?? nothing;
}

const nothing: readonly Node[] = [];

const sorted = new WeakMap<readonly Node[], { count: number; byKind: Map<Node['kind'], Node[]> }>();

/**
 * Of the nodes of a file, of a part of one, or of those that one holds, those of a kind, in their order. They are sorted out once for all who ask,
 * and again where more have come since.
 */
export function ofKind(nodes: readonly Node[], kind: Kind): readonly Node[] {
  let known = sorted.get(nodes);
  if (known?.count !== nodes.length) {
    known = { count: nodes.length, byKind: Map.groupBy(nodes, (node) => node.kind) };
    sorted.set(nodes, known);
  }
  return known.byKind.get(kind) ?? nothing;
}

/** The nearest holder of a kind, the node itself included. */
export function above(node: Node | undefined, kind: Kind): Node | undefined {
  for (let at = node; at; at = at.parent) if (at.kind === kind) return at;
  return undefined;
}

/** Nodes and all below them, holders before what they hold. */
export function withAllBelow(nodes: readonly Node[], all: Node[] = []): Node[] {
  for (const node of nodes) {
    all.push(node);
    if (node.children.length) withAllBelow(node.children, all);
  }
  return all;
}
