import { Worker } from 'node:worker_threads';
import { Uri } from 'vscode';
import type { Hand } from './renderer.ts';

/** Starts a worker on the desktop: a thread. */
export function hire(extension: Uri): Hand {
  const worker = new Worker(Uri.joinPath(extension, 'dist', 'render-worker-desktop.cjs').fsPath);
  return {
    tell: (message) => worker.postMessage(message),
    listen: (heard, ended) => {
      worker.removeAllListeners();
      worker.on('message', heard);
      worker.on('error', ({ message }) => ended(message));
      worker.on('exit', (code) => ended(`exit code ${code}`));
    },
    end: () => {
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      void worker.terminate();
    },
  };
}
