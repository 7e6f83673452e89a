import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { JourneyDocument } from '../document.ts';
import type { Context } from '../names/facts.ts';
import type { FileEdit } from '../rules/rule.ts';

/** What an editor can do with an edit. */
export interface Client {
  /** Insert snippets. Where it cannot, a choice becomes its first value. */
  snippets: boolean;
  /** Create files. */
  creates: boolean;
  /** The command that shows the file that an edit has just made. */
  shows?: string;
}

/** A file to make, with its text. */
export interface NewFile {
  uri: string;
  text: string;
}

/** Edits of files of the folder, and new files, as the Language Server Protocol has them. */
export function workspaceEdit(
  context: Context,
  edits: readonly FileEdit[],
  { snippets }: Pick<Client, 'snippets'>,
  creates: readonly NewFile[] = [],
): WorkspaceEdit {
  const byFile = new Map<string, FileEdit[]>();
  for (const edit of edits) {
    const uri = edit.uri ?? context.document.uri;
    const list = byFile.get(uri);
    if (list) list.push(edit);
    else byFile.set(uri, [edit]);
  }
  const changes = [...byFile].flatMap(([uri, list]): TextDocumentEdit[] => {
    const document = uri === context.document.uri ? context.document : context.folder.get(uri);
    if (!document) return [];
    return [
      {
        textDocument: { uri, version: uri === context.document.uri ? document.version : null },
        edits: list.map((edit) => {
          const range = document.lines.rangeOf(edit.start, edit.end);
          if (edit.snippet && snippets) return { range, snippet: { kind: 'snippet', value: underLine(document, edit) } };
          return { range, newText: edit.snippet ? plain(edit.text) : edit.text };
        }),
      },
    ];
  });
  const made = creates.flatMap(({ uri, text }): (CreateFile | TextDocumentEdit)[] => [
    { kind: 'create', uri },
    { textDocument: { uri, version: null }, edits: [{ range: { start: origin, end: origin }, newText: text }] },
  ]);
  return { documentChanges: [...changes, ...made] };
}

const origin = { line: 0, character: 0 };

/** A snippet as VS Code wants it, which indents all its lines but the first as far as the line on which it is inserted. */
function underLine({ lines }: JourneyDocument, { start, text }: FileEdit): string {
  const { line, character } = lines.positionAt(start);
  const indent = lines.indentOf(line).slice(0, character);
  return text.replaceAll(`\n${indent}`, '\n');
}

/** What a snippet leaves in the text when nobody types into it: of a choice the first value, of a placeholder its text. */
export function plain(snippet: string): string {
  let text = '';
  let at = 0;
  while (at < snippet.length) {
    const dollar = nextOf(snippet, '$\\', at);
    text += snippet.slice(at, dollar);
    at = dollar;
    if (snippet[at] === '\\') {
      const isEscape = '\\$}'.includes(snippet[at + 1] ?? ' ');
      text += isEscape ? snippet[at + 1] : '\\';
      at += isEscape ? 2 : 1;
    } else if (snippet[at] === '$') {
      const stop = /\$(?:\d+|\{\d+([:|}]))/y;
      stop.lastIndex = at;
      const [all, mark] = stop.exec(snippet) ?? ['$'];
      at += all.length;
      if (all === '$') text += '$';
      if (mark === ':') {
        const end = nextOf(snippet, '}', at, true);
        text += snippet.slice(at, end).replace(/\\([\\$}])/g, '$1');
        at = end + 1;
      } else if (mark === '|') {
        const end = nextOf(snippet, '|', at, true);
        text += snippet.slice(at, nextOf(snippet, ',|', at, true)).replace(/\\([\\,|])/g, '$1');
        at = end + '|}'.length;
      }
    }
  }
  return text;
}

/** Where one of some marks stands next; the end where none does. */
function nextOf(text: string, marks: string, from: number, escapes = false): number {
  let at = from;
  while (at < text.length && !marks.includes(text[at] as string)) at += escapes && text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}
