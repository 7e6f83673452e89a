import { commands, Disposable, type Uri, ViewColumn, window, workspace } from 'vscode';
import type { Panels } from './panels.ts';

/**
 * The command that shows the file which an edit of the server has just made. It takes no arguments: VS Code keeps those of an action's command
 * only as long as the list of actions, and a new file may bring up the next list before the command is run.
 */
export const showMade = 'journey.showMade';

/** Shows such a file beside the text it came from; in the same column where a picture stands beside that already. */
export function showsMade(panels: Panels): Disposable {
  let made: Uri | undefined;
  return Disposable.from(
    workspace.onDidCreateFiles(({ files }) => {
      made = files.findLast(({ path }) => path.endsWith('.journey')) ?? made;
    }),
    commands.registerCommand(showMade, async () => {
      if (made === undefined) return;
      const text = window.activeTextEditor?.viewColumn;
      const taken = window.tabGroups.all.some(({ viewColumn }) => viewColumn !== text && panels.inColumn(viewColumn) !== undefined);
      await window.showTextDocument(made, { viewColumn: taken ? ViewColumn.Active : ViewColumn.Beside, preview: false });
    }),
  );
}
