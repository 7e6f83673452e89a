import * as vscode from 'vscode';
import { equal, eventually, ok, test } from './suite.ts';

const text = 'journey "Order" for Vera\n  goal "A laptop"\nstage Request\n  step form\n    feels 1\n    metric nps from "survey.csv"\n';

/** A folder of its own for a test, with a map in it. */
async function folderOf(name: string): Promise<{ map: vscode.Uri; project: vscode.Uri; data: vscode.Uri }> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  ok(root !== undefined, 'a folder is open');
  const at = (file: string) => vscode.Uri.joinPath(root, name, file);
  await write(at('map.journey'), text);
  return { map: at('map.journey'), project: at('journey.json'), data: at('survey.csv') };
}

async function write(uri: vscode.Uri, content: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
}

/** What is found in a file, by code. */
function codes(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/** Waits until a map has a finding, or has it no more; it must have others, so that it is known to have been checked. */
function until(uri: vscode.Uri, code: string, there: boolean): Promise<true> {
  const holds = () => codes(uri).length > 0 && codes(uri).includes(code) === there;
  return eventually(
    () => (holds() ? (true as const) : undefined),
    `${code} ${there ? 'in' : 'gone from'} ${uri.path}, which has ${codes(uri)}`,
  );
}

const off = (...rules: string[]) => JSON.stringify({ rules: Object.fromEntries(rules.map((rule) => [rule, 'off'])) });

test('a journey.json is followed when it is created, changed and removed', async () => {
  const { map, project } = await folderOf('followed');
  await vscode.workspace.openTextDocument(map);
  await until(map, 'unknown-name', true);
  await write(project, off('unknown-name'));
  await until(map, 'unknown-name', false);
  await write(project, '{}');
  await until(map, 'unknown-name', true);
  await write(project, off('unknown-name'));
  await until(map, 'unknown-name', false);
  await vscode.workspace.fs.delete(project);
  await until(map, 'unknown-name', true);
});

test('what is wrong in a journey.json is told though it is not open, and goes when it is mended', async () => {
  const { map, project } = await folderOf('told');
  await vscode.workspace.openTextDocument(map);
  await write(project, '{ "theme": "drak" }');
  await eventually(() => codes(project).length > 0, 'the finding');
  equal(codes(project), ['project-file']);
  await write(project, '{ "theme": "dark" }');
  await eventually(() => codes(project).length === 0, 'no finding');
});

test('an open journey.json may have comments, is told of once, offers fixes, and counts before it is saved', async () => {
  const { map, project } = await folderOf('open');
  await write(project, '{\n  // a comment\n  "theme": "drak",\n}');
  await vscode.workspace.openTextDocument(map);
  const document = await vscode.workspace.openTextDocument(project);
  equal(document.languageId, 'jsonc');
  await vscode.window.showTextDocument(document);
  await eventually(() => codes(project).length > 0, 'the finding');
  const actions = await eventually(async () => {
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      project,
      new vscode.Range(2, 12, 2, 12),
    );
    return found.length > 0 ? found : undefined;
  }, 'fixes');
  ok(
    actions.some(({ title }) => title.includes('"dark"')),
    `the fix, of ${actions.map(({ title }) => title)}`,
  );
  const edit = new vscode.WorkspaceEdit();
  edit.replace(project, new vscode.Range(0, 0, 4, 0), off('unknown-name'));
  await vscode.workspace.applyEdit(edit);
  await until(map, 'unknown-name', false);
  equal(codes(project), []);
  ok(document.isDirty, 'it is not saved');
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await until(map, 'unknown-name', true);
});

test('an open journey.json is completed by its schema, where the editor has support for JSON', async () => {
  if (!vscode.extensions.getExtension('vscode.json-language-features')) return;
  const { project } = await folderOf('completed');
  await write(project, '{ "rules": {  } }');
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(project));
  const labels = await eventually(async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      project,
      new vscode.Position(0, 13),
    );
    const found = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    return found.some((label) => label.includes('missing-goal')) ? found : undefined;
  }, 'codes of rules');
  ok(labels.length > 10);
});

test('a data file is followed when it is created, changed and removed', async () => {
  const { map, data } = await folderOf('measured');
  await vscode.workspace.openTextDocument(map);
  await until(map, 'unreadable-data', true);
  await write(data, 'day;nps\n2026-10-01;-12\n');
  await until(map, 'unreadable-data', false);
  await write(data, 'day;ces\n2026-10-01;-12\n');
  await until(map, 'unreadable-data', true);
  await write(data, 'day;nps\n2026-10-01;-12\n');
  await until(map, 'unreadable-data', false);
  await vscode.workspace.fs.delete(data);
  await until(map, 'unreadable-data', true);
});
