import { commands, Disposable, type Memento, RelativePattern, window, workspace } from 'vscode';
import { isProjectFile } from '../server/files.ts';

/** The view in the explorer is shown while this is set. */
const shown = 'journey.emptyFolder';

/** Whether a file or folder of this name is no work yet: hidden ones, settings, and what a repository is born with. */
export function isNothing(name: string): boolean {
  return name.startsWith('.') || isProjectFile(name) || /^(?:readme|license|licence)\b/i.test(name);
}

/** Kept per workspace: the view has been opened once, and is the user's own affair since. */
const opened = 'welcomed';

/** Offers a first map in the explorer while the workspace's one folder holds nothing. A folder that holds something is not looked at again. */
export function welcomeToEmptyFolder(state: Memento): Disposable {
  const [folder, ...others] = workspace.workspaceFolders ?? [];
  if (folder === undefined || others.length > 0) return new Disposable(() => undefined);
  let watcher: Disposable | undefined;
  const look = async () => {
    const names = await Promise.resolve(workspace.fs.readDirectory(folder.uri)).catch(() => undefined);
    const isEmpty = names?.every(([name]) => isNothing(name)) ?? false;
    if (!isEmpty && watcher === undefined) return;
    await commands.executeCommand('setContext', shown, isEmpty);
    if (!isEmpty) watcher?.dispose();
    else if (watcher === undefined) {
      watcher = watch(new RelativePattern(folder, '*'), look);
      await open(state);
    }
  };
  void look();
  return new Disposable(() => watcher?.dispose());
}

function watch(pattern: RelativePattern, look: () => Promise<void>): Disposable {
  const watcher = workspace.createFileSystemWatcher(pattern, false, true, true);
  return Disposable.from(watcher, watcher.onDidCreate(look));
}

/** The explorer keeps the views of extensions closed, and nobody would find what is in this one. */
async function open(state: Memento): Promise<void> {
  if (state.get<boolean>(opened) === true || window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) return;
  await state.update(opened, true);
  await commands.executeCommand('journey.welcome.focus', { preserveFocus: true });
}
