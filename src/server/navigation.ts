import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  type DocumentLink,
  ErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { JourneyDocument } from '../language/document.ts';
import { codeLenses, type LensCommands } from '../language/features/code-lenses.ts';
import { foldingRanges } from '../language/features/folding.ts';
import { inlayHints } from '../language/features/inlay-hints.ts';
import { highlights, references } from '../language/features/references.ts';
import { CannotRename, rename, renameable } from '../language/features/rename.ts';
import { selectionRange } from '../language/features/selection-ranges.ts';
import { semanticTokens, tokenModifiers, tokenTypes } from '../language/features/semantic-tokens.ts';
import { workspaceSymbols } from '../language/features/workspace-symbols.ts';
import { type Tongue, toText } from '../language/message.ts';
import type { Context } from '../language/names/facts.ts';

/** What the server says that it can do to find one's way in maps, and to read what follows from them. */
export const navigationCapabilities: ServerCapabilities = {
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  foldingRangeProvider: true,
  documentLinkProvider: {},
  selectionRangeProvider: true,
  workspaceSymbolProvider: true,
  semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] }, full: true, range: true },
  codeLensProvider: {},
  inlayHintProvider: true,
};

/** What the requests are answered from. */
export interface Served {
  /** A file as it is now, in its folder; nothing where it is not open. */
  contextOf(uri: string): Context | undefined;
  /** All files that are known. */
  documents(): Iterable<JourneyDocument>;
  /** The tongue of what concerns no single file. */
  tongue(): Tongue;
  lensCommands(): LensCommands;
  /** What a file links to. */
  linksOf(context: Context): Promise<DocumentLink[]>;
}

/** Answers the requests of `navigationCapabilities`. */
export function serveNavigation(connection: Connection, { contextOf, documents, tongue, lensCommands, linksOf }: Served): void {
  connection.onReferences(({ textDocument, position, context: { includeDeclaration } }) => {
    const context = contextOf(textDocument.uri);
    return context ? references(context, context.document.lines.offsetAt(position), includeDeclaration) : [];
  });

  connection.onDocumentHighlight(({ textDocument, position }) => {
    const context = contextOf(textDocument.uri);
    return context ? highlights(context, context.document.lines.offsetAt(position)) : [];
  });

  connection.onPrepareRename(({ textDocument, position }) => {
    const context = contextOf(textDocument.uri);
    return (context && renameable(context, context.document.lines.offsetAt(position))) ?? null;
  });

  connection.onRenameRequest(({ textDocument, position, newName }) => {
    const context = contextOf(textDocument.uri);
    if (!context) return null;
    try {
      return rename(context, context.document.lines.offsetAt(position), newName) ?? null;
    } catch (error) {
      if (!(error instanceof CannotRename)) throw error;
      return new ResponseError(ErrorCodes.InvalidParams, toText(error.said, context.tongue));
    }
  });

  connection.onFoldingRanges(({ textDocument }) => {
    const context = contextOf(textDocument.uri);
    return context ? foldingRanges(context.document) : [];
  });

  connection.onSelectionRanges(({ textDocument, positions }) => {
    const context = contextOf(textDocument.uri);
    return context ? positions.map((position) => selectionRange(context.document, context.document.lines.offsetAt(position))) : [];
  });

  connection.onDocumentLinks(({ textDocument }) => {
    const context = contextOf(textDocument.uri);
    return context ? linksOf(context) : [];
  });

  connection.onWorkspaceSymbol(({ query }) => workspaceSymbols(documents(), query, tongue()));

  connection.languages.semanticTokens.on(({ textDocument }) => {
    const context = contextOf(textDocument.uri);
    return { data: context ? semanticTokens(context) : [] };
  });

  connection.languages.semanticTokens.onRange(({ textDocument, range }) => {
    const context = contextOf(textDocument.uri);
    if (!context) return { data: [] };
    const { lines } = context.document;
    return { data: semanticTokens(context, { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }) };
  });

  connection.onCodeLens(({ textDocument }) => {
    const context = contextOf(textDocument.uri);
    return context ? codeLenses(context, lensCommands()) : [];
  });

  connection.languages.inlayHint.on(({ textDocument, range }) => {
    const context = contextOf(textDocument.uri);
    if (!context) return [];
    const { lines } = context.document;
    return inlayHints(context, { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) });
  });
}

/** Has the client ask again for what depends on other files: lenses, hints and colours. A client that cannot is left alone. */
export async function refreshNavigation(connection: Connection, { workspace }: ClientCapabilities): Promise<void> {
  await Promise.all([
    workspace?.semanticTokens?.refreshSupport && connection.languages.semanticTokens.refresh(),
    workspace?.inlayHint?.refreshSupport && connection.languages.inlayHint.refresh(),
    workspace?.codeLens?.refreshSupport && connection.sendRequest(CodeLensRefreshRequest.type),
  ]);
}

/** The commands of a client that lenses may run, as it names them itself: `{ lenses: { preview: 'journey.openPreviewToSide' } }`. */
export function lensCommandsOf(options: unknown): LensCommands {
  const lenses = (options as { lenses?: unknown } | null | undefined)?.lenses;
  if (typeof lenses !== 'object' || lenses === null) return {};
  const { showReferences, preview } = lenses as Record<string, unknown>;
  return {
    ...(typeof showReferences === 'string' ? { showReferences } : {}),
    ...(typeof preview === 'string' ? { preview } : {}),
  };
}
