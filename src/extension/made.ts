import { commands, type Disposable, Uri, ViewColumn, window } from 'vscode';
import type { Panels } from './panels.ts';

/** The command that shows a file which an edit of the server has made. */
export const showMade = 'journey.showMade';

/** Shows such a file beside the text it came from; in the same column where a picture stands beside that already. */
export function showsMade(panels: Panels): Disposable {
  return commands.registerCommand(showMade, async (uri: string) => {
    const text = window.activeTextEditor?.viewColumn;
    const taken = window.tabGroups.all.some(({ viewColumn }) => viewColumn !== text && panels.inColumn(viewColumn) !== undefined);
    await window.showTextDocument(Uri.parse(uri), { viewColumn: taken ? ViewColumn.Active : ViewColumn.Beside, preview: false });
  });
}
