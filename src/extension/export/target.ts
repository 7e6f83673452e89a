import { l10n, Uri, window, workspace } from 'vscode';
import type { Format } from '../../render/job.ts';
import { nameOf } from '../names.ts';
import { withEnding } from './names.ts';
import { fileAt } from './write.ts';

/** Where to write a file, and whether what is there may be written over. */
export interface Target {
  uri: Uri;
  overwrite: boolean;
}

/** Asks where to write a file. Nothing where one thinks better of it. */
export async function askTarget(folder: Uri | undefined, name: string, format: Format, kind: string): Promise<Target | undefined> {
  const chosen = await window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder, name) } : {}),
    filters: { [kind]: [format] },
    title: l10n.t('Export Map'),
    saveLabel: l10n.t('Export'),
  });
  if (chosen === undefined) return undefined;
  const uri = chosen.with({ path: withEnding(chosen.path, format) });
  const there = await fileAt(workspace.fs, uri);
  // The dialog asks about the name that was typed. It knows nothing of the ending that is added to it.
  if (there && uri.path !== chosen.path && !(await mayGo(uri))) return undefined;
  return { uri, overwrite: there !== undefined };
}

async function mayGo(uri: Uri): Promise<boolean> {
  const replace = l10n.t('Replace');
  const question = l10n.t('“{0}” is there already. Do you want to replace it?', nameOf(uri));
  return (await window.showWarningMessage(question, { modal: true }, replace)) === replace;
}
