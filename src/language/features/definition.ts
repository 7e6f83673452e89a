import type { Location } from 'vscode-languageserver-types';
import type { Context } from '../names/facts.ts';
import { nameSpan } from '../tree/node.ts';
import { nameAt } from './at.ts';

/** Where the name under the cursor is declared, in this file or another of the folder. */
export function definition(context: Context, offset: number): Location[] {
  return (nameAt(context, offset)?.declarations ?? []).map(({ document, node }) => {
    const { start, end } = nameSpan(node);
    return { uri: document.uri, range: document.lines.rangeOf(start, end) };
  });
}
