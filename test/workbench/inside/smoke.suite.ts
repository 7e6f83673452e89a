import * as vscode from 'vscode';
import { equal, ok, test } from './suite.ts';

test('a map is opened as language journey', async () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  ok(folder !== undefined, 'a folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'a.journey'));
  equal(document.languageId, 'journey');
});
