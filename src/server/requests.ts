import type { Connection } from 'vscode-languageserver';
import { codeActions } from '../language/features/code-actions.ts';
import { completions } from '../language/features/completion.ts';
import { filesWantedAt } from '../language/features/completion-files.ts';
import { askedIn, resolved } from '../language/features/completion-resolve.ts';
import { definition } from '../language/features/definition.ts';
import { hover } from '../language/features/hover.ts';
import { documentSymbols } from '../language/features/symbols.ts';
import { check } from '../language/rules/index.ts';
import { isProject } from './addresses.ts';
import type { ClientFacts } from './client.ts';
import { completionsFor } from './completions-for.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { Files } from './files.ts';
import type { Folders } from './folders.ts';
import { serveFormatting } from './formatting.ts';
import { linksOf } from './links.ts';
import { serveNavigation } from './navigation.ts';
import type { ProjectDocuments } from './project-documents.ts';
import { type AtParams, at, getJob, getMap, type JobParams, type LocateParams, locate, type MapParams } from './protocol.ts';
import type { Texts } from './texts.ts';
import { tongueOf } from './tongues.ts';
import { jobReply, locateElement, mapReply, whatIsAt } from './views.ts';

/** What requests are answered from. */
export interface Known {
  texts: Texts;
  projects: ProjectDocuments;
  folders: Folders;
  files: Files;
  client(): ClientFacts;
  /** Resolves when the files that a text names have been read. */
  ready(uri: string): Promise<void>;
  /** The day to compare dates with, ISO. */
  today(): string;
}

/** Answers what a client asks of a text. */
export function serveRequests(connection: Connection, { texts, projects, folders, files, client, ready, today }: Known): void {
  connection.onHover(({ textDocument, position }) => {
    const context = texts.contextOf(textDocument.uri);
    return (
      (context && hover(context, context.document.lines.offsetAt(position), context.findings, context.pages?.inHover, today())) ?? null
    );
  });

  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    const document = texts.document(uri);
    if (document && filesWantedAt(document, document.lines.offsetAt(position))) await folders.lookBeside(uri);
    const context = texts.contextOf(uri);
    return context ? completionsFor(completions(context, context.document.lines.offsetAt(position), today()), client().completing) : [];
  });

  connection.onCompletionResolve((item) => {
    const uri = askedIn(item);
    const context = uri === undefined ? undefined : texts.contextOf(uri);
    return context ? resolved(item, context) : item;
  });

  connection.onDocumentSymbol(({ textDocument }) => {
    const context = texts.contextOf(textDocument.uri);
    return context ? documentSymbols(context.document) : [];
  });

  connection.onDefinition(({ textDocument, position }) => {
    const context = texts.contextOf(textDocument.uri);
    return context ? definition(context, context.document.lines.offsetAt(position)) : [];
  });

  connection.onCodeAction((params) => {
    const { uri } = params.textDocument;
    const { only } = params.context;
    const { range } = params;
    if (isProject(uri)) return projects.actions(params);
    const context = texts.contextOf(uri);
    if (!context) return [];
    const { document, tongue, findings } = context;
    const { lines } = document;
    return codeActions(
      context,
      { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), ...(only ? { only } : {}) },
      {
        findings,
        client: client().edits,
        diagnosticOf: (finding) => diagnosticOf(finding, document, tongue, client().linksCodes ? context.pages?.ofCode : undefined),
        recheck: (other) => check({ ...other, today: today() }, folders.isKnown(uri)),
      },
    );
  });

  serveFormatting(connection, (uri) => texts.document(uri));
  serveNavigation(connection, {
    contextOf: (uri) => texts.contextOf(uri),
    documents: () => {
      for (const uri of texts.uris()) texts.document(uri);
      return folders.documents();
    },
    tongue: () => tongueOf(client().locale),
    lensCommands: () => client().lensCommands,
    linksOf: (context) => linksOf(context, folders.rootFor(context.document.uri), files),
  });

  connection.onRequest(getMap, ({ uri, journey, pictures, compares }: MapParams) => {
    const context = texts.contextOf(uri);
    return context ? mapReply(context, context.findings, journey, { has: pictures, compares }) : null;
  });

  connection.onRequest(getJob, async ({ uri, ...asked }: JobParams) => {
    await ready(uri);
    const context = texts.contextOf(uri);
    return context ? jobReply(context, asked) : null;
  });

  connection.onRequest(locate, ({ uri, id }: LocateParams) => {
    const context = texts.contextOf(uri);
    return context ? locateElement(context, id) : null;
  });

  connection.onRequest(at, ({ uri, position }: AtParams) => {
    const context = texts.contextOf(uri);
    return context ? whatIsAt(context, context.document.lines.offsetAt(position)) : {};
  });
}
