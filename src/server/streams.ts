import type { Readable, Writable } from 'node:stream';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { guarded } from './connect.ts';
import { FrameReader, FrameWriter } from './frames.ts';
import type { Gate } from './gate.ts';

/** A connection over two streams of bytes, behind a gate. It lives on whatever comes in, and does not end the process when the streams end. */
export function connectStreams(input: Readable, output: Writable): { connection: Connection; gate: Gate } {
  const writer = new FrameWriter(output);
  const { gate, options } = guarded(new FrameReader(input, (why) => gate.unreadable(why)), writer);
  return { connection: createConnection(ProposedFeatures.all, gate, writer, options), gate };
}
