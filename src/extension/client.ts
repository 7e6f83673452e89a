import { extensions, type LogOutputChannel, l10n, workspace } from 'vscode';
import { CloseAction, type DocumentSelector, ErrorAction, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { endingsBeside } from '../server/files.ts';
import { lenses } from './lenses.ts';
import { showMade } from './made.ts';
import type { Restarts } from './restarts.ts';
import { commandsOfHovers, rulePages } from './rules.ts';
import { language, servedSchemes } from './served.ts';

const gaveUp = () =>
  l10n.t(
    'Journey: the language server stopped five times within three minutes and was not started again. Run “Journey: Restart Language Server” to try once more; its log is in the output “Journey”.',
  );

/** What the client is told, on the desktop and on the web alike. */
export function clientOptions(output: LogOutputChannel, restarts: Restarts): LanguageClientOptions {
  const documentSelector: DocumentSelector = [...servedSchemes()].map((scheme) => ({ language, scheme }));
  return {
    documentSelector,
    initializationOptions: {
      ...rulePages,
      lenses,
      shows: showMade,
      suggests: true,
      watchesFiles: true,
      checksJson: extensions.getExtension('vscode.json-language-features') !== undefined,
    },
    markdown: { isTrusted: { enabledCommands: commandsOfHovers } },
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    synchronize: {
      fileEvents: ['**/*.journey', '**/journey.json', `**/*.{${endingsBeside}}`].map((pattern) =>
        workspace.createFileSystemWatcher(pattern),
      ),
    },
    initializationFailedHandler: (error) => {
      output.error(l10n.t('The language server could not start.'), error instanceof Error ? error.message : String(error));
      return false;
    },
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () =>
        restarts.again(Date.now()) ? { action: CloseAction.Restart } : { action: CloseAction.DoNotRestart, message: gaveUp() },
    },
  };
}
