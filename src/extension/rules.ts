import {
  commands,
  Disposable,
  EventEmitter,
  type ExtensionContext,
  env,
  type FileChangeEvent,
  FilePermission,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  languages,
  Uri,
  window,
  workspace,
} from 'vscode';

/**
 * The scheme of the rules' pages. A finding's code links to one: VS Code opens the address of a code itself, never as a command, and an
 * address with a scheme of its own stays within the editor, offline, on the desktop and on the web.
 */
const scheme = 'journey-rule';
const command = 'journey.showRule';
/** VS Code's own preview of Markdown; package.json names it as the editor of this scheme too. */
const preview = 'vscode.markdown.preview.editor';

/** What the server is told about the pages, see `pagesFor` there: the address behind a code, and the one in a hover, where only commands may be links. */
export const rulePages = {
  rulePages: `${scheme}:/{code}.md`,
  ruleLinks: `command:${command}?%5B%22{code}%22%5D`,
};

/** The commands that a hover may run. */
export const commandsOfHovers = [command];

/** Shows the pages of the rules: `docs/rules`, and in French those of its folder `fr`. What names no page opens in the display language. */
export function registerRules({ extensionUri }: ExtensionContext): Disposable[] {
  return [
    workspace.registerFileSystemProvider(scheme, new Pages(Uri.joinPath(extensionUri, 'docs', 'rules')), {
      isCaseSensitive: true,
      isReadonly: true,
    }),
    commands.registerCommand(command, async (code?: unknown) => {
      const page = typeof code === 'string' ? code : `${/^fr\b/.test(env.language) ? 'fr/' : ''}${codeAtCursor() ?? 'README'}`;
      await commands.executeCommand('vscode.openWith', Uri.from({ scheme, path: `/${page}.md` }), preview);
    }),
  ];
}

/** The code of a finding of ours where the cursor stands. */
function codeAtCursor(): string | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const { code } =
    languages
      .getDiagnostics(editor.document.uri)
      .find(({ source, range }) => source === 'journey' && range.contains(editor.selection.active)) ?? {};
  return code === undefined ? undefined : String(typeof code === 'object' ? code.value : code);
}

/** The pages as files that can be read and nothing else. */
class Pages implements FileSystemProvider {
  readonly #folder: Uri;
  readonly #changes = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;

  constructor(folder: Uri) {
    this.#folder = folder;
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  async stat(uri: Uri) {
    if (uri.path === '/') return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return { type: FileType.File, ctime: 0, mtime: 0, size: (await this.readFile(uri)).length, permissions: FilePermission.Readonly };
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const name = uri.path.slice(1);
    if (!/^(?:[a-z]{2}\/)?[\w-]+\.md$/.test(name)) throw FileSystemError.FileNotFound(uri);
    try {
      return await workspace.fs.readFile(Uri.joinPath(this.#folder, name));
    } catch {
      throw FileSystemError.FileNotFound(uri);
    }
  }

  createDirectory(): never {
    throw FileSystemError.NoPermissions();
  }

  writeFile(): never {
    throw FileSystemError.NoPermissions();
  }

  delete(): never {
    throw FileSystemError.NoPermissions();
  }

  rename(): never {
    throw FileSystemError.NoPermissions();
  }
}
