import { PassThrough } from 'node:stream';
import type { Files } from '../../src/server/files.ts';
import { serve } from '../../src/server/session.ts';
import { connectStreams } from '../../src/server/streams.ts';
import { Wire } from './wire.ts';

/** A server in this process, byte for byte as `journey lsp --stdio` has it, at the other end of a wire. */
export function serveInMemory(files: Files, today = '2026-10-15'): Wire {
  const up = new PassThrough();
  const down = new PassThrough();
  const wire = new Wire((bytes) => void up.write(bytes));
  down.on('data', (chunk: Buffer) => wire.take(chunk));
  const { connection } = connectStreams(up, down);
  serve(connection, files, () => today);
  connection.listen();
  return wire;
}
