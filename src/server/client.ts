import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { Client } from '../language/features/code-actions-edit.ts';
import type { LensCommands } from '../language/features/code-lenses.ts';
import { type CompletionClient, completionClient } from './completions-for.ts';
import { lensCommandsOf } from './navigation.ts';
import { pagesFor, type RulePages } from './rule-pages.ts';
import { type Language, languageOf } from './tongues.ts';

/** What a client can do and how it wants to be served, as it says when it begins. */
export interface ClientFacts {
  capabilities: ClientCapabilities;
  locale: Language;
  /** What its edits can hold. */
  edits: Client;
  completing: CompletionClient;
  pages?: RulePages;
  /** The code of a finding may be a link. */
  linksCodes: boolean;
  /** It tells of workspace folders that come and go. */
  tellsFolders: boolean;
  /** It checks the JSON of texts that are open, as VS Code does: then nothing is said twice. */
  checksJson: boolean;
  lensCommands: LensCommands;
}

/** Of a client that has said nothing yet. */
export const unknownClient: ClientFacts = {
  capabilities: {},
  locale: 'en',
  edits: { snippets: false, creates: false },
  completing: { snippets: false, suggests: false },
  linksCodes: false,
  tellsFolders: false,
  checksJson: false,
  lensCommands: {},
};

/** @param rulePages - Where the pages of the rules open for a client that does not say so itself, see `pagesFor`. */
export function factsOf(params: InitializeParams, rulePages?: string): ClientFacts {
  const { capabilities, initializationOptions: options } = params;
  const pages = pagesFor(options, rulePages);
  return {
    capabilities,
    locale: languageOf(params.locale),
    edits: editsOf(params),
    completing: completionClient(capabilities, options),
    ...(pages ? { pages } : {}),
    linksCodes: capabilities.textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
    tellsFolders: capabilities.workspace?.workspaceFolders === true,
    checksJson: typeof options === 'object' && options !== null && 'checksJson' in options && options.checksJson === true,
    lensCommands: lensCommandsOf(options),
  };
}

/** What the edits of a client can hold, and the command that it names for showing a file just made: `{ shows: 'journey.showMade' }`. */
function editsOf({ capabilities: { workspace }, initializationOptions }: InitializeParams): Client {
  const { snippetEditSupport, resourceOperations } = workspace?.workspaceEdit ?? {};
  const shows = (initializationOptions as { shows?: unknown } | null | undefined)?.shows;
  return {
    snippets: snippetEditSupport === true,
    creates: resourceOperations?.includes('create') === true,
    ...(typeof shows === 'string' ? { shows } : {}),
  };
}
