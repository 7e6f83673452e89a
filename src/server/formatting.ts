import type { Connection, Range, ServerCapabilities, TextEdit } from 'vscode-languageserver';
import type { JourneyDocument } from '../language/document.ts';
import { formatEdits } from '../language/format/index.ts';

/** What the server says that it can do to lay out maps. */
export const formattingCapabilities: ServerCapabilities = {
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
};

/**
 * Answers the requests of `formattingCapabilities`. What the editor says of tabs does not count: a map looks the same wherever it is written.
 *
 * @param documentOf - A file as it is now; nothing where it is not open.
 */
export function serveFormatting(connection: Connection, documentOf: (uri: string) => JourneyDocument | undefined): void {
  const edits = (uri: string, range?: Range): TextEdit[] => {
    const document = documentOf(uri);
    if (!document) return [];
    const { lines } = document;
    const span = range && { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
    return formatEdits(document, span).map(({ start, end, text }) => ({ range: lines.rangeOf(start, end), newText: text }));
  };
  connection.onDocumentFormatting(({ textDocument }) => edits(textDocument.uri));
  connection.onDocumentRangeFormatting(({ textDocument, range }) => edits(textDocument.uri, range));
}
