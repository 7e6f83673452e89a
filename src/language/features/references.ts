import { type DocumentHighlight, DocumentHighlightKind, type Location } from 'vscode-languageserver-types';
import type { Context } from '../names/facts.ts';
import { type Occurrence, occurrencesInFolder, occurrencesInJourney } from '../names/occurrences.ts';
import { above, inFile } from '../tree/node.ts';
import { type NameAt, nameAt } from './at.ts';

/** Where the name under the cursor is written, in all files of the folder. */
export function references(context: Context, offset: number, withDeclaration: boolean): Location[] {
  const name = nameAt(context, offset);
  if (!name) return [];
  return occurrencesOf(name, context)
    .filter(({ declares }) => withDeclaration || !declares)
    .map(({ document, node, item }) => {
      const { start, end } = inFile(node, item);
      return { uri: document.uri, range: document.lines.rangeOf(start, end) };
    });
}

/** Where the name under the cursor is written in its own file. */
export function highlights(context: Context, offset: number): DocumentHighlight[] {
  const name = nameAt(context, offset);
  if (!name) return [];
  const { document } = context;
  return occurrencesOf(name, context)
    .filter((occurrence) => occurrence.document === document)
    .map(({ node, item, declares }) => {
      const { start, end } = inFile(node, item);
      return { range: document.lines.rangeOf(start, end), kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read };
    });
}

/** Everywhere that what a name names is named. */
export function occurrencesOf({ name, scope, node, declarations }: NameAt, context: Context): Occurrence[] {
  if (scope !== 'step' && scope !== 'stage') return occurrencesInFolder(context.folder, scope, name);
  const declared = declarations[0] ?? { document: context.document, node };
  const journey = above(declared.node, 'journey');
  return journey ? occurrencesInJourney(scope, name, { document: declared.document, node: journey }, context.folder) : [];
}
