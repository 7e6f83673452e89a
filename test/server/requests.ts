import type { Position } from './wire.ts';

/** One request of every kind that is about a place in a text, by method: what an editor asks with the cursor there. */
export function requestsAt(uri: string, position: Position, to = position): Map<string, object> {
  const textDocument = { uri };
  const at = { textDocument, position };
  const range = { start: position, end: to };
  const options = { tabSize: 2, insertSpaces: true };
  return new Map<string, object>([
    ['textDocument/hover', at],
    ['textDocument/completion', at],
    ['textDocument/definition', at],
    ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
    ['textDocument/documentHighlight', at],
    ['textDocument/prepareRename', at],
    ['textDocument/rename', { ...at, newName: 'Renamed' }],
    ['textDocument/selectionRange', { textDocument, positions: [position, to] }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
    ['textDocument/rangeFormatting', { textDocument, range, options }],
    ['textDocument/onTypeFormatting', { ...at, ch: '\n', options }],
    ['textDocument/inlayHint', { textDocument, range }],
    ['textDocument/semanticTokens/range', { textDocument, range }],
    ['journey/at', { uri, position }],
  ]);
}

/** One request of every kind that is about a text as a whole, or all of them. */
export function requestsOn(uri: string): Map<string, object> {
  const textDocument = { uri };
  return new Map<string, object>([
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/foldingRange', { textDocument }],
    ['textDocument/semanticTokens/full', { textDocument }],
    ['textDocument/codeLens', { textDocument }],
    ['textDocument/documentLink', { textDocument }],
    ['textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } }],
    ['workspace/symbol', { query: 'a' }],
    ['completionItem/resolve', { label: 'Vera', data: { uri, name: 'Vera', at: 9, scope: 'persona' } }],
    ['journey/map', { uri }],
    ['journey/export', { uri }],
    ['journey/locate', { uri, id: 'journey:Order' }],
  ]);
}

/** The request that tells more of one thing of a list, by the request for the list. */
export const resolvers: Readonly<Record<string, string>> = {
  'textDocument/completion': 'completionItem/resolve',
  'textDocument/codeAction': 'codeAction/resolve',
  'textDocument/codeLens': 'codeLens/resolve',
  'textDocument/documentLink': 'documentLink/resolve',
  'textDocument/inlayHint': 'inlayHint/resolve',
  'workspace/symbol': 'workspaceSymbol/resolve',
};

/** The requests that a server has to answer for what it says that it can, by the name of the capability. */
export const requestsFor: Readonly<Record<string, readonly string[]>> = {
  hoverProvider: ['textDocument/hover'],
  completionProvider: ['textDocument/completion'],
  definitionProvider: ['textDocument/definition'],
  referencesProvider: ['textDocument/references'],
  documentHighlightProvider: ['textDocument/documentHighlight'],
  documentSymbolProvider: ['textDocument/documentSymbol'],
  codeActionProvider: ['textDocument/codeAction'],
  codeLensProvider: ['textDocument/codeLens'],
  documentLinkProvider: ['textDocument/documentLink'],
  documentFormattingProvider: ['textDocument/formatting'],
  documentRangeFormattingProvider: ['textDocument/rangeFormatting'],
  documentOnTypeFormattingProvider: ['textDocument/onTypeFormatting'],
  renameProvider: ['textDocument/prepareRename', 'textDocument/rename'],
  foldingRangeProvider: ['textDocument/foldingRange'],
  selectionRangeProvider: ['textDocument/selectionRange'],
  semanticTokensProvider: ['textDocument/semanticTokens/full', 'textDocument/semanticTokens/range'],
  inlayHintProvider: ['textDocument/inlayHint'],
  workspaceSymbolProvider: ['workspace/symbol'],
};
