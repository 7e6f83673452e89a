/**
 * What VS Code calls inside the extension host (`extensionTestsPath`). Runs all registered tests in turn, each at most a minute,
 * and writes what came out into the workspace folder, because a web worker has no other place to write to.
 */
import * as vscode from 'vscode';
import { type Report, reportName } from './report.ts';
import { registered } from './suite.ts';

const longest = 60_000;

export async function run(): Promise<void> {
  const report: Report = { tests: [] };
  for (const { name, body } of registered) {
    const error = await failure(body);
    report.tests.push(error === undefined ? { name } : { name, error });
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) throw new Error('the tests want a workspace folder');
  const file = vscode.Uri.joinPath(folder, reportName);
  const partial = vscode.Uri.joinPath(folder, `${reportName}.partial`);
  // Renamed when it is whole, because somebody waits for it to appear.
  await vscode.workspace.fs.writeFile(partial, new TextEncoder().encode(JSON.stringify(report)));
  await vscode.workspace.fs.rename(partial, file);
  const failed = report.tests.filter((test) => test.error !== undefined);
  if (failed.length > 0) throw new Error(`${failed.length} of ${report.tests.length} tests failed`);
}

async function failure(body: () => void | Promise<void>): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${longest} ms`)), longest);
  });
  try {
    await Promise.race([body(), late]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    clearTimeout(timer);
  }
}
