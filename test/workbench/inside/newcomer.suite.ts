import * as vscode from 'vscode';
import { equal, eventually, ok, test } from './suite.ts';

test('a new map is read from its template, without a file, and nothing is found in it', async () => {
  await vscode.commands.executeCommand('journey.newMap', 'current');
  const document = await eventually(() => {
    const open = vscode.window.activeTextEditor?.document;
    return open?.isUntitled && open.getText().includes('stage "Wait"') ? open : undefined;
  }, 'the map');
  equal(document.languageId, 'journey');
  // Something is found as soon as something is wrong: then the map has been read by the server.
  const edit = new vscode.WorkspaceEdit();
  const at = document.getText().indexOf('feels -2') + 'feels '.length;
  edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 2)), '-7');
  await vscode.workspace.applyEdit(edit);
  const findings = await eventually(() => {
    const found = vscode.languages.getDiagnostics(document.uri);
    return found.length > 0 ? found : undefined;
  }, 'the finding');
  ok(
    findings.every(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
    `one error, of ${findings.map(({ message }) => message)}`,
  );
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
});
