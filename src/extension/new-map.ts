import { parse } from 'jsonc-parser';
import {
  commands,
  type Disposable,
  env,
  FileType,
  l10n,
  type QuickPickItem,
  Range,
  SnippetString,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { today } from '../server/today.ts';
import { nameOf } from './names.ts';
import { textsSharedWith } from './shared-maps.ts';
import {
  beside,
  fileName,
  fileOf,
  isFileName,
  type Language,
  languageOf,
  mapOf,
  snippetOf,
  type Template,
  templates,
} from './templates.ts';

/** The commands that begin a map: in an editor without a file, or in a file of a folder. */
export function registerNewMap(extension: Uri): Disposable[] {
  return [
    commands.registerCommand('journey.newMap', (template?: unknown) => newMap(extension, template)),
    commands.registerCommand('journey.newMapInFolder', async (place?: unknown) => {
      const folder = await folderAt(place);
      if (folder === 'none') await newMap(extension, undefined);
      else if (folder !== undefined) await newFile(extension, folder);
    }),
  ];
}

/** `wanted` names a template; whatever else it is, one is asked for. */
async function newMap(extension: Uri, wanted: unknown): Promise<void> {
  const template = templates.find((each) => each === wanted) ?? (await pickTemplate());
  if (template === undefined) return;
  const map = await read(extension, template, workspace.workspaceFolders?.[0]?.uri);
  if (map !== undefined) await fill(await workspace.openTextDocument({ language: 'journey' }), map);
}

async function newFile(extension: Uri, folder: Uri): Promise<void> {
  const template = await pickTemplate();
  const name = template && (await askName(folder));
  const map = name && (await read(extension, template, folder));
  if (!map) return;
  const file = Uri.joinPath(folder, name);
  const edit = new WorkspaceEdit();
  edit.createFile(file, { contents: new TextEncoder().encode(map) });
  if (!(await workspace.applyEdit(edit))) {
    void window.showErrorMessage(l10n.t('“{0}” could not be created in “{1}”. May you write there?', name, nameOf(folder)));
    return;
  }
  const document = await workspace.openTextDocument(file);
  await fill(document, map);
  // The stops were put into the text that is in the file already: nothing is unsaved.
  await document.save();
}

/** Shows the document with the map as its text, at the first of its stops. */
async function fill(document: TextDocument, map: string): Promise<void> {
  const editor = await window.showTextDocument(document);
  const whole = new Range(document.positionAt(0), document.lineAt(document.lineCount - 1).range.end);
  await editor.insertSnippet(new SnippetString(snippetOf(map)), whole);
}

async function read(extension: Uri, template: Template, folder: Uri | undefined): Promise<string | undefined> {
  const file = Uri.joinPath(extension, 'media', 'templates', fileOf(template, await languageFor(folder)));
  try {
    const map = mapOf(new TextDecoder().decode(await workspace.fs.readFile(file)), today());
    return beside(map, await textsSharedWith(folder));
  } catch (error) {
    void window.showErrorMessage(l10n.t('The template could not be read: {0}', error instanceof Error ? error.message : String(error)));
    return undefined;
  }
}

function pickTemplate(): Promise<Template | undefined> {
  const about: Record<Template, { label: string; detail: string; icon: string }> = {
    current: {
      icon: 'graph-line',
      label: l10n.t('Current map'),
      detail: l10n.t('How it is today: stages, steps, feelings, pains and what to do about them'),
    },
    future: {
      icon: 'lightbulb',
      label: l10n.t('Future map'),
      detail: l10n.t('How it shall be: what the customer will meet, and what it must achieve'),
    },
    day: {
      icon: 'watch',
      label: l10n.t('Day in the life'),
      detail: l10n.t('A whole day of somebody’s, in which you are one part among others'),
    },
    blueprint: {
      icon: 'layers',
      label: l10n.t('Service blueprint'),
      detail: l10n.t('What staff do in view and out of it, with which systems, and who hands over to whom'),
    },
  };
  const items = templates.map((template): QuickPickItem & { template: Template } => {
    const { label, detail, icon } = about[template];
    return { label: `$(${icon}) ${label}`, detail, template };
  });
  const title = l10n.t('New Journey Map');
  const placeHolder = l10n.t('What is the map about? Each begins as an example to write over.');
  return Promise.resolve(window.showQuickPick(items, { title, placeHolder, matchOnDetail: true })).then((picked) => picked?.template);
}

/** The name of a file that is not there yet. */
async function askName(folder: Uri): Promise<string | undefined> {
  const taken = new Set((await entries(folder)).map(([name]) => name.toLowerCase()));
  const stem = l10n.t('map');
  let free = stem;
  for (let number = 2; taken.has(`${free}.journey`); number++) free = `${stem}-${number}`;
  const typed = await window.showInputBox({
    title: l10n.t('New Journey Map'),
    prompt: l10n.t('The name of the file in “{0}”', nameOf(folder)),
    value: `${free}.journey`,
    valueSelection: [0, free.length],
    validateInput: (typed) => {
      const name = fileName(typed);
      if (!isFileName(name)) return l10n.t('A file needs a name, and it can have none of \\ / : * ? " < > | in it.');
      return taken.has(name.toLowerCase()) ? l10n.t('There is a “{0}” already. Choose another name.', name) : undefined;
    },
  });
  return typed === undefined ? undefined : fileName(typed);
}

/** The folder that was pointed at; without one that of the workspace, of several the one chosen. `none` where there is none. */
async function folderAt(place: unknown): Promise<Uri | 'none' | undefined> {
  if (place instanceof Uri) {
    const isFolder = await Promise.resolve(workspace.fs.stat(place)).then(
      ({ type }) => (type & FileType.Directory) !== 0,
      () => true,
    );
    return isFolder ? place : Uri.joinPath(place, '..');
  }
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) return 'none';
  return folders.length === 1 ? folders[0]?.uri : (await window.showWorkspaceFolderPick())?.uri;
}

/** The language of the nearest `journey.json` above a folder that says one, else that of the editor. */
async function languageFor(folder: Uri | undefined): Promise<Language> {
  for (let at = folder; at !== undefined; ) {
    const language = await languageIn(Uri.joinPath(at, 'journey.json'));
    if (language !== undefined) return language;
    const above = Uri.joinPath(at, '..');
    at = above.path === at.path ? undefined : above;
  }
  return languageOf(env.language);
}

/** What a project file says; one without a language leaves it to the editor. Nothing where there is no such file. */
async function languageIn(project: Uri): Promise<Language | undefined> {
  try {
    const settings: unknown = parse(new TextDecoder().decode(await workspace.fs.readFile(project)), [], { allowTrailingComma: true });
    const language = typeof settings === 'object' && settings !== null && 'language' in settings ? settings.language : undefined;
    return languageOf(typeof language === 'string' ? language : env.language);
  } catch {
    return undefined;
  }
}

/** What is in a folder; nothing where it cannot be read. */
async function entries(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
