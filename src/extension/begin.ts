import { type Disposable, type TextDocument, workspace } from 'vscode';
import { isProjectFile } from '../server/files.ts';
import { nameOf } from './names.ts';
import { language } from './served.ts';

/**
 * Runs something once maps are at hand: one is open, or the workspace has a project file. A window without them, in which the extension
 * only welcomes, has no server.
 */
export function onceThereAreMaps(begin: () => void): Disposable {
  const isOurs = ({ languageId, uri }: TextDocument) => languageId === language || isProjectFile(nameOf(uri));
  let begun = false;
  const once = () => {
    if (begun) return;
    begun = true;
    listener.dispose();
    begin();
  };
  const listener = workspace.onDidOpenTextDocument((document) => isOurs(document) && once());
  if (workspace.textDocuments.some(isOurs)) once();
  else {
    void Promise.resolve(workspace.findFiles('**/journey.json', undefined, 1)).then(
      ([project]) => project !== undefined && once(),
      () => undefined,
    );
  }
  return listener;
}
