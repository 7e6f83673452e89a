import { type JourneyDocument, nodeAt } from '../document.ts';
import { type Context, mentionsOf } from '../names/facts.ts';
import { type Reference, referencesIn, resolve } from '../names/references.ts';
import type { Span } from '../read/statement.ts';
import type { Scope } from '../statements.ts';
import { above, inFile, type Node } from '../tree/node.ts';

/** A name under the cursor: one that declares, or one that refers to something. */
export interface NameAt {
  name: string;
  scope: Scope;
  span: Span;
  node: Node;
  /** Where it is declared; the declaration itself when the cursor stands on it. */
  declarations: readonly { document: JourneyDocument; node: Node }[];
}

/** The name at an offset of a file, if one stands there. */
export function nameAt(context: Context, offset: number): NameAt | undefined {
  const node = nodeAt(context.document, offset);
  if (!node || node.kind === 'unreadable') return undefined;
  const covers = (span: Span): boolean => {
    const { start, end } = inFile(node, span);
    return start <= offset && offset <= end;
  };
  const reference = referencesIn(node).find(({ item }) => covers(item));
  if (reference) return named(reference, context);
  const { name, title } = node.statement.items;
  const on = [name, title].find((item) => item && covers(item));
  if (!name || !on) return undefined;
  const scope = node.kind as Scope;
  const own = { document: context.document, node };
  const at = { name: name.text, scope, span: inFile(node, on), node };
  if (scope !== 'touchpoint' || node.parent === undefined) return { ...at, declarations: [own] };
  const declared = context.folder.find('touchpoint', name.text);
  const journey = above(node, 'journey');
  const first = journey && mentionsOf(journey, name.text)[0];
  return { ...at, declarations: declared.length ? declared : first ? [{ document: context.document, node: first }] : [own] };
}

function named(reference: Reference, context: Context): NameAt {
  const { item, scope, node } = reference;
  return { name: item.text, scope, span: inFile(node, item), node, declarations: resolve(reference, context) };
}
