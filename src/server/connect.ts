import { type ConnectionOptions, LSPErrorCodes, type MessageReader, type MessageWriter, type RequestMessage } from 'vscode-languageserver';
import { Gate } from './gate.ts';

/** What makes a connection a safe one, wherever it runs: a gate before it, and options that leave out requests that are cancelled before their turn. */
export function guarded(reader: MessageReader, writer: MessageWriter): { gate: Gate; options: ConnectionOptions } {
  const options: ConnectionOptions = {
    connectionStrategy: {
      cancelUndispatched: (request) => ({
        jsonrpc: '2.0',
        id: (request as RequestMessage).id,
        error: { code: LSPErrorCodes.RequestCancelled, message: 'The request was cancelled.' },
      }),
    },
  };
  return { gate: new Gate(reader, writer), options };
}
