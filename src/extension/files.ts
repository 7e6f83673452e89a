import { type Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { decode } from '../server/files.ts';
import {
  type ListFilesParams,
  type ListFilesReply,
  listFiles,
  type ReadFileParams,
  type ReadFileReply,
  readFile,
} from '../server/protocol.ts';
import { walk } from './walk.ts';

/** Lends the server the editor's file system. Nothing but maps and project files can be read through it. */
export function lendFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(listFiles, async ({ folder }: ListFilesParams): Promise<ListFilesReply> => {
      const uris = await walk(Uri.parse(folder, true), {
        entries: readFolder,
        join: (parent, name) => Uri.joinPath(parent, name),
        wanted: (name) => name.endsWith('.journey'),
      });
      return { uris: uris.map((uri) => client.code2ProtocolConverter.asUri(uri)) };
    }),
    client.onRequest(readFile, async ({ uri }: ReadFileParams): Promise<ReadFileReply> => {
      const file = Uri.parse(uri, true);
      if (!/(\.journey|\/journey\.json)$/.test(file.path)) throw new Error(`Not a map and not a project file: ${uri}`);
      return { text: decode(await workspace.fs.readFile(file)) };
    }),
  ];
}

async function readFolder(folder: Uri): Promise<{ name: string; folder: boolean }[]> {
  const entries = await workspace.fs.readDirectory(folder);
  // A link to a folder could lead round in a circle; links to files are followed.
  return entries
    .filter(([, type]) => type !== (FileType.SymbolicLink | FileType.Directory))
    .map(([name, type]) => ({ name, folder: type === FileType.Directory }));
}
