import type { Connection } from 'vscode-languageserver';
import type { Files } from './files.ts';
import { type ListFilesParams, type ListFilesReply, listFiles, type ReadFileParams, type ReadFileReply, readFile } from './protocol.ts';

/** The files that only the client can reach: in a browser, or in a virtual workspace. */
export function clientFiles(connection: Connection): Files {
  return {
    async list(folder) {
      const reply = await connection.sendRequest<ListFilesReply>(listFiles, { folder } satisfies ListFilesParams).catch(() => undefined);
      return reply?.uris ?? [];
    },
    async read(uri) {
      const reply = await connection.sendRequest<ReadFileReply>(readFile, { uri } satisfies ReadFileParams).catch(() => undefined);
      return reply?.text;
    },
  };
}
