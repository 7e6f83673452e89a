import { type Disposable, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { base64 } from '../render/base64.ts';
import { type Bytes, decodeOld, isDataFile, isPicture, isProjectFile, mostFolders } from '../server/files.ts';
import {
  type ListFilesParams,
  type ListFilesReply,
  listFiles,
  type ReadFileParams,
  type ReadFileReply,
  type ReadPictureParams,
  type ReadPictureReply,
  readFile,
  readPicture,
} from '../server/protocol.ts';
import { walk } from './walk.ts';

/** Lends the server the editor's file system. Nothing but maps, project files, data files and pictures can be read through it. */
export function lendFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(listFiles, async ({ folder, beside = false }: ListFilesParams): Promise<ListFilesReply> => {
      const tree = { entries: readFolder, join: (parent: Uri, name: string) => Uri.joinPath(parent, name) };
      const uris = beside
        ? await walk(Uri.parse(folder, true), { ...tree, wanted: (name) => isDataFile(name) || isPicture(name) }, mostFolders)
        : await walk(Uri.parse(folder, true), { ...tree, wanted: (name) => name.endsWith('.journey') || isProjectFile(name) });
      return { uris: uris.map((uri) => client.code2ProtocolConverter.asUri(uri)) };
    }),
    client.onRequest<ReadFileReply, void>(readFile, async ({ uri, most = Number.POSITIVE_INFINITY }: ReadFileParams) => {
      const file = Uri.parse(uri, true);
      const name = file.path.slice(file.path.lastIndexOf('/') + 1);
      if (!name.endsWith('.journey') && !isProjectFile(name) && !isDataFile(name)) throw new Error(`None of the files of maps: ${uri}`);
      return look(file, most);
    }),
    client.onRequest<ReadPictureReply, void>(readPicture, async ({ uri, most }: ReadPictureParams) => {
      const file = Uri.parse(uri, true);
      if (!isPicture(file.path)) throw new Error(`No picture: ${uri}`);
      const found = await bytesOf(file, most);
      return 'bytes' in found ? { base64: base64(found.bytes) } : found;
    }),
  ];
}

async function look(file: Uri, most: number): Promise<ReadFileReply> {
  const found = await bytesOf(file, most);
  return 'bytes' in found ? { text: decodeOld(found.bytes) } : found;
}

async function bytesOf(file: Uri, most: number): Promise<Bytes> {
  try {
    const { type, size } = await workspace.fs.stat(file);
    if (type & FileType.Directory) return { why: 'folder' };
    if (size > most) return { why: 'large' };
    return { bytes: await workspace.fs.readFile(file) };
  } catch (error) {
    return { why: error instanceof FileSystemError && error.code === 'FileNotFound' ? 'missing' : 'unreadable' };
  }
}

async function readFolder(folder: Uri): Promise<{ name: string; folder: boolean }[]> {
  const entries = await workspace.fs.readDirectory(folder);
  // A link to a folder could lead round in a circle; links to files are followed. A project file counts whatever it is.
  return entries
    .filter(([name, type]) => isProjectFile(name) || type !== (FileType.SymbolicLink | FileType.Directory))
    .map(([name, type]) => ({ name, folder: !isProjectFile(name) && type === FileType.Directory }));
}
