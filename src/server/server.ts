import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { nodeFiles } from './node-files.ts';
import { pagesBeside } from './pages-beside.ts';
import type { Host, Lent } from './server-web.ts';

/**
 * Serves the process that started this one, over the channel between the two. Other editors have `journey lsp --stdio`.
 * The server is the script that serves in a browser, since a second one would be as large again. It is lent what it would not find here, and the files
 * of this machine.
 */
const port: Host['port'] = {
  onmessage: null,
  // Where the client is gone, the end of the channel says so.
  postMessage: (message: unknown) => void process.send?.(message, undefined, undefined, () => undefined),
  addEventListener: () => undefined,
};

/** By it the client says which process it is. */
const parentArgument = '--clientProcessId=';
/** How often to look whether it is still there, in milliseconds. */
const parentCheck = 3000;

const host: Host = {
  port,
  files: nodeFiles,
  rulePages: pagesBeside(),
  setImmediate: (run, ...args) => {
    const handle = setImmediate(run, ...args);
    return { dispose: () => clearImmediate(handle) };
  },
  watch: (connection, gate) => {
    const end = (): never => process.exit(gate.isShut ? 0 : 1);
    connection.onExit(end);
    process.once('disconnect', end);
    const parent = Number(process.argv.find((argument) => argument.startsWith(parentArgument))?.slice(parentArgument.length));
    if (parent) setInterval(() => isThere(parent) || end(), parentCheck);
  },
};

function isThere(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

Object.assign(globalThis, { journeyHost: host } satisfies Lent);
const script = join(import.meta.dirname, 'server-web.js');
runInThisContext(readFileSync(script, 'utf8'), { filename: script });
process.on('message', (data) => port.onmessage?.call(port as Worker, { data } as MessageEvent));
