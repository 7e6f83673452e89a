import type { Statement } from '../read/statement.ts';
import type { Kind } from '../statements.ts';
import type { Node } from './node.ts';

/** What holds nothing, as most do; a long file has many. */
export const leaf: Node[] = [];
Object.freeze(leaf);

/** A node that has no place yet. */
export function node(statement: Statement, base: number): Node {
  return { kind: statement.kind, statement, base, parent: undefined, children: leaf };
}

/** What is supposed so that a statement below it has a place. */
export function implied(kind: 'journey' | 'stage' | 'step', below: Node): Node {
  const { start, keyword } = below.statement;
  const statement = madeOf(below.statement, kind, () => ({ kind, start, end: start, keyword, items: {}, lists: {}, problems: [] }));
  return { kind, statement, base: below.base, parent: undefined, children: leaf, implied: true };
}

const made = new WeakMap<Statement, Map<Kind, Statement>>();

/** A statement that follows from a written one: the same each time, so that one sees that nothing has changed. */
export function madeOf(written: Statement, kind: Kind, make: () => Statement): Statement {
  const all = made.get(written) ?? new Map<Kind, Statement>();
  if (!all.size) made.set(written, all);
  const statement = all.get(kind) ?? make();
  all.set(kind, statement);
  return statement;
}
