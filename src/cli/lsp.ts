import { Console } from 'node:console';
import { nodeFiles } from '../server/node-files.ts';
import { pagesBeside } from '../server/pages-beside.ts';
import { serve } from '../server/session.ts';
import { connectStreams } from '../server/streams.ts';
import { today } from '../server/today.ts';

/**
 * Serves an editor over the standard input and output, in the Language Server Protocol. Ends the process when the editor says so or is gone: with
 * code 0 where it asked for the end before, else with 1.
 */
export function lsp(): Promise<never> {
  // The standard output belongs to the protocol.
  globalThis.console = new Console(process.stderr);
  const { connection, gate } = connectStreams(process.stdin, process.stdout);
  const gone = (): never => process.exit(gate.isShut ? 0 : 1);
  process.stdin.on('end', gone).on('close', gone);
  process.stdout.on('error', gone).on('close', gone);
  serve(connection, nodeFiles, today, pagesBeside());
  connection.listen();
  return new Promise(() => undefined);
}
