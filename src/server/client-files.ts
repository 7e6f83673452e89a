import type { Connection } from 'vscode-languageserver';
import { bytesOf } from '../render/base64.ts';
import type { Content, Files } from './files.ts';
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
} from './protocol.ts';

/** The files that only the client can reach: in a browser, or in a virtual workspace. */
export function clientFiles(connection: Connection): Files {
  const look = async (uri: string, most?: number): Promise<Content> => {
    const params: ReadFileParams = { uri, ...(most === undefined ? {} : { most }) };
    return connection.sendRequest<ReadFileReply>(readFile, params).catch(() => ({ why: 'unreadable' }));
  };
  const list = async (params: ListFilesParams): Promise<string[]> => {
    const reply = await connection.sendRequest<ListFilesReply>(listFiles, params).catch(() => undefined);
    return reply?.uris ?? [];
  };
  return {
    list: (folder) => list({ folder }),
    beside: (folder) => list({ folder, beside: true }),
    async read(uri) {
      const content = await look(uri);
      return 'text' in content ? content.text : undefined;
    },
    look,
    async bytes(uri, most) {
      const reply = await connection
        .sendRequest<ReadPictureReply>(readPicture, { uri, most } satisfies ReadPictureParams)
        .catch((): ReadPictureReply => ({ why: 'unreadable' }));
      return 'base64' in reply ? { bytes: bytesOf(reply.base64) } : reply;
    },
  };
}
