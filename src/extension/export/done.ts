import { commands, env, l10n, UIKind, type Uri, window, workspace } from 'vscode';
import { type Message, toText } from '../../language/message.ts';
import type { Format } from '../../render/job.ts';
import { nameOf } from '../names.ts';

/** What the editor itself can show. */
const shown: readonly Format[] = ['svg', 'png', 'md', 'html'];
/** And what is a text besides, for those who want to see it. */
const texts: readonly Format[] = ['svg', 'md', 'html'];

/** Says that a file is written, and what its reader should know of it, and offers to open it. */
export async function tellDone(uri: Uri, format: Format, warnings: readonly Message[]): Promise<void> {
  const said = l10n.t('“{0}” is written.', nameOf(uri));
  const items = [...openings(uri, format), ...reveals(uri)];
  const tell = warnings.length ? window.showWarningMessage : window.showInformationMessage;
  const text = [said, ...warnings.map((warning) => toText(warning, (text) => l10n.t(text)))].join(' ');
  await (await tell(text, ...items))?.run();
}

interface Item {
  title: string;
  run(): PromiseLike<unknown>;
}

/** A file is at hand for other programs only where the editor's window runs on the same machine. */
function isHere({ scheme }: Uri): boolean {
  return scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;
}

function openings(uri: Uri, format: Format): Item[] {
  const inEditor = { run: () => commands.executeCommand('vscode.open', uri) };
  if (!isHere(uri)) return shown.includes(format) ? [{ title: l10n.t('Open'), ...inEditor }] : [];
  const outside = { title: l10n.t('Open'), run: () => env.openExternal(uri) };
  return texts.includes(format) ? [outside, { title: l10n.t('Open in Editor'), ...inEditor }] : [outside];
}

function reveals(uri: Uri): Item[] {
  const title = l10n.t('Reveal');
  if (isHere(uri)) return [{ title, run: () => commands.executeCommand('revealFileInOS', uri) }];
  return workspace.getWorkspaceFolder(uri) ? [{ title, run: () => commands.executeCommand('revealInExplorer', uri) }] : [];
}
