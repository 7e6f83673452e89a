import {
  type Location,
  type Position,
  Range,
  Selection,
  TabInputText,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  window,
} from 'vscode';
import type { Echo } from './echo.ts';

/** The column in which a document is open as text, even if another tab covers it there. */
function columnOf(uri: Uri): ViewColumn | undefined {
  const visible = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  if (visible?.viewColumn !== undefined) return visible.viewColumn;
  const group = window.tabGroups.all.find((each) =>
    each.tabs.some((tab) => tab.input instanceof TabInputText && tab.input.uri.toString() === uri.toString()),
  );
  return group?.viewColumn;
}

/**
 * Shows a place of the text and gives it the focus: in the editor that has the document, else in the one that has the map's document,
 * else beside the panel. What is on one line is selected; of anything longer only the beginning, lest a stray key delete it all.
 */
export async function revealText(location: Location, map: Uri, echo: Echo): Promise<void> {
  const { uri, range } = location;
  const selection = range.isSingleLine ? new Selection(range.end, range.start) : new Selection(range.start, range.start);
  echo.reveal(placeOf(uri, selection.active));
  try {
    const editor = await window.showTextDocument(uri, {
      viewColumn: columnOf(uri) ?? columnOf(map) ?? ViewColumn.Beside,
      selection,
      preserveFocus: false,
    });
    editor.revealRange(new Range(range.start, range.start), TextEditorRevealType.InCenterIfOutsideViewport);
  } finally {
    echo.arrived();
  }
}

/** A position as the echo guard compares it. */
export function placeOf(uri: Uri, { line, character }: Position) {
  return { uri: uri.toString(), line, character };
}

/** The editor whose cursor counts for a document: the active one if it shows it, else any that does. */
export function editorOf(uri: Uri): TextEditor | undefined {
  const shows = (editor: TextEditor) => editor.document.uri.toString() === uri.toString();
  const active = window.activeTextEditor;
  return active !== undefined && shows(active) ? active : window.visibleTextEditors.find(shows);
}
