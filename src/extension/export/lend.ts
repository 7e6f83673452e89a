import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import { nodeResources } from '../../render/node/resources.ts';
import type { Lent } from './worker.ts';

/**
 * Renders on the desktop, in a thread: with the script that does so in a browser, since a second one would be as large as all that draws and
 * checks. It is lent what it finds there, and besides it the files and the fonts of this machine.
 */
const lent: Lent & { postMessage: unknown; addEventListener: unknown } = {
  postMessage: (message: unknown) => parentPort?.postMessage(message),
  addEventListener: (_: string, hear: (event: { data: unknown }) => void) => parentPort?.on('message', (data) => hear({ data })),
  journeyResources: nodeResources(),
};
Object.assign(globalThis, lent);

const script = join(import.meta.dirname, 'render-worker.js');
runInThisContext(readFileSync(script, 'utf8'), { filename: script });
