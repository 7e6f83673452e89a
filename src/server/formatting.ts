import type { Connection, ServerCapabilities, TextEdit } from 'vscode-languageserver';
import type { JourneyDocument } from '../language/document.ts';
import { onEnter } from '../language/features/on-enter.ts';
import { formatEdits } from '../language/format/index.ts';
import type { Edit } from '../language/read/statement.ts';

/** What the server says that it can do to lay out maps. */
export const formattingCapabilities: ServerCapabilities = {
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
};

/**
 * Answers the requests of `formattingCapabilities`. What the editor says of tabs does not count: a map looks the same wherever it is written.
 *
 * @param documentOf - A file as it is now; nothing where it is not open.
 */
export function serveFormatting(connection: Connection, documentOf: (uri: string) => JourneyDocument | undefined): void {
  const asked = (uri: string, edits: (document: JourneyDocument) => Edit[]): TextEdit[] => {
    const document = documentOf(uri);
    if (!document) return [];
    return edits(document).map(({ start, end, text }) => ({ range: document.lines.rangeOf(start, end), newText: text }));
  };
  connection.onDocumentFormatting(({ textDocument }) => asked(textDocument.uri, (document) => formatEdits(document)));
  connection.onDocumentRangeFormatting(({ textDocument, range }) =>
    asked(textDocument.uri, (document) => {
      const { lines } = document;
      return formatEdits(document, { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) });
    }),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }) =>
    ch === '\n' ? asked(textDocument.uri, (document) => onEnter(document, position.line)) : [],
  );
}
