import { TabInputText, TabInputTextDiff, TabInputWebview, type Uri, window, workspace } from 'vscode';
import type { Panels } from './panels.ts';
import { language, servedSchemes } from './served.ts';

/** The map that somebody looks at, as text or as a picture: that of the tab in front, also while a list or the log below has the focus. */
export function inSight(panels: Panels): Uri | undefined {
  const { activeTab, viewColumn } = window.tabGroups.activeTabGroup;
  const input = activeTab?.input;
  if (input instanceof TabInputWebview) return panels.inColumn(viewColumn)?.uri;
  const uri = input instanceof TabInputText ? input.uri : input instanceof TabInputTextDiff ? input.modified : undefined;
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri?.toString());
  return document?.languageId === language && servedSchemes().has(document.uri.scheme) ? document.uri : undefined;
}
