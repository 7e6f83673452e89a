import { parentPort } from 'node:worker_threads';
import { nodeResources } from '../../render/node/resources.ts';
import type { ToWorker } from './messages.ts';
import { work } from './work.ts';

/** Renders on the desktop, in a thread of its own. */
parentPort?.on('message', async (message: ToWorker) => {
  if (message.type === 'job') parentPort?.postMessage(await work(message.format, message.job, nodeResources()));
});
