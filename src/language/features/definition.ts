import type { Location } from 'vscode-languageserver-types';
import type { Context } from '../names/facts.ts';
import { currentOf } from '../names/references.ts';
import { nameSpan } from '../tree/node.ts';
import { nameAt } from './at.ts';

/**
 * Where the name under the cursor is declared, in this file or another of the folder. From a stage or step of a map that improves another: the one
 * of that name there, and the steps that it replaces.
 */
export function definition(context: Context, offset: number): Location[] {
  const at = nameAt(context, offset);
  const isOwn = at?.declarations[0]?.node === at?.node;
  const current = at && isOwn ? currentOf(at.node, context) : [];
  return (current.length ? current : (at?.declarations ?? [])).map(({ document, node }) => {
    const { start, end } = nameSpan(node);
    return { uri: document.uri, range: document.lines.rangeOf(start, end) };
  });
}
