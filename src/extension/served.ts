import { workspace } from 'vscode';

/** The language of maps, as editors know it. */
export const language = 'journey';

/** Where maps live. Documents of a diff or of history (`git:` and its like) are none of the folder's. */
const homes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs'];

/** The schemes of documents that are served: the known ones, and whatever a workspace folder has. */
export function servedSchemes(): Set<string> {
  return new Set([...homes, ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme)]);
}
