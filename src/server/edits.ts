import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * Makes the changes of an editor in a text. A range that lies outside the text is moved to its ends: the library would take the text for longer
 * than it is, and lose some of it with the next change.
 *
 * @param version - That the text then has; it keeps its own where the editor says none.
 */
export function applyChanges(
  text: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number | null | undefined,
): void {
  for (const change of changes) {
    const edit =
      'range' in change
        ? { text: change.text, range: { start: inText(text, change.range.start), end: inText(text, change.range.end) } }
        : change;
    TextDocument.update(text, [edit], version ?? text.version);
  }
  if (!changes.length) TextDocument.update(text, [], version ?? text.version);
}

function inText(text: TextDocument, position: { line: number; character: number }): { line: number; character: number } {
  return text.positionAt(text.offsetAt(position));
}
