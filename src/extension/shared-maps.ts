import { Uri, workspace } from 'vscode';
import { language } from './served.ts';

/** Of a larger folder not all maps are read. */
const most = 1000;

/** The texts of the maps that share their names with one in a folder: those below the same project file, and those never saved. */
export async function textsSharedWith(folder: Uri | undefined): Promise<string[]> {
  const open = workspace.textDocuments.filter((document) => document.languageId === language);
  const unsaved = open.filter(({ isUntitled }) => isUntitled).map((document) => document.getText());
  if (folder === undefined) return unsaved;
  const [projects, maps] = await Promise.all([
    workspace.findFiles('**/journey.json'),
    workspace.findFiles('**/*.journey', '**/node_modules/**', most),
  ]);
  const roots = projects.map((project) => `${Uri.joinPath(project, '..').toString()}/`);
  const rootOf = (place: string): string | undefined =>
    roots.filter((root) => place.startsWith(root)).sort((a, b) => b.length - a.length)[0];
  const root = rootOf(`${folder.toString()}/`);
  const shared = maps.filter((map) => rootOf(map.toString()) === root);
  return [...unsaved, ...(await Promise.all(shared.map(read)))];

  async function read(map: Uri): Promise<string> {
    const document = open.find(({ uri }) => uri.toString() === map.toString());
    if (document !== undefined) return document.getText();
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(map));
    } catch {
      return '';
    }
  }
}
