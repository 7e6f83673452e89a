import { themeNames, viewNames } from '../language/names/settings.ts';

/** Tells whether what a client sent has a shape. */
type Shape = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text: Shape = (value) => typeof value === 'string';
const integer: Shape = (value) => Number.isInteger(value);
const index: Shape = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const any: Shape = () => true;
const bool: Shape = (value) => typeof value === 'boolean';

const oneOf =
  (names: readonly string[]): Shape =>
  (value) =>
    text(value) && names.includes(value as string);

/** Some clients write null for what they have not. */
const maybe =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || value === null || shape(value);

const list =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);

const record =
  (shapes: Record<string, Shape>): Shape =>
  (value) =>
    isObject(value) && Object.entries(shapes).every(([name, shape]) => shape(Object.hasOwn(value, name) ? value[name] : undefined));

const position = record({ line: index, character: index });
const range = record({ start: position, end: position });
const textDocument = record({ uri: text });
const inDocument = record({ textDocument });
const atPosition = record({ textDocument, position });
const inRange = record({ textDocument, range });
const places = list(record({ uri: text }));
const change = record({ text, range: (value) => value === undefined || range(value) });

/** What the parameters of each message must be for us to use them, by method; those of other methods are not looked at. */
export const shapes: ReadonlyMap<string, Shape> = new Map([
  [
    'initialize',
    record({
      capabilities: isObject,
      processId: maybe(integer),
      rootUri: maybe(text),
      workspaceFolders: maybe(places),
      locale: maybe(text),
    }),
  ],
  ['textDocument/didOpen', record({ textDocument: record({ uri: text, version: integer, text }) })],
  ['textDocument/didChange', record({ textDocument: record({ uri: text, version: maybe(integer) }), contentChanges: list(change) })],
  ['textDocument/didClose', inDocument],
  ['workspace/didChangeWatchedFiles', record({ changes: places })],
  ['workspace/didChangeWorkspaceFolders', record({ event: record({ added: places, removed: places }) })],
  ['workspace/didRenameFiles', record({ files: list(any) })],
  ['workspace/didDeleteFiles', record({ files: list(any) })],
  ['$/cancelRequest', record({ id: (value) => text(value) || typeof value === 'number' })],
  ['$/setTrace', record({ value: text })],
  ['textDocument/hover', atPosition],
  ['textDocument/completion', atPosition],
  ['textDocument/definition', atPosition],
  ['textDocument/documentHighlight', atPosition],
  ['textDocument/references', record({ textDocument, position, context: record({ includeDeclaration: bool }) })],
  ['textDocument/prepareRename', atPosition],
  ['textDocument/rename', record({ textDocument, position, newName: text })],
  ['textDocument/documentSymbol', inDocument],
  ['textDocument/foldingRange', inDocument],
  ['textDocument/selectionRange', record({ textDocument, positions: list(position) })],
  ['textDocument/semanticTokens/full', inDocument],
  ['textDocument/semanticTokens/range', inRange],
  ['textDocument/codeLens', inDocument],
  ['textDocument/inlayHint', inRange],
  ['textDocument/documentLink', inDocument],
  ['textDocument/codeAction', record({ textDocument, range, context: record({ only: maybe(list(text)) }) })],
  ['textDocument/formatting', inDocument],
  ['textDocument/rangeFormatting', inRange],
  ['textDocument/onTypeFormatting', record({ textDocument, position, ch: text })],
  ['completionItem/resolve', record({ label: text })],
  ['workspace/symbol', record({ query: text })],
  ['journey/map', record({ uri: text, journey: maybe(text), pictures: maybe(text), compares: maybe(bool) })],
  ['journey/export', record({ uri: text, journey: maybe(text), view: maybe(oneOf(viewNames)), theme: maybe(oneOf(themeNames)) })],
  ['journey/locate', record({ uri: text, id: text })],
  ['journey/at', record({ uri: text, position })],
]);
